package redflag.rules;

/** What a reading means. In this order, the later the worse; NOT_MEASURED is not better than anything. */
public enum Status {
    NOT_MEASURED,
    ON_TARGET,
    WATCH,
    OFF_TARGET
}
