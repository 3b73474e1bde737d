package redflag.stock;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import redflag.ledger.Code;
import redflag.ledger.SkuSales.Pace;
import redflag.ledger.Source;

/**
 * A product of a store.
 *
 * @param fulfilment who sends it, where a listings report or an inventory of Amazon's says so
 * @param available units that can be sold now; missing where no export says, or only one too old, which is not 0
 * @param availableBefore the same as the night before knew it
 * @param inbound units on their way to Amazon
 * @param pace how fast it sells; missing where no export says
 * @param daysOfCover whole days that the available units last at that pace; missing without sales
 * @param firstDayWithout the first day whose demand can't be met any more at that pace; the as-of date for one that is out;
 *     missing where that is more than ten years ahead
 * @param outOfStockSince the first night of an unbroken run of nights that found it out of stock
 * @param flags what is wrong with it, the gravest first
 * @param source where its quantity stands
 */
public record Product(
        String sku,
        Optional<String> asin,
        Optional<String> title,
        Optional<Code> fulfilment,
        Optional<Long> available,
        Optional<Long> availableBefore,
        Optional<Long> inbound,
        Optional<Pace> pace,
        Optional<Long> daysOfCover,
        Optional<LocalDate> firstDayWithout,
        Optional<LocalDate> outOfStockSince,
        Set<Flag> flags,
        Source source) {

    /** What is wrong with a product. In this order, the gravest first. */
    public enum Flag {
        /**
         * Two of its seller-fulfilled orders, one right after the other and placed at most 30 days apart, were cancelled by
         * the seller or by whom no export says, the later one in the last 30 days: Amazon may take the offer away
         * (domain.md §1.3).
         */
        CANCELLED_TWICE_IN_A_ROW,
        /** Buyers can order it from the seller, and he has none: the next order will have to be cancelled. */
        LIVE_WITHOUT_STOCK,
        /** A seller-fulfilled order of the last 30 days was so cancelled, and there is none now. */
        CANCELLED_OUT_OF_STOCK,
        /** The same, and there are one or two now. */
        OVERSOLD,
        /** There is none of what sold in the days that show its pace. */
        OUT_OF_STOCK,
        /** It lasts for less than two weeks. */
        LOW_COVER
    }
}
