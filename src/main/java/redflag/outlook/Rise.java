package redflag.outlook;

import java.time.LocalDate;

/**
 * A day on which a rate will be higher than on the day before though no defect comes in: more clean orders leave the
 * window than enter it.
 *
 * @param day the as-of date
 * @param left so many orders (packages, units) left the window
 * @param entered so many came in, none of them a defect
 */
public record Rise(LocalDate day, long left, long entered) {}
