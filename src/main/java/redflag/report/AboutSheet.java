package redflag.report;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import redflag.metrics.PeakSeason;
import redflag.metrics.WatchLines;
import redflag.risk.RiskLevel;
import redflag.rules.Metric;
import redflag.rules.Status;
import redflag.rules.Target;
import redflag.words.Percent;

/** What the report rests on: program, rules in force, what colours and columns mean. */
final class AboutSheet {

    static final String NAME = "sheet.about";

    static final List<Column<Target>> TARGETS = List.of(
            new Column<>(
                    "targets.metric",
                    32,
                    (target, words) -> Content.of(words.metric(target.metric(), Optional.empty(), Optional.empty()))),
            new Column<>("targets.target", 22, (target, words) -> Content.of(words.target(target))),
            new Column<>(
                    "targets.note",
                    56,
                    (target, words) -> Content.text(target.note().map(words::note))),
            Column.number("targets.value", 9, (target, words) -> value(target)),
            new Column<>(
                    "targets.level",
                    12,
                    (target, words) -> Content.of(
                            words.messages().text("level." + target.metric().level()))),
            Column.number("targets.window", 9, (target, words) -> Content.of(target.windowDays())),
            Column.number("targets.lag", 9, (target, words) -> Content.of(target.lagDays())),
            new Column<>(
                    "targets.axis",
                    13,
                    (target, words) -> Content.of(words.messages().text("sheet.axis." + target.axis()))),
            Column.number(
                    "targets.minimum",
                    10,
                    (target, words) -> target.minimum() == 0 ? Content.nothing() : Content.of(target.minimum())),
            new Column<>("targets.enforced", 10, (target, words) -> Content.yesOrNo(target.enforced(), words)),
            new Column<>("targets.from", 11, (target, words) -> Content.of(target.from())),
            new Column<>(
                    "targets.source",
                    13,
                    (target, words) -> Content.of(words.messages().said(target.source()))),
            new Column<>("targets.verified", 10, (target, words) -> Content.yesOrNo(target.verified(), words)));

    static final List<Column<Explained>> EXPLANATIONS = List.of(
            new Column<>(
                    "explained.sheet",
                    32,
                    (row, words) -> Content.of(words.messages().text(row.sheet()))),
            new Column<>(
                    "explained.column",
                    22,
                    (row, words) -> Content.of(row.column().heading(words.messages()))),
            new Column<>(
                    "explained.meaning",
                    56,
                    (row, words) -> Content.of(row.column().explanation(words.messages()))));

    static final List<Column<Legend>> LEGEND = List.of(
            new Column<>(
                    "legend.word",
                    32,
                    (row, words) -> row.tone() == Tone.CONFIRM
                            ? new Content.Tinted(row.word(), row.tone())
                            : new Content.Marked(row.word(), row.tone())),
            new Column<>(
                    "legend.of", 22, (row, words) -> Content.of(words.messages().text(row.of()))),
            new Column<>(
                    "legend.meaning",
                    56,
                    (row, words) -> Content.of(words.messages().text(row.meaning()))));

    /** Every column of the sheets before this one and of its table of targets. */
    static final List<Column.OfSheet> IN_REPORT = List.of(
            new Column.OfSheet(SummarySheet.NAME, SummarySheet.COLUMNS),
            new Column.OfSheet(MetricsSheet.NAME, MetricsSheet.COLUMNS),
            new Column.OfSheet(ReadingsSheet.NAME, ReadingsSheet.ORIGINS),
            new Column.OfSheet(TrendSheet.NAME, TrendSheet.NEW),
            new Column.OfSheet(TrendSheet.NAME, TrendSheet.LEFT),
            new Column.OfSheet(OutlookSheet.NAME, OutlookSheet.SUMMARY),
            new Column.OfSheet(OutlookSheet.NAME, OutlookSheet.LEAVING),
            new Column.OfSheet(OutlookSheet.NAME, OutlookSheet.CONTRIBUTIONS),
            new Column.OfSheet(OutlookSheet.NAME, WhatIfTable.COLUMNS),
            new Column.OfSheet(OutlookDaysSheet.NAME, OutlookDaysSheet.COLUMNS),
            new Column.OfSheet(GateSheet.NAME, GateSheet.COLUMNS),
            new Column.OfSheet(ReconciliationSheet.NAME, ReconciliationSheet.COLUMNS),
            new Column.OfSheet(CausesSheet.NAME, CausesSheet.COLUMNS),
            new Column.OfSheet(CausesSheet.NAME, CausesSheet.ACCOUNTS),
            new Column.OfSheet(OrdersSheet.NAME, OrdersSheet.COLUMNS),
            new Column.OfSheet(StockSheet.NAME, StockSheet.COLUMNS),
            new Column.OfSheet(NoticesSheet.NAME, NoticesSheet.COLUMNS),
            new Column.OfSheet(DocumentsSheet.NAME, DocumentsSheet.ITEMS),
            new Column.OfSheet(DocumentsSheet.NAME, DocumentsSheet.REGISTER),
            new Column.OfSheet(PlanSheet.NAME, PlanSheet.COLUMNS),
            new Column.OfSheet(ActionsSheet.NAME, ActionsSheet.COLUMNS),
            new Column.OfSheet(DataQualitySheet.NAME, DataQualitySheet.AGES),
            new Column.OfSheet(DataQualitySheet.NAME, DataQualitySheet.MISSING),
            new Column.OfSheet(DataQualitySheet.NAME, DataQualitySheet.QUARANTINED),
            new Column.OfSheet(DataQualitySheet.NAME, DataQualitySheet.WARNINGS),
            new Column.OfSheet(DataQualitySheet.NAME, DataQualitySheet.FILES),
            new Column.OfSheet(RejectedRowsSheet.NAME, RejectedRowsSheet.COLUMNS),
            new Column.OfSheet(NAME, TARGETS));

    static final List<Column.OfSheet> IN_PORTFOLIO = List.of(
            new Column.OfSheet(StoresSheet.NAME, StoresSheet.COLUMNS),
            new Column.OfSheet(AlarmsSheet.NAME, AlarmsSheet.COLUMNS),
            new Column.OfSheet(ChecklistSheet.NAME, ChecklistSheet.COLUMNS),
            new Column.OfSheet(AccountsSheet.NAME, AccountsSheet.COLUMNS),
            new Column.OfSheet(QuarantinedSheet.NAME, DataQualitySheet.QUARANTINED));

    private AboutSheet() {}

    record Explained(String sheet, Column<?> column) {}

    /**
     * @param of key of what the word is said of
     * @param meaning key of its explanation
     */
    record Legend(String word, Tone tone, String of, String meaning) {}

    static void write(Book book, RiskReport report) {
        Page page = book.page(NAME, List.of(TARGETS, EXPLANATIONS, LEGEND));
        page.title(page.text(NAME));
        page.line(page.text("sheet.about.what"));
        page.labelled(page.text("sheet.about.as-of"), page.words().messages().day(report.asOf()));
        page.labelled(page.text("sheet.about.version"), report.version());
        page.labelled(page.text("sheet.about.rules"), report.rulesHash());
        watch(page, report);
        page.gap();
        page.section(page.text("sheet.about.legend"));
        page.table("Legend", LEGEND, legend(page.words()));
        page.gap();
        page.section(page.text("sheet.about.targets"));
        if (report.targets().isEmpty()) {
            page.line(page.text("sheet.about.targets.empty"));
        } else {
            page.table("Targets", TARGETS, report.targets());
        }
        page.gap();
        page.section(page.text("sheet.about.columns"));
        page.table("Columns", EXPLANATIONS, explained(IN_REPORT));
    }

    /** From where on readings need watching, and in which seasons earlier. */
    private static void watch(Page page, RiskReport report) {
        page.labelled(page.text("sheet.about.watch"), lines(page, report.rules().watch()));
        for (PeakSeason season : report.rules().peaks()) {
            page.labelled(
                    page.text("sheet.about.season"),
                    page.words()
                            .messages()
                            .text(
                                    season.days().contains(report.asOf())
                                            ? "sheet.about.season.now"
                                            : "sheet.about.season.other",
                                    Map.of(
                                            "from", season.days().from(),
                                            "to", season.days().to(),
                                            "lines", lines(page, season.watch()))));
        }
    }

    private static String lines(Page page, WatchLines lines) {
        ReportWords words = page.words();
        String all = words.messages().text("sheet.about.watch.all", Map.of("share", Percent.of(lines.all(), 0)));
        Stream<String> single = Arrays.stream(Metric.values())
                .filter(lines.single()::containsKey)
                .map(metric -> words.messages()
                        .text(
                                "sheet.about.watch.single",
                                Map.of(
                                        "metric",
                                        words.metric(metric, Optional.empty(), Optional.empty()),
                                        "share",
                                        Percent.of(lines.of(metric), 0))));
        return words.clauses(Stream.concat(Stream.of(all), single).toList());
    }

    /** What the portfolio's words, colours and columns mean. */
    static void write(Book book, List<Alarm> alarms) {
        Page page = book.page(NAME, List.of(EXPLANATIONS, LEGEND));
        page.title(page.text(NAME));
        page.line(page.text("sheet.about.what"));
        page.gap();
        page.section(page.text("sheet.about.legend"));
        page.table("Legend", LEGEND, legend(page.words()));
        page.gap();
        page.section(page.text(AlarmsSheet.NAME));
        if (alarms.isEmpty()) {
            page.line(page.text("sheet.about.alarms.none"));
        }
        page.line(page.words()
                .messages()
                .text(
                        "sheet.about.alarms",
                        Map.of(
                                "stores", (long) Alarms.STORES,
                                "accounts", (long) Alarms.ACCOUNTS,
                                "columns", (long) Alarms.ACCOUNTS_OF_A_COLUMN)));
        page.gap();
        page.section(page.text("sheet.about.columns"));
        page.table("Columns", EXPLANATIONS, explained(IN_PORTFOLIO));
    }

    private static List<Explained> explained(List<Column.OfSheet> sheets) {
        return sheets.stream()
                .flatMap(sheet -> sheet.columns().stream().map(column -> new Explained(sheet.sheet(), column)))
                .toList();
    }

    private static List<Legend> legend(ReportWords words) {
        Stream<Legend> statuses = Arrays.stream(Status.values())
                .map(s -> new Legend(words.status(s), Tone.of(s), "about.of-metric", "about.status." + s));
        Stream<Legend> levels = Arrays.stream(RiskLevel.values())
                .map(r -> new Legend(words.risk(r), Tone.of(r), "about.of-store", "about.risk." + r));
        Stream<Legend> confirm = Stream.of(
                new Legend(words.messages().text("sheet.confirm"), Tone.CONFIRM, "about.of-plan", "about.confirm"));
        return Stream.of(statuses, levels, confirm).flatMap(part -> part).toList();
    }

    private static Content value(Target target) {
        BigDecimal value = target.value();
        return target.metric().form() == Metric.Form.RATE
                ? new Content.Share(value)
                : Content.of(value.longValueExact());
    }
}
