package redflag.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redflag.OneStore;
import redflag.basics.Period;
import redflag.basics.Store;
import redflag.basics.StoreId;
import redflag.ledger.AccountLedger;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Moments;
import redflag.ledger.StoreLedger;
import redflag.rules.Metric;

/** Builds what one store's files say, order by order. Days are the marketplace's own. */
public final class Ledgers {

    private Store store;
    private FactTable.Builder orders = new FactTable.Builder(EnumSet.of(
            Field.ORDER,
            Field.PURCHASED,
            Field.UPDATED,
            Field.ORDER_STATUS,
            Field.FULFILMENT,
            Field.SALES_CHANNEL,
            Field.BUYER_REQUESTED_CANCELLATION));
    private FactTable.Builder defects = new FactTable.Builder(
            EnumSet.of(Field.ORDER, Field.FULFILMENT, Field.NEGATIVE_FEEDBACK, Field.A_TO_Z_CLAIM, Field.CHARGEBACK));
    private final FactTable.Builder traces =
            new FactTable.Builder(EnumSet.of(Field.ORDER, Field.RATING, Field.HAPPENED));
    private final FactTable.Builder late = new FactTable.Builder(EnumSet.of(Field.ORDER));
    private final FactTable.Builder printed = new FactTable.Builder(EnumSet.of(
            Field.STORE,
            Field.METRIC,
            Field.FROM,
            Field.TO,
            Field.AFFECTED,
            Field.TOTAL,
            Field.RATE,
            Field.SCORE,
            Field.STATED_ON,
            Field.STATUS));
    private final Set<FactType> files = EnumSet.noneOf(FactType.class);
    private int rows;

    private Ledgers(Store store) {
        this.store = store;
    }

    public static Ledgers of(String country) {
        return new Ledgers(OneStore.of(country));
    }

    /** The day on which the account began to sell; before any order. */
    void sellingSince(LocalDate day) {
        store = new Store(
                store.id(),
                store.account(),
                store.marketplace(),
                store.name(),
                Optional.of(day),
                store.language(),
                store.manager(),
                List.of());
    }

    /** An order that is clean until a list says otherwise. @return its id */
    public String order(LocalDate day, Code fulfilment, Code status) {
        files.add(FactType.ORDER_LINE);
        String id = "111-0000000-%07d".formatted(++rows);
        orders.order(id)
                .moment(Field.PURCHASED, Moments.ofDay(day))
                .code(Field.ORDER_STATUS, status)
                .code(Field.FULFILMENT, fulfilment)
                .text(Field.SALES_CHANNEL, store.marketplace().salesChannel())
                .flag(Field.BUYER_REQUESTED_CANCELLATION, false)
                .endRow(rows + 1);
        return id;
    }

    /** That the order exports have columns for hand-over, tracking and delivery; before any order. */
    public void ordersTellOfDelivery() {
        orders = new FactTable.Builder(EnumSet.of(
                Field.ORDER,
                Field.PURCHASED,
                Field.ORDER_STATUS,
                Field.FULFILMENT,
                Field.SALES_CHANNEL,
                Field.EXPECTED_SHIP,
                Field.SHIPPED,
                Field.TRACKED,
                Field.EXPECTED_DELIVERY,
                Field.DELIVERED));
    }

    /** A seller-fulfilled order handed over on the next day, and delivered on some day. @return its id */
    String promised(LocalDate day, LocalDate promised, boolean tracked, Optional<LocalDate> delivered) {
        files.add(FactType.ORDER_LINE);
        String id = "111-0000000-%07d".formatted(++rows);
        orders.order(id)
                .moment(Field.PURCHASED, Moments.ofDay(day))
                .code(Field.ORDER_STATUS, Code.SHIPPED)
                .code(Field.FULFILMENT, Code.MFN)
                .text(Field.SALES_CHANNEL, store.marketplace().salesChannel())
                .moment(Field.SHIPPED, Moments.ofDay(day.plusDays(1)))
                .flag(Field.TRACKED, tracked)
                .moment(Field.EXPECTED_DELIVERY, Moments.ofDay(promised));
        delivered.ifPresent(on -> orders.moment(Field.DELIVERED, Moments.ofDay(on)));
        orders.endRow(rows + 1);
        return id;
    }

    /** A seller-fulfilled order with the day until which it is to be handed over, and that on which it was. @return its id */
    public String shipped(LocalDate day, LocalDate expected, LocalDate shipped) {
        files.add(FactType.ORDER_LINE);
        String id = "111-0000000-%07d".formatted(++rows);
        orders.order(id)
                .moment(Field.PURCHASED, Moments.ofDay(day))
                .code(Field.ORDER_STATUS, Code.SHIPPED)
                .code(Field.FULFILMENT, Code.MFN)
                .text(Field.SALES_CHANNEL, store.marketplace().salesChannel())
                .moment(Field.EXPECTED_SHIP, Moments.ofDay(expected))
                .moment(Field.SHIPPED, Moments.ofDay(shipped))
                .endRow(rows + 1);
        return id;
    }

    /** An order, which some row may give a fulfilment, placed at an instant and changed at another. */
    public String orderAt(Instant placed, Instant changed, Optional<Code> fulfilment, Code status) {
        String id = "111-0000000-%07d".formatted(++rows);
        files.add(FactType.ORDER_LINE);
        orders.order(id)
                .moment(Field.PURCHASED, Moments.ofEpochSecond(placed.getEpochSecond()))
                .moment(Field.UPDATED, Moments.ofEpochSecond(changed.getEpochSecond()))
                .code(Field.ORDER_STATUS, status)
                .text(Field.SALES_CHANNEL, store.marketplace().salesChannel())
                .flag(Field.BUYER_REQUESTED_CANCELLATION, false);
        fulfilment.ifPresent(by -> orders.code(Field.FULFILMENT, by));
        orders.endRow(rows + 1);
        return id;
    }

    /** That the list of order defects has a column for feedback and none for claims and chargebacks. */
    void defectsAreFeedbackOnly() {
        defects = new FactTable.Builder(EnumSet.of(Field.ORDER, Field.FULFILMENT, Field.NEGATIVE_FEEDBACK));
    }

    public void negativeFeedback(String order) {
        files.add(FactType.ORDER_DEFECT);
        defects.order(order)
                .code(Field.FULFILMENT, Code.MFN)
                .flag(Field.NEGATIVE_FEEDBACK, true)
                .endRow(++rows);
    }

    /** That there is a list of order defects, with or without rows. */
    void defectList() {
        files.add(FactType.ORDER_DEFECT);
    }

    /** Feedback of one star, in a report of feedback and not in Amazon's list. */
    void feedbackOfOneStar(String order, LocalDate on) {
        files.add(FactType.DEFECT_TRACE);
        traces.order(order)
                .count(Field.RATING, 1)
                .moment(Field.HAPPENED, Moments.ofDay(on))
                .endRow(++rows);
    }

    /** That there is a list of late shipments, with or without rows. */
    public void lateList() {
        files.add(FactType.LATE_SHIPMENT);
    }

    public void late(String order) {
        lateList();
        late.order(order).endRow(++rows);
    }

    /** A figure of Amazon's own report of {@code statedOn}. */
    public void printed(
            String metric, long affected, long total, LocalDate from, LocalDate to, LocalDate statedOn, String status) {
        files.add(FactType.PRINTED_FIGURE);
        printed.text(Field.STORE, store.id().value())
                .text(Field.METRIC, metric)
                .day(Field.FROM, from)
                .day(Field.TO, to)
                .count(Field.AFFECTED, affected)
                .count(Field.TOTAL, total)
                .day(Field.STATED_ON, statedOn);
        if (!status.isEmpty()) {
            printed.text(Field.STATUS, status);
        }
        printed.endRow(++rows);
    }

    /** A rate without its counts, over the window of these days. */
    public void stated(String metric, String fraction, LocalDate from, LocalDate to) {
        files.add(FactType.PRINTED_FIGURE);
        printed.text(Field.STORE, store.id().value())
                .text(Field.METRIC, metric)
                .day(Field.FROM, from)
                .day(Field.TO, to)
                .text(Field.RATE, fraction)
                .endRow(++rows);
    }

    /** A figure of a performance summary: {@code 3/20} of a rate, {@code score 199}, or a plain count. */
    void stated(Metric metric, String figure, Period window) {
        files.add(FactType.PRINTED_FIGURE);
        printed.text(Field.STORE, store.id().value())
                .text(Field.METRIC, metric.jsonName())
                .day(Field.FROM, window.from())
                .day(Field.TO, window.to());
        String[] parts = figure.split("[ /]");
        if (metric.form() == Metric.Form.SCORE) {
            printed.count(Field.SCORE, Long.parseLong(parts[1]));
        } else {
            printed.count(Field.AFFECTED, Long.parseLong(parts[0]));
        }
        if (metric.form() == Metric.Form.RATE) {
            printed.count(Field.TOTAL, Long.parseLong(parts[1]));
        }
        printed.endRow(++rows);
    }

    StoreId id() {
        return store.id();
    }

    /** All of it as of a day; call it once. */
    public StoreLedger asOf(LocalDate day) {
        return asOf(day, Map.of());
    }

    /** The same with the days on which files were written, each at noon. */
    StoreLedger asOf(LocalDate day, Map<String, LocalDate> writtenOn) {
        Map<FactType, FactTable.Builder> tables = Map.of(
                FactType.ORDER_LINE, orders,
                FactType.ORDER_DEFECT, defects,
                FactType.DEFECT_TRACE, traces,
                FactType.LATE_SHIPMENT, late,
                FactType.PRINTED_FIGURE, printed);
        Map<String, Instant> moments = new HashMap<>();
        writtenOn.forEach((file, written) -> moments.put(
                file, written.atTime(12, 0).atZone(store.marketplace().zone()).toInstant()));
        List<FileFacts> facts = new ArrayList<>();
        for (FactType type : files) {
            FactTable table = tables.get(type).build();
            facts.add(OneStore.file(type, table));
        }
        return AccountLedger.merge(store.account(), facts, List.of(store), Map.of(store.id(), day), moments)
                .stores()
                .get(store.id());
    }
}
