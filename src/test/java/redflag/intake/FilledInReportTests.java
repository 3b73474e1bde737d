package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;

/** A risk report among the exports is its Actions sheet, whatever its other sheets look like. */
class FilledInReportTests {

    private static final Object[] LATE = {"Order ID", "Order Date", "Expected Ship Date", "Ship Confirmation Date"};
    private static final Object[] ACTIONS = {
        "Action id", "Store", "Part", "Measure", "Owner", "Due", "Done on", "Done by", "Proof", "Note", "State"
    };

    @TempDir
    private Path folder;

    private FileFacts read(Workbook workbook) throws IOException, Unreadable {
        Files.write(folder.resolve("report.xlsx"), workbook.bytes());
        return Exports.read(folder, "report.xlsx", Hints.none());
    }

    private static Workbook report() {
        return Workbook.of(LATE)
                .row("111-0000001-0000001", "2026-10-03", "2026-10-04", "2026-10-06")
                .anotherSheet()
                .row("Actions")
                .row("What the plans leave to people to confirm.")
                .row(ACTIONS);
    }

    @Test
    void onlyTheActionsOfAReportAreRead() throws Exception {
        FileFacts facts = read(report().row(
                        "late-shipment/action.1",
                        "north",
                        "Action taken",
                        "the shift",
                        "Ann",
                        "soon",
                        LocalDate.of(2026, 11, 12),
                        "Dana",
                        "",
                        "a shift was added",
                        "To be confirmed")
                .row("late-shipment/prevention.1", "north", "Prevention", "who looks", "", "", "", "", "", "", "open"));

        assertThat(facts.kind()).isEqualTo("actions");
        assertThat(facts.rowsRejected())
                .as("a row that nobody filled in is no bad row")
                .isZero();
        assertThat(facts.tables()).containsOnlyKeys(FactType.ACTION);
        FactTable actions = facts.table(FactType.ACTION).orElseThrow();
        assertThat(actions.size()).isEqualTo(2);
        assertThat(actions.day(Field.DONE_ON, 0)).contains(LocalDate.of(2026, 11, 12));
        assertThat(actions.text(Field.NOTE, 0)).contains("a shift was added");
        assertThat(actions.has(Field.DONE_ON, 1)).isFalse();
    }

    @Test
    void aReportThatAsksForNothingIsStillOne() throws Exception {
        FileFacts facts = read(report());

        assertThat(facts.kind()).isEqualTo("actions");
        assertThat(facts.rowsRead()).isZero();
    }

    @Test
    void theSheetSavedAsCsvIsReadWithTheLinesAboveItsHeader() throws Exception {
        FileFacts facts = Exports.read(
                folder,
                "actions.csv",
                String.join(
                        "\n",
                        List.of(
                                "Actions,,,,,,,,,,",
                                "\"What the plans leave to people to confirm. Fill in Done on, Done by and Note.\",,,,,,,,,,",
                                "Action id,Store,Part,Measure,Owner,Due,Done on,Done by,Proof,Note,State",
                                "late-shipment/action.1,north,Action taken,\"the shift, by whom\",,,2026-11-12,Dana,,a shift was added,open",
                                "late-shipment/action.2/SKU-9,north,Action taken,the time,,,,,,,open",
                                "")));

        assertThat(facts.kind()).isEqualTo("actions");
        assertThat(facts.rowsRejected()).isZero();
        assertThat(facts.table(FactType.ACTION).orElseThrow().text(Field.ID, 1))
                .contains("late-shipment/action.2/SKU-9");
    }

    /** A workbook of one's own is no report: none of its sheets is passed over silently. */
    @Test
    void anAgencysOwnWorkbookWithActionsAndAnExportIsRefused() throws Exception {
        Workbook own = Workbook.of(LATE)
                .row("111-0000001-0000001", "2026-10-03", "2026-10-04", "2026-10-06")
                .anotherSheet()
                .row("action", "store", "done on", "done by", "note")
                .row("late-shipment/action.1", "north", "2026-11-12", "Dana", "a shift was added");

        assertThatThrownBy(() -> read(own)).isInstanceOf(Unreadable.class);
    }
}
