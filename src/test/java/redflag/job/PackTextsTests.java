package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.FileTimes;
import redflag.Golden;
import redflag.documents.ChecklistItem;
import redflag.notices.NoticeKind;
import redflag.words.Messages;

/**
 * Each pack in full as text, from the desk files to the folder, to be read aloud whenever one changes. The desk of Fir Lamps
 * in {@code fir/} has a notice for each reason, and papers in each state that a checklist knows:
 *
 * <table>
 * <caption>Papers by notice</caption>
 * <tr><th>Notice</th><th>Papers</th></tr>
 * <tr><td>A-1</td><td>invoices: complete, of too few units, 366 days old</td></tr>
 * <tr><td>A-2</td><td>overdue, of a listing never sold: an invoice dated after the notice</td></tr>
 * <tr><td>C-1</td><td>an invoice made out to somebody else, no inspection record</td></tr>
 * <tr><td>I-1 to I-5</td><td>an authorisation that has expired; a licence that is there; none; none; none, of a patent</td></tr>
 * <tr><td>S-1</td><td>a test report whose file is not there, a lot record that names no product</td></tr>
 * <tr><td>V-1, D-1</td><td>contracts that are there, proof of fewer deliveries than orders</td></tr>
 * <tr><td>K-1</td><td>a licence in another name, a bill that is complete</td></tr>
 * <tr><td>W-1</td><td>an empty file, a bill of 91 days with another address</td></tr>
 * <tr><td>T-1</td><td>complete, and all confirmed: it has the copy for Amazon</td></tr>
 * <tr><td>the others</td><td>none</td></tr>
 * </table>
 */
class PackTextsTests {

    private static final Path DESK = Path.of("src/test/resources/redflag/job/fir");

    @TempDir
    private Path folder;

    @BeforeEach
    void desk() throws IOException {
        Path exports = Files.createDirectories(folder.resolve("inbox/exports/fir"));
        for (String file : List.of(
                "orders",
                "on-time-delivery",
                "late-shipments",
                "returns",
                "feedback",
                "notices",
                "documents",
                "actions")) {
            Files.copy(DESK.resolve(file + ".csv"), exports.resolve(file + ".csv"));
        }
        Path papers = Files.createDirectories(folder.resolve("inbox/documents/fir"));
        for (String line : Files.readAllLines(DESK.resolve("documents.csv"))) {
            String file = line.split(",")[3];
            if (!file.equals("file") && !file.equals("d8.pdf")) {
                Files.writeString(papers.resolve(file), file.equals("d16.pdf") ? "" : "%PDF-1.4");
            }
        }
        Files.writeString(
                folder.resolve("job.yaml"),
                "name: test\nstores: inbox/stores.csv\nexports: inbox/exports\nreports: reports\ndatabase: data\n"
                        + "as-of: 2026-11-22\n");
    }

    private Path pack(String language, String reason, String notice) throws IOException {
        Files.writeString(
                folder.resolve("inbox/stores.csv"),
                Files.readString(DESK.resolve("stores.csv")).replace(",en,", "," + language + ","));
        FileTimes.set(
                folder.resolve("inbox"), TestAgency.MORNING_AFTER.instant().minusSeconds(3_600));
        TestAgency.Ran ran = TestAgency.command(
                TestAgency.MORNING_AFTER,
                "appeal",
                "--job",
                folder.resolve("job.yaml").toString(),
                "--store",
                "fir-us",
                "--reason",
                reason,
                "--notice",
                notice);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        return folder.resolve("reports/appeals/2026-11-22/fir-us/fir-us-" + notice + "-pack");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "A-1, authenticity",
        "A-2, authenticity",
        "C-1, condition",
        "I-1, intellectual-property",
        "I-2, intellectual-property",
        "I-3, intellectual-property",
        "I-4, intellectual-property",
        "I-5, intellectual-property",
        "S-1, product-safety",
        "R-1, restricted-products",
        "L-1, listing-policy",
        "V-1, review-policy",
        "D-1, drop-shipping",
        "K-1, linked-accounts",
        "W-1, verification",
        "T-1, temporary-review",
        "X-1, deactivation",
        "F-1, funds-withheld",
        "P-1, performance",
        "P-2, order-defect-rate",
        "P-3, late-shipment",
        "P-4, cancellation",
        "P-5, valid-tracking",
        "P-6, on-time-delivery",
        "P-7, invoice-defects"
    })
    void aPackReadsAsExpected(String notice, String reason) throws IOException {
        List<Path> english = files(pack("en", reason, notice));
        Golden.assertMatches(getClass(), golden(notice, reason, "en"), text(english));

        List<Path> chinese = files(pack("zh", reason, notice)).stream()
                .filter(file -> isOfManagers(file.getFileName().toString()))
                .toList();
        Golden.assertMatches(getClass(), golden(notice, reason, "zh"), text(chinese));
    }

    private static String golden(String notice, String reason, String language) {
        return "fir/pack-" + notice + "-" + reason + "." + language + ".txt";
    }

    /** What is not the same in every language. */
    private static boolean isOfManagers(String name) {
        return name.contains("-pack-overview-") || name.endsWith("-internal-zh.docx") || name.endsWith(".csv");
    }

    /** A state that no expected text shows is one that nobody has read. */
    @Test
    void everyReasonAndEveryStateOfAPaperIsShown() throws IOException {
        List<String> names;
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(DESK)) {
            List<Path> english =
                    files.filter(file -> file.toString().endsWith(".en.txt")).toList();
            names = english.stream().map(file -> file.getFileName().toString()).toList();
            for (Path file : english) {
                all.append(Files.readString(file));
            }
        }

        assertThat(NoticeKind.values())
                .allSatisfy(kind -> assertThat(names).anyMatch(name -> name.endsWith("-" + kind.word() + ".en.txt")));
        assertThat(ChecklistItem.State.values())
                .allSatisfy(state ->
                        assertThat(all).contains(" | " + Messages.english().text("document.state." + state) + " |"));
    }

    /** The overview first, then by name. */
    private static List<Path> files(Path pack) throws IOException {
        try (Stream<Path> files = Files.list(pack)) {
            return files.sorted(
                            Comparator.comparing((Path file) -> !file.toString().contains("-pack-overview-"))
                                    .thenComparing(Path::getFileName))
                    .toList();
        }
    }

    private static String text(List<Path> files) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files) {
            text.append("== ").append(file.getFileName()).append('\n');
            if (file.toString().endsWith(".docx")) {
                text.append(text(file));
            } else {
                text.append(Files.readString(file).replace("\uFEFF", "").replace("\r\n", "\n"));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Headers, paragraphs and rows of tables, a line each. */
    private static String text(Path document) throws IOException {
        List<String> lines = new ArrayList<>();
        try (InputStream in = Files.newInputStream(document);
                XWPFDocument opened = new XWPFDocument(in)) {
            for (XWPFHeader header : opened.getHeaderList()) {
                lines.add("(" + header.getText().strip() + ")");
            }
            for (IBodyElement element : opened.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) {
                    lines.add(said(paragraph));
                } else if (element instanceof XWPFTable table) {
                    table.getRows()
                            .forEach(row -> lines.add(row.getTableCells().stream()
                                    .map(XWPFTableCell::getParagraphs)
                                    .map(PackTextsTests::said)
                                    .collect(Collectors.joining(" | ", "| ", " |"))));
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String said(List<XWPFParagraph> cell) {
        return cell.stream()
                .map(XWPFParagraph::getText)
                .collect(Collectors.joining(" / "))
                .replace("\n", " / ");
    }

    private static String said(XWPFParagraph paragraph) {
        String text = paragraph.getText().replace("\t", ": ");
        if (paragraph.getNumID() != null) {
            return "# " + text;
        }
        return "Heading1".equals(paragraph.getStyle()) ? "\n" + text : text;
    }
}
