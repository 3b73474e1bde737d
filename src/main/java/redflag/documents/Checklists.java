package redflag.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redflag.basics.Period;
import redflag.basics.Remark;
import redflag.documents.ChecklistItem.Paper;
import redflag.documents.ChecklistItem.State;
import redflag.ledger.StoreLedger;
import redflag.notices.Notice;
import redflag.notices.NoticeKind;

/** What Amazon asks for by reason, held against the papers of a store: rules with their sources in src/docs/documents.md. */
public final class Checklists {

    private final StoreLedger ledger;
    private final List<Document> documents;
    private final Sales sales;

    private Checklists(StoreLedger ledger, List<Document> documents) {
        this.ledger = ledger;
        this.documents = List.copyOf(documents);
        this.sales = new Sales(ledger);
    }

    /** @param documents of the same store: {@link Documents#read} */
    public static Checklists of(StoreLedger ledger, List<Document> documents) {
        return new Checklists(ledger, documents);
    }

    /**
     * @param notice that is answered; without one ages are counted back from the as-of date, and no listing is asked about
     */
    public Checklist of(NoticeKind reason, Optional<Notice> notice) {
        Optional<LocalDate> received = notice.flatMap(of -> of.row().received());
        LocalDate from = received.orElse(ledger.asOf());
        List<String> listings = notice.map(of -> of.row().listings()).orElse(List.of());
        List<Remark> remarks = new ArrayList<>();
        if (notice.isPresent() && received.isEmpty()) {
            remarks.add(Remark.of("document.notice-without-day", "day", from));
        }
        List<Need> needs = Needs.of(reason, notice);
        if (needs.isEmpty()) {
            remarks.add(Remark.of(reason == NoticeKind.DEACTIVATION ? "document.by-reason" : "document.nothing-named"));
        }
        if (listings.isEmpty() && needs.stream().anyMatch(need -> need.checks(Need.Check.UNITS))) {
            remarks.add(Remark.of("document.no-listing"));
        }
        boolean isCounterNotice = needs.stream().anyMatch(need -> need.id().equals(Needs.COUNTER_NOTICE));
        if (isCounterNotice && !ledger.store().marketplace().isOfTheUnitedStates()) {
            remarks.add(Remark.of("document.counter-notice-elsewhere"));
        }
        Map<String, UnitsSold> sold = sales.of(listings, Period.window(from, Needs.DAYS_OF_AN_INVOICE, 0));
        long orders = notice.map(of -> of.row().orders().size()).orElse(0);
        PaperCheck check =
                new PaperCheck(ledger.store().registered(), from, received.isPresent(), ledger.asOf(), orders);
        Optional<String> id = notice.map(of -> of.row().id());
        List<ChecklistItem> items = new ArrayList<>();
        for (Need need : needs) {
            if (need.checks(Need.Check.EACH_LISTING) && !listings.isEmpty()) {
                listings.forEach(listing ->
                        items.add(item(need, id, check, Optional.of(listing), Optional.ofNullable(sold.get(listing)))));
            } else {
                items.add(item(need, id, check, Optional.empty(), Optional.empty()));
            }
        }
        return new Checklist(reason, id, from, received.isPresent(), items, remarks);
    }

    private ChecklistItem item(
            Need need, Optional<String> notice, PaperCheck check, Optional<String> listing, Optional<UnitsSold> sold) {
        Set<String> names = listing.map(sales::namesOf).orElse(Set.of());
        List<Paper> papers = documents.stream()
                .filter(document ->
                        document.kind().filter(need.kinds()::contains).isPresent() && document.isFor(notice))
                .filter(document -> names.isEmpty()
                        || document.row().listings().isEmpty()
                        || names.stream().anyMatch(document::names))
                .map(document -> ofListing(check.of(document, need), !names.isEmpty()))
                .sorted(Comparator.comparing(Paper::state))
                .toList();
        List<Remark> remarks = new ArrayList<>();
        State state = papers.isEmpty() ? none(need) : papers.get(0).state();
        if (state == State.THERE && need.checks(Need.Check.EACH_ORDER)) {
            state = orders(papers, check.orders(), remarks);
        }
        boolean isOfUnits = need.checks(Need.Check.UNITS) && sold.isPresent();
        if (state == State.THERE && isOfUnits) {
            state = units(papers, names, sold.get(), remarks);
        }
        return new ChecklistItem(
                need.id(),
                listing,
                need.need(),
                need.kinds().isEmpty() ? Set.of() : EnumSet.copyOf(need.kinds()),
                state,
                papers,
                isOfUnits ? sold : Optional.empty(),
                remarks,
                need.sources());
    }

    /** Which orders a paper is about the register does not say: fewer papers than orders may be of some of them only. */
    private static State orders(List<Paper> papers, long orders, List<Remark> remarks) {
        long there =
                papers.stream().filter(paper -> paper.state() == State.THERE).count();
        if (there >= orders) {
            return State.THERE;
        }
        remarks.add(new Remark("document.fewer-than-orders", Map.of("papers", there, "orders", orders)));
        return State.NOT_KNOWN;
    }

    private static State none(Need need) {
        return need.kinds().isEmpty() ? State.TO_GATHER : State.MISSING;
    }

    /** Of a paper that names no product nobody knows whether it is about this one. */
    private static Paper ofListing(Paper paper, boolean isAsked) {
        if (!isAsked || !paper.document().row().listings().isEmpty()) {
            return paper;
        }
        List<ChecklistItem.Fault> faults = new ArrayList<>(paper.faults());
        faults.add(new ChecklistItem.Fault(State.NOT_KNOWN, Remark.of("document.names-no-listing")));
        return new Paper(paper.document(), faults, paper.remarks());
    }

    /** Of papers against which nothing speaks; two rows of one file count once, with the greater number. */
    private static State units(List<Paper> papers, Set<String> names, UnitsSold sold, List<Remark> remarks) {
        Map<String, Long> byFile = new HashMap<>();
        List<String> without = new ArrayList<>();
        for (Paper paper : papers) {
            if (paper.state() != State.THERE) {
                continue;
            }
            long units = 0;
            boolean isKnown = false;
            for (Map.Entry<String, Long> of : paper.document().row().units().entrySet()) {
                if (names.contains(Sales.folded(of.getKey()))) {
                    units += of.getValue();
                    isKnown = true;
                }
            }
            if (isKnown) {
                byFile.merge(paper.document().file().path(), units, Math::max);
            } else {
                without.add(paper.document().row().id());
            }
        }
        long units = byFile.values().stream().mapToLong(Long::longValue).sum();
        if (!without.isEmpty()) {
            remarks.add(Remark.of("document.without-units", "documents", String.join(", ", without)));
        }
        remarks.add(new Remark(
                "document.units",
                Map.of(
                        "units",
                        units,
                        "sold",
                        sold.units(),
                        "from",
                        sold.within().from(),
                        "to",
                        sold.within().to(),
                        "known",
                        (long) sold.daysKnown(),
                        "days",
                        (long) sold.daysSold(),
                        "whole",
                        sold.isWhole() ? "yes" : "no",
                        "atLeast",
                        sold.isAtLeast() ? "yes" : "no")));
        if (units < sold.units()) {
            return without.isEmpty() ? State.UNITS_SHORT : State.NOT_KNOWN;
        }
        return sold.isWhole() ? State.THERE : State.NOT_KNOWN;
    }
}
