package redflag.ledger;

import java.time.LocalDate;

/**
 * The newest day that an export tells a store of.
 *
 * @param byFileTime whether only the day on which its file was written tells, and that only that it is old
 */
public record ExportDay(LocalDate day, boolean byFileTime) {}
