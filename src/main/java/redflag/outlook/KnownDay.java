package redflag.outlook;

import java.time.LocalDate;

/**
 * What of the window of a report to come is known already; the rest is of days to come.
 *
 * @param day the as-of date of that report
 * @param affected that the exports know in its window
 * @param total of its days that the exports know in full, the affected ones among them
 * @param daysToCome so many days of its window the exports do not know in full
 */
public record KnownDay(LocalDate day, long affected, long total, int daysToCome) {}
