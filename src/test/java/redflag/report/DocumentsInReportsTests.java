package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redflag.documents.Checklist;
import redflag.documents.ChecklistItem;
import redflag.documents.ChecklistItem.Need;
import redflag.documents.ChecklistItem.State;
import redflag.documents.DocumentKind;
import redflag.documents.Documents;
import redflag.ledger.Code;
import redflag.ledger.Field;
import redflag.notices.MadeNotice;
import redflag.notices.NoticeKind;
import redflag.words.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What follows from papers in a report. */
class DocumentsInReportsTests {

    private static final RiskReport HEALTHY = SampleReports.healthy();

    @Test
    void whatANoticeLacksIsAStepDueWithIt() {
        RiskReport report = SampleDocuments.in(
                HEALTHY,
                MadeNotice.of("N-1", Code.CONDITION)
                        .received("2026-11-20")
                        .deadline("2026-11-25")
                        .text(Field.LISTINGS, "B0TENT0001")
                        .state(Code.OPEN),
                MadeNotice.of("N-2", Code.TEMPORARY_REVIEW)
                        .received("2026-11-20")
                        .state(Code.NEW),
                MadeNotice.of("N-3", Code.AUTHENTICITY).received("2026-11-20").state(Code.SENT),
                MadeNotice.of("N-4", Code.LISTING_POLICY).received("2026-11-20").state(Code.NEW));

        assertThat(DocumentSteps.of(report, Messages.english()))
                .containsExactly(
                        new Step(
                                "Papers for the notice \"N-1\" (Condition): Supplier invoices (B0TENT0001): File missing,"
                                        + " Proof of how condition is kept (B0TENT0001) (sheet Documents).",
                                Optional.of(LocalDate.of(2026, 11, 25)),
                                DocumentsSheet.NAME),
                        new Step(
                                "Papers for the notice \"N-2\" (Temporary review): Proof of delivery; to be gathered by"
                                        + " people: Tracking numbers (sheet Documents).",
                                DocumentsSheet.NAME));
    }

    @Test
    void whatIsThereIsNoStep() {
        assertThat(DocumentSteps.of(
                        SampleDocuments.in(
                                HEALTHY,
                                MadeNotice.of("N-1", Code.INTELLECTUAL_PROPERTY)
                                        .received("2026-11-20")
                                        .text(Field.LISTINGS, "B0TENT0001")
                                        .state(Code.OPEN)),
                        Messages.english()))
                .isEmpty();
    }

    /** Every state, of papers that are always asked for. */
    @ParameterizedTest
    @EnumSource(State.class)
    void theReadinessOfANewAccountIsOfItsPapersAlone(State state) {
        Checklist readiness = new Checklist(
                NoticeKind.VERIFICATION,
                Optional.empty(),
                HEALTHY.asOf(),
                false,
                List.of(
                        item("identity", state, DocumentKind.IDENTITY),
                        item("proof-of-address", State.THERE, DocumentKind.PROOF_OF_ADDRESS),
                        item("credit-card", State.TO_GATHER)),
                List.of());
        String said = DocumentSteps.of(
                        SampleDocuments.with(
                                HEALTHY, new Documents(List.of(), Map.of(), Optional.of(readiness), List.of())),
                        Messages.english())
                .get(0)
                .text();

        assertThat(said)
                .startsWith("New account, nothing listed or sold as far as is on file: ")
                .endsWith("Valid credit card.")
                .contains(
                        switch (state) {
                            case THERE -> "the papers that Amazon always verifies are there (2 of 2)";
                            case TO_GATHER -> "the papers that Amazon always verifies are there (1 of 1)";
                            case MISSING ->
                                "1 of 2 papers that Amazon always verifies are there; not there: Government identity.";
                            default ->
                                "Government identity: " + Messages.english().text("document.state." + state);
                        });
    }

    private static ChecklistItem item(String id, State state, DocumentKind... kinds) {
        return new ChecklistItem(
                id,
                Optional.empty(),
                Need.REQUIRED,
                Set.of(kinds),
                state,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of("A47"));
    }

    @Test
    void theMachineCopyHasAllOfIt() throws IOException {
        JsonNode report = copy(SampleReports.offTarget());

        assertThat(report.path("documents").path(1)).isEqualTo(json("""
                        {"id": "=D-2", "kind": "supplier-invoice", "kindAsWritten": "invoice",
                        "file": "invoices/2026-03.pdf", "seen": "MISSING", "date": "2026-03-02",
                        "supplier": "Canvas Works", "buyer": "Acme & Sons", "listings": ["B0TENT0001", "TENT-1"],
                        "units": {"B0TENT0001": 120, "TENT-1": 40}, "notices": ["N-1"], "note": "two pages",
                        "from": [{"file": "north/DOCUMENT", "row": 3}]}
                        """));
        assertThat(report.path("documents").path(0).path("seen").asString()).isEqualTo("THERE");
        assertThat(report.path("documents").path(0).path("bytes").asInt()).isEqualTo(9);
        JsonNode checklist = report.path("checklists")
                .valueStream()
                .filter(one -> one.path("notice").asString().equals("N-1"))
                .findFirst()
                .orElseThrow();
        assertThat(checklist.path("reason").asString()).isEqualTo("intellectual-property");
        assertThat(checklist.path("countedFrom").asString()).isEqualTo("2026-11-18");
        assertThat(checklist.path("countedFromNotice").asBoolean()).isTrue();
        assertThat(checklist
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("id").asString() + " "
                                + item.path("listing").asString() + " "
                                + item.path("state").asString()))
                .containsExactly(
                        "retraction B0TENT0001 MISSING",
                        "retraction TENT-1 MISSING",
                        "authorisation B0TENT0001 THERE",
                        "authorisation TENT-1 MISSING",
                        "supplier-invoices B0TENT0001 FILE_MISSING",
                        "supplier-invoices TENT-1 FILE_MISSING");
        assertThat(checklist.path("items").path(2).path("papers")).isEqualTo(json("""
                        [{"document": "D-1", "state": "THERE", "remarks": ["It is dated 20 November 2026, 2 days after \
                        the notice came."]}]
                        """));
        assertThat(checklist.path("items").path(4).path("sold")).isEqualTo(json("""
                        {"units": 0, "within": {"from": "2025-11-19", "to": "2026-11-18"}, "daysKnown": 0,
                        "daysOfSelling": 365, "atLeast": false}
                        """));
    }

    @Test
    void withoutPapersAndNoticesNothingIsSaid() throws IOException {
        JsonNode report = copy(HEALTHY);

        assertThat(report.has("documents")).isFalse();
        assertThat(report.has("checklists")).isFalse();
        assertThat(report.has("readiness")).isFalse();
    }

    private static JsonNode copy(RiskReport report) throws IOException {
        MemorySink sink = new MemorySink();
        String name = new StoreReportJson().write(report, sink).get(0);
        return JsonMapper.shared().readTree(sink.file(name));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
