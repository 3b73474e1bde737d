package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redflag.words.Messages;
import redflag.xlsx.CellFormat;
import redflag.xlsx.Layout;
import redflag.xlsx.NormalFont;
import redflag.xlsx.SheetWriter;
import redflag.xlsx.WorkbookFile;

/**
 * The second night of the sample as LibreOffice prints it, one store of it in Chinese. A text is clipped if the PDF
 * lacks it, as it lacks numbers that do not fit ({@code ###}), or if it is drawn over another.
 */
class PrintedNightRenderTests {

    private static final Path FOLDER = Path.of("target/render");
    private static final String PICTURED = "birch-us-account-health-2026-11-22.xlsx";
    private static final Path PICTURE = Path.of("src/docs/summary.png");
    private static final int MOST_BYTES_OF_PICTURE = 200_000;
    private static final int MARGIN_OF_PICTURE = 12;
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private static final Rendering RENDERING = new Rendering(FOLDER);
    private static final Path CLIPPED = FOLDER.resolve("clipped.xlsx");

    private static final List<Path> FILES = new ArrayList<>();

    @BeforeAll
    static void printNight() throws IOException {
        empty(FOLDER);
        TestAgency agency = TestAgency.in(FOLDER.resolve("night"));
        Path stores = FOLDER.resolve("night/inbox/stores.csv");
        Files.writeString(
                stores,
                Files.readString(stores).replace("Elder Deutschland,2023-04-11,en", "Elder Deutschland,2023-04-11,zh"));
        assertThat(agency.run("--as-of", "2026-11-21").exitCode()).isZero();
        assertThat(agency.run().exitCode()).isZero();
        try (Stream<Path> walk = Files.walk(agency.reports())) {
            walk.filter(file -> file.toString().matches(".*\\.(xlsx|docx)"))
                    .sorted()
                    .forEach(FILES::add);
        }
        writeClipped();
        List<Path> all = new ArrayList<>(FILES);
        all.add(CLIPPED);
        RENDERING.print(all);
        FILES.forEach(RENDERING::draw);
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                walk.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
        Files.createDirectories(folder);
    }

    static List<Path> workbooks() {
        return FILES.stream().filter(file -> file.toString().endsWith(".xlsx")).toList();
    }

    static List<Path> documents() {
        return FILES.stream().filter(file -> file.toString().endsWith(".docx")).toList();
    }

    private static String dense(String text) {
        return SPACE.matcher(text).replaceAll("");
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void everyTextOfAWorkbookIsPrintedOnTheRightPagesAndNoPageIsBlank(Path file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            Map<Sheet, List<String>> pages = pages(workbook, RENDERING.pages(file));
            List<String> counts = new ArrayList<>();
            pages.forEach((sheet, of) -> counts.add(sheet.getSheetName() + " " + of.size()));
            System.out.println(file.getFileName() + ": " + String.join(", ", counts));
            pages.forEach((sheet, of) -> {
                assertThat(of).as(sheet.getSheetName()).isNotEmpty().doesNotContain("");
                if (sheet.getPrintSetup().getFitHeight() == 1) {
                    assertThat(of).as(sheet.getSheetName()).hasSize(1);
                }
                assertThat(missing(sheet, String.join("", of)))
                        .as(sheet.getSheetName())
                        .isEmpty();
            });
            assertThat(pages.get(workbook.getSheetAt(0))).as("the first sheet").hasSize(1);
        }
        assertThat(RENDERING.overlaps(file)).isEmpty();
    }

    /** What is on the pages of each sheet, without footers and blanks. A sheet's first page begins with its first cell. */
    private static Map<Sheet, List<String>> pages(XSSFWorkbook workbook, List<String> printed) {
        Map<Sheet, List<String>> pages = new LinkedHashMap<>();
        int sheet = -1;
        for (int page = 0; page < printed.size(); page++) {
            String text = dense(printed.get(page));
            if (sheet + 1 < workbook.getNumberOfSheets()) {
                Sheet next = workbook.getSheetAt(sheet + 1);
                String begin = footer(next, page + 1, printed.size())
                        + dense(next.getRow(0).getCell(0).getStringCellValue());
                // of a large title the first page may have another text first
                if (sheet < 0 || text.startsWith(begin)) {
                    pages.put(next, new ArrayList<>());
                    sheet++;
                }
            }
            Sheet of = workbook.getSheetAt(sheet);
            String footer = footer(of, page + 1, printed.size());
            assertThat(text).startsWith(footer);
            pages.get(of).add(text.substring(footer.length()));
        }
        assertThat(pages).hasSize(workbook.getNumberOfSheets());
        return pages;
    }

    private static String footer(Sheet sheet, int page, int pages) {
        String text = sheet.getFooter().getLeft()
                + sheet.getFooter().getCenter()
                + sheet.getFooter()
                        .getRight()
                        .replace("&P", Integer.toString(page))
                        .replace("&N", Integer.toString(pages));
        return dense(text.replace("&&", "&"));
    }

    private static List<String> missing(Sheet sheet, String printed) {
        List<String> missing = new ArrayList<>();
        DataFormatter formatter = new DataFormatter(Locale.ROOT);
        // LibreOffice prints what it calculates itself
        formatter.setUseCachedValuesForFormulaCells(true);
        sheet.forEach(row -> row.forEach(cell -> {
            String text = formatter.formatCellValue(cell);
            if (!printed.contains(dense(text))) {
                missing.add(cell.getAddress() + " " + text);
            }
        }));
        return missing;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aLetterHasTwoPagesAtMostAndAllOfADocumentIsPrinted(Path file) throws IOException {
        boolean isChinese = file.toString().endsWith("-zh.docx");
        Messages messages = Messages.forLanguage(isChinese ? "zh" : "en");
        List<String> pages = new ArrayList<>();
        // the first line of a page is its header, the last its footer
        for (String page : RENDERING.pages(file)) {
            List<String> lines = page.lines().toList();
            pages.add(dense(String.join("", lines.subList(1, lines.size() - 1))));
        }
        if (!file.getFileName().toString().contains("-pack-overview-")) {
            int last = 0;
            while (!pages.get(last).contains(dense(messages.text("letter.signed-on")))) {
                last++;
            }
            System.out.println(file.getFileName() + ": letter " + (last + 1) + ", all " + pages.size());
            assertThat(last).as("pages of the letter before its last").isLessThan(2);
        }
        assertThat(pages).doesNotContain("");
        String printed = String.join("", pages);
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(file))) {
            List<XWPFParagraph> paragraphs = new ArrayList<>(document.getParagraphs());
            document.getTables()
                    .forEach(table -> table.getRows()
                            .forEach(row ->
                                    row.getTableCells().forEach(cell -> paragraphs.addAll(cell.getParagraphs()))));
            assertThat(paragraphs).allSatisfy(paragraph -> assertThat(printed).contains(dense(paragraph.getText())));
        }
        assertThat(RENDERING.overlaps(file)).isEmpty();
    }

    /** Of two rows of which the first is too low for its text, and of a number in a column that is too narrow. */
    private static void writeClipped() throws IOException {
        WorkbookFile file =
                new WorkbookFile(new NormalFont("Arial", 10, OptionalInt.empty()), "", LocalDate.of(2026, 11, 22));
        SheetWriter sheet =
                file.sheet("Clipped", new Layout(List.of(20, 3), new Layout.Footer("left", "middle", "&P of &N")));
        int wrapped = file.format(new CellFormat(
                "Text",
                new CellFormat.Letters(10, 0, false, false),
                OptionalInt.empty(),
                OptionalInt.empty(),
                new CellFormat.Place(CellFormat.Horizontal.LEFT, CellFormat.Vertical.TOP, true),
                CellFormat.GENERAL,
                true,
                false));
        sheet.row(0, 13);
        sheet.text(0, wrapped, "a text of several lines in a row of a single line");
        sheet.row(1, 13);
        sheet.text(0, wrapped, "another text below it");
        sheet.number(1, wrapped, 123_456_789);
        try (OutputStream out = Files.newOutputStream(CLIPPED)) {
            file.finish(out);
        }
    }

    @Test
    void whatIsClippedIsFound() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(CLIPPED))) {
            assertThat(missing(workbook.getSheetAt(0), dense(String.join("", RENDERING.pages(CLIPPED)))))
                    .containsExactly("B2 123456789");
        }
        assertThat(RENDERING.overlaps(CLIPPED)).isNotEmpty();
    }

    /** {@code -Dpicture.update=true} makes README's picture anew: the first sheet without its blank margins. */
    @Test
    @EnabledIfSystemProperty(named = "picture.update", matches = "true")
    void drawThePictureOfReadme() throws IOException {
        Path file =
                FILES.stream().filter(of -> of.endsWith(PICTURED)).findFirst().orElseThrow();
        BufferedImage page = ImageIO.read(RENDERING.drawFirst(file).toFile());
        int left = page.getWidth();
        int right = 0;
        int bottom = 0;
        int top = page.getHeight();
        // the footer is not of the sheet
        for (int y = 0; y < page.getHeight() * 93 / 100; y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                if ((page.getRGB(x, y) & 0xFFFFFF) != 0xFFFFFF) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        BufferedImage cut = page.getSubimage(
                left - MARGIN_OF_PICTURE,
                top - MARGIN_OF_PICTURE,
                right - left + 2 * MARGIN_OF_PICTURE,
                bottom - top + 2 * MARGIN_OF_PICTURE);
        ImageIO.write(cut, "png", PICTURE.toFile());
        assertThat(PICTURE.toFile().length()).isLessThanOrEqualTo(MOST_BYTES_OF_PICTURE);
    }
}
