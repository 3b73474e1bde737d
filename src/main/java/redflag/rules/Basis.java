package redflag.rules;

/** Where a reading's figure comes from. */
public enum Basis {
    /** Amazon's own counts in an export. */
    PRINTED,
    /** From rows. */
    COMPUTED
}
