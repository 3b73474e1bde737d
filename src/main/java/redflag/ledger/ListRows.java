package redflag.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import redflag.basics.Store;
import redflag.ledger.ListedOrder.Delivery;

/** Reads the rows of lists of defects, and of traces of them. */
final class ListRows {

    static final Set<Code> ORDER_DEFECTS =
            Collections.unmodifiableSet(EnumSet.of(Code.NEGATIVE_FEEDBACK, Code.A_TO_Z_CLAIM, Code.CHARGEBACK));

    private static final Set<Code> INVOICE_DEFECTS =
            Collections.unmodifiableSet(EnumSet.of(Code.MISSING_INVOICE, Code.LATE_INVOICE));

    /** One or two stars (domain.md §1.2). */
    private static final long BEST_NEGATIVE_RATING = 2;

    private final OrderSplit split;
    private final Owners owners;

    ListRows(OrderSplit split, Owners owners) {
        this.split = split;
        this.owners = owners;
    }

    /** What a row lists; missing where nobody knows when the order was placed, or its package promised. */
    Optional<ListedOrder> listed(String file, FactType type, FactTable table, int row, Store store) {
        String id = table.orderId(row);
        StoreOrders known = split.ordersOf(store.id());
        int order = known.find(id);
        long stated = table.moment(Field.PURCHASED, row);
        // an order that was placed after the day which is looked from is no stranger; no window holds it
        long placed = stated == Moments.NONE && order < 0 ? owners.placed(id, store) : stated;
        Delivery delivery = delivery(type, table, row, store);
        if (order < 0 && placed == Moments.NONE && delivery.promisedOn().isEmpty()) {
            return Optional.empty();
        }
        LocalDate placedOn =
                placedOn(known, order, placed, store).or(delivery::promisedOn).orElseThrow();
        // the order's own word first: whoever counts it must find it among the orders that he divides by
        Optional<Code> fulfilment = order >= 0 ? known.fulfilment(order) : table.code(Field.FULFILMENT, row);
        if (fulfilment.isEmpty() && isOfSellersOrders(type)) {
            fulfilment = Optional.of(Code.MFN);
        }
        boolean counts =
                !table.has(Field.IMPACTS_ACCOUNT_HEALTH, row) || table.isTrue(Field.IMPACTS_ACCOUNT_HEALTH, row);
        Optional<String> sku = table.text(Field.SKU, row);
        return Optional.of(new ListedOrder(
                id,
                placedOn,
                fulfilment,
                type == FactType.INVOICE_DEFECT ? invoiceDefects(table, row) : kinds(table, row),
                counts,
                sku.isPresent() || order < 0 ? sku : known.sku(order),
                order >= 0,
                delivery,
                ListedOrder.Course.of(table, row),
                table.text(Field.REASON, row),
                table.signs(isOfDeliveries(type) ? Field.NUMBER_FAULTS : Field.COMPLAINTS, row),
                List.of(new Source(file, table.sourceRow(row)))));
    }

    /** Of both fulfilments are order defects and traces of them; of invoices no source says it (domain.md §6, 12). */
    private static boolean isOfSellersOrders(FactType type) {
        return type != FactType.ORDER_DEFECT && type != FactType.DEFECT_TRACE && type != FactType.INVOICE_DEFECT;
    }

    /** Whether there is no invoice or a late one; none where the list has a word of its own for it. */
    private static Set<Code> invoiceDefects(FactTable table, int row) {
        EnumSet<Code> kinds = EnumSet.noneOf(Code.class);
        table.code(Field.DEFECT_KIND, row).filter(INVOICE_DEFECTS::contains).ifPresent(kinds::add);
        return kinds;
    }

    /** What a row says against the order; none where it says nothing. */
    static Set<Code> kinds(FactTable table, int row) {
        EnumSet<Code> kinds = EnumSet.noneOf(Code.class);
        if (table.isTrue(Field.NEGATIVE_FEEDBACK, row)) {
            kinds.add(Code.NEGATIVE_FEEDBACK);
        }
        if (table.isTrue(Field.A_TO_Z_CLAIM, row)) {
            kinds.add(Code.A_TO_Z_CLAIM);
        }
        if (table.isTrue(Field.CHARGEBACK, row)) {
            kinds.add(Code.CHARGEBACK);
        }
        if (table.count(Field.RATING, row)
                .filter(stars -> stars <= BEST_NEGATIVE_RATING)
                .isPresent()) {
            kinds.add(Code.NEGATIVE_FEEDBACK);
        }
        table.code(Field.DEFECT_KIND, row).filter(ORDER_DEFECTS::contains).ifPresent(kinds::add);
        return kinds;
    }

    private static Optional<LocalDate> placedOn(StoreOrders known, int order, long placed, Store store) {
        if (order >= 0) {
            return Optional.of(known.day(order));
        }
        return placed == Moments.NONE ? Optional.empty() : Optional.of(dayOf(placed, store));
    }

    private static LocalDate dayOf(long moment, Store store) {
        return LocalDate.ofEpochDay(
                Moments.epochDay(moment, new ZoneDays(store.marketplace().zone())));
    }

    /** A row of packages is one; a row of units has as many as it says, and one where it does not. */
    private static Delivery delivery(FactType type, FactTable table, int row, Store store) {
        if (!isOfDeliveries(type)) {
            return Delivery.NONE;
        }
        long promised = table.moment(Field.EXPECTED_DELIVERY, row);
        return new Delivery(
                promised == Moments.NONE ? Optional.empty() : Optional.of(dayOf(promised, store)),
                table.text(Field.CARRIER, row),
                table.text(Field.CATEGORY, row),
                type == FactType.LATE_DELIVERY
                        ? table.count(Field.QUANTITY, row).orElse(1L)
                        : 1);
    }

    private static boolean isOfDeliveries(FactType type) {
        return type == FactType.UNTRACKED_PACKAGE || type == FactType.LATE_DELIVERY;
    }

    /** What is one of a list: an order; of an order's packages those of one day and category that count alike. */
    static String keyOf(FactType type, ListedOrder order) {
        Delivery delivery = order.delivery();
        return isOfDeliveries(type)
                ? String.join(
                        "\t",
                        order.orderId(),
                        delivery.promisedOn().map(LocalDate::toString).orElse(""),
                        delivery.category().orElse(""),
                        order.counts() ? "" : "no")
                : order.orderId();
    }

    /** Two rows of one key. */
    static ListedOrder join(ListedOrder one, ListedOrder other) {
        EnumSet<Code> kinds = EnumSet.noneOf(Code.class);
        kinds.addAll(one.kinds());
        kinds.addAll(other.kinds());
        Set<Code> signs = EnumSet.noneOf(Code.class);
        signs.addAll(one.signs());
        if (one.delivery().count() > 0) {
            signs.retainAll(other.signs());
        } else {
            signs.addAll(other.signs());
        }
        List<Source> from = new ArrayList<>(one.from());
        from.addAll(other.from());
        return new ListedOrder(
                one.orderId(),
                one.placedOn(),
                one.fulfilment().isPresent() ? one.fulfilment() : other.fulfilment(),
                kinds,
                one.counts() || other.counts(),
                first(one.sku(), other.sku()),
                one.inOrders(),
                new Delivery(
                        one.delivery().promisedOn(),
                        first(one.delivery().carrier(), other.delivery().carrier()),
                        one.delivery().category(),
                        one.delivery().count() + other.delivery().count()),
                one.course().and(other.course()),
                first(one.reason(), other.reason()),
                signs,
                from);
    }

    /** By its letters, so that the order of rows is no matter. */
    static Optional<String> first(Optional<String> one, Optional<String> other) {
        return Stream.concat(one.stream(), other.stream()).min(Comparator.naturalOrder());
    }

    /**
     * Amazon's list knows the kinds that it has a column for. Of traces only feedback is a whole list: a claim shows on a
     * return only where there was one, and in settlements only where it cost money (exports.md §3.6, 9). On a marketplace
     * of the job's own a column is what the job says it is.
     */
    static Set<Code> knownKinds(Store store, FactType type, FactTable table) {
        if (type != FactType.ORDER_DEFECT && type != FactType.DEFECT_TRACE) {
            return ORDER_DEFECTS;
        }
        EnumSet<Code> known = EnumSet.noneOf(Code.class);
        if (table.hasColumn(Field.RATING)) {
            known.add(Code.NEGATIVE_FEEDBACK);
        }
        if (type == FactType.DEFECT_TRACE && store.marketplace().isAmazons()) {
            return known;
        }
        if (table.hasColumn(Field.DEFECT_KIND)) {
            return ORDER_DEFECTS;
        }
        if (table.hasColumn(Field.NEGATIVE_FEEDBACK)) {
            known.add(Code.NEGATIVE_FEEDBACK);
        }
        if (table.hasColumn(Field.A_TO_Z_CLAIM)) {
            known.add(Code.A_TO_Z_CLAIM);
        }
        if (table.hasColumn(Field.CHARGEBACK)) {
            known.add(Code.CHARGEBACK);
        }
        return known;
    }
}
