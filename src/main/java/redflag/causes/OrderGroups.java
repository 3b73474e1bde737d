package redflag.causes;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import redflag.basics.Rate;
import redflag.ledger.Field;
import redflag.ledger.Moments;
import redflag.ledger.StoreLedger;
import redflag.ledger.StoreOrders;
import redflag.ledger.ZoneDays;
import redflag.metrics.Population;

/** Puts the orders that a rate was counted from into groups. An order of which an export does not say is in no group. */
final class OrderGroups {

    private static final int HOURS_OF_A_GROUP = 4;
    private static final long MOST_HANDLING_DAYS = 30;

    private static final String[] HOURS = IntStream.range(0, 24 / HOURS_OF_A_GROUP)
            .mapToObj(i -> String.format(Locale.ROOT, "%02d-%02d", i * HOURS_OF_A_GROUP, (i + 1) * HOURS_OF_A_GROUP))
            .toArray(String[]::new);
    /** 1970-01-01, the day 0, was a Thursday. */
    private static final String[] THURSDAY_FIRST = IntStream.range(0, 7)
            .mapToObj(DayOfWeek.THURSDAY::plus)
            .map(DayOfWeek::name)
            .toArray(String[]::new);

    private final StoreOrders orders;
    private final ZoneDays days;
    private final int[] units;

    OrderGroups(StoreLedger ledger) {
        this.orders = ledger.orders();
        this.days = new ZoneDays(ledger.store().marketplace().zone());
        this.units = orders.units();
    }

    /** By dimension and value the affected and all orders; dimensions with one value alone, or none, are left out. */
    Map<Dimension, Map<String, Rate>> of(Population population) {
        Map<Dimension, Map<String, Rate>> groups = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            Map<String, Rate> values = of(population, dimension);
            if (values.size() > 1) {
                groups.put(dimension, values);
            }
        }
        return groups;
    }

    private Map<String, Rate> of(Population population, Dimension dimension) {
        IntFunction<Optional<String>> value = value(dimension);
        Map<String, long[]> counts = new HashMap<>();
        for (int order : population.orders()) {
            Optional<String> group = value.apply(order);
            if (group.isPresent()) {
                long[] count = counts.computeIfAbsent(group.get(), name -> new long[2]);
                count[0] += population.defect(order).isPresent() ? 1 : 0;
                count[1]++;
            }
        }
        Map<String, Rate> groups = new TreeMap<>();
        counts.forEach((name, count) -> groups.put(name, new Rate(count[0], count[1])));
        return groups;
    }

    /** What an order is in; never of {@link Dimension#DAYS}, whose groups nobody knows beforehand. */
    IntFunction<Optional<String>> value(Dimension dimension) {
        return switch (dimension) {
            case SKU -> orders::sku;
            case ASIN -> orders::asin;
            case CARRIER -> orders::carrier;
            case SHIP_SERVICE -> orders::shipService;
            case DESTINATION -> orders::shipCountry;
            case WEEKDAY ->
                order -> Optional.of(THURSDAY_FIRST[Math.floorMod(orders.epochDay(order), THURSDAY_FIRST.length)]);
            case HOURS -> this::hours;
            case UNITS -> this::units;
            case HANDLING_DAYS -> this::handlingDays;
            case DAYS -> order -> Optional.empty();
        };
    }

    private Optional<String> hours(int order) {
        long placed = orders.placed(order);
        if (!Moments.isInstant(placed)) {
            return Optional.empty();
        }
        return Optional.of(HOURS[days.secondOfDay(Moments.epochSecond(placed)) / 3600 / HOURS_OF_A_GROUP]);
    }

    private Optional<String> units(int order) {
        int count = units[order];
        if (count == 0) {
            return Optional.empty();
        }
        return Optional.of(count == 1 ? "1" : count <= 3 ? "2-3" : "4+");
    }

    private Optional<String> handlingDays(int order) {
        long limit = orders.moment(Field.EXPECTED_SHIP, order);
        if (limit == Moments.NONE) {
            return Optional.empty();
        }
        long handling = (long) Moments.epochDay(limit, days) - orders.epochDay(order);
        return handling < 0 || handling > MOST_HANDLING_DAYS ? Optional.empty() : Optional.of(Long.toString(handling));
    }
}
