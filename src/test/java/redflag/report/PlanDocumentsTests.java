package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redflag.check.Background;
import redflag.check.DraftCheck;
import redflag.check.Finding;
import redflag.check.LetterFile;
import redflag.check.NoteCheck;
import redflag.check.Rule;
import redflag.ledger.ActionRow;
import redflag.ledger.Source;
import redflag.plan.ActionsTaken;
import redflag.plan.Plan;
import redflag.plan.PlanLibrary;
import redflag.plan.Reason;
import redflag.rules.Metric;

/** Plans as Word documents: what the agency works with, and what may go to Amazon. */
class PlanDocumentsTests {

    static final String WORKING = "acme-us-order-defect-rate-plan-2026-11-22-internal.docx";
    private static final String SUBMISSION = "acme-us-order-defect-rate-plan-2026-11-22.docx";
    static final String LIST = "acme/order-defects-2026-11-21.csv";

    static final Plan DRAFT = new Plan(
            Reason.ORDER_DEFECT_RATE,
            "Plan of action: order defect rate",
            List.of(Metric.ORDER_DEFECT_RATE),
            List.of(new Plan.Paragraph(0, "12 of 812 orders had a defect. [1]")),
            List.of(
                    paragraph(
                            1,
                            "cause.feedback",
                            "Question to the seller: 7 have negative feedback [1]. [confirm: why?]"),
                    paragraph(2, "cause.claim", "Question to the seller: 4 have a claim [2]. [confirm: why?]")),
            List.of(
                    paragraph(1, "action.feedback", "[confirm: what was done for the buyers]"),
                    paragraph(2, "action.claim", "[confirm: which claims were refunded]")),
            List.of(
                    paragraph(1, "prevention.feedback", "[confirm: the check] Our target: under 0.8 %."),
                    paragraph(2, "prevention.claim", "[confirm: the rule]")),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                    new Plan.Evidence(1, Plan.Basis.ROWS, "12 affected: rows of " + LIST + ".", sources(12)),
                    new Plan.Evidence(2, Plan.Basis.ROWS, "The 2 rows of " + LIST + " with this defect.", sources(2))));

    private static Plan.Paragraph paragraph(int number, String id, String text) {
        return new Plan.Paragraph(number, text, Optional.of("order-defect-rate/" + id));
    }

    private static List<Source> sources(int count) {
        List<Source> sources = new ArrayList<>();
        for (int row = 3; row < 3 + count; row++) {
            sources.add(new Source(LIST, row));
        }
        return sources;
    }

    /** The report with the draft, after so many of its six measures are confirmed. */
    static RiskReport confirmed(int count) {
        List<String> ids = List.of(
                "cause.feedback",
                "cause.claim",
                "action.feedback",
                "action.claim",
                "prevention.feedback",
                "prevention.claim");
        List<ActionRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new ActionRow(
                    "order-defect-rate/" + ids.get(i),
                    Optional.empty(),
                    Optional.of(LocalDate.of(2026, 11, 18)),
                    Optional.empty(),
                    Optional.of("Dana Liu"),
                    i == 2 ? Optional.of("refunds.pdf") : Optional.empty(),
                    Optional.of("deed " + i + " was done"),
                    Optional.empty(),
                    Optional.empty(),
                    new Source("acme/actions.csv", i + 2)));
        }
        ActionsTaken taken = ActionsTaken.of(
                List.of(DRAFT), rows, SampleReports.AS_OF, PlanLibrary.shipped(), NoteCheck::unusable, "en");
        RiskReport report = SampleReports.offTarget();
        return new RiskReport(
                report.asOf(),
                report.version(),
                report.rulesHash(),
                report.store(),
                report.verdict(),
                report.amazon(),
                report.findings(),
                report.causes(),
                taken.plans(),
                List.of(),
                taken.measures(),
                report.targets(),
                report.reconciliations(),
                report.previous(),
                report.dataQuality(),
                report.history(),
                report.gates(),
                report.stock(),
                report.notices(),
                report.documents(),
                report.packs(),
                report.rules());
    }

    private static byte[] written(RiskReport report, String name) throws IOException {
        MemorySink sink = new MemorySink();
        assertThat(new PlanDocuments().write(report, sink)).contains(name);
        return sink.file(name);
    }

    private static XWPFDocument read(RiskReport report, String name) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(written(report, name)));
    }

    @Test
    void theCopyForAmazonIsMadeOnceNothingIsLeftToConfirm() throws IOException {
        assertThat(new PlanDocuments().write(confirmed(0), new MemorySink())).containsExactly(WORKING);
        assertThat(new PlanDocuments().write(confirmed(5), new MemorySink())).containsExactly(WORKING);
        assertThat(new PlanDocuments().write(confirmed(6), new MemorySink())).containsExactly(WORKING, SUBMISSION);
        assertThat(new PlanDocuments().write(SampleReports.healthy(), new MemorySink()))
                .isEmpty();
    }

    /** The lines for whoever signs are no blanks that were forgotten. */
    @Test
    void nothingOfTheCopyForAmazonIsTakenForUnconfirmed(@TempDir Path folder) throws Exception {
        Path letter = Files.write(folder.resolve(SUBMISSION), written(confirmed(6), SUBMISSION));

        assertThat(DraftCheck.check(LetterFile.read(letter), Reason.ORDER_DEFECT_RATE, Background.none()))
                .extracting(Finding::rule)
                .doesNotContain(Rule.UNRESOLVED_CONFIRM);
    }

    @Test
    void headingsAndListsHaveStylesThatTheDocumentDefines() throws IOException {
        try (XWPFDocument document = read(confirmed(2), WORKING)) {
            assertThat(styled(document, "Title")).containsExactly("Plan of action: order defect rate");
            assertThat(styled(document, "Heading1"))
                    .containsExactly("Issue", "Root causes", "Actions taken", "Prevention");
            assertThat(styled(document, "Annex")).containsExactly("Annex: evidence");
            assertThat(styled(document, "Heading2")).containsExactly("Figures", "Measures");
            for (XWPFParagraph paragraph : document.getParagraphs()) {
                assertThat(document.getStyles().styleExist(paragraph.getStyle()))
                        .as(paragraph.getStyle())
                        .isTrue();
            }
        }
    }

    private static List<String> styled(XWPFDocument document, String style) {
        return document.getParagraphs().stream()
                .filter(paragraph -> style.equals(paragraph.getStyle()))
                .map(XWPFParagraph::getText)
                .toList();
    }

    /** Word counts: each part has a list of its own that begins at 1. */
    @Test
    void theThreePartsCarryTheSameNumbers() throws IOException {
        for (int confirmed : List.of(0, 3, 6)) {
            try (XWPFDocument document = read(confirmed(confirmed), WORKING)) {
                Map<BigInteger, Integer> counters = new HashMap<>();
                Map<String, List<Integer>> numbers = new HashMap<>();
                String part = "";
                for (XWPFParagraph paragraph : document.getParagraphs()) {
                    if ("Heading1".equals(paragraph.getStyle())) {
                        part = paragraph.getText();
                    } else if (paragraph.getNumID() != null) {
                        int first = paragraph.getNumStartOverride().intValue();
                        int number = counters.merge(paragraph.getNumID(), first, (last, f) -> last + 1);
                        numbers.computeIfAbsent(part, p -> new ArrayList<>()).add(number);
                    }
                }
                assertThat(numbers)
                        .containsOnlyKeys("Root causes", "Actions taken", "Prevention")
                        .allSatisfy((name, of) -> assertThat(of).as(name).containsExactly(1, 2));
            }
        }
    }

    @Test
    void theWorkingCopyIsInternalAndMarksWhatIsToBeConfirmed() throws IOException {
        try (XWPFDocument document = read(confirmed(3), WORKING)) {
            assertThat(document.getHeaderList().get(0).getText()).startsWith("Internal working copy.");
            List<String> marked = document.getParagraphs().stream()
                    .flatMap(paragraph -> paragraph.getRuns().stream())
                    .filter(XWPFRun::isHighlighted)
                    .map(XWPFRun::text)
                    .toList();
            assertThat(marked)
                    .containsExactly(
                            "[confirm: which claims were refunded]",
                            "[confirm: the check]",
                            "[confirm: the rule]",
                            "[confirm: name and position of whoever signs]");
            assertThat(rows(document.getTables().get(0)))
                    .containsExactly(
                            "No. | What it shows | Files and rows",
                            "[1] | 12 affected: rows of " + LIST + ". | " + LIST
                                    + ", rows 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14",
                            "[2] | The 2 rows of " + LIST + " with this defect. | " + LIST + ", rows 3, 4");
            assertThat(rows(document.getTables().get(1)))
                    .contains("[5] | Done on 18 November 2026 by Dana Liu. Proof: refunds.pdf. | acme/actions.csv,"
                            + " row 4");
        }
    }

    @Test
    void theCopyForAmazonShowsOrdersAndNeverAFileOrARow() throws IOException {
        byte[] bytes = written(confirmed(6), SUBMISSION);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            assertThat(document.getHeaderList()).isEmpty();
            List<String> figures = rows(document.getTables().get(0));
            assertThat(figures.get(0)).isEqualTo("No. | What it shows | Orders");
            assertThat(figures.get(2)).startsWith("[2] | 2 orders | ").containsPattern("\\d{3}-\\d{7}-\\d{7}, \\d{3}-");
            assertThat(rows(document.getTables().get(1)))
                    .contains(
                            "[3] | Stated on 18 November 2026 by Dana Liu | \u2013",
                            "[5] | Done on 18 November 2026 by Dana Liu | refunds.pdf");
            assertThat(styled(document, "ListNumber"))
                    .contains(
                            "7 have negative feedback [1]. Deed 0 was done [3].",
                            "Done on 18 November 2026 by Dana Liu: deed 2 was done [5].",
                            "Put in place on 18 November 2026 by Dana Liu: deed 4 was done [7]. Our target: under"
                                    + " 0.8 %.");
        }
        assertThat(parts(bytes))
                .doesNotContain(".csv", "[confirm", "Question to the seller", "nternal")
                .doesNotContainIgnoringCase("redflag")
                .doesNotContainIgnoringCase("apache");
    }

    @Test
    void thePropertiesNameNobodyAndNothingButTheTitle() throws IOException {
        for (String name : List.of(WORKING, SUBMISSION)) {
            try (XWPFDocument document = read(confirmed(6), name)) {
                var core = document.getProperties().getCoreProperties();
                assertThat(core.getTitle()).isEqualTo("Plan of action: order defect rate");
                assertThat(core.getCreator()).isNull();
                assertThat(core.getLastModifiedByUser()).isNull();
                assertThat(core.getCreated()).isEqualTo("2026-11-22T00:00:00Z");
                var more = document.getProperties().getExtendedProperties().getUnderlyingProperties();
                assertThat(more.isSetApplication()).isFalse();
                assertThat(more.isSetCompany()).isFalse();
            }
        }
    }

    @Test
    void theSameReportGivesTheSameBytes() throws IOException {
        for (String name : List.of(WORKING, SUBMISSION)) {
            assertThat(written(confirmed(6), name)).as(name).isEqualTo(written(confirmed(6), name));
        }
    }

    private static List<String> rows(XWPFTable table) {
        List<String> rows = new ArrayList<>();
        for (XWPFTableRow row : table.getRows()) {
            rows.add(String.join(
                    " | ",
                    row.getTableCells().stream()
                            .map(cell -> cell.getText().replace("\n", " "))
                            .toList()));
        }
        return rows;
    }

    /** All that the file holds, as text. */
    private static String parts(byte[] docx) throws IOException {
        StringBuilder parts = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.append(entry.getName()).append('\n');
                parts.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                        .append('\n');
            }
        }
        return parts.toString();
    }
}
