package redflag.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import redflag.ledger.ActionRow;
import redflag.plan.Measure;
import redflag.words.Messages;

/**
 * What the plans ask people to confirm, to be filled in and put back among the exports. Always there, so that a report
 * that is put back is known by it ({@code report-sheet} in exports/desk-actions.yaml names its headings).
 */
final class ActionsSheet {

    static final String NAME = "sheet.actions";

    static final List<Column<Row>> COLUMNS = List.of(
            new Column<>(
                    "actions.id", 30, (row, words) -> Content.of(row.measure().id())),
            new Column<>("actions.store", 12, (row, words) -> Content.of(row.store())),
            new Column<>(
                    "actions.part",
                    12,
                    (row, words) -> Content.text(
                            row.measure().part().map(part -> words.messages().text(PlanSheet.key(part))))),
            new Column<>(
                    "actions.measure",
                    44,
                    (row, words) -> Content.of(row.measure().toRead())),
            new Column<>(
                    "actions.owner",
                    12,
                    (row, words) -> Content.text(row.measure().owner())),
            new Column<>(
                    "actions.due",
                    11,
                    (row, words) -> Content.text(row.measure().due())),
            new Column<>("actions.done-on", 11, (row, words) -> Content.day(row.doneOn())),
            new Column<>("actions.done-by", 14, (row, words) -> Content.text(row.said(ActionRow::doneBy))),
            new Column<>("actions.proof", 18, (row, words) -> Content.text(row.said(ActionRow::proof))),
            new Column<>("actions.note", 38, (row, words) -> Content.text(row.said(ActionRow::note))),
            new Column<>("actions.state", 30, (row, words) -> state(row.measure(), words)));

    private ActionsSheet() {}

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
        page.table(
                "Actions",
                COLUMNS,
                report.measures().stream()
                        .map(measure -> new Row(store, measure))
                        .toList());
    }

    private static Content state(Measure measure, ReportWords words) {
        String text = stateText(measure, words);
        return switch (measure.state()) {
            case CONFIRMED -> new Content.Tinted(text, Tone.GOOD);
            case OPEN, NO_DAY, NO_PERSON, NO_NOTE, NOTE_UNUSABLE, OTHER_QUESTION, LATER ->
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
                Map.of("why", measure.unusable().map(words::remark).orElse("")));
        return messages.text(
                "sheet.actions.state.from",
                Map.of(
                        "state", state,
                        "file", row.source().file(),
                        "row", Integer.toString(row.source().row())));
    }
}
