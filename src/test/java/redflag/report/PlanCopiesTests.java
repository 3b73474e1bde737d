package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import redflag.basics.Store;
import redflag.ledger.Source;
import redflag.plan.Plan;
import redflag.rules.Metric;
import redflag.words.Messages;

/** What each copy of a plan holds: the agency's, Amazon's, and the one to read. */
class PlanCopiesTests {

    private static final Plan WHOLE = new Plan(
            PlanDocumentsTests.DRAFT.reason(),
            PlanDocumentsTests.DRAFT.title(),
            PlanDocumentsTests.DRAFT.metrics(),
            PlanDocumentsTests.DRAFT.issue(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new Plan.Paragraph(0, "Late shipment rate, 30 days: 1.25 % [3]")),
            List.of(new Plan.Question(
                    new Plan.Paragraph(0, "[confirm: which items came damaged]"),
                    new Plan.Paragraph(0, "[confirm: which stock was repacked]"),
                    new Plan.Paragraph(0, "[confirm: the packing] Our target: 0.5 %."))),
            List.of(
                    new Plan.Dispute(
                            "A_TO_Z_CLAIM",
                            "Appeal within 30 days.",
                            List.of(new Plan.Disputed("111-1", Optional.of(LocalDate.of(2026, 12, 22))))),
                    new Plan.Dispute(
                            "CHARGEBACK", "Answer it.", List.of(new Plan.Disputed("111-2", Optional.empty())))),
            PlanDocumentsTests.DRAFT.evidence());

    private static String text(PlanDocument.Copy copy, Plan plan, Messages messages) throws IOException {
        MemorySink sink = new MemorySink();
        new PlanDocument(SampleReports.offTarget(), plan, copy, messages).write(sink, "plan.docx");
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(sink.file("plan.docx")));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            return extractor.getText();
        }
    }

    /** Amazon sees how the store stands elsewhere, and neither what is asked nor what may be disputed. */
    @Test
    void questionsAndDisputesAreForTheAgencyAlone() throws IOException {
        String working = text(PlanDocument.Copy.WORKING, WHOLE, Messages.english());
        String submission = text(PlanDocument.Copy.SUBMISSION, WHOLE, Messages.english());

        assertThat(working)
                .contains("Other metrics of the account", "1.25 % [3]")
                .contains("[confirm: which items came damaged]")
                .contains("Appeal within 30 days.", "111-1\t22 December 2026", "Answer it.", "111-2");
        assertThat(submission).contains("Other metrics of the account", "1.25 % [3]");
        assertThat(submission).doesNotContain("damaged", "Appeal", "111-1", "Answer it.", "Questions");
    }

    @Test
    void aReadingCopyIsInternalAndInItsLanguage() throws IOException {
        String copy = text(PlanDocument.Copy.READING, WHOLE, Messages.forLanguage("zh"));

        assertThat(copy).contains("问题", "根本原因", "订单\t最迟", "111-1\t2026年12月22日", PlanDocumentsTests.LIST);
        assertThat(copy).doesNotContain("Root causes", "Annex");
    }

    @Test
    void aStoreOfAnotherLanguageGetsAReadingCopyBesideItsPlan() throws IOException {
        RiskReport report = PlanDocumentsTests.confirmed(0);
        RiskReport chinese = new RiskReport(
                report.asOf(),
                report.version(),
                report.rulesHash(),
                new Store(
                        report.store().id(),
                        report.store().account(),
                        report.store().marketplace(),
                        report.store().name(),
                        report.store().sellerSince(),
                        "zh",
                        report.store().manager(),
                        report.store().cc()),
                report.verdict(),
                report.amazon(),
                report.findings(),
                report.causes(),
                report.plans(),
                report.plans(),
                report.measures(),
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
        String copy = "acme-us-order-defect-rate-plan-2026-11-22-internal-zh.docx";

        assertThat(new PlanDocuments().write(chinese, new MemorySink()))
                .containsExactly(PlanDocumentsTests.WORKING, copy);
        assertThat(PlanDocuments.names(chinese, chinese.plans().get(0)))
                .containsExactly(PlanDocumentsTests.WORKING, copy);
    }

    /** Rows of another metric are orders too, and a figure that was counted is no figure that Amazon's data state. */
    @Test
    void theCopyForAmazonTellsWhatWasCountedFromWhatWasStated() throws IOException {
        Source lateOrder = SampleReports.offTarget().findings().stream()
                .filter(finding -> finding.reading().metric() != Metric.ORDER_DEFECT_RATE)
                .flatMap(finding -> finding.defects().stream())
                .findFirst()
                .orElseThrow()
                .from()
                .get(0);
        Plan plan = new Plan(
                PlanDocumentsTests.DRAFT.reason(),
                PlanDocumentsTests.DRAFT.title(),
                PlanDocumentsTests.DRAFT.metrics(),
                PlanDocumentsTests.DRAFT.issue(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new Plan.Evidence(1, Plan.Basis.STATED, "Counted by the source itself.", List.of()),
                        new Plan.Evidence(2, Plan.Basis.NONE, "0 of 58.", List.of()),
                        new Plan.Evidence(3, Plan.Basis.ROWS, "One row.", List.of(lateOrder))));

        String submission = text(PlanDocument.Copy.SUBMISSION, plan, Messages.english());

        assertThat(submission)
                .contains("[1]\tThe figure as the account's performance data state it.")
                .contains("[2]\tNo order is affected.")
                .contains("[3]\t1 order");
    }
}
