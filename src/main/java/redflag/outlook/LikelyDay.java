package redflag.outlook;

import java.time.LocalDate;

/**
 * What a report of a day to come is likely to count at the usual volume, if orders turn out as defects one by one and with
 * the chance that today's window bears out.
 *
 * @param day the as-of date of that report
 * @param least affected: fewer come in one of ten such futures at most
 * @param most affected: more come in one of ten at most
 * @param total in its window
 * @param chanceOffTarget from 0 to 1; 0 where there are fewer than Amazon acts on
 */
public record LikelyDay(LocalDate day, long least, long most, long total, double chanceOffTarget) {}
