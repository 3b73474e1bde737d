package redflag.ledger;

import com.carrotsearch.hppc.IntIntHashMap;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongConsumer;
import redflag.basics.Period;

/**
 * The orders of one store, each once, in the order of their ids: as the newest export states them. Non-Amazon orders
 * and orders placed after the store's as-of date are not among them. Columns, for the reason of {@link FactTable}.
 */
public final class StoreOrders {

    private static final byte CANCELLED = 1;
    private static final byte BUYER_REQUESTED = 2;
    private static final byte BUYER_REQUEST_KNOWN = 4;
    private static final byte MERCHANT = 8;
    private static final byte AMAZON = 16;
    private static final byte SHIPPED = 32;
    private static final byte SELLER_CANCELLED = 64;
    private static final Optional<Code> BY_MERCHANT = Optional.of(Code.MFN);
    private static final Optional<Code> BY_AMAZON = Optional.of(Code.AFN);

    private final AccountOrders all;
    private final int[] members;
    private final int[] days;
    /** By place among all of the account the place here, or in another store. */
    private final int[] places;

    /** The same of orders that another store has too, and was asked first. */
    private final IntIntHashMap furtherPlaces = new IntIntHashMap(0);

    /** @param places of all orders of the account, each in one of its stores; negative where none has taken it yet */
    StoreOrders(AccountOrders all, int[] members, int[] days, int[] places) {
        this.all = all;
        this.members = members;
        this.days = days;
        this.places = places;
        for (int i = 0; i < members.length; i++) {
            if (places[members[i]] < 0) {
                places[members[i]] = i;
            } else {
                furtherPlaces.put(members[i], i);
            }
        }
    }

    static byte flags(FactTable lines, int row) {
        byte flags = 0;
        if (lines.is(Field.ORDER_STATUS, row, Code.CANCELLED)) {
            flags |= CANCELLED;
        } else if (lines.is(Field.ORDER_STATUS, row, Code.SHIPPED)) {
            flags |= SHIPPED;
        }
        if (lines.hasColumn(Field.BUYER_REQUESTED_CANCELLATION)) {
            flags |= BUYER_REQUEST_KNOWN;
        }
        if (lines.isTrue(Field.BUYER_REQUESTED_CANCELLATION, row)) {
            flags |= BUYER_REQUESTED;
        } else if ((flags & CANCELLED) != 0) {
            flags |= SELLER_CANCELLED;
        }
        if (lines.is(Field.FULFILMENT, row, Code.MFN)) {
            flags |= MERCHANT;
        } else if (lines.is(Field.FULFILMENT, row, Code.AFN)) {
            flags |= AMAZON;
        }
        return flags;
    }

    static boolean isCancelled(byte flags) {
        return (flags & CANCELLED) != 0;
    }

    /** Two lines of one order: cancelled only if both are, asked for by the buyer only if he asked for both. */
    static byte join(byte one, byte other) {
        int cancelled = one & other & CANCELLED;
        return (byte) ((one | other) & ~CANCELLED | cancelled);
    }

    public int size() {
        return members.length;
    }

    public String orderId(int order) {
        return all.orderId(members[order]);
    }

    /** The day it was placed, in the marketplace's zone, as its number since 1970-01-01. */
    public int epochDay(int order) {
        return days[order];
    }

    public LocalDate day(int order) {
        return LocalDate.ofEpochDay(days[order]);
    }

    /** The moment it was placed, see {@link Moments}. */
    public long placed(int order) {
        return all.purchased(members[order]);
    }

    /** When the row that stands was changed, see {@link Moments}; {@link Moments#NONE} where the export does not say. */
    public long changed(int order) {
        return all.changed(members[order]);
    }

    public boolean isCancelled(int order) {
        return has(order, CANCELLED);
    }

    /** Whether a line of it has been shipped, though perhaps no export says when. */
    public boolean isShipped(int order) {
        return has(order, SHIPPED);
    }

    /** Whether the export says that the buyer asked for the cancellation, of every line of it. */
    public boolean isBuyerRequested(int order) {
        return has(order, BUYER_REQUESTED) && !has(order, SELLER_CANCELLED);
    }

    /** Whether the export has a column that would say so. */
    public boolean knowsBuyerRequest(int order) {
        return has(order, BUYER_REQUEST_KNOWN);
    }

    /** Whether its buyer is a customer of Amazon Business, where the export says so. */
    public Optional<Boolean> isBusiness(int order) {
        return all.flag(Field.BUSINESS_ORDER, members[order]);
    }

    /** MFN or AFN, where the export says so. */
    public Optional<Code> fulfilment(int order) {
        if (has(order, MERCHANT)) {
            return BY_MERCHANT;
        }
        return has(order, AMAZON) ? BY_AMAZON : Optional.empty();
    }

    /** Who cancelled it, where an export says so: BUYER, MERCHANT, AMAZON. */
    public Optional<Code> cancelledBy(int order) {
        return all.additions().cancelledBy(members[order]);
    }

    /** Whether every package of it has a tracking number, where an export says so. */
    public Optional<Boolean> isTracked(int order) {
        return all.additions().isTracked(members[order]);
    }

    /** Whether any export tells EXPECTED_SHIP, SHIPPED, EXPECTED_DELIVERY, DELIVERED or TRACKED of any order of the account. */
    public boolean knows(Field field) {
        return all.additions().knows(field);
    }

    /**
     * @param field EXPECTED_SHIP, SHIPPED, EXPECTED_DELIVERY or DELIVERED
     * @return see {@link Moments}; {@link Moments#NONE} where no export says
     */
    public long moment(Field field, int order) {
        return all.additions().moment(field, members[order]);
    }

    public boolean isFulfilledBy(int order, Code fulfilment) {
        return has(order, fulfilment == Code.MFN ? MERCHANT : AMAZON);
    }

    private boolean has(int order, byte flag) {
        return (all.flags(members[order]) & flag) != 0;
    }

    public Optional<String> sku(int order) {
        return all.sku(members[order]);
    }

    /** The product by Amazon's number; of several lines that of the line whose SKU stands for the order. */
    public Optional<String> asin(int order) {
        return all.text(Field.ASIN, members[order]);
    }

    /** Such as {@code Standard} or {@code Expedited}, as the export has it. */
    public Optional<String> shipService(int order) {
        return all.text(Field.SHIP_SERVICE, members[order]);
    }

    /** What the line whose SKU stands for the order costs, as the export writes it; mostly missing on cancelled ones. */
    public Optional<String> itemPrice(int order) {
        return all.text(Field.ITEM_PRICE, members[order]);
    }

    /** The units of that line; 0 where the export says so or does not say. */
    public long itemUnits(int order) {
        return all.count(Field.QUANTITY, members[order]);
    }

    /** The country that it goes to, as the export spells it: no export tells more of the address here. */
    public Optional<String> shipCountry(int order) {
        return all.text(Field.SHIP_COUNTRY, members[order]);
    }

    /** By place the units of each order over all its lines, 0 where no export says. */
    public int[] units() {
        int[] units = new int[members.length];
        all.forEachStandingLine((ofAll, table, row) -> {
            int place = table.hasColumn(Field.QUANTITY) ? placeOf(ofAll) : -1;
            long count = place < 0 ? 0 : table.count(Field.QUANTITY, row).orElse(0L);
            if (count > 0) {
                units[place] = (int) Math.min(Integer.MAX_VALUE, units[place] + count);
            }
        });
        return units;
    }

    /** An item of an order, as the row that stands says it. */
    public interface ItemVisitor {
        /**
         * @param quantity missing where the row does not say
         * @param isCancelled also where only this item of the order is
         */
        void item(int order, Optional<String> asin, Optional<String> sku, Optional<Long> quantity, boolean isCancelled);
    }

    /** Goes through the items of all orders, in no order that means anything. */
    public void forEachItem(ItemVisitor visitor) {
        all.forEachStandingLine((ofAll, table, row) -> {
            int place = placeOf(ofAll);
            if (place >= 0 && !StoreProducts.isPackage(table, row)) {
                visitor.item(
                        place,
                        table.text(Field.ASIN, row),
                        table.text(Field.SKU, row),
                        table.count(Field.QUANTITY, row),
                        StoreProducts.isCancelled(table, row));
            }
        });
    }

    /** Who carried it, where an export says so; of several carriers the first by its letters. */
    public Optional<String> carrier(int order) {
        return all.additions().carrier(members[order]);
    }

    public Source source(int order) {
        return all.source(members[order]);
    }

    /** Where it stands what an export says of the order; missing where none says it. */
    public Optional<Source> source(Field field, int order) {
        return all.source(field, members[order]);
    }

    /** The place here of the order at this place among all of the account, or -1. */
    int placeOf(int ofAll) {
        int place = places[ofAll];
        boolean isOurs = place >= 0 && place < members.length && members[place] == ofAll;
        return isOurs ? place : furtherPlaces.getOrDefault(ofAll, -1);
    }

    /** The place of the order with this id, or -1. */
    public int find(String orderId) {
        int place = all.find(orderId);
        return place < 0 ? -1 : placeOf(place);
    }

    /** Tells of each order of this fulfilment that was placed in these days its day, since 1970-01-01. */
    public void forEachDay(Period placed, Code fulfilment, LongConsumer day) {
        long first = placed.from().toEpochDay();
        long last = placed.to().toEpochDay();
        for (int order = 0; order < days.length; order++) {
            if (days[order] >= first && days[order] <= last && isFulfilledBy(order, fulfilment)) {
                day.accept(days[order]);
            }
        }
    }

    /** How many orders of this fulfilment were placed in these days. */
    public long count(Period placed, Code fulfilment) {
        long[] count = {0};
        forEachDay(placed, fulfilment, day -> count[0]++);
        return count[0];
    }

    /** How many orders placed in these days no export gives a fulfilment. */
    public long countOfNobody(Period placed) {
        long first = placed.from().toEpochDay();
        long last = placed.to().toEpochDay();
        long count = 0;
        for (int order = 0; order < days.length; order++) {
            if (days[order] >= first && days[order] <= last && !has(order, MERCHANT) && !has(order, AMAZON)) {
                count++;
            }
        }
        return count;
    }

    /** The places of the orders placed from {@code from} to {@code to}, both included. */
    public int[] placedIn(LocalDate from, LocalDate to) {
        long first = from.toEpochDay();
        long last = to.toEpochDay();
        int[] places = new int[members.length];
        int count = 0;
        for (int i = 0; i < days.length; i++) {
            if (days[i] >= first && days[i] <= last) {
                places[count++] = i;
            }
        }
        return Arrays.copyOf(places, count);
    }
}
