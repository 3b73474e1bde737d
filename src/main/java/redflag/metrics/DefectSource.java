package redflag.metrics;

/** What says which orders count against a metric. Counts of one source are not to be compared with those of another. */
public enum DefectSource {
    /** Amazon's own list, or its absence where that means none. */
    LIST,
    /** Feedback, returns and settlements. */
    TRACES,
    /** What orders tell of themselves. */
    ORDERS,
    /** The same, and beside it what Amazon lists of packages, which is named and not counted. */
    ORDERS_AND_LIST
}
