package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Actions sheet of a report is filled in and put back; the next night's plan says what was done. */
class ActionsNightTests {

    private static final String STORE = "fuji-jp";

    @TempDir
    private Path folder;

    private TestAgency agency;

    @BeforeEach
    void theNightBefore() throws Exception {
        agency = TestAgency.in(folder);
        assertThat(agency.run("--as-of", "2026-11-21").exitCode()).isZero();
    }

    private Path report(String asOf, String ending) {
        return folder.resolve("reports")
                .resolve(asOf)
                .resolve(STORE)
                .resolve(STORE + "-account-health-" + asOf + ending);
    }

    /** Fills in a row of the sheet as a person does, and saves the whole workbook among the exports. */
    private void putBack(String id, LocalDate on, String by, String proof, String note) throws IOException {
        Path filled = agency.exports().resolve("fuji/" + STORE + "-account-health-2026-11-21.xlsx");
        try (InputStream in = Files.newInputStream(Files.exists(filled) ? filled : report("2026-11-21", ".xlsx"));
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            for (Row row : workbook.getSheet("Actions")) {
                if (row.getCell(0).getStringCellValue().equals(id)) {
                    row.getCell(6).setCellValue(on);
                    row.getCell(6)
                            .getCellStyle()
                            .setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
                    row.getCell(7).setCellValue(by);
                    row.getCell(8).setCellValue(proof);
                    row.getCell(9).setCellValue(note);
                }
            }
            try (OutputStream out = Files.newOutputStream(filled)) {
                workbook.write(out);
            }
        }
    }

    private JsonNode night() throws IOException {
        TestAgency.Ran ran = agency.run();
        assertThat(ran.exitCode()).as(ran.err() + ran.out()).isZero();
        return JsonMapper.shared().readTree(Files.readAllBytes(report("2026-11-22", ".json")));
    }

    private List<String> cells(String sheet) throws IOException {
        List<String> cells = new ArrayList<>();
        try (InputStream in = Files.newInputStream(report("2026-11-22", ".xlsx"));
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            Sheet of = workbook.getSheet(sheet);
            for (Row row : of) {
                for (Cell cell : row) {
                    cells.add(cell.toString());
                }
            }
        }
        return cells;
    }

    private static List<String> states(JsonNode report) {
        return report.get("actions").findValuesAsString("state");
    }

    @Test
    void aFilledInReportIsReadForItsActionsAndChangesThePlan() throws Exception {
        putBack(
                "valid-tracking/action.not-listed",
                LocalDate.of(2026, 11, 20),
                "Dana Liu",
                "case-118.pdf",
                "the carrier of 17 parcels was corrected");

        JsonNode report = night();

        assertThat(report.get("plans").get(0).get("toConfirm").asInt()).isEqualTo(2);
        assertThat(states(report)).containsExactly("OPEN", "CONFIRMED", "OPEN", "ASKED", "ASKED");
        assertThat(cells("Plan"))
                .contains("Done on 20 November 2026 by Dana Liu: the carrier of 17 parcels was corrected [3].");
        assertThat(cells("Actions")).contains("Dana Liu", "case-118.pdf");
        JsonNode quality = report.get("dataQuality");
        assertThat(quality.get("quarantined")).isEmpty();
        assertThat(quality.get("rejections")).isEmpty();
        assertThat(quality.get("files").findValuesAsString("kind")).contains("actions");
        assertThat(quality.get("warnings").toString()).doesNotContain("not used yet", "account-health-2026-11-21");
    }

    /** Nothing is left to confirm: the copy for Amazon is there, and gone again with the confirmations. */
    @Test
    void theCopyForAmazonComesWithTheLastConfirmationAndGoesWithIt() throws Exception {
        for (String part : List.of("cause", "action", "prevention")) {
            putBack(
                    "valid-tracking/" + part + ".not-listed",
                    LocalDate.of(2026, 11, 20),
                    "Dana Liu",
                    "",
                    "it was put right");
        }
        String internal = STORE + "-valid-tracking-plan-2026-11-22-internal.docx";
        String submission = STORE + "-valid-tracking-plan-2026-11-22.docx";

        JsonNode plan = night().get("plans").get(0);

        assertThat(plan.get("toConfirm").asInt()).isZero();
        assertThat(plan.get("documents").toString()).isEqualTo("[\"" + internal + "\",\"" + submission + "\"]");
        assertThat(agency.reports().resolve(STORE).resolve(internal)).exists();
        assertThat(agency.reports().resolve(STORE).resolve(submission)).exists();

        Files.delete(agency.exports().resolve("fuji/" + STORE + "-account-health-2026-11-21.xlsx"));
        assertThat(agency.run("--again").exitCode()).isZero();

        assertThat(agency.reports().resolve(STORE).resolve(internal)).exists();
        assertThat(agency.reports().resolve(STORE).resolve(submission)).doesNotExist();
    }

    /** An untouched report confirms nothing, and no figure comes of its other sheets. */
    @Test
    void aReportThatNobodyFilledInChangesNothing() throws Exception {
        JsonNode before = night();
        Files.copy(report("2026-11-21", ".xlsx"), agency.exports().resolve("fuji/report.xlsx"));
        assertThat(agency.run("--again").exitCode()).isZero();

        JsonNode after = JsonMapper.shared().readTree(Files.readAllBytes(report("2026-11-22", ".json")));

        assertThat(after.get("readings")).isEqualTo(before.get("readings"));
        assertThat(after.get("plans")).isEqualTo(before.get("plans"));
        assertThat(after.get("actions")).isEqualTo(before.get("actions"));
        assertThat(after.get("dataQuality").get("quarantined")).isEmpty();
        assertThat(after.get("dataQuality").get("warnings"))
                .isEqualTo(before.get("dataQuality").get("warnings"));
    }

    @Test
    void theSheetAsACsvFileIsReadTheSame() throws Exception {
        Files.writeString(agency.exports().resolve("fuji/actions.csv"), """
                Actions,,,,,,,,,,
                What the plans leave to people to confirm.,,,,,,,,,,
                Action id,Store,Part,Measure,Owner,Due,Done on,Done by,Proof,Note,State
                valid-tracking/cause.not-listed,fuji-jp,Root cause,were they untracked?,Ann,Friday,,,,,To be confirmed
                valid-tracking/action.not-listed,fuji-jp,Action taken,"which carrier names and numbers were corrected before delivery, and on which day",,,2026-11-20,Dana,,the names were put right,x
                valid-tracking/prevention.not-listed,fuji-jp,Prevention,"that every parcel leaves by a tracked service whose carrier is chosen from Amazon's list, and who checks it",,,2026-11-20,Dana,,,x
                valid-tracking/action.77,fuji-jp,Action taken,?,,,2026-11-20,Dana,,something,x
                """);

        JsonNode report = night();

        assertThat(states(report)).containsExactly("OPEN", "CONFIRMED", "NO_NOTE", "ASKED", "ASKED", "UNKNOWN");
        assertThat(report.get("plans").get(0).get("toConfirm").asInt()).isEqualTo(2);
        assertThat(report.get("actions").get(0).get("due").asString()).isEqualTo("Friday");
        assertThat(report.get("dataQuality").get("warnings").toString())
                .contains("No plan knows the action \\\"valid-tracking/action.77\\\" (fuji/actions.csv, row 7)");
    }

    /** What is no day leaves the rest of its row standing, and is shown again to be put right. */
    @Test
    void aRowWithWhatIsNoDayIsKeptAndSaysSo() throws Exception {
        Files.writeString(agency.exports().resolve("fuji/actions.csv"), """
                Action id,Store,Owner,Due,Done on,Done by,Proof,Note,State
                valid-tracking/action.not-listed,fuji-jp,Ann,2026-11-25,last week,Dana,c.pdf,the names were put right,x
                """);

        JsonNode report = night();

        assertThat(states(report)).containsExactly("OPEN", "NOT_A_DAY", "OPEN", "ASKED", "ASKED");
        assertThat(report.get("actions").get(1).get("notADay").asString()).isEqualTo("last week");
        assertThat(report.get("plans").get(0).get("toConfirm").asInt()).isEqualTo(3);
        JsonNode quality = report.get("dataQuality");
        assertThat(quality.get("rejections")).isEmpty();
        assertThat(quality.get("warnings").toString())
                .contains("fuji/actions.csv, row 2: \\\"last week\\\" in column \\\"Done on\\\" is not a day");
        assertThat(cells("Actions"))
                .contains(
                        "Ann",
                        "2026-11-25",
                        "last week",
                        "Dana",
                        "c.pdf",
                        "the names were put right",
                        "Still to be confirmed: not a day: 'last week' (fuji/actions.csv, row 2)");
    }

    /** Only what people are to fill in can be changed, and a day is asked for where a day belongs. */
    @Test
    void theSheetIsLockedButForWhatIsToBeFilledIn() throws Exception {
        try (InputStream in = Files.newInputStream(report("2026-11-21", ".xlsx"));
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            XSSFSheet sheet = workbook.getSheet("Actions");
            Row header = sheet.getRow(3);
            Row first = sheet.getRow(4);
            List<String> open = new ArrayList<>();
            for (Cell cell : first) {
                if (!cell.getCellStyle().getLocked()) {
                    open.add(header.getCell(cell.getColumnIndex()).getStringCellValue());
                }
            }

            assertThat(open).containsExactly("Owner", "Due", "Done on", "Done by", "Proof", "Note");
            assertThat(sheet.getProtect()).isTrue();
            assertThat(sheet.getCTWorksheet().getSheetProtection().isSetPassword())
                    .isFalse();
            assertThat(sheet.getDataValidations())
                    .extracting(
                            validation -> validation.getValidationConstraint().getValidationType())
                    .containsExactly(
                            DataValidationConstraint.ValidationType.DATE,
                            DataValidationConstraint.ValidationType.LIST,
                            DataValidationConstraint.ValidationType.LIST);
            assertThat(sheet.getDataValidations().get(1).getShowErrorBox()).isFalse();
            assertThat(sheet.getDataValidations()
                            .get(1)
                            .getValidationConstraint()
                            .getExplicitListValues())
                    .allMatch(person -> person.contains("@"));
            assertThat(sheet.getDataValidations()
                            .get(0)
                            .getRegions()
                            .getCellRangeAddress(0)
                            .formatAsString())
                    .startsWith("G5:G");
            assertThat(sheet.getSheetConditionalFormatting().getNumConditionalFormattings())
                    .as("two colours a row")
                    .isEqualTo(2 * (sheet.getLastRowNum() - 3));
        }
    }
}
