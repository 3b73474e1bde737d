package redflag.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import redflag.ledger.Code;
import redflag.ledger.StoreLedger;
import redflag.past.Past;
import redflag.rules.Metric;
import redflag.rules.TargetFile;

/** Which second puts an order into a window: every end of every window by order date, across zones, DST and a leap day. */
class WindowEndsTests {

    @ParameterizedTest(name = "{0} in {1} on {2}, placed {3}: {4}")
    @CsvFileSource(resources = "window-ends.csv", useHeadersInDisplayName = true)
    void anOrderIsWhereItsSecondPutsIt(
            String metric, String marketplace, LocalDate asOf, Instant placed, Place place, String because) {
        Ledgers store = Ledgers.of(marketplace);
        // clean orders of both fulfilments around it, so that the exports reach all windows and no rate is of nothing
        for (LocalDate day = asOf.minusDays(100); !day.isAfter(asOf); day = day.plusDays(1)) {
            store.order(day, Code.MFN, Code.SHIPPED);
        }
        boolean isCancellation = Metric.find(metric).equals(Optional.of(Metric.PRE_FULFILLMENT_CANCELLATION_RATE));
        String order =
                store.orderAt(placed, placed, Optional.of(Code.MFN), isCancellation ? Code.CANCELLED : Code.SHIPPED);
        store.negativeFeedback(order);
        store.late(order);

        Finding finding = finding(store.asOf(asOf), metric);

        assertThat(placeOf(order, finding)).as(because).isEqualTo(place);
        long total = finding.tally()
                .orElseThrow()
                .over(finding.reading().computed().orElseThrow().window().orElseThrow())
                .orElseThrow()
                .total();
        long days = finding.reading().target().windowDays();
        assertThat(total)
                .as("one order a day, and this one if it is within")
                .isEqualTo(days + (place == Place.IN ? 1 : 0));
    }

    enum Place {
        /** Before the window. */
        GONE,
        IN,
        /** Behind the window, and not after the day that is looked from. */
        PIPE,
        /** After that day: nobody knows of it yet. */
        NOT_YET
    }

    static Place placeOf(String order, Finding finding) {
        if (isAmong(order, finding.defects())) {
            return Place.IN;
        }
        if (isAmong(order, finding.inPipe())) {
            return Place.PIPE;
        }
        return isAmong(order, finding.gone()) ? Place.GONE : Place.NOT_YET;
    }

    private static boolean isAmong(String order, List<Defect> defects) {
        return defects.stream().map(Defect::orderId).anyMatch(order::equals);
    }

    private static Finding finding(StoreLedger ledger, String metric) {
        Stream<Finding> findings =
                Measurements.of(ledger, TargetFile.shipped(), MeasuringRules.standard(), Past.none()).stream();
        return findings.filter(f -> f.reading().metric().jsonName().equals(metric))
                .findFirst()
                .orElseThrow();
    }
}
