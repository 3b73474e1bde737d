package redflag.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import redflag.OneStore;
import redflag.basics.Store;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Moments;
import redflag.ledger.StoreLedger;
import redflag.past.Past;
import redflag.rules.TargetFile;

/** Which second of its promise puts a package into a window: metrics by promised delivery date. */
class PromisedWindowEndsTests {

    private static final int DAYS_TO_DELIVER = 5;
    private static final String SUBJECT = "111-0000000-9999999";

    private final FactTable.Builder orders = new FactTable.Builder(EnumSet.of(
            Field.ORDER,
            Field.PURCHASED,
            Field.ORDER_STATUS,
            Field.FULFILMENT,
            Field.SHIPPED,
            Field.TRACKED,
            Field.EXPECTED_DELIVERY,
            Field.DELIVERED));
    private int rows;

    @ParameterizedTest(name = "{0} in {1} on {2}, promised {3}: {4}, {5}")
    @CsvFileSource(resources = "window-ends-by-promise.csv", useHeadersInDisplayName = true)
    void aPackageIsWhereTheSecondOfItsPromisePutsIt(
            String metric,
            String marketplace,
            LocalDate asOf,
            Instant promised,
            WindowEndsTests.Place place,
            String because) {
        // clean packages around it, so that the exports reach all windows and no rate is of nothing
        for (LocalDate day = asOf.minusDays(100); !day.isAfter(asOf); day = day.plusDays(1)) {
            long delivery = Moments.ofDay(day.plusDays(DAYS_TO_DELIVER));
            order("222-0000000-%07d".formatted(rows), Moments.ofDay(day), delivery, delivery, true);
        }
        Instant placed = promised.minus(DAYS_TO_DELIVER, ChronoUnit.DAYS);
        Instant delivered = promised.plus(1, ChronoUnit.DAYS);
        order(SUBJECT, moment(placed), moment(promised), moment(delivered), false);

        Finding finding =
                Measurements.of(ledger(marketplace, asOf), TargetFile.shipped(), MeasuringRules.standard(), Past.none())
                        .stream()
                        .filter(f -> f.reading().metric().jsonName().equals(metric))
                        .findFirst()
                        .orElseThrow();

        assertThat(WindowEndsTests.placeOf(SUBJECT, finding)).as(because).isEqualTo(place);
    }

    private static long moment(Instant instant) {
        return Moments.ofEpochSecond(instant.getEpochSecond());
    }

    private void order(String id, long placed, long promised, long delivered, boolean tracked) {
        orders.order(id)
                .moment(Field.PURCHASED, placed)
                .code(Field.ORDER_STATUS, Code.SHIPPED)
                .code(Field.FULFILMENT, Code.MFN)
                .moment(Field.SHIPPED, placed)
                .flag(Field.TRACKED, tracked)
                .moment(Field.EXPECTED_DELIVERY, promised)
                .moment(Field.DELIVERED, delivered)
                .endRow(++rows);
    }

    private StoreLedger ledger(String marketplace, LocalDate asOf) {
        Store store = OneStore.of(marketplace);
        FactTable table = orders.build();
        FileFacts file = new FileFacts(
                "north/a", "a", "k", 1, "", rows, 0, List.of(), List.of(), Map.of(FactType.ORDER_LINE, table));
        return OneStore.ledger(store, asOf, List.of(file));
    }
}
