package redflag.causes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import redflag.rules.Metric;

/** A holiday is named only where it, and not the days around it or their weekdays, sets late orders apart. */
class PublicHolidayTests {

    private static final int VETERANS_DAY = (int) LocalDate.of(2026, 11, 11).toEpochDay();

    @Test
    void ordersPlacedOrDueOnItAndInTheTwoDaysAfterAreMeant() {
        Cause cause = store(order -> order.due == VETERANS_DAY || order.day == VETERANS_DAY ? 0.5 : 0)
                .causes(Metric.LATE_SHIPMENT_RATE_30)
                .stream()
                .filter(one -> one.id().equals("public-holiday"))
                .findFirst()
                .orElseThrow();

        assertThat(cause.value()).isEqualTo("2026-11-11/US/Veterans Day");
        assertThat(cause.explains())
                .hasSizeGreaterThan(10)
                .allSatisfy(defect ->
                        assertThat(defect.axisDate().toEpochDay()).isBetween(VETERANS_DAY - 4L, VETERANS_DAY + 2L));
    }

    /** Nobody was there from the 5th to the 18th. */
    @Test
    void aFortnightAroundItIsNotIt() {
        assertIsNotNamed(store(order -> Math.abs(order.due - VETERANS_DAY) < 8 ? 0.4 : 0));
    }

    /** Nobody was there from the holiday on. */
    @Test
    void whatBeganWithItAndWentOnIsNotIt() {
        assertIsNotNamed(store(order -> order.due >= VETERANS_DAY ? 0.3 : 0));
    }

    /** The weekdays of the holiday and the days after, every week. */
    @Test
    void itsWeekdaysAreNotIt() {
        assertIsNotNamed(store(order -> {
            DayOfWeek day = LocalDate.ofEpochDay(order.due).getDayOfWeek();
            return day == DayOfWeek.WEDNESDAY || day == DayOfWeek.THURSDAY ? 0.4 : 0;
        }));
    }

    @Test
    void withoutOrdersBesideItNothingIsSaid() {
        PlantedStore store = store(order -> order.due == VETERANS_DAY || order.day == VETERANS_DAY ? 0.5 : 0);
        store.orders.removeIf(order -> isBeside(order.day) || isBeside(order.due));

        assertIsNotNamed(store);
    }

    private static boolean isBeside(int day) {
        return day >= VETERANS_DAY - 3 && day < VETERANS_DAY || day > VETERANS_DAY + 2 && day <= VETERANS_DAY + 5;
    }

    private static void assertIsNotNamed(PlantedStore store) {
        assertThat(store.causes(Metric.LATE_SHIPMENT_RATE_30))
                .isNotEmpty()
                .extracting(Cause::id)
                .doesNotContain("public-holiday");
    }

    private static PlantedStore store(ToDoubleFunction<PlantedStore.Order> risk) {
        PlantedStore store = Plant.healthy("US", 7);
        return store.with(order -> {
            if (store.happens(risk.applyAsDouble(order))) {
                order.delay();
            }
        });
    }
}
