package redflag.causes;

import static org.assertj.core.api.Assertions.assertThat;
import static redflag.causes.ListedRows.moment;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.metrics.Defect;
import redflag.rules.Metric;

/** Packages and units that Amazon lists, without a total that would make a rate: what their rows say of why. */
class ListedDetectorsTests {

    private static final List<Field> OF_PACKAGES =
            List.of(Field.EXPECTED_DELIVERY, Field.CARRIER, Field.SHIP_SERVICE, Field.CATEGORY);
    private static final List<Field> OF_UNITS = List.of(
            Field.EXPECTED_SHIP,
            Field.SHIP_CONFIRMED,
            Field.SHIPPED,
            Field.EXPECTED_DELIVERY,
            Field.DELIVERED,
            Field.QUANTITY,
            Field.SHIP_SERVICE);

    private final ListedRows store = new ListedRows();
    private FactTable.Builder row = new FactTable.Builder(EnumSet.noneOf(Field.class));

    @ParameterizedTest(name = "due {0}, handed over {1}, confirmed {2}: {3}")
    @CsvSource({
        "2026-11-10, 2026-11-10, 2026-11-12, 1",
        "2026-11-10, 2026-11-11, 2026-11-12, 0",
        "2026-11-10, , 2026-11-12, 0"
    })
    void theListOfLateShipmentsMayTellByItselfThatTheyWereHandedOverInTime(
            String due, String shipped, String confirmed, int found) {
        order("2026-11-08");
        FactTable.Builder late = store.row(
                        FactType.LATE_SHIPMENT,
                        store.id(),
                        List.of(Field.EXPECTED_SHIP, Field.SHIPPED, Field.SHIP_CONFIRMED))
                .moment(Field.EXPECTED_SHIP, moment(due))
                .moment(Field.SHIP_CONFIRMED, moment(confirmed));
        if (shipped != null) {
            late.moment(Field.SHIPPED, moment(shipped));
        }
        late.endRow(store.nextRow());

        assertThat(store.explained("confirmed-late-shipped-on-time", Metric.LATE_SHIPMENT_RATE_30))
                .hasSize(found);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"'', 1", "Other, 1", "sonstige, 1", "UPS, 0", "Other Couriers Ltd, 0"})
    void aPackageWithoutACarrierIsOneWhoseListAsksForIt(String carrier, int found) {
        packageOf("2026-11-01");
        if (!carrier.isEmpty()) {
            row.text(Field.CARRIER, carrier);
        }
        row.endRow(store.nextRow());

        assertThat(store.explained("carrier-missing", Metric.VALID_TRACKING_RATE))
                .hasSize(found);
    }

    @Test
    void aListThatHasNoColumnForTheCarrierSaysNothingOfIt() {
        order("2026-10-28");
        store.row(FactType.UNTRACKED_PACKAGE, store.id(), List.of(Field.EXPECTED_DELIVERY))
                .moment(Field.EXPECTED_DELIVERY, moment("2026-11-01"))
                .endRow(store.nextRow());

        assertThat(store.causes(Metric.VALID_TRACKING_RATE)).hasSize(1);
        assertThat(store.explained("carrier-missing", Metric.VALID_TRACKING_RATE))
                .isEmpty();
    }

    @ParameterizedTest(name = "delivered {0}, confirmed {1}: {2}")
    @CsvSource({
        "2026-11-03, 2026-11-04, 1",
        "2026-11-03, 2026-11-03, 0",
        "2026-11-03T20:00:00Z, 2026-11-03T20:00:01Z, 1"
    })
    void theNumberComesWithTheConfirmationWhichMayBeAfterTheDelivery(String delivered, String confirmed, int found) {
        packageOf("2026-11-02");
        row.text(Field.CARRIER, "UPS").endRow(store.nextRow());
        store.row(FactType.LATE_DELIVERY, store.id(), OF_UNITS)
                .moment(Field.EXPECTED_DELIVERY, moment("2026-11-02"))
                .moment(Field.DELIVERED, moment(delivered))
                .moment(Field.SHIP_CONFIRMED, moment(confirmed))
                .endRow(store.nextRow());

        assertThat(store.explained("confirmed-after-delivery", Metric.VALID_TRACKING_RATE))
                .hasSize(found);
    }

    @ParameterizedTest(name = "{0} packages: {1}")
    @CsvSource({"19, 1, one of 19 is under 95 %", "20, 0, one of twenty is 95 % and on target"})
    void oneOfFewPackagesOfACategoryIsOffTargetByItself(long total, int found, String because) {
        store.figure(List.of(Field.STORE, Field.METRIC, Field.CATEGORY, Field.AFFECTED, Field.TOTAL, Field.STATED_ON))
                .text(Field.STORE, "north")
                .text(Field.METRIC, "validTrackingRate")
                .text(Field.CATEGORY, "Books")
                .count(Field.AFFECTED, 1)
                .count(Field.TOTAL, total)
                .day(Field.STATED_ON, ListedRows.AS_OF)
                .endRow(1);
        packageOf("2026-11-01");
        row.text(Field.CARRIER, "UPS").text(Field.CATEGORY, "Books").endRow(store.nextRow());

        assertThat(store.causes("small-category", Metric.VALID_TRACKING_RATE))
                .as(because)
                .hasSize(found)
                .allSatisfy(cause -> assertThat(cause.value()).isEqualTo("Books"));
    }

    @ParameterizedTest(name = "due {0}, handed over {1}: {2}")
    @CsvSource({
        "2026-11-03, 2026-11-04, handed-over-late",
        "2026-11-03, 2026-11-03, transit-longer-than-promised",
        "2026-11-03T22:59:59Z, 2026-11-03T22:59:59Z, transit-longer-than-promised",
        "2026-11-03T22:59:59Z, 2026-11-03T23:00:00Z, handed-over-late"
    })
    void aLateUnitLostItsTimeBeforeOrAfterItWasHandedOver(String due, String shipped, String cause) {
        unit("2026-11-08")
                .moment(Field.EXPECTED_SHIP, moment(due))
                .moment(Field.SHIPPED, moment(shipped))
                .moment(Field.DELIVERED, moment("2026-11-10"))
                .endRow(store.nextRow());

        assertThat(store.causes(Metric.UNIT_ON_TIME_DELIVERY_RATE).get(0).causes())
                .extracting(Cause::id)
                .containsExactly(cause);
    }

    @Test
    void whereTheListDoesNotSayWhenItWasHandedOverNobodyKnowsWhereTheTimeWasLost() {
        unit("2026-11-08").moment(Field.DELIVERED, moment("2026-11-10")).endRow(store.nextRow());

        Causes.OfMetric told = store.causes(Metric.UNIT_ON_TIME_DELIVERY_RATE).get(0);

        assertThat(told.causes()).isEmpty();
        assertThat(told.hasTotal()).isFalse();
        assertThat(told.isCompared()).isFalse();
        assertThat(told.accounts())
                .singleElement()
                .satisfies(account -> assertThat(account.delivered()).contains("2026-11-10"));
        assertThat(told.unexplained()).extracting(Defect::orderId).containsExactly(store.id());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"Free Economy, 1", "FREEECONOMY, 1", "ECONOMY, 0", "DHL Economy Select, 0", "Standard, 0"})
    void onlyAmazonsFreeEconomyIsNotProtected(String service, int found) {
        unit("2026-11-08")
                .text(Field.SHIP_SERVICE, service)
                .moment(Field.DELIVERED, moment("2026-11-10"))
                .endRow(store.nextRow());

        assertThat(store.explained("unprotected-service", Metric.UNIT_ON_TIME_DELIVERY_RATE))
                .hasSize(found);
    }

    @ParameterizedTest(name = "another is delivered: {0}")
    @ValueSource(booleans = {true, false})
    void aUnitWithoutDeliveryMissesItsScanIfTheListTellsOfDeliveries(boolean isAnotherDelivered) {
        unit("2026-11-08").endRow(store.nextRow());
        String without = store.id();
        FactTable.Builder other = unit("2026-11-09");
        if (isAnotherDelivered) {
            other.moment(Field.DELIVERED, moment("2026-11-10"));
        }
        other.endRow(store.nextRow());

        assertThat(store.explained("no-delivery-scan", Metric.UNIT_ON_TIME_DELIVERY_RATE))
                .isEqualTo(isAnotherDelivered ? List.of(without) : List.of());
    }

    @ParameterizedTest(name = "{0} of ten with 11 units: {1}")
    @CsvSource({"1, 1", "2, 1", "3, 0"})
    void largeOrdersAreOneInFiveAtMost(int large, int found) {
        for (int i = 0; i < 10; i++) {
            unit("2026-11-08")
                    .count(Field.QUANTITY, i < large ? 11 : 1)
                    .moment(Field.DELIVERED, moment("2026-11-10"))
                    .endRow(store.nextRow());
        }

        assertThat(store.causes("large-orders", Metric.UNIT_ON_TIME_DELIVERY_RATE))
                .hasSize(found);
    }

    /** Units are counted, not orders: a cause of one order in eleven may be that of half the units. */
    @Test
    void sharesAreThoseOfUnits() {
        for (int i = 0; i < 11; i++) {
            unit("2026-11-08")
                    .count(Field.QUANTITY, i == 0 ? 11 : 1)
                    .moment(Field.DELIVERED, moment("2026-11-10"))
                    .endRow(store.nextRow());
        }

        assertThat(store.causes("large-orders", Metric.UNIT_ON_TIME_DELIVERY_RATE))
                .singleElement()
                .satisfies(cause -> {
                    assertThat(cause.defects()).isEqualTo(11);
                    assertThat(cause.share()).isEqualTo(11.0 / 21);
                });
    }

    private void packageOf(String promised) {
        order("2026-10-28");
        row = store.row(FactType.UNTRACKED_PACKAGE, store.id(), OF_PACKAGES)
                .moment(Field.EXPECTED_DELIVERY, moment(promised));
    }

    private FactTable.Builder unit(String promised) {
        order("2026-11-01");
        return store.row(FactType.LATE_DELIVERY, store.id(), OF_UNITS)
                .moment(Field.EXPECTED_DELIVERY, moment(promised));
    }

    private void order(String day) {
        store.order(day, Code.MFN, Code.SHIPPED).endRow(store.nextRow());
    }
}
