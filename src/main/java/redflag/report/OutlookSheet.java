package redflag.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redflag.basics.Rate;
import redflag.metrics.Contribution;
import redflag.metrics.Defect;
import redflag.metrics.Finding;
import redflag.outlook.Assumption;
import redflag.outlook.Course;
import redflag.outlook.Outlook;
import redflag.outlook.UsualVolume;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.rules.Target;
import redflag.words.Percent;

/** The days to come: when a rate heals or breaks, what leaves its window when, and what it would be without its worst parts. */
final class OutlookSheet {

    static final String NAME = "sheet.outlook";

    static final List<Column<Told>> SUMMARY = List.of(
            new Column<>("outlook.metric", 38, (row, words) -> Content.of(words.metric(row.reading()))),
            new Column<>("outlook.status", 14, (row, words) -> Content.status(row.reading(), words)),
            new Column<>(
                    "outlook.today",
                    16,
                    (row, words) -> Content.text(row.outlook().today().map(rate -> value(rate, row.reading(), words)))),
            new Column<>(
                    "outlook.heals",
                    13,
                    (row, words) -> Content.day(row.outlook().firstDayOnTarget())),
            new Column<>(
                    "outlook.again",
                    13,
                    (row, words) -> Content.day(row.outlook().offTargetAgain())),
            new Column<>(
                    "outlook.breaks",
                    13,
                    (row, words) -> Content.day(row.outlook().firstDayOffTarget())),
            worst("outlook.worst-clean", Assumption.NO_NEW_DEFECTS),
            worst("outlook.worst-pace", Assumption.USUAL_PACE),
            worst("outlook.worst-fewer", Assumption.FEWER_ORDERS),
            Column.number(
                    "outlook.rises",
                    13,
                    (row, words) -> row.outlook().courses().isEmpty()
                            ? Content.nothing()
                            : Content.of(row.outlook().rises().size())),
            Column.number(
                    "outlook.volume",
                    13,
                    (row, words) -> Content.count(row.outlook().volume().map(UsualVolume::orders))),
            Column.number(
                    "outlook.days",
                    13,
                    (row, words) -> Content.count(row.outlook().volume().map(volume -> (long) volume.days()))));

    static final List<Column<Leaving>> LEAVING = List.of(
            new Column<>("leaving.metric", 38, (row, words) -> Content.of(words.metric(row.reading()))),
            new Column<>("leaving.day", 14, (row, words) -> Content.of(row.day())),
            Column.number("leaving.defects", 16, (row, words) -> Content.of(row.defects())));

    static final List<Column<Without>> CONTRIBUTIONS = List.of(
            new Column<>("contribution.metric", 38, (row, words) -> Content.of(words.metric(row.reading()))),
            new Column<>(
                    "contribution.by",
                    14,
                    (row, words) -> Content.of(words.messages()
                            .text("sheet.outlook.by." + row.part().dimension()))),
            new Column<>(
                    "contribution.group",
                    16,
                    (row, words) -> Content.of(row.part().group())),
            Column.number(
                    "contribution.affected",
                    13,
                    (row, words) -> Content.of(row.part().of().affected())),
            Column.number(
                    "contribution.total",
                    13,
                    (row, words) -> Content.of(row.part().of().total())),
            Column.number(
                    "contribution.without",
                    13,
                    (row, words) -> rate(row.part().without(), row.reading().target())),
            new Column<>("contribution.says", 30, (row, words) -> Content.of(says(row, words))));

    private OutlookSheet() {}

    /** A metric that is acted on, with its outlook. */
    record Told(Finding finding, Outlook outlook) {

        Reading reading() {
            return finding.reading();
        }
    }

    record Leaving(Reading reading, LocalDate day, long defects) {}

    record Without(Reading reading, Contribution part) {}

    static void write(Book book, RiskReport report) {
        Page page = book.page(NAME, List.of(SUMMARY, LEAVING, CONTRIBUTIONS));
        page.title(page.text(NAME));
        List<Finding> enforced =
                report.findings().stream().filter(f -> f.reading().decides()).toList();
        List<Told> told = enforced.stream()
                .flatMap(f -> f.outlook().map(outlook -> new Told(f, outlook)).stream())
                .toList();
        if (told.isEmpty()) {
            page.line(page.text("sheet.outlook.empty"));
        } else {
            page.line(page.text("sheet.outlook.about"));
        }
        List<Told> watched = told.stream().filter(OutlookSheet::isWatched).toList();
        for (int i = 0; i < watched.size(); i++) {
            page.chart(OutlookChart.of(watched.get(i), i, page.words()));
        }
        List<OutlookDaysSheet.Own> own = WhatIfTable.write(page, watched);
        table(page, "sheet.outlook.summary", "Outlook", SUMMARY, told);
        if (!told.isEmpty()) {
            page.gap();
            page.section(page.text("sheet.outlook.words"));
            told.forEach(row -> page.line(headline(row, page.words())));
            caveats(told, page.words()).forEach(page::line);
        }
        table(page, "sheet.outlook.leaving", "Leaving", LEAVING, leaving(report.asOf(), enforced));
        table(page, "sheet.outlook.contributions", "Contributions", CONTRIBUTIONS, contributions(enforced));
        OutlookDaysSheet.write(book, watched, own);
    }

    private static <R> void table(Page page, String section, String name, List<Column<R>> columns, List<R> rows) {
        if (!rows.isEmpty()) {
            page.gap();
            page.section(page.text(section));
            page.table(name, columns, rows);
        }
    }

    /** What no course knows: said once. */
    private static List<String> caveats(List<Told> told, ReportWords words) {
        List<Reading> readings = told.stream().map(Told::reading).toList();
        List<String> caveats = new ArrayList<>(words.headroomCaveats(readings));
        if (readings.stream().anyMatch(reading -> reading.metric() == Metric.ORDER_DEFECT_RATE)) {
            caveats.add(words.messages().text("sheet.outlook.not-ripe"));
        }
        boolean isAboutShipping = readings.stream()
                .anyMatch(reading -> reading.metric() == Metric.LATE_SHIPMENT_RATE_10
                        || reading.metric() == Metric.LATE_SHIPMENT_RATE_30);
        if (isAboutShipping) {
            caveats.add(words.messages().text("sheet.outlook.not-due"));
        }
        return caveats;
    }

    /** What is to be said of the days to come. */
    static String headline(Told row, ReportWords words) {
        Outlook outlook = row.outlook();
        List<String> sentences = new ArrayList<>();
        sentences.add(words.messages()
                .text(
                        "sheet.outlook.headline",
                        Map.of(
                                "metric", words.metric(row.reading()),
                                "today", outlook.standing().name(),
                                "total", outlook.today().map(Rate::total).orElse(0L),
                                "minimum", row.reading().target().minimum(),
                                "course", course(outlook),
                                "day", turn(outlook).map(words.messages()::day).orElse(""))));
        row.reading()
                .computed()
                .map(Measured::precision)
                .filter(precision -> precision != Precision.EXACT)
                .ifPresent(precision -> sentences.add(
                        words.messages().text("sheet.outlook.inexact", Map.of("precision", precision.name()))));
        outlook.offTargetAgain()
                .ifPresent(day -> sentences.add(words.messages().text("sheet.outlook.again", Map.of("day", day))));
        outlook.course(Assumption.USUAL_PACE)
                .flatMap(Course::worstDay)
                .ifPresent(worst -> sentences.add(words.messages()
                        .text(
                                "sheet.outlook.worst",
                                Map.of(
                                        "day",
                                        worst.day(),
                                        "value",
                                        value(worst.rate().orElseThrow(), row.reading(), words)))));
        outlook.rises().stream()
                .findFirst()
                .ifPresent(rise -> sentences.add(words.messages()
                        .text(
                                "sheet.outlook.rises",
                                Map.of(
                                        "days", (long) outlook.rises().size(),
                                        "first", rise.day(),
                                        "left", rise.left(),
                                        "entered", rise.entered()))));
        return words.sentences(sentences);
    }

    static String course(Outlook outlook) {
        if (outlook.courses().isEmpty()) {
            return "UNKNOWN";
        }
        if (outlook.firstDayOffTarget().isPresent()) {
            return "BREAKS";
        }
        if (outlook.firstDayOnTarget().isPresent()) {
            return "HEALS";
        }
        return outlook.standing() == Outlook.Standing.OFF_TARGET ? "LASTS" : "STAYS";
    }

    /** The day of which the course tells: it breaks, or it heals. */
    static Optional<LocalDate> turn(Outlook outlook) {
        return outlook.firstDayOffTarget().or(outlook::firstDayOnTarget);
    }

    private static String value(Rate rate, Reading reading, ReportWords words) {
        return words.value(rate, reading.target());
    }

    private static Column<Told> worst(String key, Assumption assumption) {
        return new Column<>(
                key,
                20,
                (row, words) -> Content.text(row.outlook()
                        .course(assumption)
                        .flatMap(Course::worstDay)
                        .map(day -> words.messages()
                                .text(
                                        "sheet.outlook.on-day",
                                        Map.of(
                                                "day",
                                                day.day(),
                                                "value",
                                                value(day.rate().orElseThrow(), row.reading(), words))))));
    }

    /** Of every metric whose defects rows name, also where they give no rate. */
    private static List<Leaving> leaving(LocalDate asOf, List<Finding> enforced) {
        return enforced.stream().flatMap(finding -> leaving(asOf, finding)).toList();
    }

    /** A list that is some days old may hold what has left since. */
    private static Stream<Leaving> leaving(LocalDate asOf, Finding finding) {
        Map<LocalDate, Long> days = finding.defects().stream()
                .filter(defect -> defect.leavesOn().isAfter(asOf))
                .collect(Collectors.groupingBy(Defect::leavesOn, TreeMap::new, Collectors.summingLong(Defect::count)));
        return days.entrySet().stream().map(day -> new Leaving(finding.reading(), day.getKey(), day.getValue()));
    }

    private static List<Without> contributions(List<Finding> enforced) {
        return enforced.stream()
                .flatMap(finding -> finding.contributions().stream().map(part -> new Without(finding.reading(), part)))
                .toList();
    }

    private static String says(Without row, ReportWords words) {
        Contribution part = row.part();
        boolean good = row.reading().target().condition().isOfTheGood();
        return part.without()
                .map(rate -> words.messages()
                        .text(
                                "sheet.outlook.contribution",
                                Map.of(
                                        "by", part.dimension().name(),
                                        "group", group(part, words),
                                        "without", Percent.of(rate, good),
                                        "on", part.onTargetWithout() ? "yes" : "no")))
                .orElseGet(() -> words.messages()
                        .text(
                                "sheet.outlook.contribution-all",
                                Map.of("by", part.dimension().name(), "group", group(part, words))));
    }

    private static String group(Contribution part, ReportWords words) {
        return part.dimension() == Contribution.Dimension.DAY
                ? words.messages().day(LocalDate.parse(part.group()))
                : part.group();
    }

    private static boolean isWatched(Told row) {
        boolean isWatched =
                row.reading().status() == Status.OFF_TARGET || row.reading().status() == Status.WATCH;
        return isWatched && !row.outlook().courses().isEmpty();
    }

    /** As Amazon states it: of the good ones where the target is. */
    private static Content rate(Optional<Rate> rate, Target target) {
        return rate.<Content>map(r -> new Content.Share(target.condition().stated(r)))
                .orElseGet(Content::nothing);
    }
}
