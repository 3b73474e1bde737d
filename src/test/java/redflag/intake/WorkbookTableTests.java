package redflag.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Moments;

class WorkbookTableTests {

    private static final String ORDER = "111-0000001-0000001";

    @TempDir
    Path dir;

    @Test
    void cellsFormattedAsDatesAreDays() throws IOException, Unreadable {
        FactTable rows =
                lateShipments(Workbook.of("Order ID", "Order Date", "Expected Ship Date", "Ship Confirmation Date")
                        .row(ORDER, LocalDate.of(2026, 10, 3), LocalDateTime.of(2026, 10, 5, 10, 15), "2026-10-06"));

        assertThat(Moments.text(rows.moment(Field.PURCHASED, 0))).isEqualTo("2026-10-03");
        assertThat(Moments.text(rows.moment(Field.EXPECTED_SHIP, 0))).isEqualTo("2026-10-05");
        assertThat(Moments.text(rows.moment(Field.SHIP_CONFIRMED, 0))).isEqualTo("2026-10-06");
    }

    @Test
    void percentCellsCarryTheirSignAndPlainNumbersDoNot() throws IOException, Unreadable {
        FileFacts facts = read(Workbook.of("store", "metric", "period-to", "affected", "total", "rate")
                .row(
                        "north-us",
                        "orderDefectRate",
                        LocalDate.of(2026, 10, 30),
                        3,
                        1234567,
                        new Workbook.Percent(0.0148)));
        FactTable figures = facts.table(FactType.PRINTED_FIGURE).orElseThrow();

        assertThat(figures.text(Field.RATE, 0)).contains("0.0148");
        assertThat(figures.count(Field.TOTAL, 0)).contains(1234567L);
        assertThat(figures.day(Field.TO, 0)).contains(LocalDate.of(2026, 10, 30));
        assertThatThrownBy(() -> read(Workbook.of("store", "metric", "period-to", "rate")
                        .row("north-us", "orderDefectRate", LocalDate.of(2026, 10, 30), 0.0148)))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        e -> assertThat(Exports.text(e.why()))
                                .startsWith("row 2, column \"rate\": 0.0148 could be 0.0148 % or 1.48 %;"));
    }

    /** Excel writes seventeen digits of a double; POI writes the shortest that is the same. */
    @Test
    void numbersAsExcelWritesThemAreWhatItShows() throws IOException, Unreadable {
        byte[] excel = patched(
                Workbook.of("store", "metric", "period-to", "affected", "total", "rate-fraction")
                        .row("north-us", "orderDefectRate", "2026-10-30", 3, 400, 0.0148)
                        .row("north-us", "orderDefectRate", "2026-10-30", 4, 400, 0.07)
                        .bytes(),
                "xl/worksheets/sheet1.xml",
                "<v>0.0148</v>",
                "<v>1.4800000000000001E-2</v>",
                "<v>0.07</v>",
                "<v>7.0000000000000007E-2</v>");
        FactTable figures = figures(excel);

        assertThat(figures.text(Field.RATE, 0)).contains("0.0148");
        assertThat(figures.text(Field.RATE, 1)).contains("0.07");
    }

    @Test
    void percentCellsAsExcelWritesThemAreWhatItShows() throws IOException, Unreadable {
        byte[] excel = patched(
                Workbook.of("store", "metric", "period-to", "rate")
                        .row("north-us", "orderDefectRate", "2026-10-30", new Workbook.Percent(0.07))
                        .bytes(),
                "xl/worksheets/sheet1.xml",
                "<v>0.07</v>",
                "<v>7.0000000000000007E-2</v>");

        assertThat(figures(excel).text(Field.RATE, 0)).contains("0.07");
    }

    @Test
    void anOrderIdThatExcelTurnedIntoANumberIsNotMadeUp() throws IOException, Unreadable {
        FileFacts facts = read(
                Workbook.of("Order ID", "Order Date", "Expected Ship Date").row(1.12E17, "2026-10-03", "2026-10-05"));

        assertThat(facts.rejections())
                .extracting(Exports::text)
                .containsExactly("row 2: Order ID: found \"1.12E17\", expected an order id such as"
                        + " 123-1234567-1234567 (Excel turns ids into numbers)");
    }

    @Test
    void aDateCellWithoutADayCostsOnlyItsRow() throws IOException, Unreadable {
        byte[] bytes = patched(
                Workbook.of("Order ID", "Order Date", "Expected Ship Date")
                        .row(ORDER, "2026-10-03", LocalDate.of(2026, 10, 5))
                        .row("111-0000001-0000002", "2026-10-03", "2026-10-05")
                        .bytes(),
                "xl/worksheets/sheet1.xml",
                "<v>46300.0</v>",
                "<v>-7</v>");
        FileFacts facts = read(bytes);

        assertThat(facts.rowsAccepted()).isEqualTo(1);
        assertThat(facts.rejections())
                .extracting(Exports::text)
                .containsExactly("row 2: Expected Ship Date: found \"-7\", expected a date such as"
                        + " 2026-11-02T10:19:22+00:00 or 2026-11-02");
    }

    @Test
    void inlineStringsAreReadAndReadingAidsAreNot() throws IOException, Unreadable {
        byte[] bytes = patched(
                Workbook.of("Order ID", "Order Date", "Expected Ship Date")
                        .row(1, "2026-10-03", "2026-10-05")
                        .bytes(),
                "xl/worksheets/sheet1.xml",
                "t=\"n\" s=\"0\"><v>1.0</v>",
                "t=\"inlineStr\" s=\"0\"><is><r><t>111-</t></r><r><t>0000001-0000001</t></r>"
                        + "<rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh></is>");

        assertThat(Exports.orderIds(read(bytes).table(FactType.LATE_SHIPMENT).orElseThrow()))
                .containsExactly(ORDER);
    }

    @Test
    void lettersByNumberAreReadInInlineStringsAsInSharedOnes() throws IOException, Unreadable {
        byte[] bytes = patched(
                Workbook.of("Order ID", "Order Date", "Expected Ship Date", "SKU")
                        .row(ORDER, "2026-10-03", "2026-10-05", 1)
                        .row("111-0000001-0000002", "2026-10-03", "2026-10-05", "A_x005F_x0042_C")
                        .bytes(),
                "xl/worksheets/sheet1.xml",
                "t=\"n\" s=\"0\"><v>1.0</v>",
                "t=\"inlineStr\" s=\"0\"><is><t>A_x005F_x0042_\uD83D\uDE00_x0044_</t></is>");
        FactTable rows = read(bytes).table(FactType.LATE_SHIPMENT).orElseThrow();

        assertThat(rows.text(Field.SKU, 0)).contains("A_x0042_\uD83D\uDE00D");
        assertThat(rows.text(Field.SKU, 1)).contains("A_x0042_C");
    }

    @Test
    void readingAidsOfSharedStringsAreNotRead() throws IOException, Unreadable {
        byte[] bytes = patched(
                Workbook.of("Order ID", "Order Date", "Expected Ship Date")
                        .row(ORDER, "2026-10-03", "2026-10-05")
                        .bytes(),
                "xl/sharedStrings.xml",
                "<t>Order ID</t>",
                "<t>Order ID</t><rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh>");

        assertThat(read(bytes).kind()).isEqualTo("lateShipments");
    }

    @Test
    void theHeaderNeedNotBeTheFirstRowNorOnTheFirstSheet() throws IOException, Unreadable {
        Workbook workbook = Workbook.of("About this download")
                .row("made by hand")
                .anotherSheet()
                .row("Late shipments")
                .blankRow()
                .row("Order ID", "Order Date", "Expected Ship Date", "Impacts Account Health")
                .row(ORDER, "2026-10-03", "2026-10-05", true)
                .anotherSheet()
                .row("Order ID", "Order Date", "Expected Ship Date");
        FactTable rows = lateShipments(workbook);

        assertThat(Exports.orderIds(rows)).containsExactly(ORDER);
        assertThat(rows.sourceRow(0)).isEqualTo(4);
        assertThat(rows.isTrue(Field.IMPACTS_ACCOUNT_HEALTH, 0)).isTrue();
    }

    @Test
    void theSheetWithRowsIsReadAndNotAnEmptyOneBeforeIt() throws IOException, Unreadable {
        FactTable rows = lateShipments(Workbook.of("Order ID", "Order Date", "Expected Ship Date")
                .anotherSheet()
                .row("Order ID", "Order Date", "Expected Ship Date")
                .row(ORDER, "2026-10-03", "2026-10-05"));

        assertThat(Exports.orderIds(rows)).containsExactly(ORDER);
    }

    @Test
    void ofTwoSheetsWithRowsNoneIsLostSilently() {
        Workbook workbook = Workbook.of("Order ID", "Order Date", "Expected Ship Date")
                .row(ORDER, "2026-10-03", "2026-10-05")
                .anotherSheet()
                .row("Order ID", "Order Date", "Expected Ship Date")
                .row("111-0000001-0000009", "2026-10-03", "2026-10-05");

        assertThatThrownBy(() -> lateShipments(workbook))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        e -> assertThat(Exports.text(e.why()))
                                .startsWith("two sheets hold rows that are read: Sheet0 and Sheet1"));
    }

    @Test
    void blankRowsAreNoRows() throws IOException, Unreadable {
        FileFacts facts = read(Workbook.of("Order ID", "Order Date", "Fulfilled By", "Negative Feedback")
                .row(ORDER, "2026-10-03", "Seller", "X")
                .row(" ", "", " ", "")
                .blankRow()
                .row("111-0000001-0000002", "2026-10-03", "Amazon"));
        FactTable rows = facts.table(FactType.ORDER_DEFECT).orElseThrow();

        assertThat(facts.rowsRead()).isEqualTo(2);
        assertThat(rows.code(Field.FULFILMENT, 1)).contains(Code.AFN);
        assertThat(rows.sourceRow(1)).isEqualTo(5);
        assertThat(facts.charset()).isEmpty();
    }

    @Test
    void hiddenSheetsAreNotRead() throws IOException, Unreadable {
        for (String state : List.of("hidden", "veryHidden")) {
            byte[] bytes = patched(
                    Workbook.of("Order ID", "Order Date", "Expected Ship Date")
                            .row("111-0000001-0000009", "2026-10-03", "2026-10-05")
                            .anotherSheet()
                            .row("Order ID", "Order Date", "Expected Ship Date")
                            .row(ORDER, "2026-10-03", "2026-10-05")
                            .bytes(),
                    "xl/workbook.xml",
                    "<sheet name=\"Sheet0\"",
                    "<sheet state=\"" + state + "\" name=\"Sheet0\"");

            assertThat(Exports.orderIds(
                            read(bytes).table(FactType.LATE_SHIPMENT).orElseThrow()))
                    .containsExactly(ORDER);
        }
    }

    @Test
    void datesAreCountedFrom1904WhereTheWorkbookSaysSo() throws IOException, Unreadable {
        byte[] bytes = patched(
                Workbook.of("Order ID", "Order Date", "Expected Ship Date")
                        .row(ORDER, "2026-10-03", LocalDate.of(2022, 10, 4))
                        .bytes(),
                "xl/workbook.xml",
                "<workbookPr date1904=\"false\"",
                "<workbookPr date1904=\"true\"");

        assertThat(Moments.text(
                        read(bytes).table(FactType.LATE_SHIPMENT).orElseThrow().moment(Field.EXPECTED_SHIP, 0)))
                .isEqualTo("2026-10-05");
    }

    @Test
    void formulasGiveWhatExcelCalculatedAndErrorsAreNoValues() throws IOException, Unreadable {
        FileFacts facts = read(patchedSheet(
                "t=\"n\" s=\"0\"><v>1.0</v>",
                "t=\"str\" s=\"0\"><f>[9]Other!A1</f><v>" + ORDER + "</v>",
                "t=\"n\" s=\"0\"><v>2.0</v>",
                "t=\"e\" s=\"0\"><v>#N/A</v>"));

        assertThat(Exports.orderIds(facts.table(FactType.LATE_SHIPMENT).orElseThrow()))
                .containsExactly(ORDER);
        assertThat(facts.rejections())
                .extracting(Exports::text)
                .singleElement()
                .asString()
                .startsWith("row 3: Order ID: found \"#N/A\", expected an order id");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            <row r="3" | <row r="2" | the workbook is damaged: rows or cells stand twice or out of order after row 2
            r="B2" | r="A2" | the workbook is damaged: rows or cells stand twice or out of order after row 2
            r="C2" | r="XFE2" | row 2 has more than 16,384 columns
            <?xml version="1.0" encoding="UTF-8"?> | <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hosts">]> | the workbook is damaged or cut off
            """, quoteCharacter = '~')
    void aSheetThatExcelWouldNotOpenIsDamaged(String old, String other, String reason) throws IOException {
        byte[] bytes = patchedSheet(old, other);

        assertThat(reasonOf(bytes)).isEqualTo(reason);
    }

    @Test
    void whatUnpacksToFarTooMuchIsNotUnpacked() throws IOException {
        String blanks = "<!--" + " ".repeat(40 << 20) + "-->";

        assertThat(reasonOf(patchedSheet("<sheetData>", blanks + "<sheetData>")))
                .as("a sheet")
                .isEqualTo("it unpacks to more than any export holds");
        for (String part : List.of("xl/styles.xml", "xl/workbook.xml", "xl/sharedStrings.xml")) {
            byte[] bytes = patched(rows(), part, "?>", "?>" + blanks);
            assertThat(reasonOf(bytes)).as(part).isEqualTo("it unpacks to more than any export holds");
        }
    }

    @Test
    void aCellOfTenMegabytesIsTooLong() throws IOException {
        StringBuilder noise = new StringBuilder();
        Random random = new Random(20261124);
        while (noise.length() < 2_000_000) {
            noise.append(Long.toString(random.nextLong(), 36));
        }

        assertThat(reasonOf(
                        patchedSheet("t=\"n\" s=\"0\"><v>1.0</v>", "t=\"inlineStr\"><is><t>" + noise + "</t></is>")))
                .isEqualTo("row 2 is longer than any row of an export (an open quote?)");
    }

    private static byte[] rows() throws IOException {
        return Workbook.of("Order ID", "Order Date", "Expected Ship Date")
                .row(1, "2026-10-03", "2026-10-05")
                .row(2, "2026-10-03", "2026-10-05")
                .bytes();
    }

    private static byte[] patchedSheet(String... oldAndNew) throws IOException {
        return patched(rows(), "xl/worksheets/sheet1.xml", oldAndNew);
    }

    private String reasonOf(byte[] workbook) {
        Unreadable unreadable = catchThrowableOfType(Unreadable.class, () -> read(workbook));
        return unreadable == null ? "read" : Exports.text(unreadable.why());
    }

    private FactTable lateShipments(Workbook workbook) throws IOException, Unreadable {
        return read(workbook).table(FactType.LATE_SHIPMENT).orElseThrow();
    }

    private FactTable figures(byte[] workbook) throws IOException, Unreadable {
        return read(workbook).table(FactType.PRINTED_FIGURE).orElseThrow();
    }

    private FileFacts read(Workbook workbook) throws IOException, Unreadable {
        return read(workbook.bytes());
    }

    private FileFacts read(byte[] workbook) throws IOException, Unreadable {
        Files.write(dir.resolve("any name.dat"), workbook);
        return Exports.read(dir, "any name.dat", Hints.none());
    }

    /** The workbook with pieces of one part replaced; each piece must be there. */
    private static byte[] patched(byte[] workbook, String part, String... oldAndNew) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (entry.getName().equals(part)) {
                    String xml = new String(content, UTF_8);
                    for (int i = 0; i < oldAndNew.length; i += 2) {
                        assertThat(xml).contains(oldAndNew[i]);
                        xml = xml.replace(oldAndNew[i], oldAndNew[i + 1]);
                    }
                    content = xml.getBytes(UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
