package redflag.rules;

/** How far a reading's count of affected ones can be trusted (product.md §1). */
public enum Precision {
    EXACT,
    /** A feed of defects is missing: there may be more. */
    AT_LEAST,
    /** The rows may hold defects that Amazon does not count, or too few orders: there may be less. */
    AT_MOST,
    /** Both at once. */
    ESTIMATE;

    /** This, with possibly missing defects too. */
    public Precision orMore() {
        return this == EXACT ? AT_LEAST : this == AT_MOST ? ESTIMATE : this;
    }

    /** This, with possibly uncounted defects too. */
    public Precision orLess() {
        return this == EXACT ? AT_MOST : this == AT_LEAST ? ESTIMATE : this;
    }
}
