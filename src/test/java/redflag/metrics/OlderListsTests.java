package redflag.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import redflag.OneStore;
import redflag.basics.Fulfilment;
import redflag.basics.Rate;
import redflag.basics.Store;
import redflag.ledger.AccountLedger;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Moments;
import redflag.past.Past;
import redflag.rules.Figure;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.rules.TargetFile;

/** Exports are never deleted from the folder, so that a fresh list mostly lies beside older ones. */
class OlderListsTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final Store STORE = OneStore.of("US");

    private final List<FileFacts> files = new ArrayList<>();
    private final Map<String, Instant> writtenAt = new HashMap<>();
    private final FactTable.Builder orders = new FactTable.Builder(
            EnumSet.of(Field.ORDER, Field.PURCHASED, Field.ORDER_STATUS, Field.FULFILMENT, Field.SALES_CHANNEL));
    private int ids;

    private String order(LocalDate day, Code fulfilment) {
        String id = "111-0000000-%07d".formatted(++ids);
        orders.order(id)
                .moment(Field.PURCHASED, Moments.ofDay(day))
                .code(Field.ORDER_STATUS, Code.SHIPPED)
                .code(Field.FULFILMENT, fulfilment)
                .text(Field.SALES_CHANNEL, STORE.marketplace().salesChannel())
                .endRow(ids + 1);
        return id;
    }

    /** Two orders a day. */
    private void orders(Code fulfilment) {
        for (LocalDate day = AS_OF.minusDays(90); !day.isAfter(AS_OF); day = day.plusDays(1)) {
            order(day, fulfilment);
            order(day, fulfilment);
        }
    }

    private void list(String file, FactType type, LocalDate written, String... ids) {
        FactTable.Builder rows = new FactTable.Builder(
                EnumSet.of(Field.ORDER, Field.NEGATIVE_FEEDBACK, Field.A_TO_Z_CLAIM, Field.CHARGEBACK));
        int row = 1;
        for (String id : ids) {
            rows.order(id).flag(Field.NEGATIVE_FEEDBACK, true).endRow(++row);
        }
        add(file, type, rows.build());
        writtenAt.put(
                "north/" + file,
                written.atTime(12, 0).atZone(STORE.marketplace().zone()).toInstant());
    }

    private void add(String file, FactType type, FactTable table) {
        files.add(OneStore.file(file, type, table));
    }

    /** The same whatever the order of the files. */
    private Reading reading(Metric metric) {
        List<FileFacts> all = new ArrayList<>(files);
        FactTable lines = orders.build();
        all.add(new FileFacts(
                "north/orders",
                "sha",
                "allOrders",
                1,
                "UTF-8",
                lines.size(),
                0,
                List.of(),
                List.of(),
                Map.of(FactType.ORDER_LINE, lines)));
        Reading reading = reading(metric, all);
        Collections.reverse(all);
        assertThat(reading(metric, all)).isEqualTo(reading);
        return reading;
    }

    private Reading reading(Metric metric, List<FileFacts> all) {
        return Measurements.of(
                        Objects.requireNonNull(AccountLedger.merge(
                                        STORE.account(), all, List.of(STORE), Map.of(STORE.id(), AS_OF), writtenAt)
                                .stores()
                                .get(STORE.id())),
                        TargetFile.shipped(),
                        MeasuringRules.standard(),
                        Past.none())
                .stream()
                .map(Finding::reading)
                .filter(r -> r.metric() == metric && r.fulfilment().orElse(Fulfilment.MFN) == Fulfilment.MFN)
                .findFirst()
                .orElseThrow();
    }

    private static Rate rate(Reading reading) {
        return ((Figure.Counts) reading.measured().orElseThrow().figure()).rate();
    }

    private static Precision precision(Reading reading) {
        return reading.measured().orElseThrow().precision();
    }

    @Test
    void aFreshListOfLateShipmentsWithoutRowsDecidesOverAnOldOneWithSome() {
        orders(Code.MFN);
        list(
                "late-1101.csv",
                FactType.LATE_SHIPMENT,
                LocalDate.of(2026, 11, 1),
                order(LocalDate.of(2026, 10, 30), Code.MFN));
        list("late-1122.csv", FactType.LATE_SHIPMENT, AS_OF);

        Reading ten = reading(Metric.LATE_SHIPMENT_RATE_10);
        assertThat(ten.status()).isEqualTo(Status.ON_TARGET);
        assertThat(rate(ten)).isEqualTo(new Rate(0, 20));
        assertThat(precision(ten)).isEqualTo(Precision.EXACT);
        assertThat(ten.measured().orElseThrow().knownOn()).isEqualTo(AS_OF);
    }

    @Test
    void whatIsOlderThanTenDaysAListWithoutRowsMayOrMayNotHaveTakenOff() {
        orders(Code.MFN);
        list(
                "late-1101.csv",
                FactType.LATE_SHIPMENT,
                LocalDate.of(2026, 11, 1),
                order(LocalDate.of(2026, 10, 30), Code.MFN));
        list("late-1122.csv", FactType.LATE_SHIPMENT, AS_OF);

        Reading thirty = reading(Metric.LATE_SHIPMENT_RATE_30);
        assertThat(rate(thirty)).isEqualTo(new Rate(1, 61));
        assertThat(precision(thirty)).isEqualTo(Precision.AT_MOST);
        assertThat(thirty.status()).as("at most 1 in 61 is proof").isEqualTo(Status.ON_TARGET);
        assertThat(thirty.why().orElseThrow().key()).isEqualTo("why.newer-empty-list-of-unknown-days");
    }

    @Test
    void feedbackThatWasStruckDoesNotCountThroughYesterdaysList() {
        orders(Code.MFN);
        String struck = order(LocalDate.of(2026, 11, 5), Code.MFN);
        String other = order(LocalDate.of(2026, 11, 1), Code.MFN);
        list("defects-1121.csv", FactType.ORDER_DEFECT, AS_OF.minusDays(1), struck, other);
        list("defects-1122.csv", FactType.ORDER_DEFECT, AS_OF, other);

        Reading reading = reading(Metric.ORDER_DEFECT_RATE);
        assertThat(rate(reading).affected()).isEqualTo(1);
        assertThat(precision(reading)).isEqualTo(Precision.EXACT);
        assertThat(reading.measured().orElseThrow().knownOn()).isEqualTo(AS_OF);
    }

    @Test
    void aNewerOrderDefectListWithoutRowsSaysThatThereIsNoneWhereOnlyOneFulfilmentIsUsed() {
        orders(Code.MFN);
        list("defects-1121.csv", FactType.ORDER_DEFECT, AS_OF.minusDays(1), order(LocalDate.of(2026, 11, 5), Code.MFN));
        list("defects-1122.csv", FactType.ORDER_DEFECT, AS_OF);

        Reading reading = reading(Metric.ORDER_DEFECT_RATE);
        assertThat(rate(reading).affected()).isZero();
        assertThat(precision(reading)).isEqualTo(Precision.EXACT);
        assertThat(reading.status()).isEqualTo(Status.ON_TARGET);
    }

    @Test
    void whereBothFulfilmentsAreUsedItMayBeOfTheOther() {
        orders(Code.MFN);
        orders(Code.AFN);
        list(
                "defects-1121.csv",
                FactType.ORDER_DEFECT,
                AS_OF.minusDays(1),
                order(LocalDate.of(2026, 11, 5), Code.MFN),
                order(LocalDate.of(2026, 11, 4), Code.MFN));
        list("defects-1122.csv", FactType.ORDER_DEFECT, AS_OF);

        Reading reading = reading(Metric.ORDER_DEFECT_RATE);
        assertThat(rate(reading).affected()).isEqualTo(2);
        assertThat(precision(reading)).isEqualTo(Precision.AT_MOST);
        assertThat(reading.status())
                .as("2 in 121 is off target, if they still count")
                .isEqualTo(Status.WATCH);
        assertThat(reading.measured().orElseThrow().knownOn())
                .as("what is known of its defects is known through the older list")
                .isEqualTo(AS_OF.minusDays(1));
    }

    @Test
    void ofListsOfOneDayTheOneWithTheNewestRowDecides() {
        orders(Code.MFN);
        list("defects-a.csv", FactType.ORDER_DEFECT, AS_OF, order(LocalDate.of(2026, 11, 5), Code.MFN));
        list("defects-b.csv", FactType.ORDER_DEFECT, AS_OF);

        assertThat(rate(reading(Metric.ORDER_DEFECT_RATE)).affected()).isEqualTo(1);
    }
}
