package redflag.causes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import redflag.basics.Period;
import redflag.calendar.BusinessDays;
import redflag.ledger.Code;
import redflag.ledger.Field;
import redflag.ledger.Moments;
import redflag.ledger.StoreOrders;
import redflag.metrics.Defect;
import redflag.metrics.Population;
import redflag.rules.Measured;
import redflag.stock.Product;
import redflag.stock.Stock;

/** Why the seller cancelled orders (domain.md §3.6.3). */
final class CancellationDetectors {

    /** Amazon cancels what is not confirmed within seven business days (domain.md §1.3). */
    private static final int BUSINESS_DAYS_TO_CONFIRM = 7;

    /** A seller of Amazon's fulfilment with as few orders of his own, all cancelled, hardly meant to sell them so. */
    private static final int MOST_ACCIDENTAL_ORDERS = 20;

    private static final int TIMES_AS_MANY_BY_AMAZON = 5;

    private final Rows rows;
    private final StoreOrders orders;
    private final Stock stock;

    CancellationDetectors(Rows rows, Stock stock) {
        this.rows = rows;
        this.orders = rows.orders();
        this.stock = stock;
    }

    List<Cause> of(Subject cancelled) {
        List<Cause> causes = new ArrayList<>();
        Set<String> oversold = Products.with(stock, Product.Flag.CANCELLED_OUT_OF_STOCK, Product.Flag.OVERSOLD);
        causes.add(cancelled.cause(
                "oversold",
                "",
                defect -> defect.sku().filter(oversold::contains).isPresent()));
        Set<String> twice = Products.with(stock, Product.Flag.CANCELLED_TWICE_IN_A_ROW);
        causes.add(cancelled.cause(
                "same-product-twice-in-a-row",
                "",
                defect -> defect.sku().filter(twice::contains).isPresent()));
        causes.add(cancelled.cause("price-outlier", "", new UnitPrices(orders, cancelled.defects())::isOutlier));
        causes.add(cancelled.cause("not-confirmed-in-seven-business-days", "", this::isCancelledByTheClock));
        if (cancelled
                .population()
                .filter(population -> isOfferByAccident(cancelled, population))
                .isPresent()) {
            causes.add(cancelled.cause("accidental-seller-fulfilled-offer", "", defect -> true));
        }
        return causes;
    }

    private boolean isCancelledByTheClock(Defect defect) {
        int order = rows.find(defect);
        if (order < 0 || !orders.cancelledBy(order).equals(Optional.of(Code.AMAZON))) {
            return false;
        }
        long limit = orders.moment(Field.EXPECTED_SHIP, order);
        long changed = orders.changed(order);
        return limit != Moments.NONE
                && changed != Moments.NONE
                && orders.moment(Field.SHIPPED, order) == Moments.NONE
                && rows.day(changed) >= BusinessDays.plus(rows.day(limit), BUSINESS_DAYS_TO_CONFIRM);
    }

    private boolean isOfferByAccident(Subject cancelled, Population population) {
        long all = population.rate().total();
        Optional<Period> window = cancelled.reading().computed().flatMap(Measured::window);
        return all <= MOST_ACCIDENTAL_ORDERS
                && population.rate().affected() == all
                && window.filter(w -> orders.count(w, Code.AFN) >= TIMES_AS_MANY_BY_AMAZON * all)
                        .isPresent();
    }
}
