package redflag.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import redflag.basics.Marketplace;
import redflag.basics.Period;

/** The orders of {@link Elder}, by store, and {@code strays} that belong to none of them. */
record ElderBooks(OrderBook britain, OrderBook germany, OrderBook france, OrderBook italy, List<Order> strays) {

    /** The Italian store's first sale. */
    static final LocalDate ITALY_SINCE = LocalDate.of(2026, 9, 20);

    private static final List<Product> PRODUCTS = Products.of(
            "ELD",
            "Beeswax Polish 250 ml|1490",
            "Wool Felt Slippers, Grey|3290",
            "Linen Tea Towel, Set of 3|1990",
            "Enamel Mug, Speckled|1250",
            "Clothes Brush, Pear Wood|2150",
            "Rucksack, Waxed Canvas|7900",
            "Cast Iron Trivet|1675",
            "Boot Scraper – Coir|2480",
            "Elderflower Soap 4 × 90 g|1340");

    ElderBooks {
        strays = List.copyOf(strays);
    }

    static ElderBooks take() {
        OrderBook britain = book(41, "UK", "202", "203", "204");
        Season.take(britain, false, 18, 210, 24, 25, 3);
        Season.take(britain, true, 8, 100, 11, 11, 2);
        cancel(britain, Season.DEFECTS, 64, Duration.ofHours(3), true);

        OrderBook germany = book(42, "DE", "302", "303", "304");
        Season.take(germany, false, 16, 200, 26, 36, 2);
        Season.take(germany, true, 6, 80, 9, 9, 1);
        cancelInGermany(germany);

        OrderBook france = book(43, "FR", "402", "403", "404");
        Season.take(france, false, 10, 120, 16, 25, 2);
        Season.take(france, true, 4, 50, 6, 6, 1);
        cancel(france, Season.CANCELLATIONS, 4, Duration.ofHours(5), true);
        cancel(france, Season.CANCELLATIONS, 13, Duration.ofHours(2), true);

        OrderBook italy = book(44, "IT", "405", "406", "407");
        takeItaly(italy, false, 110, 18, 18, 2);
        takeItaly(italy, true, 40, 6, 6, 1);
        return new ElderBooks(britain, germany, france, italy, takeStrays());
    }

    private static OrderBook book(long seed, String country, String... idPrefixes) {
        Marketplace marketplace = SampleAgency.marketplace(country);
        return new OrderBook(seed, marketplace, List.of(idPrefixes), PRODUCTS, Places.of(marketplace));
    }

    private static void takeItaly(
            OrderBook italy, boolean byAmazon, int defects, int between, int cancellations, int last) {
        italy.take(new Period(ITALY_SINCE, Season.DEFECTS.to()), defects, byAmazon)
                .take(Season.BETWEEN, between, byAmazon)
                .take(Season.CANCELLATIONS, cancellations, byAmazon)
                .take(Season.LAST, last, byAmazon);
    }

    private static void cancel(OrderBook book, Period period, int position, Duration after, boolean byBuyer) {
        Order order = book.merchant(period).get(position);
        book.change(order, o -> o.cancelledAt(o.placed().plus(after), byBuyer));
    }

    /**
     * Three of the 40 orders of the week are cancelled by the seller, a fourth by its buyer. Of the three, the first
     * download shows one as shipped and one as pending. The week begins and ends at midnight of Berlin.
     */
    private static void cancelInGermany(OrderBook germany) {
        cancel(germany, Season.DEFECTS, 51, Duration.ofHours(30), false);
        cancel(germany, Season.DEFECTS, 118, Duration.ofHours(26), false);

        Order atMidnight = germany.place(LocalDateTime.of(2026, 11, 15, 0, 10, 42), false);
        germany.change(atMidnight, o -> o.cancelledAt(Instant.parse("2026-11-21T09:14:05Z"), false));
        Order evening = germany.place(LocalDateTime.of(2026, 11, 20, 21, 48, 19), false);
        germany.change(evening, o -> o.cancelledAt(Instant.parse("2026-11-21T13:02:51Z"), false));
        Order midweek = germany.place(LocalDateTime.of(2026, 11, 18, 15, 31, 7), false);
        germany.change(midweek, o -> o.cancelledAt(Instant.parse("2026-11-19T08:20:33Z"), false));
        Order regretted = germany.place(LocalDateTime.of(2026, 11, 17, 19, 5, 26), false);
        germany.change(regretted, o -> o.cancelledAt(Instant.parse("2026-11-17T20:40:12Z"), true));

        germany.place(LocalDateTime.of(2026, 11, 22, 0, 20, 3), false);
    }

    private static List<Order> takeStrays() {
        OrderBook spain = book(45, "ES", "408");
        OrderBook poland = book(46, "PL", "307");
        List<Order> strays = new ArrayList<>();
        strays.add(spain.place(LocalDateTime.of(2026, 10, 12, 18, 22, 9), false).of(PRODUCTS.get(3)));
        strays.add(
                poland.place(LocalDateTime.of(2026, 10, 18, 9, 41, 30), false).of(PRODUCTS.get(6)));
        OrderBook outside = book(47, "UK", "202");
        outside.take(new Period(Season.BEFORE.from(), Season.LAST.to()), 8, true);
        outside.orders(order -> true).forEach(order -> strays.add(outsideAmazon(order)));
        return strays;
    }

    private static Order outsideAmazon(Order order) {
        return new Order(
                "S02" + order.id().substring(3),
                "Non-Amazon",
                "GBP",
                order.placed(),
                order.shipped(),
                Optional.empty(),
                false,
                true,
                order.shipTo(),
                order.lines());
    }

    List<Order> everything() {
        Stream<Order> ofStores =
                Stream.of(britain, germany, france, italy).flatMap(book -> book.orders(order -> true).stream());
        return Stream.concat(ofStores, strays.stream()).toList();
    }
}
