package redflag.causes;

import static org.assertj.core.api.Assertions.assertThat;
import static redflag.causes.ListedRows.moment;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.rules.Metric;

/** A carrier is told to have no valid tracking by all of its orders that the list covers: promised from 14 October to 12 November. */
class TrackingDetectorsTests {

    private static final List<Field> OF_PACKAGES = List.of(Field.EXPECTED_DELIVERY, Field.CARRIER, Field.SHIP_SERVICE);

    private final ListedRows store = new ListedRows(Field.CARRIER, Field.EXPECTED_DELIVERY);

    @ParameterizedTest(name = "48 more placed {0}, promised {1}: {2}")
    @CsvSource({
        "2026-10-16, , 0, four days as the listed ones have and it is promised into the window",
        "2026-11-08, , 0, promised on the last day of the window",
        "2026-11-09, , 1, promised after the window",
        "2026-10-09, , 1, promised before the window",
        "2026-10-16, 2026-10-20, 0, promised into the window",
        "2026-10-28, 2026-11-13, 1, placed on the day of listed ones and promised after the window"
    })
    void aCarrierWithOrdersOnOtherDaysThatAreNotListedHasValidTracking(
            String placed, @Nullable String promised, int found, String because) {
        hermes("DHL", "Paket");
        for (int i = 0; i < 48; i++) {
            FactTable.Builder order = order(LocalDate.parse(placed), "Hermes", "Standard");
            if (promised != null) {
                order.moment(Field.EXPECTED_DELIVERY, moment(promised));
            }
            order.endRow(store.nextRow());
        }

        assertThat(store.causes("carrier-never-valid", Metric.VALID_TRACKING_RATE))
                .as(because)
                .hasSize(found);
        assertThat(store.causes("untracked-service", Metric.VALID_TRACKING_RATE))
                .as("if the carrier is none, its service is none either; otherwise they are the same")
                .isEmpty();
    }

    /** Carrier, service and groups of either are the same orders. */
    @Test
    void whatTheSameOrdersShareIsToldOnce() {
        hermes("DHL", "Paket");

        assertThat(store.causes(Metric.VALID_TRACKING_RATE).get(0).causes())
                .extracting(cause -> cause.id() + " " + cause.value())
                .containsExactly("carrier-never-valid Hermes");
    }

    @Test
    void aServiceOfSeveralCarriersIsNotTheSame() {
        hermes("DHL", "Standard");

        assertThat(store.causes(Metric.VALID_TRACKING_RATE).get(0).causes())
                .extracting(Cause::id)
                .contains("carrier-never-valid", "untracked-service");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "NO_NUMBER, number-missing",
        "MALFORMED_NUMBER, number-malformed",
        "NUMBER_OF_ANOTHER_CARRIER, number-of-another-carrier",
        "NUMBER_ON_SEVERAL_ORDERS, number-on-several-orders"
    })
    void whatIsWrongWithTheNumberIsACause(Code fault, String cause) {
        order(LocalDate.of(2026, 10, 28), "UPS", "Ground").endRow(store.nextRow());
        listed("2026-11-01", Set.of(fault));

        assertThat(store.explained(cause, Metric.VALID_TRACKING_RATE)).containsExactly(store.id());
    }

    /** Of two packages of an order one may have a sound number: then nobody knows which of them is listed for what. */
    @ParameterizedTest(name = "promised {0}: {1}")
    @CsvSource({"2026-11-01, of one day", "2026-11-02, of two days"})
    void whatIsWrongIsWrongWithAllListedPackagesOfAnOrder(String promised, String because) {
        order(LocalDate.of(2026, 10, 28), "UPS", "Ground").endRow(store.nextRow());
        listed("2026-11-01", Set.of(Code.MALFORMED_NUMBER, Code.NUMBER_ON_SEVERAL_ORDERS));
        listed(promised, Set.of(Code.NUMBER_ON_SEVERAL_ORDERS));

        assertThat(store.causes("number-malformed", Metric.VALID_TRACKING_RATE))
                .as(because)
                .isEmpty();
        assertThat(store.causes("number-on-several-orders", Metric.VALID_TRACKING_RATE))
                .singleElement()
                .satisfies(cause -> assertThat(cause.defects()).isEqualTo(2));
    }

    private void listed(String promised, Set<Code> faults) {
        store.row(
                        FactType.UNTRACKED_PACKAGE,
                        store.id(),
                        List.of(Field.EXPECTED_DELIVERY, Field.CARRIER, Field.NUMBER_FAULTS))
                .moment(Field.EXPECTED_DELIVERY, moment(promised))
                .text(Field.CARRIER, "UPS")
                .signs(Field.NUMBER_FAULTS, faults)
                .endRow(store.nextRow());
    }

    /** Twelve listed orders of Hermes on three days, one of another carrier; and valid ones of that on the same days. */
    private void hermes(String other, String itsService) {
        for (int i = 0; i < 13; i++) {
            LocalDate day = LocalDate.of(2026, 10, 28).plusDays(i % 3);
            order(day, i < 12 ? "Hermes" : other, i < 12 ? "Standard" : itsService)
                    .endRow(store.nextRow());
            store.row(FactType.UNTRACKED_PACKAGE, store.id(), OF_PACKAGES)
                    .moment(Field.EXPECTED_DELIVERY, moment(day.plusDays(4).toString()))
                    .text(Field.CARRIER, i < 12 ? "Hermes" : other)
                    .endRow(store.nextRow());
        }
        for (int i = 0; i < 60; i++) {
            order(LocalDate.of(2026, 10, 28).plusDays(i % 3), other, "Paket").endRow(store.nextRow());
        }
    }

    private FactTable.Builder order(LocalDate day, String carrier, String service) {
        return store.order(day.toString(), Code.MFN, Code.SHIPPED)
                .text(Field.CARRIER, carrier)
                .text(Field.SHIP_SERVICE, service);
    }
}
