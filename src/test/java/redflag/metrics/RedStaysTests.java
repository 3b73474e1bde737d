package redflag.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import redflag.basics.Fulfilment;
import redflag.basics.Rate;
import redflag.ledger.StoreLedger;
import redflag.past.Past;
import redflag.past.PastReading;
import redflag.rules.Basis;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.rules.TargetFile;

/** A red reading that can't be renewed stays red with its date (product.md §2), also where only a part of a metric was red. */
class RedStaysTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final LocalDate BEFORE = AS_OF.minusDays(1);

    private static PastReading red(Metric metric, Optional<Fulfilment> fulfilment, Optional<String> category) {
        return new PastReading(
                BEFORE,
                metric,
                fulfilment,
                category,
                Status.OFF_TARGET,
                Optional.of(new Measured(
                        new Figure.Counts(new Rate(20, 100)),
                        Basis.PRINTED,
                        Precision.EXACT,
                        Optional.empty(),
                        BEFORE,
                        Map.of(),
                        Optional.empty(),
                        Optional.empty())));
    }

    private static List<Reading> readings(Ledgers store, PastReading before) {
        StoreLedger ledger = store.asOf(AS_OF);
        Past past = new Past(Map.of(store.id(), List.of(before)), Map.of(), Map.of());
        return Measurements.of(ledger, TargetFile.shipped(), MeasuringRules.standard(), past).stream()
                .map(Finding::reading)
                .filter(reading -> reading.metric() == before.metric())
                .toList();
    }

    @Test
    void aCategoryOfWhichNoExportTellsTonight() {
        List<Reading> readings =
                readings(Ledgers.of("US"), red(Metric.VALID_TRACKING_RATE, Optional.empty(), Optional.of("Home")));

        assertThat(readings).singleElement().satisfies(reading -> {
            assertThat(reading.category()).contains("Home");
            assertThat(reading.status()).isEqualTo(Status.OFF_TARGET);
            assertThat(reading.measured().orElseThrow().knownOn()).isEqualTo(BEFORE);
        });
    }

    @Test
    void theOrderDefectRateOfAmazonFulfilledOrders() {
        List<Reading> readings = readings(
                Ledgers.of("US"), red(Metric.ORDER_DEFECT_RATE, Optional.of(Fulfilment.AFN), Optional.empty()));

        assertThat(readings)
                .extracting(reading -> reading.fulfilment().orElseThrow() + " " + reading.status())
                .containsExactly("AFN OFF_TARGET");
    }
}
