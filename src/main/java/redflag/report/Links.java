package redflag.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import redflag.documents.DocumentKind;
import redflag.documents.Likeness;
import redflag.report.StoreLinks.Complaint;
import redflag.report.StoreLinks.Paper;

/** Finds what stores of different accounts share: a listing that is complained of, a rights owner, a supplier, papers, words. */
final class Links {

    /** Those that show who a seller is. */
    private static final Set<DocumentKind> OF_THE_SELLER = EnumSet.of(
            DocumentKind.BUSINESS_LICENCE,
            DocumentKind.IDENTITY,
            DocumentKind.BANK_STATEMENT,
            DocumentKind.PROOF_OF_ADDRESS);

    private final ReportWords words;
    private final List<AccountOutcome> accounts;

    Links(ReportWords words, List<AccountOutcome> accounts) {
        this.words = words;
        this.accounts = accounts;
    }

    /** A store and what it has to do with it. */
    record Tie(AccountOutcome account, StoreOutcome store, String evidence) {}

    /** By ASIN: those that are complained of, each with all stores of other accounts that sell it, and that of the notice. */
    Map<String, List<Tie>> listings() {
        Map<String, List<Tie>> ties = new TreeMap<>();
        each((account, store) -> {
            for (Complaint complaint : store.links().complaints()) {
                complaint
                        .asins()
                        .forEach(asin -> ties.computeIfAbsent(asin, of -> new ArrayList<>())
                                .add(new Tie(account, store, said(complaint))));
            }
        });
        ties.forEach((asin, of) -> {
            Set<String> complained =
                    of.stream().map(tie -> tie.store().store().value()).collect(Collectors.toSet());
            each((account, store) -> {
                if (store.links().asins().contains(asin)
                        && !complained.contains(store.store().value())) {
                    of.add(new Tie(account, store, words.messages().text("alarm.evidence.LISTING")));
                }
            });
        });
        return ties;
    }

    /** By the owner as first written. */
    Map<String, List<Tie>> rightsOwners() {
        Map<String, List<Tie>> ties = new TreeMap<>();
        Map<String, String> names = new TreeMap<>();
        each((account, store) -> store.links()
                .complaints()
                .forEach(complaint -> complaint
                        .rightsOwner()
                        .ifPresent(owner -> ties.computeIfAbsent(name(names, owner), of -> new ArrayList<>())
                                .add(new Tie(account, store, said(complaint))))));
        return ties;
    }

    /** By the supplier as first written. */
    Map<String, List<Tie>> suppliers() {
        Map<String, String> names = new TreeMap<>();
        return papersBy(
                paper -> paper.supplier().map(supplier -> name(names, supplier)).orElse(""));
    }

    /** By the name or address that papers of the seller bear, and by papers that look the same from outside. */
    Map<String, List<Tie>> papers() {
        Map<String, List<Tie>> ties = new TreeMap<>();
        Map<String, String> names = new TreeMap<>();
        ties.putAll(papersBy(paper ->
                isOfTheSeller(paper) ? paper.name().map(of -> name(names, of)).orElse("") : ""));
        papersBy(paper -> isOfTheSeller(paper)
                        ? paper.address().map(of -> name(names, of)).orElse("")
                        : "")
                .forEach(ties::putIfAbsent);
        papersBy(this::looks).forEach(ties::putIfAbsent);
        return ties;
    }

    /** By the words on what was done; capitals, widths and blanks make no difference. */
    Map<String, List<Tie>> deeds() {
        Map<String, List<Tie>> ties = new TreeMap<>();
        each((account, store) -> store.links()
                .deeds()
                .forEach(deed -> ties.computeIfAbsent(Likeness.folded(deed.words()), of -> new ArrayList<>())
                        .add(new Tie(account, store, deed.id()))));
        return ties;
    }

    private static boolean isOfTheSeller(Paper paper) {
        return paper.kind().filter(OF_THE_SELLER::contains).isPresent();
    }

    /** Of one kind, one day and one size: hardly two papers. */
    private String looks(Paper paper) {
        if (paper.bytes() == 0 || paper.kind().isEmpty() || paper.issued().isEmpty()) {
            return "";
        }
        Map<String, Object> facts = Map.of(
                "kind", words.messages().text("document.kind." + paper.kind().get()),
                "day", paper.issued().get(),
                "bytes", paper.bytes());
        return words.messages().text("alarm.same-paper", facts);
    }

    private interface Key {
        /** Empty for none. */
        String of(Paper paper);
    }

    private Map<String, List<Tie>> papersBy(Key key) {
        Map<String, List<Tie>> ties = new TreeMap<>();
        each((account, store) -> {
            Map<String, Set<String>> ids = new TreeMap<>();
            for (Paper paper : store.links().papers()) {
                String of = key.of(paper);
                if (!of.isEmpty()) {
                    ids.computeIfAbsent(of, none -> new TreeSet<>()).add(paper.id());
                }
            }
            ids.forEach((of, papers) -> ties.computeIfAbsent(of, none -> new ArrayList<>())
                    .add(new Tie(account, store, String.join(", ", papers))));
        });
        return ties;
    }

    private static String name(Map<String, String> names, String written) {
        return names.computeIfAbsent(Likeness.folded(written), none -> written.strip());
    }

    private static String said(Complaint complaint) {
        return complaint.notice() + " (" + complaint.reason() + ")";
    }

    private interface Visitor {
        void visit(AccountOutcome account, StoreOutcome store);
    }

    private void each(Visitor visitor) {
        accounts.forEach(account -> account.stores().forEach(store -> visitor.visit(account, store)));
    }
}
