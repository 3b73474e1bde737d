package redflag.job;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text of an export that begins like a formula is never one in a workbook of the night (exports.md 2.2). */
class FormulaNightTests {

    private static final Pattern WHAT_IF = Pattern.compile("\\$M\\d+\\+\\$N\\d+\\*'Outlook'!\\$B\\$\\d+"
            + "|MIN\\(\\$R\\d+,\\$O\\d+\\+MAX\\(\\$Q\\d+,\\$P\\d+\\*'Outlook'!\\$C\\$\\d+/7\\)\\)"
            + "|IF\\(\\$R\\d+>0,\\(?\\$[RS]\\d+(-\\$S\\d+\\))?/\\$R\\d+,\"\"\\)"
            + "|IFERROR\\(INDEX\\(('Outlook days'!|[$A-Z0-9:<>=.*,()]|MATCH|INDEX)+,\"not in 60 days\"\\)");

    private static final List<String> SIGNS = List.of("=1+2&\"", "+SUM(1)", "-1+cmd", "@evil");

    @TempDir
    private Path folder;

    @Test
    void whatBeginsLikeAFormulaStaysTextInEveryWorkbook() throws Exception {
        TestAgency agency = TestAgency.in(folder);
        for (String account : List.of("alder", "birch", "cedar", "hazel")) {
            plant(agency.exports().resolve(account).resolve("all-orders.txt"));
        }
        Files.writeString(agency.exports().resolve("alder/=1+2.txt"), "remember the milk\n");

        TestAgency.Ran night = agency.run();

        assertThat(night.exitCode()).as(night.err()).isEqualTo(1);
        List<Cell> cells = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : agency.files().entrySet()) {
            if (file.getKey().endsWith(".xlsx")) {
                cells.addAll(cells(file.getValue()));
            }
        }
        List<Cell> signed = cells.stream()
                .filter(cell -> cell.getCellType() == CellType.STRING)
                .filter(cell -> cell.getStringCellValue().matches("(?s)[=+@\\-\\t\\r].*"))
                .toList();

        assertThat(cells.stream()
                        .filter(cell -> cell.getCellType() == CellType.FORMULA)
                        .map(Cell::getCellFormula))
                .as("none but those of the what-if cells")
                .allMatch(WHAT_IF.asMatchPredicate());
        assertThat(signed).allMatch(cell -> cell.getCellStyle().getQuotePrefixed());
        assertThat(signed)
                .extracting(Cell::getStringCellValue)
                .as("SKUs and rejected cells")
                .anyMatch(text -> text.startsWith(SIGNS.get(0)))
                .anyMatch(text -> text.startsWith(SIGNS.get(1)))
                .anyMatch(text -> text.startsWith(SIGNS.get(2)))
                .anyMatch(text -> text.startsWith(SIGNS.get(3)));
    }

    /** Every SKU begins with one of the signs, and one row in ten has such a quantity, status or channel. */
    private static void plant(Path orders) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(orders, ISO_8859_1));
        List<String> header = List.of(lines.get(0).split("\t"));
        for (int line = 1; line < lines.size(); line++) {
            String[] cells = lines.get(line).split("\t", -1);
            String sign = SIGNS.get(line % SIGNS.size());
            int sku = header.indexOf("sku");
            cells[sku] = sign + cells[sku];
            if (line % 10 == 0) {
                cells[
                        header.indexOf(List.of("quantity", "order-status", "sales-channel")
                                .get(line / 10 % 3))] = sign;
            }
            lines.set(line, String.join("\t", cells));
        }
        Files.write(orders, lines, ISO_8859_1);
    }

    private static List<Cell> cells(byte[] xlsx) throws IOException {
        List<Cell> cells = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    row.forEach(cells::add);
                }
            }
        }
        return cells;
    }
}
