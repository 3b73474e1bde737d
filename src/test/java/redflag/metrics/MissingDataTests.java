package redflag.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redflag.ledger.StoreLedger;
import redflag.past.Past;
import redflag.rules.Metric;
import redflag.rules.TargetFile;

class MissingDataTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    @Test
    void ratingAndPolicyCountsComeFromTheReportOrFromTheTableKeptByHand() {
        Map<String, List<Metric>> missing = missing(Ledgers.of("US"));

        assertThat(missing.get("accountHealth")).contains(Metric.ACCOUNT_HEALTH_RATING, Metric.DOCUMENT_REQUESTS);
        assertThat(missing.get("accountStatus"))
                .contains(Metric.ACCOUNT_HEALTH_RATING, Metric.DOCUMENT_REQUESTS)
                .noneMatch(metric -> metric.form() == Metric.Form.RATE);
    }

    @Test
    void whatTheReportDoesNotHaveIsNotAskedOfItAgain() {
        Ledgers store = Ledgers.of("US");
        store.printed("lateShipmentRate30", 0, 100, AS_OF.minusDays(29), AS_OF, AS_OF, "GOOD");

        Map<String, List<Metric>> missing = missing(store);

        assertThat(missing).doesNotContainKey("accountHealth");
        assertThat(missing.get("accountStatus")).contains(Metric.ACCOUNT_HEALTH_RATING);
        assertThat(missing.get("performanceSummary"))
                .contains(Metric.VALID_TRACKING_RATE)
                .doesNotContain(Metric.ACCOUNT_HEALTH_RATING);
    }

    @Test
    void whatIsKeptByHandIsNoDownload() {
        assertThat(MissingData.isKeptByHand("accountStatus")).isTrue();
        assertThat(MissingData.isKeptByHand("performanceSummary")).isTrue();
        assertThat(MissingData.isKeptByHand("allOrders")).isFalse();
    }

    private static Map<String, List<Metric>> missing(Ledgers store) {
        StoreLedger ledger = store.asOf(AS_OF);
        return MissingData.of(
                ledger, Measurements.of(ledger, TargetFile.shipped(), MeasuringRules.standard(), Past.none()));
    }
}
