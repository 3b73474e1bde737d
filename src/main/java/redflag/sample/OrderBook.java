package redflag.sample;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import redflag.basics.Marketplace;
import redflag.basics.Period;

/**
 * Takes the orders of one made-up store: exactly as many in a period as it is told, at hours when people shop. Days and
 * hours are the marketplace's own.
 */
final class OrderBook {

    /** Twice the usual evening, half the usual night; 4 o'clock is left out. */
    private static final int[] HOURS = {
        0, 1, 6, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 14, 15, 16, 16, 17, 17, 18, 18, 19, 19, 19, 20, 20, 20, 21,
        21, 22, 23
    };

    private static final Comparator<Order> BY_TIME = Comparator.comparing(Order::placed);

    private final Dice dice;
    private final Marketplace marketplace;
    private final List<String> idPrefixes;
    private final List<Product> products;
    private final List<Place> places;
    private final List<Order> orders = new ArrayList<>();

    OrderBook(long seed, Marketplace marketplace, List<String> idPrefixes, List<Product> products, List<Place> places) {
        this.dice = new Dice(seed);
        this.marketplace = marketplace;
        this.idPrefixes = List.copyOf(idPrefixes);
        this.products = List.copyOf(products);
        this.places = List.copyOf(places);
    }

    /** Takes {@code count} orders over the period, fewer at the weekend. */
    OrderBook take(Period period, int count, boolean byAmazon) {
        int weights = 0;
        for (LocalDate day = period.from(); period.contains(day); day = day.plusDays(1)) {
            weights += weight(day);
        }
        int seen = 0;
        for (LocalDate day = period.from(); period.contains(day); day = day.plusDays(1)) {
            int before = seen;
            seen += weight(day);
            for (int i = before * count / weights; i < seen * count / weights; i++) {
                place(day.atTime(HOURS[dice.below(HOURS.length)], dice.below(60), dice.below(60)), byAmazon);
            }
        }
        return this;
    }

    private static int weight(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY ? 5 : 6;
    }

    /** Takes one order at a moment of the marketplace's own clock. */
    Order place(LocalDateTime when, boolean byAmazon) {
        Instant placed = when.atZone(marketplace.zone()).toInstant();
        Instant shipped = byAmazon
                ? placed.plus(Duration.ofMinutes(dice.between(400, 1_700)))
                : nextWorkday(when.toLocalDate())
                        .atTime(dice.between(9, 16), dice.below(60), dice.below(60))
                        .atZone(marketplace.zone())
                        .toInstant();
        Order order = new Order(
                nextId(),
                marketplace.salesChannel(),
                marketplace.currency(),
                placed,
                shipped,
                Optional.empty(),
                false,
                byAmazon,
                dice.oneOf(places),
                lines());
        orders.add(order);
        return order;
    }

    private static LocalDate nextWorkday(LocalDate day) {
        LocalDate next = day.plusDays(1);
        return next.getDayOfWeek() == DayOfWeek.SUNDAY ? next.plusDays(1) : next;
    }

    private List<Order.Line> lines() {
        List<Order.Line> lines = new ArrayList<>();
        int count = dice.hits(12, 100) ? 2 : 1;
        for (int i = 0; i < count; i++) {
            lines.add(new Order.Line(dice.oneOf(products), dice.hits(1, 9) ? 2 : 1));
        }
        return lines;
    }

    /** The last seven digits never repeat in a book: 7,654,321 and ten million share no factor. */
    private String nextId() {
        long serial = (orders.size() + 1L) * 7_654_321L % 10_000_000L;
        return dice.oneOf(idPrefixes) + String.format(Locale.ROOT, "-%07d-%07d", dice.below(10_000_000), serial);
    }

    /** Changes an order that was taken before; gives back what it is now. */
    Order change(Order order, UnaryOperator<Order> change) {
        Order changed = change.apply(order);
        orders.set(orders.indexOf(order), changed);
        return changed;
    }

    /** The orders that satisfy {@code which}, the oldest first. */
    List<Order> orders(Predicate<Order> which) {
        return orders.stream().filter(which).sorted(BY_TIME).toList();
    }

    /** Seller-fulfilled orders placed in the period, the oldest first. */
    List<Order> merchant(Period period) {
        return orders(order -> !order.byAmazon() && period.contains(order.day(marketplace)));
    }

    /** Orders placed in the period that Amazon ships, the oldest first. */
    List<Order> amazon(Period period) {
        return orders(order -> order.byAmazon() && period.contains(order.day(marketplace)));
    }

    /** The seller-fulfilled orders of the period that a download of that moment shows as cancelled by the seller. */
    List<Order> cancelledBySeller(Period period, Instant moment) {
        return merchant(period).stream()
                .filter(order -> order.isCancelledBy(moment) && !order.buyerAsked())
                .toList();
    }

    Dice dice() {
        return dice;
    }

    Marketplace marketplace() {
        return marketplace;
    }
}
