package redflag.outlook;

import java.time.LocalDate;

/**
 * What of the window of a report to come is known already; the rest is of days to come.
 *
 * @param day the as-of date of that report
 * @param total of its days that the exports know in full, the affected ones among them
 * @param daysToCome so many days of its window the exports do not know in full
 * @param affected of its days whose defects are all known
 * @param openDays so many days of its window can still get defects: those to come, and where defects turn up late some that
 *     are known
 * @param seen affected ones of such days, already
 */
public record KnownDay(LocalDate day, long total, int daysToCome, long affected, int openDays, long seen) {}
