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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample agency with managers who read Chinese: all of every workbook, of the
 * portfolio and of its page is Chinese, and what they fill in is read. */
class ChineseNightTests {

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

    /** Names of files, of what is written by Amazon or the agency, and of settings. */
    private static final Pattern NAMES = Pattern.compile(
            "\\S*[\\w-]+[/\\\\_]\\S*|[\\w.-]+\\.(?:csv|txt|tsv|xlsx|json|gz|pdf)"
                    + "|[ACD]-[a-z0-9-]+|\\bB0[0-9A-Z]{8}\\b|Amazon(?:\\.[a-z]+)+|\\b[A-Z]{2}\\b|^.+(?=：值为|：应为|：没有值)|“[A-Za-z. -]+”|\\b[A-Z0-9]+(?:-[A-Z0-9]+)+\\b|\\b[0-9a-f]{64}\\b|https?://\\S+");

    private static final String DATA = "<script id=\"data\" type=\"application/json\">";

    /** What of the page's data is for its script, and names of people. */
    private static final Set<String> KEYS = Set.of(
            "id",
            "name",
            "manager",
            "level",
            "tone",
            "language",
            "days",
            "asOf",
            "on",
            "files",
            "packFiles",
            "status",
            "readings",
            "hits");

    /** Columns of what sellers and Amazon call things. */
    private static final Set<String> COLUMNS_OF_NAMES = Set.of(
            "亚马逊原文", "提交与答复", "通知", "SKU", "ASIN", "商品", "承运人", "文件", "编码", "店铺", "名称", "经理", "账户", "措施编号", "单元格", "略去",
            "文件编号", "文件路径", "涉及商品", "内容", "出处", "来源");

    /** Signs of the trade, names of people, and Amazon's word for the account. */
    private static final Set<String> ALLOWED = Set.of(
            "SKU",
            "ASIN",
            "DEACTIVATED",
            "PDF",
            "JPG",
            "PNG",
            "GIF",
            "DMCA",
            "SHA",
            "UTC",
            "API",
            "JSON",
            "XLSX",
            "CSV",
            "Excel",
            "FBA",
            "gzip",
            "Redflag",
            "Fisher",
            "Benjamini",
            "Hochberg",
            "NORMAL",
            "test");

    @TempDir
    private Path folder;

    private TestAgency agency;
    /** Of the stores, and their ids. */
    private final Set<String> names = new TreeSet<>();

    @BeforeEach
    void managersReadChinese() throws IOException {
        agency = TestAgency.in(folder).with("language: zh");
        Path stores = folder.resolve("inbox/stores.csv");
        Files.writeString(stores, Files.readString(stores).replace(",en,", ",zh,"));
        Files.readAllLines(stores).stream().skip(1).map(line -> line.split(",")).forEach(store -> {
            names.add(store[1]);
            names.add(store[3]);
        });
    }

    private Path report(String asOf, String store, String ending) {
        return folder.resolve("reports/" + asOf + "/" + store + "/" + store + "-account-health-" + asOf + ending);
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    @Test
    void noEnglishStandsInAChineseWorkbook() throws Exception {
        assertThat(agency.run("--as-of", "2026-11-21").exitCode()).isZero();
        assertThat(agency.run().exitCode()).isZero();
        Set<String> stray = new TreeSet<>();
        for (String store : List.of(
                "alder-us",
                "birch-us",
                "cedar-us",
                "elder-uk",
                "elder-de",
                "elder-it",
                "fuji-jp",
                "hazel-us",
                "laurel-us",
                "olive-us")) {
            try (XSSFWorkbook workbook = open(report("2026-11-22", store, ".xlsx"))) {
                for (Sheet sheet : workbook) {
                    stray.addAll(words(store, sheet.getSheetName(), sheet.getSheetName()));
                    stray.addAll(words(
                            store,
                            "footer",
                            sheet.getFooter().getCenter() + sheet.getFooter().getRight()));
                    stray.addAll(ofCells(store, sheet));
                }
            }
        }
        try (XSSFWorkbook workbook = open(agency.reports().resolve("portfolio-2026-11-22.xlsx"))) {
            assertThat(workbook.getNumberOfSheets()).isGreaterThanOrEqualTo(6);
            for (Sheet sheet : workbook) {
                stray.addAll(words("portfolio", sheet.getSheetName(), sheet.getSheetName()));
                stray.addAll(ofCells("portfolio", sheet));
            }
        }
        assertThat(stray).isEmpty();
        assertThat(ofPage(Files.readString(agency.reports().resolve("portfolio-2026-11-22.html"))))
                .isEmpty();
    }

    private Set<String> ofPage(String html) {
        assertThat(html).contains("<html lang=\"zh\">");
        String data = html.substring(html.indexOf(DATA) + DATA.length());
        JsonNode json = JsonMapper.shared().readTree(data.substring(0, data.indexOf("</script>")));
        Set<String> stray = new TreeSet<>();
        ofData(json, "", stray);
        String around =
                html.substring(html.indexOf("<body>"), html.indexOf(DATA)).replaceAll("<[^>]*>", "\n");
        around.lines().forEach(line -> stray.addAll(words("page", "markup", line)));
        Matcher said =
                Pattern.compile("(?:aria-label|placeholder)=\"([^\"]*)\"").matcher(html);
        while (said.find()) {
            stray.addAll(words("page", "attribute", said.group(1)));
        }
        assertThat(json.path("texts")).hasSizeGreaterThan(50);
        return stray;
    }

    /** Every text that is data of the page, but for what names something to the script, and signs that it fills in. */
    private void ofData(JsonNode node, String name, Set<String> stray) {
        if (node.isString() && !KEYS.contains(name)) {
            stray.addAll(words("page", name, node.asString().replaceAll("\\{\\w+}", "")));
        }
        node.propertyStream().forEach(property -> ofData(property.getValue(), property.getKey(), stray));
        if (node.isArray()) {
            node.forEach(each -> ofData(each, name, stray));
        }
    }

    private List<String> ofCells(String store, Sheet sheet) {
        List<String> stray = new ArrayList<>();
        List<String> headings = List.of();
        for (Row row : sheet) {
            List<String> texts = new ArrayList<>();
            row.forEach(cell -> texts.add(cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : ""));
            if (isHeader(row)) {
                headings = texts;
            }
            for (Cell cell : row) {
                int column = cell.getColumnIndex();
                boolean isName = column < headings.size() && COLUMNS_OF_NAMES.contains(headings.get(column));
                if (cell.getCellType() == CellType.STRING && (!isName || isHeader(row))) {
                    stray.addAll(words(store, sheet.getSheetName(), cell.getStringCellValue()));
                }
            }
        }
        return stray;
    }

    private static boolean isHeader(Row row) {
        Cell first = row.getCell(0);
        return first != null
                && first.getCellStyle().getFillForegroundColorColor() != null
                && row.getLastCellNum() > 0
                && first.getCellStyle().getWrapText()
                && ((org.apache.poi.xssf.usermodel.XSSFCellStyle) first.getCellStyle())
                        .getFont()
                        .getBold();
    }

    private List<String> words(String store, String where, String text) {
        List<String> words = new ArrayList<>();
        String own = text;
        for (String name : names) {
            own = own.replace(name, " ");
        }
        Matcher word = WORD.matcher(NAMES.matcher(own).replaceAll(" "));
        while (word.find()) {
            if (!ALLOWED.contains(word.group())) {
                words.add(word.group() + " <- " + store + " " + where + ": " + text);
            }
        }
        return words;
    }

    /** The sheet is known by its Chinese headings, and the machine copy and the copy for Amazon stay English. */
    @Test
    void aFilledInChineseReportIsReadTheNextNight() throws Exception {
        assertThat(agency.run("--as-of", "2026-11-21").exitCode()).isZero();
        try (XSSFWorkbook workbook = open(report("2026-11-21", "fuji-jp", ".xlsx"))) {
            for (Row row : workbook.getSheet("措施")) {
                if (row.getCell(0).getStringCellValue().equals("valid-tracking/action.not-listed")) {
                    row.getCell(6).setCellValue(LocalDate.of(2026, 11, 20));
                    row.getCell(6)
                            .getCellStyle()
                            .setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
                    row.getCell(7).setCellValue("刘丹");
                    row.getCell(8).setCellValue("case-118.pdf");
                    row.getCell(9).setCellValue("the carrier of 17 parcels was corrected");
                }
            }
            try (OutputStream out = Files.newOutputStream(agency.exports().resolve("fuji/report.xlsx"))) {
                workbook.write(out);
            }
        }

        TestAgency.Ran night = agency.run();

        assertThat(night.exitCode()).as(night.err() + night.out()).isZero();
        JsonNode json = JsonMapper.shared().readTree(Files.readAllBytes(report("2026-11-22", "fuji-jp", ".json")));
        assertThat(json.get("actions").findValuesAsString("state"))
                .containsExactly("OPEN", "CONFIRMED", "OPEN", "ASKED", "ASKED");
        assertThat(json.get("dataQuality").get("quarantined")).isEmpty();
        assertThat(json.get("plans").toString())
                .contains("Done on 20 November 2026 by 刘丹: the carrier of 17 parcels was corrected [3].");
        try (XSSFWorkbook workbook = open(report("2026-11-22", "fuji-jp", ".xlsx"))) {
            List<String> cells = new ArrayList<>();
            workbook.getSheet("行动计划").forEach(row -> row.forEach(cell -> cells.add(cell.toString())));
            workbook.getSheet("措施").forEach(row -> row.forEach(cell -> cells.add(cell.toString())));
            assertThat(cells)
                    .contains("刘丹 于 2026年11月20日 完成：the carrier of 17 parcels was corrected [3]。")
                    .contains("case-118.pdf")
                    .anyMatch(text -> text.startsWith("已确认（"));
        }
    }
}
