package redflag.causes;

import static org.assertj.core.api.Assertions.assertThat;
import static redflag.causes.ListedRows.moment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.OneStore;
import redflag.basics.Store;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.StoreLedger;
import redflag.metrics.Defect;
import redflag.rules.Metric;

/** Orders of business customers without an invoice, placed from Monday, 9 November, to Sunday, 15 November 2026. */
class InvoiceDetectorsTests {

    private static final String NONE = "no-business-order-invoiced";
    private static final String ALL_MISSING = "listed-invoices-all-missing";
    private static final String WEEKEND = "invoices-late-over-weekend";
    private static final String ONE_MARKETPLACE = "marketplace-not-invoiced";
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 9);

    private ListedRows store = ListedRows.in("DE", Field.BUSINESS_ORDER, Field.SHIPPED);

    @ParameterizedTest(name = "{0} orders on {1} days: {2}")
    @CsvSource({"5, 3, 1", "4, 3, 0", "5, 2, 0", "12, 7, 1"})
    void notOneOfFiveBusinessOrdersOfThreeDaysHasAnInvoice(int orders, int days, int found) {
        missing(orders, days);

        assertThat(store.explained(NONE, Metric.INVOICE_DEFECT_RATE)).hasSize(found * orders);
    }

    @ParameterizedTest(name = "business {0}, {1}, {2}, placed {3}: {4}")
    @CsvSource({
        "true, MFN, SHIPPED, 2026-11-10, 0, one with an invoice",
        "true, MFN, SHIPPED, 2026-11-15, 0, on the last day of the window",
        "true, MFN, SHIPPED, 2026-11-16, 1, after the window",
        "true, MFN, SHIPPED, 2026-11-08, 1, before the window",
        "true, MFN, UNSHIPPED, 2026-11-10, 1, not shipped and so not due",
        "true, MFN, CANCELLED, 2026-11-10, 1, cancelled",
        "true, AFN, SHIPPED, 2026-11-10, 1, of a fulfilment that the list does not name",
        "false, MFN, SHIPPED, 2026-11-10, 1, of a consumer",
        ", MFN, SHIPPED, 2026-11-10, 0, of nobody knows whom"
    })
    void oneMoreBusinessOrderThatIsNotListedHasAnInvoice(
            @Nullable Boolean business, Code fulfilment, Code status, String placed, int found, String because) {
        missing(6, 3);
        order(placed, business, fulfilment, status).endRow(store.nextRow());

        assertThat(store.causes(NONE, Metric.INVOICE_DEFECT_RATE)).as(because).hasSize(found);
    }

    @ParameterizedTest(name = "and {0} that is not listed: {1}")
    @CsvSource({"0, 7", "1, 0"})
    void whereTheListNamesOrdersThatAmazonShipsThoseAreLookedAtToo(int others, int found) {
        missing(6, 3);
        order("2026-11-10", true, Code.AFN, Code.SHIPPED).endRow(store.nextRow());
        list(Code.MISSING_INVOICE, "2026-11-10");
        for (int i = 0; i < others; i++) {
            order("2026-11-10", true, Code.AFN, Code.SHIPPED).endRow(store.nextRow());
        }

        assertThat(store.explained(NONE, Metric.INVOICE_DEFECT_RATE)).hasSize(found);
    }

    /** Whether those that Amazon ships have their invoices, or do not count, no row says: so much is said of the others. */
    @Test
    void whereOrdersOfOneFulfilmentAreListedThatIsSaidOfThemAlone() {
        missing(6, 3);
        order("2026-11-10", true, Code.AFN, Code.SHIPPED).endRow(store.nextRow());

        assertThat(store.causes(Metric.INVOICE_DEFECT_RATE, List.of(france(0, 60, "2026-11-09", "2026-11-15")))
                        .get(0)
                        .causes())
                .extracting(cause -> cause.id() + " " + cause.value())
                .containsExactly(NONE + " MFN");
    }

    @ParameterizedTest(name = "orders until {0}: {1}")
    @CsvSource({"2026-11-16, 6", "2026-11-14, 0"})
    void ofDaysThatNoOrderReportHasNobodyKnows(String last, int found) {
        store = ListedRows.in("DE", last, Field.BUSINESS_ORDER);
        missing(6, 3);

        assertThat(store.explained(NONE, Metric.INVOICE_DEFECT_RATE)).hasSize(found);
    }

    @Test
    void anInvoiceThatCameLateIsAnInvoice() {
        missing(6, 3);
        order("2026-11-10", true, Code.MFN, Code.SHIPPED).endRow(store.nextRow());
        list(Code.LATE_INVOICE, "2026-11-10");

        assertThat(store.causes(NONE, Metric.INVOICE_DEFECT_RATE)).isEmpty();
        assertThat(store.causes(ALL_MISSING, Metric.INVOICE_DEFECT_RATE)).isEmpty();
    }

    /** An order of two shipments, one with a late invoice and one without any, is one defect and not without invoices. */
    @Test
    void anOrderOfTwoShipmentsMayBeBothMissingAndLate() {
        missing(6, 3);
        list(Code.LATE_INVOICE, "2026-11-11");

        Causes.OfMetric told = store.causes(Metric.INVOICE_DEFECT_RATE).get(0);

        assertThat(told.defects()).hasSize(6);
        assertThat(told.defects())
                .extracting(Defect::kinds)
                .contains(List.of("MISSING_INVOICE", "LATE_INVOICE"))
                .contains(List.of("MISSING_INVOICE"));
        assertThat(told.causes()).isEmpty();
    }

    @ParameterizedTest(name = "{0} orders from Monday on, on {1} days, {2}: {3}")
    @CsvSource({
        "10, 5, MISSING_INVOICE, 1",
        "9, 5, MISSING_INVOICE, 0",
        "10, 4, MISSING_INVOICE, 0",
        "10, 5, LATE_INVOICE, 0"
    })
    void whereNoExportSaysWhichOrdersAreOfBusinessesAllListedMayBeMissing(int orders, int days, Code last, int found) {
        for (int i = 0; i < orders; i++) {
            LocalDate day = MONDAY.plusDays(i % days);
            order(day.toString(), null, Code.MFN, Code.SHIPPED).endRow(store.nextRow());
            list(i == 0 ? last : Code.MISSING_INVOICE, day.toString());
        }

        assertThat(store.explained(ALL_MISSING, Metric.INVOICE_DEFECT_RATE)).hasSize(found * orders);
        assertThat(store.causes(NONE, Metric.INVOICE_DEFECT_RATE)).isEmpty();
    }

    /** Of seven orders three are shipped on three days: nine by chance comes once in 2,000 times, eight once in 880. */
    @ParameterizedTest(name = "{0} shipped on {1}, {2} on {3}: {4}")
    @CsvSource({
        "10, 2026-11-13, 0, 2026-11-10, 10, Friday",
        "10, 2026-11-14, 0, 2026-11-10, 10, Saturday",
        "10, 2026-11-15, 0, 2026-11-10, 10, Sunday",
        "10, 2026-11-12, 0, 2026-11-10, 0, Thursday",
        "10, 2026-11-16, 0, 2026-11-10, 0, Monday",
        "9, 2026-11-13, 0, 2026-11-10, 9, nine of nine",
        "8, 2026-11-13, 0, 2026-11-10, 0, eight come by chance more often than once in a thousand",
        "10, 2026-11-13, 1, 2026-11-10, 0, and so do ten of eleven",
        "11, 2026-11-13, 1, 2026-11-10, 11, eleven of twelve do not",
        "40, 2026-11-13, 10, 2026-11-10, 40, eight of ten",
        "40, 2026-11-13, 11, 2026-11-10, 0, fewer",
        "10, 2026-11-12T22:59:59Z, 0, 2026-11-10, 0, the last second of Thursday in Berlin",
        "10, 2026-11-12T23:00:00Z, 0, 2026-11-10, 10, the first second of Friday in Berlin"
    })
    void lateInvoicesOfOrdersShippedFromFridayToSunday(
            int weekend, String then, int others, String otherwise, int found, String because) {
        late(weekend, then);
        late(others, otherwise);

        assertThat(store.explained(WEEKEND, Metric.INVOICE_DEFECT_RATE))
                .as(because)
                .hasSize(found);
    }

    @ParameterizedTest(name = "others shipped on {0}: {1}")
    @CsvSource({"2026-11-11, 12", "2026-11-13, 0"})
    void whoShipsOnFridaysOnlyIsLateForOthersReasons(String others, int found) {
        late(12, "2026-11-13");
        for (int i = 0; i < 40; i++) {
            order("2026-11-10", false, Code.MFN, Code.SHIPPED)
                    .moment(Field.SHIPPED, moment(others))
                    .endRow(store.nextRow());
        }

        assertThat(store.explained(WEEKEND, Metric.INVOICE_DEFECT_RATE)).hasSize(found);
    }

    @Test
    void anInvoiceThatIsMissingIsNotLateOverTheWeekend() {
        missing(12, 5);

        assertThat(store.causes(WEEKEND, Metric.INVOICE_DEFECT_RATE)).isEmpty();
    }

    @ParameterizedTest(name = "{0} of {1} in France, {2} to {3}: {4}")
    @CsvSource({
        "0, 5, 2026-11-09, 2026-11-15, Amazon.fr, none of five",
        "0, 4, 2026-11-09, 2026-11-15, , of four that may be chance",
        "1, 60, 2026-11-09, 2026-11-15, , one there as well",
        "0, 5, 2026-11-02, 2026-11-08, , in other days",
        "0, 5, 2026-11-03, 2026-11-09, Amazon.fr, on one of the same days"
    })
    void oneMarketplaceIsNotConnectedWhereAmazonStatesNoDefectOfAnother(
            long affected, long total, String from, String to, @Nullable String value, String because) {
        missing(6, 3);
        List<StoreLedger> others = List.of(france(affected, total, from, to));

        List<Cause> causes =
                store.causes(Metric.INVOICE_DEFECT_RATE, others).get(0).causes();

        assertThat(causes)
                .as(because)
                .extracting(cause -> cause.id() + " " + cause.value())
                .containsExactly(value == null ? NONE + " " : ONE_MARKETPLACE + " " + value);
        assertThat(causes.get(0).explains()).hasSize(6);
    }

    @Test
    void aMarketplaceWithOneInvoiceIsConnected() {
        missing(6, 3);
        order("2026-11-10", true, Code.MFN, Code.SHIPPED).endRow(store.nextRow());

        assertThat(store.causes(Metric.INVOICE_DEFECT_RATE, List.of(france(0, 60, "2026-11-09", "2026-11-15")))
                        .get(0)
                        .causes())
                .isEmpty();
    }

    /** A list of 18 November is of the days up to the eleventh: of later orders it says nothing. */
    @ParameterizedTest(name = "written {0}: {1}")
    @CsvSource({"2026-11-18T12:00:00Z, 6", "2026-11-19T12:00:00Z, 0"})
    void ofOrdersAfterItsOwnWindowAListSaysNothing(String written, int found) {
        missing(6, 3);
        order("2026-11-12", true, Code.MFN, Code.SHIPPED).endRow(store.nextRow());

        assertThat(store.writtenAt(FactType.INVOICE_DEFECT, Instant.parse(written))
                        .explained(NONE, Metric.INVOICE_DEFECT_RATE))
                .hasSize(found);
    }

    private static StoreLedger france(long affected, long total, String from, String to) {
        Store france = OneStore.of("FR");
        FactTable.Builder figures = new FactTable.Builder(EnumSet.of(
                Field.STORE, Field.METRIC, Field.AFFECTED, Field.TOTAL, Field.FROM, Field.TO, Field.STATED_ON));
        figures.text(Field.STORE, "north")
                .text(Field.METRIC, "invoiceDefectRate")
                .count(Field.AFFECTED, affected)
                .count(Field.TOTAL, total)
                .day(Field.FROM, LocalDate.parse(from))
                .day(Field.TO, LocalDate.parse(to))
                .day(Field.STATED_ON, ListedRows.AS_OF)
                .endRow(1);
        return OneStore.ledger(
                france, ListedRows.AS_OF, List.of(OneStore.file(FactType.PRINTED_FIGURE, figures.build())));
    }

    private void missing(int count, int days) {
        for (int i = 0; i < count; i++) {
            LocalDate day = MONDAY.plusDays(i % days);
            order(day.toString(), true, Code.MFN, Code.SHIPPED).endRow(store.nextRow());
            list(Code.MISSING_INVOICE, day.plusDays(1).toString());
        }
    }

    private void late(int count, String shipped) {
        for (int i = 0; i < count; i++) {
            order("2026-11-10", true, Code.MFN, Code.SHIPPED).endRow(store.nextRow());
            list(Code.LATE_INVOICE, shipped);
        }
    }

    private FactTable.Builder order(String placed, @Nullable Boolean business, Code fulfilment, Code status) {
        FactTable.Builder order = store.order(placed, fulfilment, status);
        return business == null ? order : order.flag(Field.BUSINESS_ORDER, business);
    }

    /** The order that was added last. */
    private void list(Code kind, String shipped) {
        store.row(FactType.INVOICE_DEFECT, store.id(), List.of(Field.SHIPPED, Field.DEFECT_KIND, Field.REASON))
                .moment(Field.SHIPPED, moment(shipped))
                .code(Field.DEFECT_KIND, kind)
                .endRow(store.nextRow());
    }
}
