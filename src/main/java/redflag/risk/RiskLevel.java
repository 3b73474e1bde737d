package redflag.risk;

/** How a store stands; the first burns first. */
public enum RiskLevel {
    DEACTIVATED,
    OFF_TARGET,
    WATCH,
    /** Nothing burns as far as is known, and not all of it is known. */
    UNKNOWN,
    HEALTHY
}
