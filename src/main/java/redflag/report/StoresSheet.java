package redflag.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import redflag.risk.RiskLevel;
import redflag.rules.Status;

/** The first page of the portfolio: every store, worst first. */
final class StoresSheet {

    static final String NAME = "sheet.stores";

    static final List<Column<Ranked>> COLUMNS = List.of(
            Column.number("stores.rank", 7, (row, words) -> new Content.Ordinal(row.rank())),
            new Column<>(
                    "stores.risk", 13, (row, words) -> Content.of(row.store().risk(), words)),
            new Column<>(
                    "stores.abnormal",
                    11,
                    (row, words) -> Content.yesOrNo(row.store().isAbnormal(), words)),
            new Column<>(
                    "stores.manager", 22, (row, words) -> Content.of(row.store().manager())),
            new Column<>(
                    "stores.name", 18, (row, words) -> Content.of(row.store().name())),
            new Column<>(
                    "stores.store",
                    14,
                    (row, words) -> Content.of(row.store().store().value())),
            new Column<>(
                    "stores.marketplace",
                    9,
                    (row, words) -> Content.of(row.store().marketplace())),
            new Column<>(
                    "stores.headline",
                    42,
                    (row, words) -> Content.of(row.store().in(words.messages()).headline())),
            new Column<>(
                    "stores.readiness",
                    20,
                    (row, words) -> Content.of(row.store().in(words.messages()).readiness())),
            Column.number(
                    "stores.off-in",
                    9,
                    (row, words) -> Content.count(row.store().daysToOffTarget())),
            new Column<>(
                    "stores.deadline",
                    11,
                    (row, words) -> Content.day(row.store().detail().deadline().map(StoreDetail.Deadline::on))),
            new Column<>(
                    "stores.due",
                    20,
                    (row, words) -> Content.text(row.store().detail().deadline().map(StoreDetail.Deadline::what))),
            new Column<>("stores.pack", 15, (row, words) -> row.pack(words)),
            new Column<>(
                    "stores.change",
                    16,
                    (row, words) -> Content.text(row.store()
                            .detail()
                            .change()
                            .map(change -> PortfolioWords.change(change, words.messages())))),
            Column.number("stores.off-target", 9, (row, words) -> Content.of(row.count(Status.OFF_TARGET))),
            Column.number("stores.watch", 9, (row, words) -> Content.of(row.count(Status.WATCH))),
            Column.number("stores.not-measured", 11, (row, words) -> Content.of(row.count(Status.NOT_MEASURED))),
            new Column<>(
                    "stores.fragile",
                    8,
                    (row, words) -> Content.yesOrNo(row.store().fragile(), words)),
            Column.number(
                    "stores.plans", 7, (row, words) -> Content.of(row.store().plans())),
            new Column<>(
                    "stores.as-of", 11, (row, words) -> Content.of(row.store().asOf())),
            new Column<>("stores.report", 9, (row, words) -> row.link(words)));

    private StoresSheet() {}

    record Ranked(long rank, Portfolio portfolio, StoreOutcome store) {

        /** How many metrics that Amazon acts on have this status. */
        long count(Status status) {
            return store.readings().stream()
                    .filter(reading -> reading.enforced() && reading.status() == status)
                    .count();
        }

        Content link(ReportWords words) {
            if (store.files().isEmpty()) {
                return Content.nothing();
            }
            String address = portfolio.address(store.files().get(0));
            return new Content.Link(words.messages().text("sheet.stores.open"), address);
        }

        /** A cell has one link: that of the notice that is due soonest. */
        Content pack(ReportWords words) {
            if (store.packs().isEmpty()) {
                return Content.nothing();
            }
            PackInBrief first = store.packs().get(0);
            return new Content.Link(
                    words.messages()
                            .text(
                                    "sheet.stores.pack",
                                    Map.of(
                                            "notice",
                                            first.notice(),
                                            "more",
                                            (long) store.packs().size() - 1)),
                    portfolio.address(first.overview()));
        }
    }

    static void write(Book book, Portfolio portfolio, List<Alarm> alarms) {
        Page page = book.page(NAME, List.of(COLUMNS));
        page.title(book.messages().text("sheet.portfolio.title", Map.of("job", portfolio.job())));
        page.line(book.messages().text("sheet.stores.as-of", Map.of("asOf", portfolio.asOf())));
        page.line(counts(portfolio, book.words()));
        long failed = portfolio.accounts().stream().filter(a -> !a.isReported()).count();
        long quarantined = portfolio.quarantined().size();
        page.line(book.messages()
                .text(
                        "sheet.stores.night",
                        Map.of(
                                "accounts", (long) portfolio.accounts().size(),
                                "failed", failed,
                                "quarantined", quarantined)));
        if (!alarms.isEmpty()) {
            page.line(book.messages()
                    .text(
                            "sheet.stores.alarms",
                            Map.of("alarms", (long) alarms.size(), "sheet", page.text(AlarmsSheet.NAME))));
        }
        if (portfolio.stores().isEmpty()) {
            page.line(page.text("sheet.stores.empty"));
            return;
        }
        page.keepNextRowInSight(0);
        page.filteredTable(
                "Stores",
                COLUMNS,
                IntStream.range(0, portfolio.stores().size())
                        .mapToObj(i ->
                                new Ranked(i + 1L, portfolio, portfolio.stores().get(i)))
                        .toList());
    }

    /** How many stores stand how, the worst first. */
    private static String counts(Portfolio portfolio, ReportWords words) {
        String levels = Arrays.stream(RiskLevel.values())
                .map(level -> words.messages()
                        .text(
                                "sheet.stores.level",
                                Map.of(
                                        "level", words.risk(level),
                                        "count",
                                                portfolio.stores().stream()
                                                        .filter(store -> store.risk() == level)
                                                        .count())))
                .collect(Collectors.joining(words.messages().text("sheet.list-separator")));
        return words.messages()
                .text(
                        "sheet.stores.counts",
                        Map.of("stores", (long) portfolio.stores().size(), "levels", levels));
    }
}
