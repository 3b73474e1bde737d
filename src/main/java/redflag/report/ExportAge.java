package redflag.report;

import java.time.LocalDate;
import redflag.metrics.Freshness;

/**
 * How old the newest export of a kind is.
 *
 * @param kind id of the export kind
 * @param name of the export kind
 * @param where Seller Central has it
 * @param newest the newest day that any of its files tells of, or was written on
 * @param daysBehind the as-of date less that day
 * @param byFileTime whether the day is that of the file: its rows do not tell how new it is
 */
public record ExportAge(
        String kind,
        String name,
        String where,
        LocalDate newest,
        long daysBehind,
        Freshness.Level level,
        boolean byFileTime) {

    public boolean isFresh() {
        return level == Freshness.Level.FRESH;
    }
}
