package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;

class AccountHealthJsonTests {

    private static final String RANGE = "\"reportingDateRange\": {\"reportingDateFrom\": \"2020-10-21T00:00Z\","
            + " \"reportingDateTo\": \"2020-11-19T23:59Z\"}";
    private static final String WEEK = "\"reportingDateRange\": {\"reportingDateFrom\": \"2026-09-15T00:00:00Z\","
            + " \"reportingDateTo\": \"2026-09-24T23:59:59Z\"}";

    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(
            strings = {"%s", "{\"status\": 200, \"body\": %s}", "{\"payload\": {\"document\": [%s]}}", "\uFEFF  %s"})
    void aReportIsFoundPlainOrWrapped(String wrapping) throws IOException, Unreadable {
        FileFacts facts = read(wrapping.replace(
                "%s",
                report("\"lateShipmentRate\": {\"orderCount\": 200,"
                        + " \"lateShipmentCount\": 3, \"rate\": 0.015, \"status\": \"GOOD\", " + RANGE + "}")));

        FactTable figures = figures(facts);
        assertThat(facts.kind()).isEqualTo("accountHealth");
        assertThat(figures.size()).isEqualTo(1);
        assertThat(figures.text(Field.METRIC, 0)).contains("lateShipmentRate30");
        assertThat(figures.count(Field.AFFECTED, 0)).contains(3L);
        assertThat(figures.count(Field.TOTAL, 0)).contains(200L);
        assertThat(figures.text(Field.RATE, 0)).contains("0.015");
        assertThat(figures.text(Field.STATUS, 0)).contains("GOOD");
        assertThat(figures.day(Field.FROM, 0)).as("minutes without seconds").contains(LocalDate.of(2020, 10, 21));
        assertThat(figures.day(Field.TO, 0)).contains(LocalDate.of(2020, 11, 19));
        assertThat(figures.day(Field.STATED_ON, 0)).contains(LocalDate.of(2020, 11, 19));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            preFulfillmentCancellationRate | orderCount | cancellationCount | preFulfillmentCancellationRate | 3
            prefulfillmentCancelRate | orderCount | cancellationCount | preFulfillmentCancellationRate | 3
            validTrackingRate | shipmentCount | validTrackingCount | validTrackingRate | 197
            onTimeDeliveryRate | shipmentCountWithValidTracking | onTimeDeliveryCount | onTimeDeliveryRate | 197
            unitOnTimeDeliveryRate | totalUnitCount | unitOnTimeDeliveryCount | unitOnTimeDeliveryRate | 197
            """)
    void theCountsOfEachRateAreFoundUnderTheirNames(
            String key, String totalName, String countName, String metric, long affected)
            throws IOException, Unreadable {
        FactTable figures = figures(
                read(report("\"" + key + "\": {\"" + totalName + "\": 200, \"" + countName + "\": 3, " + RANGE + "}")));

        assertThat(figures.text(Field.METRIC, 0)).contains(metric);
        assertThat(figures.count(Field.AFFECTED, 0)).contains(affected);
        assertThat(figures.count(Field.TOTAL, 0)).contains(200L);
    }

    @Test
    void policyCountsAreFoundByTheirCountWhateverTheirName() throws IOException, Unreadable {
        FileFacts facts = read(report("\"documentRequest\": {\"defectsCount\": 2, \"status\": \"BAD\"},"
                + " \"policyViolationWarnings\": {\"warningsCount\": 0},"
                + " \"tomorrowsPolicyViolations\": {\"defectsCount\": 1}"));
        FactTable figures = figures(facts);

        assertThat(texts(figures, Field.METRIC))
                .containsExactly("documentRequests", "policyViolationWarnings", "tomorrowsPolicyViolations");
        assertThat(figures.count(Field.AFFECTED, 0)).contains(2L);
        assertThat(figures.count(Field.AFFECTED, 1)).as("zero is zero").contains(0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ahrStatus", "accountHealthRatingStatus"})
    void theRatingHasTwoNamesForItsStatus(String name) throws IOException, Unreadable {
        FactTable figures =
                figures(read(report("\"accountHealthRating\": {\"ahrScore\": 212, \"" + name + "\": \"WARNED\"}")));

        assertThat(figures.count(Field.SCORE, 0)).contains(212L);
        assertThat(figures.text(Field.STATUS, 0)).contains("WARNED");
    }

    @Test
    void ofSeveralMarketplacesEachKeepsItsOwn() throws IOException, Unreadable {
        FileFacts facts = read("""
                {"accountStatuses": [
                   {"marketplaceId": "ATVPDKIKX0DER", "status": "NORMAL"},
                   {"marketplaceId": "A1PA6795UKMFR9", "status": "SUSPENDED"}],
                 "performanceMetrics": [
                   {"marketplaceId": "ATVPDKIKX0DER", "orderDefectRate": {
                      "mfn": {"orderCount": 539, "orderWithDefects": {"count": 10}, "claims": {"count": 4},
                              "chargebacks": {"count": 1}, "negativeFeedback": {"count": 6}, %s},
                      "afn": {"orderCount": 0, "orderWithDefects": {"count": 0}}}},
                   {"marketplaceId": "A1PA6795UKMFR9", "invoiceDefectRate":
                      {"orderCount": 20, "invoiceDefect": {"count": 1}, "lateInvoice": {"count": 1}}}]}
                """.formatted(RANGE));
        FactTable figures = figures(facts);
        FactTable states = facts.table(FactType.ACCOUNT_STATE).orElseThrow();

        assertThat(texts(figures, Field.MARKETPLACE))
                .containsExactly("ATVPDKIKX0DER", "ATVPDKIKX0DER", "A1PA6795UKMFR9");
        assertThat(figures.count(Field.A_TO_Z_CLAIM_COUNT, 0)).contains(4L);
        assertThat(figures.count(Field.CHARGEBACK_COUNT, 0)).contains(1L);
        assertThat(figures.count(Field.NEGATIVE_FEEDBACK_COUNT, 0)).contains(6L);
        assertThat(figures.count(Field.AFFECTED, 1)).as("zero is zero").contains(0L);
        assertThat(figures.count(Field.NEGATIVE_FEEDBACK_COUNT, 1))
                .as("missing is missing")
                .isEmpty();
        assertThat(figures.count(Field.AFFECTED, 2)).contains(1L);
        assertThat(texts(states, Field.ACCOUNT_STATUS)).containsExactly("NORMAL", "SUSPENDED");
        assertThat(states.day(Field.STATED_ON, 0)).contains(LocalDate.of(2020, 11, 19));
        assertThat(states.day(Field.STATED_ON, 1)).isEmpty();
    }

    @Test
    void aNodeThatIsMissingOrNullIsNoFigure() throws IOException, Unreadable {
        FileFacts facts = read(report("\"orderDefectRate\": {\"afn\": null}, \"lateShipmentRate\": null,"
                + " \"accountHealthRating\": null, \"listingPolicyViolations\": null, \"warningStates\": [],"
                + " \"invoiceDefectRate\": null"));

        assertThat(figures(facts).size()).isZero();
        assertThat(facts.rowsRead()).as("the state of the account").isEqualTo(1);
        assertThat(facts.warnings()).isEmpty();
    }

    @Test
    void aCountThatIsMissingStaysMissing() throws IOException, Unreadable {
        FactTable figures = figures(read(report("\"validTrackingRate\": {\"shipmentCount\": 200, \"rate\": 0.97}")));

        assertThat(figures.count(Field.AFFECTED, 0)).isEmpty();
        assertThat(figures.count(Field.TOTAL, 0)).contains(200L);
        assertThat(figures.text(Field.RATE, 0)).contains("0.97");
    }

    @Test
    void theListOfLateShipmentRatesHasTenAndThirtyDays() throws IOException, Unreadable {
        FactTable figures = figures(read(report("\"lateShipmentRate\": {\"orderCount\": 1, " + RANGE + "},"
                + " \"lateShipmentRateList\": [{\"orderCount\": 10, " + WEEK + "}, {\"orderCount\": 30, " + RANGE
                + "}]")));

        assertThat(texts(figures, Field.METRIC)).containsExactly("lateShipmentRate10", "lateShipmentRate30");
        assertThat(figures.count(Field.TOTAL, 1)).contains(30L);
    }

    @Test
    void aListWithoutTheThirtyDaysLeavesThemToTheSingleRate() throws IOException, Unreadable {
        FactTable figures = figures(read(report("\"lateShipmentRate\": {\"orderCount\": 30, " + RANGE + "},"
                + " \"lateShipmentRateList\": [{\"orderCount\": 10, " + WEEK + "}]")));

        assertThat(texts(figures, Field.METRIC)).containsExactly("lateShipmentRate10", "lateShipmentRate30");
        assertThat(figures.count(Field.TOTAL, 1)).contains(30L);
    }

    @Test
    void countsThatCannotBeAreRejectedAndTheRestCounts() throws IOException, Unreadable {
        FileFacts facts = read(
                report(
                        "\"onTimeDeliveryRate\": {\"shipmentCountWithValidTracking\": 808046,"
                                + " \"onTimeDeliveryCount\": 847987}, \"lateShipmentRate\": {\"orderCount\": 5, \"lateShipmentCount\": 1}"));

        assertThat(facts.rejections())
                .extracting(Exports::text)
                .containsExactly("row 1: found -39941 affected of 808046, expected counts from 0 up to their total");
        assertThat(texts(figures(facts), Field.METRIC)).containsExactly("lateShipmentRate30");
        assertThat(facts.rowsRead()).isEqualTo(3);
        assertThat(facts.rowsAccepted()).isEqualTo(2);
    }

    @Test
    void keysThatNobodyKnowsAreWarnedOf() throws IOException, Unreadable {
        FileFacts facts = read(report("\"brandHappinessRate\": {\"rate\": 1}"));

        assertThat(facts.warnings())
                .extracting(Exports::text)
                .containsExactly("health.txt: \"brandHappinessRate\" is not known and was left out.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e999", "1e999999999", "123456789012345678901234567890", "\"3\"", "{}", "[]", "true", "-1e5000"
            })
    void noNumberHoweverOddBreaksTheReading(String number) throws IOException, Unreadable {
        FileFacts facts = read(report("\"lateShipmentRate\": {\"orderCount\": " + number + ", \"rate\": " + number
                + ", " + RANGE + "}, \"listingPolicyViolations\": {\"defectsCount\": " + number + "}"));

        assertThat(figures(facts).count(Field.TOTAL, 0)).isEmpty();
        assertThat(figures(facts).text(Field.RATE, 0)).isEqualTo(Optional.empty());
    }

    private FileFacts read(String json) throws IOException, Unreadable {
        return Exports.read(dir, "health.txt", json);
    }

    private static String report(String metrics) {
        return "{\"accountStatuses\": [{\"marketplaceId\": \"ATVPDKIKX0DER\", \"status\": \"NORMAL\"}],"
                + " \"performanceMetrics\": [{\"marketplaceId\": \"ATVPDKIKX0DER\", " + metrics + "}]}";
    }

    private static FactTable figures(FileFacts facts) {
        return facts.table(FactType.PRINTED_FIGURE).orElseThrow();
    }

    private static List<String> texts(FactTable table, Field field) {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            texts.add(table.text(field, row).orElse(""));
        }
        return texts;
    }
}
