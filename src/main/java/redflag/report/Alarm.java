package redflag.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What several accounts have in common in one night, so that a carrier, Amazon or the agency itself is likelier behind it
 * than each store.
 *
 * @param what in a sentence, with how many stores of how many accounts
 * @param hits the stores, by id, each once or, with several files, more than once
 */
public record Alarm(Kind kind, String what, List<Hit> hits) {

    private static final Set<Kind> FOR_MANAGERS =
            EnumSet.of(Kind.CAUSE, Kind.LISTING, Kind.RIGHTS_OWNER, Kind.SUPPLIER, Kind.PAPER, Kind.WORDS);

    public Alarm {
        hits = List.copyOf(hits);
    }

    /** What they have in common, in the order in which alarms are told. */
    public enum Kind {
        /** A metric that Amazon acts on is worse than on the night before: off target, or Watch. */
        WORSE,
        /** A cause that the rows of each support. */
        CAUSE,
        /** A listing that is complained of at one and sold by another. */
        LISTING,
        /** A rights owner who complains of several. */
        RIGHTS_OWNER,
        /** A supplier of several. */
        SUPPLIER,
        /** Papers by which Amazon may take several accounts for one seller's. */
        PAPER,
        /** The same words on what was done: Amazon compares what sellers send it. */
        WORDS,
        /** An export that is missing or stale. */
        DOWNLOAD,
        /** Files that could not be used. */
        QUARANTINED,
        /** A column that rows were rejected for. */
        REJECTED
    }

    /** Whether it is for the managers of the stores, too, and not only for who looks at all of them. */
    public boolean isForManagers() {
        return FOR_MANAGERS.contains(kind);
    }

    /** @param evidence what is the matter there; empty where the alarm itself says it */
    public record Hit(StoreOutcome store, String evidence) {}

    long stores() {
        return hits.stream().map(Hit::store).distinct().count();
    }
}
