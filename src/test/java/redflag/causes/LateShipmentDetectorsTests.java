package redflag.causes;

import static org.assertj.core.api.Assertions.assertThat;
import static redflag.causes.ListedRows.moment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.calendar.BusinessDays;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.rules.Metric;

/** What is said of late orders is what their rows show: when they were handed over and confirmed, and since which day. */
class LateShipmentDetectorsTests {

    private static final List<Field> OF_LATE = List.of(Field.EXPECTED_SHIP, Field.SHIPPED, Field.SHIP_CONFIRMED);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    private final ListedRows store = new ListedRows(Field.EXPECTED_SHIP);

    @ParameterizedTest(name = "due on the 3rd, handed over on {0}: {1}")
    @CsvSource({
        "2026-11-04, 12, the next business day",
        "2026-11-05, 0, a day later",
        "2026-11-03, 0, in time",
        ", 0, nobody knows"
    })
    void ordersAfterACutOffAreThoseKnownToBeHandedOverTheNextDay(@Nullable String shipped, int found, String because) {
        lateInTheEvening(12, shipped);
        inTime();

        assertThat(store.explained("placed-after-cut-off", Metric.LATE_SHIPMENT_RATE_30))
                .as(because)
                .hasSize(found);
    }

    @ParameterizedTest(name = "handed over the next day {0}, unknown {1}, later {2}: {3}")
    @CsvSource({"3, 12, 0, 3", "2, 12, 0, 0", "6, 0, 6, 6", "5, 0, 6, 0"})
    void oneOrderWhoseHandoverIsKnownIsNotAllOfThem(int next, int unknown, int later, int found) {
        lateInTheEvening(next, "2026-11-04");
        lateInTheEvening(unknown, null);
        lateInTheEvening(later, "2026-11-09");
        inTime();

        assertThat(store.explained("placed-after-cut-off", Metric.LATE_SHIPMENT_RATE_30))
                .hasSize(found);
    }

    /** From Monday the 9th on orders have one business day instead of two; the weekend before has no order. */
    @ParameterizedTest(name = "handed over {0}, confirmed {1}: {2}")
    @CsvSource({
        "2026-11-11, 2026-11-11, 5, in the two days of before",
        "2026-11-10, 2026-11-12, 0, confirmed later than that",
        "2026-11-11, , 5, the handover tells where nothing is said of the confirmation",
        ", , 0, nobody knows"
    })
    void aShorterHandlingTimeIsAboutOrdersThatWereConfirmedInTheTimeOfBefore(
            @Nullable String shipped, @Nullable String confirmed, int found, String because) {
        for (int day = 0; day < 5; day++) {
            for (int i = 0; i < 6; i++) {
                order(MONDAY.plusDays(day) + "T20:00:00Z", due(MONDAY.plusDays(day), 2));
                order(MONDAY.plusDays(day + 7L) + "T20:00:00Z", due(MONDAY.plusDays(day + 7L), 1));
            }
        }
        for (int i = 0; i < 5; i++) {
            order("2026-11-09T20:00:00Z", "2026-11-10");
            late("2026-11-10", shipped, confirmed);
        }

        List<Cause> causes = store.causes("handling-time-shortened", Metric.LATE_SHIPMENT_RATE_30);
        assertThat(causes.stream().flatMap(cause -> cause.explains().stream()))
                .as(because)
                .hasSize(found);
        assertThat(causes)
                .extracting(Cause::value)
                .as("not the Saturday, on which nobody ordered")
                .allMatch("2026-11-09"::equals);
    }

    @Test
    void aQuieterDayIsOfARushOnlyAsFarAsAllDaysTogetherHaveTwiceTheUsual() {
        assertThat(spikes(30, 0, 25)).as("20 usual; 18.3 a day over three").isEqualTo(List.of());
        assertThat(spikes(50, 0, 50)).containsExactly(new DemandSpikes.Spike(28, 28), new DemandSpikes.Spike(30, 30));
        assertThat(spikes(60, 10, 60)).containsExactly(new DemandSpikes.Spike(28, 30));
        assertThat(spikes(60, 0, 60)).containsExactly(new DemandSpikes.Spike(28, 28), new DemandSpikes.Spike(30, 30));
    }

    private static List<DemandSpikes.Spike> spikes(int... after) {
        int[] perDay = new int[28 + after.length];
        for (int day = 0; day < perDay.length; day++) {
            perDay[day] = day < 28 ? 20 : after[day - 28];
        }
        return DemandSpikes.of(perDay);
    }

    /** 17:00 in Seattle. */
    private void lateInTheEvening(int count, @Nullable String shipped) {
        for (int i = 0; i < count; i++) {
            order("2026-11-03T01:00:00Z", "2026-11-03");
            late("2026-11-03", shipped, null);
        }
    }

    /** At noon in Seattle. */
    private void inTime() {
        for (int i = 0; i < 100; i++) {
            order("2026-11-03T20:00:00Z", "2026-11-04");
        }
    }

    private static String due(LocalDate placed, int businessDays) {
        return LocalDate.ofEpochDay(BusinessDays.plus((int) placed.toEpochDay(), businessDays))
                .toString();
    }

    private void order(String placed, String due) {
        store.order(placed, Code.MFN, Code.SHIPPED)
                .moment(Field.EXPECTED_SHIP, moment(due))
                .endRow(store.nextRow());
    }

    private void late(String due, @Nullable String shipped, @Nullable String confirmed) {
        FactTable.Builder row =
                store.row(FactType.LATE_SHIPMENT, store.id(), OF_LATE).moment(Field.EXPECTED_SHIP, moment(due));
        if (shipped != null) {
            row.moment(Field.SHIPPED, moment(shipped));
        }
        if (confirmed != null) {
            row.moment(Field.SHIP_CONFIRMED, moment(confirmed));
        }
        row.endRow(store.nextRow());
    }
}
