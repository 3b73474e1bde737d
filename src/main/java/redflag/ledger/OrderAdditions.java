package redflag.ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is known of an account's orders beside the rows that stand for them, whichever file says it: of each the newest
 * statement, see {@link LatestValues}. Orders go by their places among all.
 */
final class OrderAdditions {

    private static final Map<Field, LatestValues.Together> ADDED = new EnumMap<>(Map.of(
            // a late line makes the order late: the earliest limit and the last hand-over
            Field.EXPECTED_SHIP, LatestValues.Together.EARLIEST,
            Field.SHIPPED, LatestValues.Together.LATEST_OF_ALL,
            Field.EXPECTED_DELIVERY, LatestValues.Together.EARLIEST,
            Field.DELIVERED, LatestValues.Together.LATEST_OF_ALL,
            Field.CANCELLED_BY, LatestValues.Together.LATEST,
            Field.TRACKED, LatestValues.Together.EARLIEST));

    private static final List<Code> BLAME = List.of(Code.BUYER, Code.AMAZON, Code.MERCHANT);

    private final Map<Field, LatestValues> added = new EnumMap<>(Field.class);
    private final Texts names = new Texts();
    private final LatestValues owner = new LatestValues(LatestValues.Together.FIRST);
    private final Map<Integer, TreeSet<String>> furtherOwners = new HashMap<>();
    private final LatestValues sku = new LatestValues(LatestValues.Together.FIRST);
    private final LatestValues carrier = new LatestValues(LatestValues.Together.FIRST);

    /** What of the columns says more of an order than the row that stands for it. */
    static List<Field> columnsOf(FactTable lines) {
        List<Field> columns =
                new ArrayList<>(ADDED.keySet().stream().filter(lines::hasColumn).toList());
        for (Field field : List.of(Field.STORE, Field.MARKETPLACE, Field.CARRIER)) {
            if (lines.hasColumn(field)) {
                columns.add(field);
            }
        }
        return columns;
    }

    /** @param place of the order among all */
    void add(List<Field> columns, FactTable lines, int line, int place, long stamp, int fileNumber) {
        boolean owned = false;
        for (Field field : columns) {
            LatestValues.Together together = ADDED.get(field);
            if (together != null) {
                added.computeIfAbsent(field, f -> new LatestValues(together))
                        .put(place, valueOf(field, lines, line), stamp, fileNumber, line);
            } else if (field == Field.CARRIER) {
                lines.text(field, line)
                        .ifPresent(name -> carrier.putFirst(place, name, names, stamp, fileNumber, line));
            } else if (!owned) {
                // a store says more than a marketplace, and comes first
                Optional<String> name = lines.text(field, line);
                owned = name.isPresent();
                name.ifPresent(n -> own(place, n, stamp, fileNumber, line));
            }
        }
    }

    private static long valueOf(Field field, FactTable lines, int line) {
        return switch (field.form()) {
            case MOMENT -> lines.moment(field, line);
            case FLAG ->
                lines.has(field, line) ? Moments.ofEpochSecond(lines.isTrue(field, line) ? 1 : 0) : Moments.NONE;
            default -> lines.code(field, line).map(OrderAdditions::blame).orElse(Moments.NONE);
        };
    }

    /** Who cancelled, so that of several items' the seller's counts as later than Amazon's, and that than the buyer's. */
    private static long blame(Code code) {
        return Moments.ofEpochSecond(BLAME.indexOf(code));
    }

    private void own(int place, String name, long stamp, int fileNumber, int line) {
        long before = owner.get(place);
        owner.put(place, names.numberOf(name), stamp, fileNumber, line);
        if (before != Moments.NONE && !names.textOf((int) before).equals(name)) {
            // lines of one order may be several sellers'
            TreeSet<String> all = furtherOwners.computeIfAbsent(place, p -> new TreeSet<>());
            all.add(names.textOf((int) before));
            all.add(name);
        }
    }

    void addSku(FactTable details, int line, int place, long stamp, int fileNumber) {
        details.text(Field.SKU, line).ifPresent(text -> sku.putFirst(place, text, names, stamp, fileNumber, line));
    }

    /** Of several SKUs that details name the first by its letters. */
    Optional<String> sku(int order) {
        long number = sku.get(order);
        return number == Moments.NONE ? Optional.empty() : Optional.of(names.textOf((int) number));
    }

    /** The statements of this; missing where none is of the order. */
    Optional<LatestValues> valuesOf(Field field, int order) {
        return Optional.ofNullable(added.get(field)).filter(values -> values.get(order) != Moments.NONE);
    }

    /** Whether any of the files states this of any order. */
    boolean knows(Field field) {
        return added.containsKey(field);
    }

    /** A moment that any of the files may state, or {@link Moments#NONE}. */
    long moment(Field field, int order) {
        LatestValues values = added.get(field);
        return values == null ? Moments.NONE : values.get(order);
    }

    Optional<Code> cancelledBy(int order) {
        long code = moment(Field.CANCELLED_BY, order);
        return code == Moments.NONE ? Optional.empty() : Optional.of(BLAME.get((int) Moments.epochSecond(code)));
    }

    /** Whether all its packages have a tracking number, where a file says so. */
    Optional<Boolean> isTracked(int order) {
        long tracked = moment(Field.TRACKED, order);
        return tracked == Moments.NONE ? Optional.empty() : Optional.of(tracked == Moments.ofEpochSecond(1));
    }

    /** The stores or marketplaces that its lines name in a column of their own; mostly none, rarely several. */
    List<String> owners(int order) {
        long name = owner.get(order);
        if (name == Moments.NONE) {
            return List.of();
        }
        TreeSet<String> several = furtherOwners.get(order);
        return several == null ? List.of(names.textOf((int) name)) : List.copyOf(several);
    }

    /** Of several carriers the first by its letters, where a file says it. */
    Optional<String> carrier(int order) {
        long name = carrier.get(order);
        return name == Moments.NONE ? Optional.empty() : Optional.of(names.textOf((int) name));
    }
}
