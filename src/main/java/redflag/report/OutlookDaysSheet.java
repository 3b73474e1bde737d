package redflag.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import redflag.basics.Rate;
import redflag.outlook.Assumption;
import redflag.outlook.CourseDay;
import redflag.outlook.KnownDay;
import redflag.outlook.LikelyDay;
import redflag.outlook.Outlook;
import redflag.outlook.Outlooks;
import redflag.outlook.WhatIf;
import redflag.rules.Reading;
import redflag.xlsx.Area;

/**
 * The days to come, one by one, of the metrics that are off target or need watching: below each other, in the order of the
 * Outlook sheet, whose chart and inputs hang on these cells.
 */
final class OutlookDaysSheet {

    static final String NAME = "sheet.outlook-days";

    /** The title is on the first, the headings on the second. */
    private static final int FIRST_ROW = 2;

    private static final int CHANCE_DIGITS = 4;

    static final List<Column<Row>> COLUMNS = List.of(
            new Column<>("course.metric", 30, (row, words) -> Content.of(words.metric(row.reading()))),
            new Column<>(
                    "course.day", 12, (row, words) -> Content.of(row.clean().day())),
            Column.number(
                    "course.total", 9, (row, words) -> Content.of(row.clean().total())),
            Column.number(
                    "course.clean-affected",
                    9,
                    (row, words) -> Content.of(row.clean().affected())),
            Column.number("course.clean-rate", 9, (row, words) -> row.rate(row.clean())),
            Column.number("course.pace-affected", 9, (row, words) -> row.affected(Assumption.USUAL_PACE)),
            Column.number("course.pace-rate", 9, (row, words) -> row.rate(Assumption.USUAL_PACE)),
            Column.number("course.least", 9, (row, words) -> row.likely(LikelyDay::least)),
            Column.number("course.most", 9, (row, words) -> row.likely(LikelyDay::most)),
            Column.number("course.chance", 9, (row, words) -> row.chance()),
            Column.number("course.fewer-rate", 9, (row, words) -> row.rate(Assumption.FEWER_ORDERS)),
            Column.number(
                    "course.target",
                    9,
                    (row, words) -> new Content.Share(row.reading().target().value())),
            Column.number(
                    "course.known-total",
                    9,
                    (row, words) -> Content.of(row.known().total())),
            Column.number(
                    "course.to-come", 9, (row, words) -> Content.of(row.known().daysToCome())),
            Column.number(
                    "course.known-affected",
                    9,
                    (row, words) -> Content.of(row.known().affected())),
            Column.number(
                    "course.open-days",
                    9,
                    (row, words) -> Content.of(row.known().openDays())),
            Column.number(
                    "course.seen", 9, (row, words) -> Content.of(row.known().seen())),
            Column.number("course.own-total", 9, (row, words) -> row.ownOrders()),
            Column.number("course.own-affected", 9, (row, words) -> row.ownDefects()),
            Column.number("course.own-rate", 9, (row, words) -> row.ownRate()));

    /** The columns that others hang on. */
    enum Cells {
        DAY(1),
        CLEAN_RATE(4),
        PACE_RATE(6),
        LEAST(7),
        MOST(8),
        FEWER_RATE(10),
        TARGET(11),
        KNOWN_TOTAL(12),
        TO_COME(13),
        KNOWN_AFFECTED(14),
        OPEN_DAYS(15),
        SEEN(16),
        OWN_TOTAL(17),
        OWN_AFFECTED(18),
        OWN_RATE(19);

        private final int column;

        Cells(int column) {
            this.column = column;
        }
    }

    private OutlookDaysSheet() {}

    /**
     * What a reader tries of a metric.
     *
     * @param place of the metric among those on this sheet
     * @param orders the cell on the Outlook sheet with the orders a day
     * @param defects the cell there with the defects a week
     */
    record Own(WhatIf whatIf, int place, String orders, String defects) {}

    /** @param place of the day in every course */
    record Row(OutlookSheet.Told told, int place, int sheetRow, Optional<Own> own) {

        Reading reading() {
            return told.reading();
        }

        private Outlook outlook() {
            return told.outlook();
        }

        private Optional<CourseDay> on(Assumption assumption) {
            return outlook().course(assumption).map(course -> course.days().get(place));
        }

        private CourseDay clean() {
            return on(Assumption.NO_NEW_DEFECTS).orElseThrow();
        }

        private KnownDay known() {
            return outlook().known().get(place);
        }

        private Optional<LikelyDay> likely() {
            return outlook().likely().isEmpty()
                    ? Optional.empty()
                    : Optional.of(outlook().likely().get(place));
        }

        private Content likely(ToLongFunction<LikelyDay> defects) {
            return likely().filter(day -> day.total() > 0)
                    .map(day -> share(new Rate(defects.applyAsLong(day), day.total())))
                    .orElseGet(Content::nothing);
        }

        /** Empty where Amazon does not act on so few. */
        private Content chance() {
            long fewest = Math.max(1, reading().target().minimum());
            return likely().filter(day -> day.total() >= fewest)
                    .<Content>map(day -> new Content.Chance(
                            BigDecimal.valueOf(day.chanceOffTarget()).setScale(CHANCE_DIGITS, RoundingMode.HALF_UP)))
                    .orElseGet(Content::nothing);
        }

        private Content affected(Assumption assumption) {
            return Content.count(on(assumption).map(CourseDay::affected));
        }

        private Content rate(Assumption assumption) {
            return on(assumption).map(this::rate).orElseGet(Content::nothing);
        }

        /** As Amazon states it: of the good ones where the target is. */
        private Content rate(CourseDay day) {
            return day.rate().map(this::share).orElseGet(Content::nothing);
        }

        private Content share(Rate rate) {
            return new Content.Share(reading().target().condition().stated(rate));
        }

        private String cell(Cells cells) {
            return "$" + Area.letters(cells.column) + (sheetRow + 1);
        }

        private Content ownOrders() {
            return own.<Content>map(cells -> new Content.Formula(
                            cell(Cells.KNOWN_TOTAL) + "+" + cell(Cells.TO_COME) + "*" + cells.orders(),
                            new Content.Tenths(day(cells).orders())))
                    .orElseGet(Content::nothing);
        }

        private Content ownDefects() {
            return own.<Content>map(cells -> new Content.Formula(
                            "MIN(" + cell(Cells.OWN_TOTAL) + "," + cell(Cells.KNOWN_AFFECTED) + "+MAX("
                                    + cell(Cells.SEEN) + "," + cell(Cells.OPEN_DAYS) + "*" + cells.defects() + "/7))",
                            new Content.Tenths(day(cells).defects())))
                    .orElseGet(Content::nothing);
        }

        private Content ownRate() {
            String above = reading().target().condition().isOfTheGood()
                    ? "(" + cell(Cells.OWN_TOTAL) + "-" + cell(Cells.OWN_AFFECTED) + ")"
                    : cell(Cells.OWN_AFFECTED);
            return own.<Content>map(cells -> new Content.Formula(
                            "IF(" + cell(Cells.OWN_TOTAL) + ">0," + above + "/" + cell(Cells.OWN_TOTAL) + ",\"\")",
                            day(cells).rate().<Content>map(Content.Share::new).orElseGet(() -> new Content.Text(""))))
                    .orElseGet(Content::nothing);
        }

        private WhatIf.Day day(Own own) {
            return own.whatIf().days().get(place);
        }
    }

    /** @param watched those with courses */
    static void write(Book book, List<OutlookSheet.Told> watched, List<Own> own) {
        if (watched.isEmpty()) {
            return;
        }
        Page page = book.page(NAME, List.of(COLUMNS));
        page.title(page.text("sheet.outlook.courses"));
        page.keepNextRowInSight(2);
        page.filteredTable("Courses", COLUMNS, rows(watched, own));
    }

    private static List<Row> rows(List<OutlookSheet.Told> watched, List<Own> own) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < watched.size(); i++) {
            int metric = i;
            Optional<Own> cells =
                    own.stream().filter(of -> of.place() == metric).findFirst();
            IntStream.range(0, Outlooks.DAYS)
                    .forEach(day -> rows.add(new Row(watched.get(metric), day, FIRST_ROW + rows.size(), cells)));
        }
        return rows;
    }

    /** The cells of a metric's days. */
    static String of(Cells cells, int place, ReportWords words) {
        int first = FIRST_ROW + place * Outlooks.DAYS;
        return new Area(cells.column, first, cells.column, first + Outlooks.DAYS - 1)
                .on(words.messages().text(NAME));
    }
}
