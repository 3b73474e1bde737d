package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.ledger.Code;
import redflag.ledger.Field;
import redflag.notices.MadeNotice;
import redflag.notices.Notices;
import redflag.risk.AmazonState;
import redflag.words.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What follows from notices in a report. */
class NoticesInReportsTests {

    private static final ReportWords ENGLISH = new ReportWords(Messages.english());
    private static final LocalDate AS_OF = SampleReports.AS_OF;

    @Test
    void eachOneWithADayIsAStepAndTheOthersAreOneEachKind() {
        assertThat(NoticeSteps.of(SampleReports.offTarget(), Messages.english()))
                .containsExactly(
                        new Step(
                                "Overdue: answer the notice \"N-3\" (Restricted products).",
                                Optional.of(LocalDate.of(2026, 11, 5)),
                                NoticesSheet.NAME),
                        new Step(
                                "Answer the notice \"N-2\" (Restricted products); usually within 72 hours, which"
                                        + " may be over as its due day begins; the notice states no day.",
                                Optional.of(LocalDate.of(2026, 11, 24)),
                                NoticesSheet.NAME),
                        new Step(
                                "Answer the notice \"N-1\" (Intellectual property (trademark, received)).",
                                Optional.of(LocalDate.of(2026, 11, 25)),
                                NoticesSheet.NAME),
                        new Step(
                                "Deal with 1 notice of which no deadline is known: look whether it states one (sheet"
                                        + " Notices).",
                                NoticesSheet.NAME),
                        new Step(
                                "Ask Amazon about 1 notice that was answered five working days ago or more (sheet"
                                        + " Notices).",
                                NoticesSheet.NAME),
                        new Step(
                                "Restricted products: 2 notices within 180 days. So many put an account at immediate"
                                        + " risk whatever its rating: the most frequent limit, 2, is reached.",
                                NoticesSheet.NAME));
    }

    /** What is closed explains nothing; what is with Amazon does. */
    @ParameterizedTest(name = "{0}, a notice that is {1}: {2}")
    @CsvSource({
        "AT_RISK, CLOSED, 'no open notice is on file: find out why'",
        "DEACTIVATED, NOT_NEEDED, 'no open notice is on file: find out why'",
        "AT_RISK, SENT, '1 notice is open (sheet Notices): see'",
        "DEACTIVATED, OPEN, '1 notice is open (sheet Notices): see'"
    })
    void aStatusThatTurnedAsksForANotice(AmazonState.Known status, Code state, String says) {
        RiskReport report =
                stated(Optional.of(status), MadeNotice.of("N-1", Code.CONDITION).state(state));

        assertThat(NextSteps.of(report, ENGLISH))
                .first()
                .satisfies(step ->
                        assertThat(step.text()).startsWith("Amazon states the account as " + status + ", and " + says));
    }

    @Test
    void aNormalStatusAsksForNothing() {
        assertThat(NextSteps.of(
                        stated(
                                Optional.of(AmazonState.Known.NORMAL),
                                MadeNotice.of("N-1", Code.CONDITION).state(Code.CLOSED)),
                        ENGLISH))
                .isEmpty();
    }

    /** Two at most, so that there is room for the days ahead. */
    @Test
    void deadlinesTellOfDaysThatAreOverAndOfTheNextOnes() {
        Notices notices = SampleNotices.of(
                SampleReports.healthy().store(),
                AS_OF,
                due("1", "2026-11-10"),
                due("2", "2026-11-20"),
                due("3", "2026-11-21"),
                due("4", "2026-11-22"),
                due("5", "2026-11-23"),
                due("6", "2026-11-24"));

        assertThat(Deadlines.told(SampleNotices.in(SampleReports.healthy(), notices), ENGLISH))
                .isEqualTo("10 November 2026: notice \"1\" was to be answered; 20 November 2026: notice \"2\" was to be"
                        + " answered; 22 November 2026: notice \"4\" is to be answered; 23 November 2026: notice \"5\""
                        + " is to be answered");
    }

    @Test
    void theSummaryCountsThoseThatAreOpen() {
        Notices notices = SampleNotices.of(
                SampleReports.healthy().store(),
                AS_OF,
                due("1", "2026-11-21"),
                due("2", "2026-11-22"),
                due("3", "2026-11-29"),
                due("4", "2026-11-30"),
                MadeNotice.of("5", Code.CONDITION).state(Code.CLOSED));

        assertThat(NoticeWords.brief(SampleNotices.in(SampleReports.healthy(), notices), Messages.english()))
                .isEqualTo("4 are open; 1 overdue; 2 due within 7 days (sheet Notices).");
    }

    @Test
    void theMachineCopyHasAllOfIt() throws IOException {
        MemorySink sink = new MemorySink();
        String name =
                new StoreReportJson().write(SampleReports.offTarget(), sink).get(0);
        JsonNode report = JsonMapper.shared().readTree(sink.file(name));

        assertThat(report.path("notices")
                        .valueStream()
                        .map(notice -> notice.path("id").asString()))
                .containsExactly("N-3", "N-2", "N-1", "N-4", "N-5", "N-6");
        assertThat(report.path("notices").path(2)).isEqualTo(json("""
                        {"id": "N-1", "reason": "intellectual-property", "reasonAsWritten": "INTELLECTUAL_PROPERTY",
                        "title": "Tents", "right": "TRADEMARK", "rightAsWritten": "trademark", "complaint": "RECEIVED",
                        "complaintAsWritten": "received", "rightsOwner": "Tentmakers Ltd", "complaintId": "9001",
                        "received": "2026-11-18", "listings": ["B0TENT0001", "TENT-1"],
                        "amazonWrote": "=Provide a letter of authorisation.", "state": "OPEN", "stateAsWritten": "OPEN",
                        "open": true, "clock": "DUE", "deadline": "2026-11-25", "deadlineStated": true,
                        "deadlineAsWritten": "2026-11-25", "remarks": ["The violation counts until 16 May 2027."],
                        "from": [{"file": "north/NOTICE", "row": 2}]}
                        """));
        assertThat(report.path("notices").path(3)).isEqualTo(json("""
                        {"id": "N-4", "reasonAsWritten": "section 3", "received": "2026-11-20", "open": true,
                        "clock": "NOT_KNOWN", "deadlineAsWritten": "soon",
                        "remarks": ["Its deadline, \\"soon\\", is no day."],
                        "from": [{"file": "north/NOTICE", "row": 5}]}
                        """));
        assertThat(report.path("notices").path(4).path("askFrom").asString()).isEqualTo("2026-11-20");
        assertThat(report.path("notices").path(4).path("submitted")).isEqualTo(json("""
                        [{"on": "2026-11-10", "note": "first plan"}, {"on": "2026-11-13", "note": "second plan"}]
                        """));
        assertThat(report.path("noticesAlike")).isEqualTo(json("""
                        [{"reason": "restricted-products", "count": 2, "from": "2026-05-27", "to": "2026-11-22",
                        "limit": 2, "limitReached": true}]
                        """));
    }

    private static MadeNotice due(String id, String day) {
        return MadeNotice.of(id, Code.CONDITION).deadline(day).text(Field.TITLE, "Bells");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static RiskReport stated(Optional<AmazonState.Known> status, MadeNotice notice) {
        RiskReport healthy = SampleReports.healthy();
        Notices notices = SampleNotices.of(healthy.store(), AS_OF, notice);
        return SampleNotices.in(
                SampleReports.stated(
                        healthy, new AmazonState(status, status.map(Enum::name).orElse("hm"), Optional.of(AS_OF))),
                notices);
    }
}
