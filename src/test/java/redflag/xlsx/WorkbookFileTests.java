package redflag.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import redflag.ooxml.OfficeFile;
import redflag.ooxml.Workbooks;

class WorkbookFileTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final NormalFont FONT = new NormalFont("Arial", 10, OptionalInt.of(134));
    private static final Layout LAYOUT =
            new Layout(List.of(20, 10, 10, 10), new Layout.Footer("A && B", "middle <&", "&P of &N"));

    private static WorkbookFile file() {
        return new WorkbookFile(FONT, "Title & <more>", DAY);
    }

    private static byte[] written(WorkbookFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.finish(out);
        return out.toByteArray();
    }

    private static CellFormat format(String name, boolean isText, boolean isInput) {
        return new CellFormat(
                name,
                new CellFormat.Letters(10, 0x112233, isText, isInput),
                isInput ? OptionalInt.of(0xFFF7CC) : OptionalInt.empty(),
                isText ? OptionalInt.of(0xD0D4DA) : OptionalInt.empty(),
                new CellFormat.Place(
                        isInput ? CellFormat.Horizontal.CENTER : CellFormat.Horizontal.LEFT,
                        CellFormat.Vertical.TOP,
                        isText),
                isInput ? "0.00%" : CellFormat.GENERAL,
                isText,
                isInput);
    }

    /** One of each thing that a workbook can hold, and all of them twice on a sheet. */
    private static byte[] everything() throws IOException {
        WorkbookFile file = file();
        SheetWriter data = file.sheet("Data of A's & B's", LAYOUT);
        for (int row = 0; row < 3; row++) {
            data.row(row, 15);
            for (int column = 0; column < 30; column++) {
                data.number(column, file.format(format("Text", true, false)), row * column);
            }
        }
        SheetWriter sheet = file.sheet("All", LAYOUT);
        int text = file.format(format("Text", true, false));
        int input = file.format(format("Input", false, true));
        sheet.freeze(1, 2);
        sheet.repeat(1);
        sheet.protect();
        sheet.printOnOnePage();
        headings(sheet, 0, text, "Name", "Rate & \"share\"");
        sheet.row(1, 12.755);
        sheet.text(0, text, "=1+1 <&> _x000D_ \uD83D\uDE00\n中");
        sheet.number(1, input, new BigDecimal("0.12345678901234567"));
        sheet.day(2, text, DAY);
        sheet.sparkline(3, text, new Area(0, 2, 29, 2).on(data.name()));
        headings(sheet, 4, text, "Name", "Open");
        sheet.row(5, 15);
        sheet.formula(0, text, "IF(B2<1,\"<\",2)*1", BigDecimal.ONE);
        sheet.textFormula(1, text, "\"a\"&\"b\"", "ab");
        sheet.link(2, text, "Open", "store%20one/a&b.xlsx");
        sheet.link(3, text, "Open", "../other.docx");
        sheet.sparkline(4, text, new Area(0, 1, 29, 1).on(data.name()));
        sheet.table(new Table("First", List.of("Name", "Rate & \"share\""), new Area(0, 0, 1, 1), true));
        sheet.table(new Table("Second", List.of("Name", "Open"), new Area(0, 4, 1, 5), false));
        sheet.highlight(Area.of(1, 1), new Highlight("$B2<>\"\"", 0xFDE5DC, 0xA8320A));
        sheet.highlight(new Area(0, 4, 1, 5), new Highlight("$A5>1", 0xD5EFE6, 0x1A1A1A));
        sheet.restrict(Area.of(1, 1), new Rule.AtLeast(0, "Not below 0 & no text"));
        sheet.restrict(Area.of(2, 1), new Rule.Day("A day"));
        sheet.restrict(Area.of(3, 1), new Rule.Suggested(List.of("yes", "no & never")));
        Optional<String> cells = Optional.of(new Area(0, 1, 1, 1).on(data.name()));
        sheet.chart(chart(Chart.Kind.LINES, cells), new Area(0, 7, 3, 20));
        sheet.chart(chart(Chart.Kind.LINES, Optional.empty()), new Area(0, 22, 3, 40));
        sheet.chart(chart(Chart.Kind.BARS, Optional.empty()), new Area(0, 42, 3, 60));
        file.sheet("Empty", LAYOUT);
        return written(file);
    }

    private static void headings(SheetWriter sheet, int row, int format, String... headings) {
        sheet.row(row, 15);
        for (int i = 0; i < headings.length; i++) {
            sheet.text(i, format, headings[i]);
        }
    }

    private static Chart chart(Chart.Kind kind, Optional<String> cells) {
        return new Chart(
                kind,
                "A finding <&>",
                "What it \"shows\"",
                new Chart.Labels(List.of("a", "b & c"), cells),
                List.of(
                        new Chart.Series(
                                "first", Chart.Stroke.MAIN, List.of(Optional.of(0.1), Optional.empty()), cells),
                        new Chart.Series(
                                "limit", Chart.Stroke.TARGET, List.of(Optional.of(0.2), Optional.of(1e-7)), cells)));
    }

    @Test
    void everyPartIsWhatTheSchemasAskFor() throws IOException {
        assertThat(Workbooks.faults(everything())).isEmpty();
    }

    @Test
    void aWorkbookOfOneEmptySheetIsSound() throws IOException {
        WorkbookFile file = file();
        file.sheet("Empty", new Layout(List.of(1), LAYOUT.footer()));

        assertThat(Workbooks.faults(written(file))).isEmpty();
    }

    @Test
    void whatTheCheckIsForItFinds() throws IOException {
        WorkbookFile file = file();
        SheetWriter sheet = file.sheet("Sheet", LAYOUT);
        headings(sheet, 0, 0, "Name", "Rate");
        headings(sheet, 1, 0, "a", "b");
        sheet.table(new Table("First", List.of("Name", "Other"), new Area(0, 0, 1, 1), true));
        sheet.table(new Table("First", List.of("a"), new Area(0, 1, 0, 1), true));
        sheet.sparkline(2, 0, "'Gone'!$A$1:$B$1");

        assertThat(Workbooks.faults(written(file)))
                .containsExactly(
                        "xl/tables/table1.xml: 'Other' is not what B1 says: Rate",
                        "xl/tables/table2.xml: no name of a table, or twice: First",
                        "xl/tables/table2.xml: a table without a row",
                        "xl/worksheets/sheet1.xml: cells of no sheet: 'Gone'!$A$1:$B$1");
    }

    @Test
    void theSchemasFindWhatIsOutOfPlace() throws IOException {
        WorkbookFile file = file();
        SheetWriter sheet = file.sheet("Sheet", LAYOUT);
        sheet.link(0, 0, "out of a row", "https://example.com/");

        assertThat(Workbooks.faults(written(file)))
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("xl/worksheets/sheet1.xml:")
                        .contains("element"))
                .contains("xl/worksheets/_rels/sheet1.xml.rels: not relative: https://example.com/");
    }

    @Test
    void twoReadersReadTheSameTexts() throws IOException {
        byte[] xlsx = everything();
        String expected = "=1+1 <&> _x000D_ \uD83D\uDE00\n中";
        try (XSSFWorkbook poi = new XSSFWorkbook(new ByteArrayInputStream(xlsx));
                ReadableWorkbook other = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            XSSFSheet sheet = poi.getSheet("All");
            List<Row> rows = other.findSheet("All").orElseThrow().read();

            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo(expected);
            // it leaves escapes as the file has them
            assertThat(rows.get(1).getCellText(0).replace("_x005F_", "_")).isEqualTo(expected);
            assertThat(sheet.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(0.123456789012346);
            assertThat(rows.get(1).getCellAsNumber(1)).contains(new BigDecimal("0.123456789012346"));
            assertThat(sheet.getRow(1).getCell(2).getLocalDateTimeCellValue()).isEqualTo(DAY.atStartOfDay());
            assertThat(rows.get(1).getCellAsDate(2)).contains(DAY.atStartOfDay());
            assertThat(sheet.getRow(5).getCell(1).getCellFormula()).isEqualTo("\"a\"&\"b\"");
            assertThat(rows.get(2).getCellText(1)).isEqualTo("Open");
            assertThat(rows.get(3).getCell(1).getFormula()).isEqualTo("\"a\"&\"b\"");
        }
    }

    @Test
    void theSameCallsGiveTheSameBytes() throws IOException {
        assertThat(everything()).isEqualTo(everything());
    }

    @Test
    void theHeadOfASheetIsOutOnceItHasManyRowsAndNothingIsFrozenThen() {
        WorkbookFile file = file();
        SheetWriter sheet = file.sheet("Long", LAYOUT);
        for (int row = 0; row < 2_000; row++) {
            sheet.row(row, 15);
            sheet.text(0, 0, "a text of some length");
        }

        assertThatThrownBy(() -> sheet.freeze(0, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the head of sheet 'Long' is written already");
    }

    @Test
    void whatIsFrozenAfterAFewRowsStaysInSight() throws IOException {
        WorkbookFile file = file();
        SheetWriter sheet = file.sheet("Short", LAYOUT);
        headings(sheet, 0, 0, "Name");
        sheet.freeze(0, 1);

        byte[] xlsx = written(file);
        assertThat(Workbooks.faults(xlsx)).isEmpty();
        assertThat(new OfficeFile(xlsx).text("xl/worksheets/sheet1.xml"))
                .contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
    }

    /** 130 MB of XML through 40 MB of memory. */
    @Test
    void rowsAreNotKept() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx40m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongSheet.class.getName())
                .inheritIO()
                .start();

        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    /** In a process of its own. */
    static final class LongSheet {

        private LongSheet() {}

        public static void main(String[] arguments) throws IOException {
            WorkbookFile file = file();
            SheetWriter sheet = file.sheet("Long", LAYOUT);
            for (int row = 0; row < 200_000; row++) {
                sheet.row(row, 15);
                for (int column = 0; column < 6; column++) {
                    sheet.text(column, 0, "112-" + row + "-" + column + " a text of an order");
                }
            }
            file.finish(OutputStream.nullOutputStream());
        }
    }
}
