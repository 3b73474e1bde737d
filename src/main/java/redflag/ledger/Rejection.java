package redflag.ledger;

import java.util.Map;

/**
 * A row that could not be used, and why.
 *
 * @param row as in {@link FactTable#sourceRow}
 * @param column the header of the offending column; empty where the whole row is meant
 * @param found what stood there; empty where it may be personal
 * @param expected what should have stood there
 * @param columns the row's cells in columns that are known to hold no personal data
 */
public record Rejection(
        String file,
        int row,
        Reason reason,
        String column,
        String found,
        String expected,
        Map<String, String> columns) {

    /** Why a row was rejected; a closed list, so that they can be counted. */
    public enum Reason {
        MISSING_VALUE,
        BAD_VALUE,
        /** More cells than the header has columns: shifting them would put values under wrong names. */
        TOO_MANY_CELLS,
        CONTRADICTION
    }

    public Rejection {
        columns = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(columns));
    }
}
