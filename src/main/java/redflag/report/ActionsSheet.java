package redflag.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import redflag.ledger.ActionRow;
import redflag.plan.Measure;
import redflag.words.Messages;
import redflag.xlsx.Area;
import redflag.xlsx.Rule;

/**
 * What the plans ask people to confirm, to be filled in and put back among the exports. Always there, so that a report
 * that is put back is known by it ({@code report-sheet} in exports/desk-actions.yaml names its headings).
 */
final class ActionsSheet {

    static final String NAME = "sheet.actions";

    static final List<Column<Row>> COLUMNS = List.of(
            new Column<>(
                    "actions.id", 28, (row, words) -> Content.of(row.measure().id())),
            new Column<>("actions.store", 11, (row, words) -> Content.of(row.store())),
            new Column<>(
                    "actions.part",
                    11,
                    (row, words) -> Content.text(
                            row.measure().part().map(part -> words.messages().text(PlanSheet.key(part))))),
            new Column<>(
                    "actions.measure",
                    40,
                    (row, words) -> Content.of(row.measure().toRead())),
            new Column<>(
                    "actions.owner",
                    11,
                    (row, words) -> Content.toFill(row.measure().owner())),
            new Column<>(
                    "actions.due",
                    11,
                    (row, words) -> Content.toFill(row.measure().due())),
            new Column<>("actions.done-on", 11, (row, words) -> doneOn(row)),
            new Column<>("actions.done-by", 13, (row, words) -> Content.toFill(row.said(ActionRow::doneBy))),
            new Column<>("actions.proof", 16, (row, words) -> Content.toFill(row.said(ActionRow::proof))),
            new Column<>("actions.note", 36, (row, words) -> Content.toFill(row.said(ActionRow::note))),
            new Column<>("actions.state", 26, (row, words) -> state(row.measure(), words)));

    private static final int OWNER = column("actions.owner");
    private static final int DONE_ON = column("actions.done-on");
    private static final int DONE_BY = column("actions.done-by");
    private static final int NOTE = column("actions.note");
    private static final int STATE = column("actions.state");

    private ActionsSheet() {}

    private static int column(String key) {
        return COLUMNS.stream().map(Column::key).toList().indexOf(key);
    }

    /** @param store id, so that a row says by itself whose it is */
    record Row(String store, Measure measure) {

        <T> Optional<T> said(Function<ActionRow, Optional<T>> field) {
            return measure.row().flatMap(field);
        }

        /** Whoever answers what is asked now writes the day anew: else the old answer would pass for one to it. */
        Optional<LocalDate> doneOn() {
            return measure.state() == Measure.State.OTHER_QUESTION ? Optional.empty() : said(ActionRow::doneOn);
        }
    }

    static void write(Book book, RiskReport report) {
        Page page = book.page(NAME, List.of(COLUMNS));
        page.title(page.text(NAME));
        if (report.measures().isEmpty()) {
            page.line(page.text("sheet.actions.empty"));
            page.tableWithoutRows(COLUMNS);
            return;
        }
        page.line(page.text("sheet.actions.about"));
        page.line(page.text("sheet.actions.how"));
        page.keepNextRowInSight(1);
        String store = report.store().id().value();
        Area rows = page.filteredTable(
                "Actions",
                COLUMNS,
                report.measures().stream()
                        .map(measure -> new Row(store, measure))
                        .toList());
        page.protect();
        page.restrict(rows.ofColumn(DONE_ON), new Rule.Day(page.text("sheet.actions.bad-day")));
        List<String> people = Stream.concat(Stream.of(report.store().manager()), report.store().cc().stream())
                .filter(person -> !person.isEmpty())
                .toList();
        if (!people.isEmpty()) {
            page.restrict(rows.ofColumn(OWNER), new Rule.Suggested(people));
            page.restrict(rows.ofColumn(DONE_BY), new Rule.Suggested(people));
        }
        List<Measure> measures = report.measures();
        for (int i = 0; i < measures.size(); i++) {
            if (changesColour(measures.get(i))) {
                int row = rows.firstRow() + i;
                colours(page, new Area(0, row, rows.lastColumn(), row));
            }
        }
    }

    /** Not what no plan asks for, nor what is complete and can't stand in the letter. */
    private static boolean changesColour(Measure measure) {
        return switch (measure.state()) {
            case NOT_ASKED, UNKNOWN, NOTE_UNUSABLE -> false;
            default -> true;
        };
    }

    private static Content doneOn(Row row) {
        Content held = row.said(ActionRow::notADay).map(Content::of).orElseGet(() -> Content.day(row.doneOn()));
        return new Content.ToFill(held, true);
    }

    /** While it is filled in: a row that says all that a confirmation needs, and one that is to say it and does not yet. */
    private static void colours(Page page, Area rows) {
        String day = cell(DONE_ON, rows);
        String note = cell(NOTE, rows);
        String filled = "AND(ISNUMBER(" + day + ")," + cell(DONE_BY, rows) + "<>\"\"," + note + "<>\"\")";
        String mayStayEmpty =
                page.text("sheet.actions.state." + Measure.State.ASKED).replace("\"", "\"\"");
        String isWanted = "OR(" + cell(STATE, rows) + "<>\"" + mayStayEmpty + "\",COUNTA(" + day + ":" + note + ")>0)";
        page.colour(rows, filled, Tone.GOOD);
        page.colour(rows, "AND(NOT(" + filled + ")," + isWanted + ")", Tone.CONFIRM);
    }

    /** In the first of the rows, as formulas name it that move down with them. */
    private static String cell(int column, Area rows) {
        return "$" + Area.letters(column) + (rows.firstRow() + 1);
    }

    private static Content state(Measure measure, ReportWords words) {
        String text = stateText(measure, words);
        return switch (measure.state()) {
            case CONFIRMED -> new Content.Tinted(text, Tone.GOOD);
            case OPEN, NOT_A_DAY, NO_DAY, NO_PERSON, NO_NOTE, NOTE_UNUSABLE, OTHER_QUESTION, LATER ->
                new Content.Tinted(text, Tone.CONFIRM);
            case ASKED, NOT_ASKED, UNKNOWN -> Content.of(text);
        };
    }

    private static String stateText(Measure measure, ReportWords words) {
        Messages messages = words.messages();
        if (measure.row().isEmpty()) {
            return messages.text("sheet.actions.state." + measure.state());
        }
        ActionRow row = measure.row().get();
        boolean unproved =
                measure.state() == Measure.State.CONFIRMED && row.proof().isEmpty();
        String state = messages.text(
                unproved ? "sheet.actions.state.without-proof" : "sheet.actions.state." + measure.state(),
                Map.of(
                        "why",
                        measure.unusable().map(words::remark).orElse(""),
                        "found",
                        row.notADay().orElse("")));
        return messages.text(
                "sheet.actions.state.from",
                Map.of(
                        "state", state,
                        "file", row.source().file(),
                        "row", Integer.toString(row.source().row())));
    }
}
