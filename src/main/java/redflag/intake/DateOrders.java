package redflag.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redflag.basics.Marketplace;
import redflag.basics.Store;
import redflag.ledger.Field;

/**
 * Finds the order of numbers in a file's dates: a day over 12 decides it, if no other date speaks against it. Two-digit
 * years come first in Japan only (exports.md §3.5).
 */
final class DateOrders implements Cells {

    private static final Map<String, DateOrder> NOT_DAY_FIRST =
            Map.of("US", DateOrder.MONTH_FIRST, "JP", DateOrder.YEAR_FIRST, "SE", DateOrder.YEAR_FIRST);

    private final ExportKind kind;
    private final int headerRow;
    private final Set<Integer> places = new HashSet<>();
    private long dates;
    private long ofNumbers;
    private boolean dayFirstOnly;
    private boolean monthFirstOnly;
    private boolean mayBeYearFirst;

    /** @param stores whose file it may be; empty if nobody knows */
    DateOrders(ExportKind kind, int headerRow, List<Store> stores) {
        this.kind = kind;
        this.headerRow = headerRow;
        this.mayBeYearFirst = stores.isEmpty()
                || stores.stream()
                        .map(store -> of(Set.of(store.marketplace())))
                        .anyMatch(order -> order.isEmpty() || order.get() == DateOrder.YEAR_FIRST);
    }

    /** How these marketplaces write dates, if they all write them alike. */
    static Optional<DateOrder> of(Set<Marketplace> marketplaces) {
        Set<DateOrder> orders = new HashSet<>();
        for (Marketplace marketplace : marketplaces) {
            if (!marketplace.isAmazons()) {
                return Optional.empty();
            }
            orders.add(NOT_DAY_FIRST.getOrDefault(marketplace.country(), DateOrder.DAY_FIRST));
        }
        return orders.size() == 1 ? orders.stream().findFirst() : Optional.empty();
    }

    @Override
    public boolean row(int row, String[] cells) {
        if (row == headerRow) {
            Headers.match(kind, List.of(cells)).orElse(Map.of()).forEach((column, place) -> {
                Field.Form form = column.field().form();
                if (form == Field.Form.MOMENT || form == Field.Form.DAY) {
                    places.add(place);
                }
            });
        } else if (row > headerRow) {
            places.stream().filter(place -> place < cells.length).forEach(place -> look(cells[place].strip()));
        }
        return true;
    }

    private void look(String cell) {
        boolean dayFirst = Dates.fits(cell, DateOrder.DAY_FIRST);
        boolean monthFirst = Dates.fits(cell, DateOrder.MONTH_FIRST);
        dates += CellReader.isBlank(cell) ? 0 : 1;
        boolean yearFirst = Dates.fits(cell, DateOrder.YEAR_FIRST);
        ofNumbers += dayFirst || monthFirst || yearFirst ? 1 : 0;
        mayBeYearFirst &= yearFirst || !dayFirst && !monthFirst;
        dayFirstOnly |= dayFirst && !monthFirst;
        monthFirstOnly |= monthFirst && !dayFirst;
    }

    /**
     * What all dates of a file tell.
     *
     * @param order of their numbers, if they decide it
     * @param asked whether they were asked at all
     * @param strays whether most dates have another form, so that one of numbers is a mistake in its row
     */
    record Told(Optional<DateOrder> order, boolean asked, boolean strays) {
        static final Told NOTHING = new Told(Optional.empty(), false, false);
    }

    Told told() {
        Optional<DateOrder> order = dayFirstOnly == monthFirstOnly || mayBeYearFirst
                ? Optional.empty()
                : Optional.of(dayFirstOnly ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST);
        return new Told(order, true, 2 * ofNumbers < dates);
    }
}
