package redflag.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a store sold of one SKU, and which of its seller-fulfilled orders were cancelled. Columns, for a store has many
 * orders.
 */
public final class SkuSales {

    private final Optional<Pace> pace;
    private final int[] days;
    private final boolean[] cancelled;

    private SkuSales(Optional<Pace> pace, int[] days, boolean[] cancelled) {
        this.pace = pace;
        this.days = days;
        this.cancelled = cancelled;
    }

    /**
     * How fast it sells.
     *
     * @param units sold, cancelled ones apart
     * @param days in so many days, one at least
     */
    public record Pace(long units, int days) {}

    /** Missing where the exports do not reach back a week, or do not say of each order which products and how many. */
    public Optional<Pace> pace() {
        return pace;
    }

    /**
     * So many seller-fulfilled orders of it were placed in the last sixty days. In the order in which they were placed; of
     * those of one second the ones that were kept come first.
     */
    public int orders() {
        return days.length;
    }

    public LocalDate day(int order) {
        return LocalDate.ofEpochDay(days[order]);
    }

    /** Whether all of the SKU that was ordered was cancelled, by the seller or by whom no export says. */
    public boolean isCancelledBySeller(int order) {
        return cancelled[order];
    }

    /** Takes lines in any order. */
    static final class Builder {

        private long units;
        private int[] places = new int[4];
        private long[] placed = new long[4];
        private int[] days = new int[4];
        private boolean[] cancelled = new boolean[4];
        private int size;

        void sold(long quantity) {
            units += quantity;
        }

        /** A line of a seller-fulfilled order; several of one order speak together. */
        void line(int order, long epochSecond, int day, boolean isCancelledBySeller) {
            if (size == places.length) {
                places = Arrays.copyOf(places, size * 2);
                placed = Arrays.copyOf(placed, size * 2);
                days = Arrays.copyOf(days, size * 2);
                cancelled = Arrays.copyOf(cancelled, size * 2);
            }
            places[size] = order;
            placed[size] = epochSecond;
            days[size] = day;
            cancelled[size++] = isCancelledBySeller;
        }

        /** @param paceDays over so many days units were added up; 0 where it is not known what was sold */
        SkuSales build(int paceDays) {
            int orders = joinLines();
            Integer[] sorted = new Integer[orders];
            Arrays.setAll(sorted, i -> i);
            Arrays.sort(sorted, (one, other) -> {
                int byTime = Long.compare(placed[one], placed[other]);
                return byTime != 0 ? byTime : Boolean.compare(cancelled[one], cancelled[other]);
            });
            int[] inOrder = new int[orders];
            boolean[] isCancelled = new boolean[orders];
            for (int i = 0; i < orders; i++) {
                inOrder[i] = days[sorted[i]];
                isCancelled[i] = cancelled[sorted[i]];
            }
            return new SkuSales(
                    paceDays == 0 ? Optional.empty() : Optional.of(new Pace(units, paceDays)), inOrder, isCancelled);
        }

        /** Lines of one order become one, which is cancelled if all are. @return how many orders there are */
        private int joinLines() {
            Integer[] byOrder = new Integer[size];
            Arrays.setAll(byOrder, i -> i);
            Arrays.sort(byOrder, (one, other) -> Integer.compare(places[one], places[other]));
            int[] firstLines = new int[size];
            int orders = 0;
            for (int line : byOrder) {
                if (orders > 0 && places[firstLines[orders - 1]] == places[line]) {
                    cancelled[firstLines[orders - 1]] &= cancelled[line];
                } else {
                    firstLines[orders++] = line;
                }
            }
            int[] kept = Arrays.copyOf(firstLines, orders);
            placed = Arrays.stream(kept).mapToLong(line -> placed[line]).toArray();
            days = Arrays.stream(kept).map(line -> days[line]).toArray();
            boolean[] all = new boolean[orders];
            for (int order = 0; order < orders; order++) {
                all[order] = cancelled[kept[order]];
            }
            cancelled = all;
            return orders;
        }
    }
}
