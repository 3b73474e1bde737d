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
import redflag.basics.AccountId;
import redflag.basics.Marketplaces;
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

/** Builds what one store's files say, order by order. Days are the marketplace's own. */
public final class Ledgers {

    private final Store store;
    private final FactTable.Builder orders = new FactTable.Builder(EnumSet.of(
            Field.ORDER,
            Field.PURCHASED,
            Field.UPDATED,
            Field.ORDER_STATUS,
            Field.FULFILMENT,
            Field.SALES_CHANNEL,
            Field.BUYER_REQUESTED_CANCELLATION));
    private FactTable.Builder defects = new FactTable.Builder(
            EnumSet.of(Field.ORDER, Field.FULFILMENT, Field.NEGATIVE_FEEDBACK, Field.A_TO_Z_CLAIM, Field.CHARGEBACK));
    private final FactTable.Builder late = new FactTable.Builder(EnumSet.of(Field.ORDER));
    private final FactTable.Builder printed = new FactTable.Builder(EnumSet.of(
            Field.STORE,
            Field.METRIC,
            Field.FROM,
            Field.TO,
            Field.AFFECTED,
            Field.TOTAL,
            Field.RATE,
            Field.STATED_ON,
            Field.STATUS));
    private final Set<FactType> files = EnumSet.noneOf(FactType.class);
    private int rows;

    private Ledgers(Store store) {
        this.store = store;
    }

    public static Ledgers of(String country) {
        return new Ledgers(new Store(
                new StoreId("north"),
                new AccountId("north"),
                Marketplaces.known().find(country).orElseThrow(),
                "North",
                Optional.empty(),
                "en",
                "manager@example.com",
                List.of()));
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
    void stated(String metric, String fraction, LocalDate from, LocalDate to) {
        files.add(FactType.PRINTED_FIGURE);
        printed.text(Field.STORE, store.id().value())
                .text(Field.METRIC, metric)
                .day(Field.FROM, from)
                .day(Field.TO, to)
                .text(Field.RATE, fraction)
                .endRow(++rows);
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
                FactType.LATE_SHIPMENT, late,
                FactType.PRINTED_FIGURE, printed);
        Map<String, Instant> moments = new HashMap<>();
        writtenOn.forEach((file, written) -> moments.put(
                file, written.atTime(12, 0).atZone(store.marketplace().zone()).toInstant()));
        List<FileFacts> facts = new ArrayList<>();
        for (FactType type : files) {
            FactTable table = tables.get(type).build();
            facts.add(new FileFacts(
                    "north/" + type,
                    "sha of " + type,
                    type.name(),
                    1,
                    "UTF-8",
                    table.size(),
                    0,
                    List.of(),
                    List.of(),
                    Map.of(type, table)));
        }
        return AccountLedger.merge(store.account(), facts, List.of(store), Map.of(store.id(), day), moments)
                .stores()
                .get(store.id());
    }
}
