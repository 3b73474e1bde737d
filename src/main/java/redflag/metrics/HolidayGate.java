package redflag.metrics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import redflag.basics.Period;

/**
 * What Amazon has asked of seller-fulfilled offers before a holiday season, such as that of Toys & Games (domain.md §4).
 * Whether it runs in a year no source confirms, so that an agency gives its dates and numbers; no verdict rests on it.
 *
 * @param name what the agency calls it
 * @param marketplaces country codes: it is decided marketplace by marketplace
 * @param firstSaleBefore the first sale must have been before this day; missing where that is not asked
 * @param orderDays the days of which orders are counted
 * @param leastOrders so many seller-fulfilled orders at least
 * @param rateDays the days of which cancellations and late shipments are counted
 * @param cancellation the most allowed of them, a fraction: exactly that is met
 * @param lateShipment the same of late shipments
 * @param orderDefect the same of the order defect rate
 * @param decidedOn the day of whose order defect rate that is asked
 */
public record HolidayGate(
        String name,
        Set<String> marketplaces,
        Optional<LocalDate> firstSaleBefore,
        Period orderDays,
        long leastOrders,
        Period rateDays,
        BigDecimal cancellation,
        BigDecimal lateShipment,
        BigDecimal orderDefect,
        LocalDate decidedOn) {

    public HolidayGate {
        marketplaces = Set.copyOf(marketplaces);
    }
}
