package redflag.packs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import redflag.basics.Period;
import redflag.basics.Remark;
import redflag.basics.Store;
import redflag.check.PlanLetter;
import redflag.check.Submissions;
import redflag.documents.Checklist;
import redflag.documents.ChecklistItem;
import redflag.documents.Checklists;
import redflag.documents.Document;
import redflag.ledger.ActionRow;
import redflag.ledger.NoticeRow;
import redflag.ledger.Source;
import redflag.ledger.StoreLedger;
import redflag.notices.Exchange;
import redflag.notices.Notice;
import redflag.notices.NoticeKind;
import redflag.notices.Notices;
import redflag.plan.ActionsTaken;
import redflag.plan.Measure;
import redflag.plan.Occasion;
import redflag.plan.Plan;
import redflag.plan.PlanLibrary;
import redflag.plan.Reason;
import redflag.plan.Replies;
import redflag.plan.SideLetter;

/** Makes the packs of a store: first the drafts, and the packs once it is known what people have confirmed of them. */
public final class PackDesk {

    private final Store store;
    private final List<Document> papers;
    private final Replies replies;
    private final LastLetters letters;
    private final List<Case> cases;

    /**
     * A pack to be made.
     *
     * @param reason whose letter answers it; missing where none does
     */
    private record Case(
            String name,
            Optional<Notice> notice,
            Optional<NoticeKind> kind,
            Optional<Reason> reason,
            Evidence evidence,
            Optional<Checklist> checklist,
            Occasion occasion,
            List<Remark> remarks) {

        boolean isAnsweredByALetter() {
            return reason.filter(of -> !of.isOfARate()).isPresent();
        }
    }

    private PackDesk(Store store, List<Document> papers, Replies replies, LastLetters letters, List<Case> cases) {
        this.store = store;
        this.papers = List.copyOf(papers);
        this.replies = replies;
        this.letters = letters;
        this.cases = List.copyOf(cases);
    }

    /**
     * @param notices of the same store
     * @param papers of the same store
     * @param submissions looked into where Amazon has answered
     */
    public static PackDesk of(
            StoreLedger ledger,
            Notices notices,
            List<Document> papers,
            Submissions submissions,
            PackRequest request,
            PlanLibrary texts) {
        EvidenceReader exports = new EvidenceReader(ledger);
        Checklists checklists = Checklists.of(ledger, papers);
        Set<String> names = new HashSet<>();
        List<Case> cases = new ArrayList<>();
        for (Notice notice : request.of(notices)) {
            Optional<NoticeKind> kind = notice.kind().or(request::kind);
            cases.add(of(
                    Optional.of(notice), kind, List.of(), name(notice.row().id(), names), exports, checklists, ledger));
        }
        if (cases.isEmpty()) {
            request.kind()
                    .ifPresent(kind -> cases.add(of(
                            Optional.empty(),
                            Optional.of(kind),
                            request.over(notices),
                            name(kind.word(), names),
                            exports,
                            checklists,
                            ledger)));
        }
        LastLetters letters = new LastLetters(submissions, ledger.store().id(), notices.all(), ledger.asOf());
        return new PackDesk(ledger.store(), papers, new Replies(texts), letters, cases);
    }

    private static Case of(
            Optional<Notice> notice,
            Optional<NoticeKind> kind,
            List<Notice> over,
            String name,
            EvidenceReader exports,
            Checklists checklists,
            StoreLedger ledger) {
        Optional<Checklist> checklist = kind.map(of -> checklists.of(of, notice));
        Evidence evidence = exports.of(notice.map(Notice::row), checklist.flatMap(Checklist::unitsWithin));
        return new Case(
                name,
                notice,
                kind,
                kind.map(NoticeKind::word).flatMap(Reason::find),
                evidence,
                checklist,
                occasion(notice, evidence, checklist),
                PackRemarks.of(notice, kind, over, evidence, ledger.asOf()));
    }

    /** What a file system takes of what the agency calls it by. */
    static String name(String id) {
        String plain = id.replaceAll("[^\\p{L}\\p{N}_-]+", "-");
        return plain.substring(0, Math.min(plain.length(), 60));
    }

    /** The same, once. */
    private static String name(String id, Set<String> taken) {
        String name = name(id);
        String free = name;
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    private static Occasion occasion(Optional<Notice> notice, Evidence evidence, Optional<Checklist> checklist) {
        if (notice.isEmpty()) {
            return Occasion.withoutNotice();
        }
        NoticeRow row = notice.get().row();
        return new Occasion(
                row.id(),
                row.received(),
                row.listings(),
                row.orders(),
                row.right().code(),
                row.complaint().code(),
                row.rightsOwner(),
                row.complaintId(),
                checklist.map(PackDesk::faults).orElse(Set.of()),
                sold(evidence),
                returned(evidence),
                asked(row, evidence));
    }

    /** What is wrong with papers on file, in words of {@link Occasion#PAPERS}. */
    private static Set<String> faults(Checklist checklist) {
        Set<String> faults = new HashSet<>();
        checklist.items().stream()
                .flatMap(item -> item.papers().stream())
                .flatMap(paper -> paper.faults().stream())
                .forEach(fault -> {
                    if (fault.state() == ChecklistItem.State.UNLIKE) {
                        faults.add(
                                "address".equals(fault.why().facts().get("what")) ? "address-differs" : "name-differs");
                    } else if (fault.state() == ChecklistItem.State.TOO_OLD
                            || fault.state() == ChecklistItem.State.EXPIRED) {
                        faults.add("too-old");
                    } else if (fault.state() == ChecklistItem.State.WRONG_FORM) {
                        faults.add("wrong-form");
                    }
                });
        return faults;
    }

    private static List<Occasion.Sold> sold(Evidence evidence) {
        return evidence.counted().stream()
                .flatMap(days -> evidence.listings().stream()
                        .map(of -> new Occasion.Sold(
                                of.listing(), days, of.orders(), of.units(), of.isAtLeast(), of.sources())))
                .toList();
    }

    /** Of all listings together; missing where rows may be missing, or where there is nothing to tell. */
    private static Optional<Occasion.Returned> returned(Evidence evidence) {
        boolean isAtLeast = evidence.listings().stream().anyMatch(Evidence.ListingFigures::isAtLeast);
        Set<Source> orders = new HashSet<>();
        List<Source> returned = new ArrayList<>();
        evidence.listings().forEach(of -> {
            orders.addAll(of.sources());
            of.returnedSources().stream()
                    .filter(source -> !returned.contains(source))
                    .forEach(returned::add);
        });
        Optional<Period> counted = evidence.counted().filter(days -> !isAtLeast && !returned.isEmpty());
        return counted.map(days -> new Occasion.Returned(days, returned.size(), orders.size(), returned));
    }

    private static Optional<Occasion.Asked> asked(NoticeRow row, Evidence evidence) {
        if (row.orders().isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<Evidence.Line>> named = new LinkedHashMap<>();
        evidence.lines().stream()
                .filter(line -> row.orders().contains(line.orderId()))
                .forEach(line -> named.computeIfAbsent(line.orderId(), id -> new ArrayList<>())
                        .add(line));
        return Optional.of(new Occasion.Asked(
                row.orders().size(),
                named.entrySet().stream()
                        .map(of -> parcels(of.getKey(), of.getValue()))
                        .toList(),
                named.values().stream()
                        .map(of -> of.get(0))
                        .flatMap(line -> Stream.concat(Stream.of(line.source()), line.further().stream()))
                        .toList()));
    }

    private static Occasion.Parcels parcels(String orderId, List<Evidence.Line> lines) {
        SortedSet<LocalDate> shipped = new TreeSet<>();
        SortedSet<LocalDate> delivered = new TreeSet<>();
        lines.forEach(line -> {
            line.shipped().ifPresent(shipped::add);
            line.delivered().ifPresent(delivered::add);
        });
        return new Occasion.Parcels(orderId, shipped, delivered);
    }

    /** The letters that answer notices, in the order of the packs, with nothing confirmed. */
    public List<Plan> drafts(String language) {
        return cases.stream()
                .filter(Case::isAnsweredByALetter)
                .map(of -> replies.plan(language, store, of.reason().orElseThrow(), of.occasion()))
                .toList();
    }

    /**
     * @param taken what people have confirmed of the plans of rates and of {@link #drafts}, these last
     * @param read the same of the reading copies
     * @param language of the reading copies
     */
    public List<Pack> packs(ActionsTaken taken, Optional<ActionsTaken> read, String language) {
        List<Plan> letters = letters(taken);
        Optional<List<Plan>> copies = read.map(PackDesk::letters);
        List<Pack> packs = new ArrayList<>();
        int next = 0;
        for (Case of : cases) {
            int place = of.isAnsweredByALetter() ? next++ : -1;
            Optional<Plan> plan = place < 0 ? ofARate(of, taken) : Optional.of(letters.get(place));
            List<Measure> measures = measures(plan, taken);
            Optional<Again> again = of.notice().filter(Again::isAbout).map(notice -> again(of, notice, plan, measures));
            Optional<Pack.Letters> reading = copies.map(plans -> new Pack.Letters(
                    place < 0 ? read.flatMap(its -> ofARate(of, its)) : Optional.of(plans.get(place)),
                    beside(language, of, again, measures)));
            packs.add(new Pack(
                    of.name(),
                    of.notice(),
                    of.kind(),
                    remarks(of, plan),
                    of.evidence(),
                    of.checklist(),
                    new Pack.Letters(plan, beside(PlanLibrary.ENGLISH, of, again, measures)),
                    reading,
                    measures,
                    again));
        }
        return packs;
    }

    private Again again(Case of, Notice notice, Optional<Plan> plan, List<Measure> measures) {
        List<String> proofs = measures.stream()
                .filter(measure -> measure.state() == Measure.State.CONFIRMED)
                .flatMap(measure -> measure.row().flatMap(ActionRow::proof).stream())
                .toList();
        Again.Drafted drafted = new Again.Drafted(
                measures, plan.map(Plan::toConfirm).orElse(0), plan.map(its -> PlanLetter.of(its, proofs)));
        LastLetter last = letters.of(notice, of.reason(), Again.sent(notice));
        return Again.of(notice, of.reason(), drafted, papers, last);
    }

    private static List<Plan> letters(ActionsTaken taken) {
        return taken.plans().stream().filter(plan -> !plan.reason().isOfARate()).toList();
    }

    private static Optional<Plan> ofARate(Case of, ActionsTaken taken) {
        return taken.plans().stream()
                .filter(plan -> plan.reason().isOfARate() && of.reason().equals(Optional.of(plan.reason())))
                .findFirst();
    }

    private static List<Remark> remarks(Case of, Optional<Plan> plan) {
        boolean isOfARate = of.reason().filter(Reason::isOfARate).isPresent();
        return isOfARate && plan.isEmpty()
                ? Stream.concat(of.remarks().stream(), Stream.of(Remark.of("pack.nothing-off-target")))
                        .toList()
                : of.remarks();
    }

    /** Those that stand in the letter, or are asked beside it. */
    private static List<Measure> measures(Optional<Plan> plan, ActionsTaken taken) {
        Set<String> ids = new HashSet<>();
        plan.ifPresent(of -> {
            Stream.of(of.rootCauses(), of.actionsTaken(), of.prevention())
                    .flatMap(List::stream)
                    .forEach(paragraph -> paragraph.id().ifPresent(ids::add));
            of.questions().forEach(question -> question.cause().id().ifPresent(ids::add));
        });
        return taken.measures().stream()
                .filter(measure -> ids.contains(measure.id()))
                .toList();
    }

    private List<SideLetter> beside(String language, Case of, Optional<Again> again, List<Measure> measures) {
        List<SideLetter> letters = new ArrayList<>();
        if (of.isAnsweredByALetter()) {
            letters.addAll(replies.letters(language, store, of.reason().orElseThrow(), of.occasion()));
        }
        again.ifPresent(its -> letters.add(replies.furtherInformation(
                language, store, of.occasion(), its.answer().flatMap(Exchange::on), done(its, measures))));
        if (isReasonMissing(of)) {
            letters.add(replies.question(language, store, of.occasion()));
        }
        return letters;
    }

    /** What was done since. */
    private static Map<String, List<ActionRow>> done(Again again, List<Measure> measures) {
        Map<String, List<ActionRow>> done = new LinkedHashMap<>();
        again.asked()
                .forEach((ask, asked) -> done.put(
                        ask.name(),
                        measures.stream()
                                .filter(measure -> asked.news().contains(measure.id()))
                                .flatMap(measure -> measure.row().stream())
                                .toList()));
        return done;
    }

    /** Whether nobody knows what Amazon means: no notice, none of its words, or no kind that says more than a rate. */
    private static boolean isReasonMissing(Case of) {
        return of.notice().flatMap(notice -> notice.row().amazonWrote()).isEmpty()
                || of.kind().isEmpty()
                || of.kind().equals(Optional.of(NoticeKind.PERFORMANCE));
    }
}
