package redflag.changes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import redflag.basics.Fulfilment;
import redflag.metrics.Defect;
import redflag.metrics.Finding;
import redflag.metrics.Freshness;
import redflag.metrics.MissingData;
import redflag.past.PastReading;
import redflag.past.Snapshot;
import redflag.past.Snapshot.SeenDefect;
import redflag.rules.Metric;
import redflag.rules.Status;

/**
 * What changed since the newest earlier night.
 *
 * @param since that night; missing where there is none, and then nothing else is there
 * @param newDefects that night did not see, in the window or in the pipe
 * @param leftDefects that night saw and this one does not
 * @param unnamed metrics of which no export tells tonight which orders are affected, though that of an earlier night did, which
 *     is not longer ago than the export may be old
 * @param statuses that changed
 */
public record Changes(
        Optional<LocalDate> since,
        List<NewDefect> newDefects,
        List<LeftDefect> leftDefects,
        List<Unnamed> unnamed,
        List<StatusChange> statuses) {

    public Changes {
        newDefects = List.copyOf(newDefects);
        leftDefects = List.copyOf(leftDefects);
        unnamed = List.copyOf(unnamed);
        statuses = List.copyOf(statuses);
    }

    /** A defect that the night before did not see. @param inPipe whether its window has not reached it yet */
    public record NewDefect(Metric metric, Optional<Fulfilment> fulfilment, Defect defect, boolean inPipe) {}

    /** A defect that is gone. @param why see {@link Why} */
    public record LeftDefect(SeenDefect defect, Why why) {}

    /** Why a defect is gone. */
    public enum Why {
        /** Its day has left the window. */
        WINDOW_LEFT,
        /** Another export than on that night says which orders are affected, and it does not list it. */
        SOURCE_CHANGED,
        /** The same export does not list it any more, though its day still counts: withdrawn, struck, denied or changed. */
        NO_LONGER_LISTED
    }

    /** A metric that is acted on, whose defects nothing names. @param lastNamed the newest night on which something did */
    public record Unnamed(Metric metric, Optional<Fulfilment> fulfilment, LocalDate lastNamed) {}

    /** A reading whose status is another one. */
    public record StatusChange(
            Metric metric, Optional<Fulfilment> fulfilment, Optional<String> category, Status from, Status to) {}

    /** Of a store without an earlier night. */
    public static Changes none() {
        return new Changes(Optional.empty(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * @param before the readings of the newest earlier night; none if there is no such night
     * @param freshness how old exports may be
     */
    public static Changes of(
            LocalDate asOf,
            List<Finding> findings,
            List<PastReading> before,
            Optional<Snapshot> snapshot,
            Freshness freshness) {
        if (before.isEmpty()) {
            return none();
        }
        List<NewDefect> added = new ArrayList<>();
        List<LeftDefect> left = new ArrayList<>();
        List<Unnamed> unnamed = new ArrayList<>();
        snapshot.ifPresent(earlier -> NamedDefects.of(findings).forEach(named -> {
            if (named.source().isPresent()) {
                compare(asOf, named, earlier, added, left);
            } else if (named.target().enforced() && isMissed(named, findings)) {
                earlier.counted(named.metric(), named.fulfilment())
                        .filter(then -> isExpected(named.metric(), then.on(), asOf, freshness))
                        .ifPresent(then -> unnamed.add(new Unnamed(named.metric(), named.fulfilment(), then.on())));
            }
        }));
        List<StatusChange> statuses = new ArrayList<>();
        findings.stream()
                .map(Finding::reading)
                .forEach(reading -> before.stream()
                        .filter(past -> past.isOfSame(reading) && past.status() != reading.status())
                        .forEach(past -> statuses.add(new StatusChange(
                                reading.metric(),
                                reading.fulfilment(),
                                reading.category(),
                                past.status(),
                                reading.status()))));
        return new Changes(Optional.of(before.get(0).asOf()), added, left, unnamed, statuses);
    }

    /** Of a list that has not come for longer than it may be old, nobody expects to hear what is new. */
    private static boolean isExpected(Metric metric, LocalDate lastNamed, LocalDate asOf, Freshness freshness) {
        return freshness.level(MissingData.listOf(metric), lastNamed, asOf) != Freshness.Level.STALE;
    }

    /** With nothing to count in the window there is nothing that nobody names. */
    private static boolean isMissed(NamedDefects named, List<Finding> findings) {
        return findings.stream()
                .map(Finding::reading)
                .filter(reading -> reading.metric() == named.metric()
                        && reading.fulfilment().equals(named.fulfilment()))
                .anyMatch(reading -> reading.measured().isPresent() || reading.missing());
    }

    private static void compare(
            LocalDate asOf, NamedDefects named, Snapshot earlier, List<NewDefect> added, List<LeftDefect> left) {
        List<SeenDefect> seen = earlier.defects().stream()
                .filter(defect ->
                        defect.metric() == named.metric() && defect.fulfilment().equals(named.fulfilment()))
                .toList();
        Set<String> before = new HashSet<>();
        seen.forEach(defect -> before.add(defect.orderId()));
        Set<String> now = new HashSet<>();
        named.defects().forEach(defect -> {
            now.add(defect.orderId());
            if (!before.contains(defect.orderId())) {
                boolean inPipe = asOf.isBefore(named.target().entersOn(defect.axisDate()));
                added.add(new NewDefect(named.metric(), named.fulfilment(), defect, inPipe));
            }
        });
        Why why = hasOtherSource(named, earlier) ? Why.SOURCE_CHANGED : Why.NO_LONGER_LISTED;
        for (SeenDefect defect : seen) {
            if (!now.contains(defect.orderId())) {
                left.add(new LeftDefect(defect, asOf.isBefore(defect.leavesOn()) ? why : Why.WINDOW_LEFT));
            }
        }
    }

    private static boolean hasOtherSource(NamedDefects named, Snapshot earlier) {
        Optional<String> then =
                earlier.counted(named.metric(), named.fulfilment()).map(Snapshot.Counted::source);
        return then.isPresent() && !then.equals(named.source().map(Enum::name));
    }
}
