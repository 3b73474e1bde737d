package redflag.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import redflag.risk.RiskLevel;
import redflag.rules.Reading;

/** What a cell holds. What does not exist is {@link Nothing}, an empty cell, and never 0. */
sealed interface Content {

    record Text(String text) implements Content {}

    record Count(long value) implements Content {}

    /** A number that names something, such as a row: without marks between thousands. */
    record Ordinal(long value) implements Content {}

    /** A number with one decimal place. */
    record Tenths(BigDecimal value) implements Content {}

    /** @param fraction 0.01 is shown as 1.00% */
    record Share(BigDecimal fraction) implements Content {}

    /** @param chance 0.98 is shown as 98%; never 0% or 100% where it is not */
    record Chance(BigDecimal chance) implements Content {}

    record Day(LocalDate day) implements Content {}

    /** A number with one decimal place that a reader changes to see what follows. */
    record Input(BigDecimal value) implements Content {}

    /**
     * What the spreadsheet program works out.
     *
     * @param formula in English, with commas
     * @param shows what it gives as the workbook is written: a number, a share, a day or a text
     */
    record Formula(String formula, Content shows) implements Content {}

    /** A word on a colour. */
    record Marked(String text, Tone tone) implements Content {}

    /** A longer text on a colour. */
    record Tinted(String text, Tone tone) implements Content {}

    /** @param address relative to the folder of the workbook, with {@code /} */
    record Link(String text, String address) implements Content {}

    /**
     * A cell that people fill in though the sheet is protected; what is typed stays as it is typed.
     *
     * @param held what stands in it already: a text, a day or nothing
     * @param isOfDays whether a day is to be typed
     */
    record ToFill(Content held, boolean isOfDays) implements Content {}

    /** @param of the cells, of any sheet, whose values a line goes through from left to right */
    record Line(String of) implements Content {}

    record Nothing() implements Content {}

    static Content nothing() {
        return new Nothing();
    }

    static Content of(String text) {
        return text.isEmpty() ? nothing() : new Text(text);
    }

    static Content of(long value) {
        return new Count(value);
    }

    static Content of(LocalDate day) {
        return new Day(day);
    }

    static Content text(Optional<String> text) {
        return text.map(Content::of).orElseGet(Content::nothing);
    }

    static Content count(Optional<Long> value) {
        return value.map(Content::of).orElseGet(Content::nothing);
    }

    static Content day(Optional<LocalDate> day) {
        return day.map(Content::of).orElseGet(Content::nothing);
    }

    /** In its colour where Amazon acts on the metric: what it does not act on must not alarm. */
    static Content status(Reading reading, ReportWords words) {
        String word = words.status(reading.status());
        return reading.decides() ? new Marked(word, Tone.of(reading.status())) : new Text(word);
    }

    static Content toFill(Optional<String> text) {
        return new ToFill(text(text), false);
    }

    static Content of(RiskLevel level, ReportWords words) {
        return new Marked(words.risk(level), Tone.of(level));
    }

    static Content yesOrNo(boolean yes, ReportWords words) {
        return of(words.messages().text(yes ? "sheet.yes" : "sheet.no"));
    }
}
