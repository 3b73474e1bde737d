package redflag.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Fulfilment;
import redflag.basics.Rate;
import redflag.basics.Remark;
import redflag.ledger.StoreLedger;
import redflag.outlook.HeadroomRules;
import redflag.outlook.Outlooks;
import redflag.outlook.Tally;
import redflag.past.Past;
import redflag.past.PastReading;
import redflag.rules.Figure;
import redflag.rules.Headroom;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.rules.Target;
import redflag.rules.TargetTable;

/**
 * Measures a store: a finding for each metric that has a target in its marketplace on its as-of date. Where an export
 * prints a figure and rows give one too, both are kept, and one status stands by the rules of product.md §5.
 */
public final class Measurements {

    private static final String BELOW_MINIMUM = "why.below-minimum";
    /** Account Health Rating: up to 99 an account is deactivated or can be (domain.md §1.8). */
    private static final long UNDER_WHICH_AN_ACCOUNT_IS_DEACTIVATABLE = 100;

    private static final long ORDERS_PER_STRANGER = 20;

    private final StoreLedger ledger;
    private final MeasuringRules rules;
    private final Past past;
    private final ComputedRates computed;
    private final PrintedRates printed;

    private Measurements(StoreLedger ledger, MeasuringRules rules, Past past) {
        this.ledger = ledger;
        this.rules = rules;
        this.past = past;
        this.computed = new ComputedRates(ledger, rules);
        this.printed = new PrintedRates(ledger, rules);
    }

    /** The findings in the order of {@link Metric}. */
    public static List<Finding> of(StoreLedger ledger, TargetTable targets, MeasuringRules rules, Past past) {
        Measurements measurements = new Measurements(ledger, rules, past);
        List<Finding> findings = new ArrayList<>();
        for (Target target : targets.inForce(ledger.store().marketplace(), ledger.asOf())) {
            findings.addAll(measurements.of(target));
        }
        return findings;
    }

    private List<Finding> of(Target target) {
        if (target.metric().isSplitByFulfilment()) {
            return byFulfilment(target);
        }
        List<String> categories = categories(target.metric());
        List<Finding> findings = new ArrayList<>();
        for (String category : categories) {
            Finding finding =
                    finding(target, Optional.empty(), Optional.of(category), computed.ofCategory(target, category));
            if (finding.reading().measured().isPresent()) {
                findings.add(finding);
            }
        }
        boolean isPrinted = printed.of(target, Optional.empty(), Optional.empty())
                .measured()
                .isPresent();
        // a figure of the whole stands for all that is listed; without one, categories name theirs
        List<String> namedElsewhere = isPrinted
                ? List.of()
                : findings.stream()
                        .flatMap(finding -> finding.reading().category().stream())
                        .toList();
        Finding whole = finding(
                target, Optional.empty(), Optional.empty(), computed.of(target, Optional.empty(), namedElsewhere));
        if (whole.reading().computed().isPresent()) {
            whole = whole.beside(computed.listedOtherThan(target, namedElsewhere));
        }
        if (isWorthTelling(whole, categories)) {
            findings.add(0, whole);
        }
        boolean isMeasuredByCategory = findings.stream()
                .map(Finding::reading)
                .anyMatch(reading -> reading.category().isPresent() && !reading.missing());
        return isMeasuredByCategory
                ? findings.stream().map(Measurements::withoutMissingTheWhole).toList()
                : findings;
    }

    /** Beside categories the lack of a figure of the whole is nothing to tell of, unless rows name what is in none of them. */
    private boolean isWorthTelling(Finding whole, List<String> categories) {
        Reading reading = whole.reading();
        if (reading.measured().isPresent()
                || !whole.defects().isEmpty()
                || !whole.inPipe().isEmpty()) {
            return true;
        }
        boolean isJustMissing = reading.why().equals(Optional.of(rules.missing(reading.metric())));
        return categories.isEmpty() && (reading.metric().isAlwaysReported() || !isJustMissing);
    }

    /** Those printed; where none is, those that were off target last: a red one stays red. */
    private List<String> categories(Metric metric) {
        List<String> printedOnes = printed.categories(metric);
        return printedOnes.isEmpty()
                ? past.of(ledger.store().id()).stream()
                        .filter(reading -> reading.metric() == metric && reading.status() == Status.OFF_TARGET)
                        .flatMap(reading -> reading.category().stream())
                        .toList()
                : printedOnes;
    }

    /** Where Amazon judges by category, nothing is missing if the whole is not measured. */
    private static Finding withoutMissingTheWhole(Finding finding) {
        boolean isWhole = finding.reading().category().isEmpty();
        return isWhole && finding.reading().status() == Status.NOT_MEASURED
                ? finding.with(finding.reading().withNothingMissing())
                : finding;
    }

    /** Both fulfilments where there is anything to say; merchant-fulfilled alone where there is nothing of either. */
    private List<Finding> byFulfilment(Target target) {
        List<Finding> findings = new ArrayList<>();
        for (Fulfilment fulfilment : Fulfilment.values()) {
            boolean used = printed.has(target.metric(), fulfilment)
                    || computed.count(
                                    target.window(ledger.asOf()).from(),
                                    target.window(ledger.asOf()).to(),
                                    fulfilment)
                            > 0
                    || past.reading(ledger.store().id(), target.metric(), Optional.of(fulfilment), Optional.empty())
                            .filter(reading -> reading.status() == Status.OFF_TARGET)
                            .isPresent();
            if (used) {
                findings.add(ofFulfilment(target, fulfilment));
            }
        }
        if (findings.stream().anyMatch(f -> f.reading().measured().isPresent())) {
            findings.removeIf(
                    f -> f.reading().measured().isEmpty() && !f.reading().missing());
        }
        if (findings.isEmpty()) {
            findings.add(ofFulfilment(target, Fulfilment.MFN));
        }
        return findings;
    }

    private Finding ofFulfilment(Target target, Fulfilment fulfilment) {
        return finding(
                target,
                Optional.of(fulfilment),
                Optional.empty(),
                computed.of(target, Optional.of(fulfilment), List.of()));
    }

    private Finding finding(
            Target target, Optional<Fulfilment> fulfilment, Optional<String> category, Attempt fromRows) {
        Attempt fromPrint = printed.of(target, fulfilment, category);
        Reading reading = renewed(reading(target, fulfilment, category, fromRows, fromPrint));
        Counting.Counted counted = fromRows.counted();
        return new Finding(
                reading,
                counted.defects(),
                counted.inPipe(),
                counted.gone(),
                counted.tally(),
                counted.source(),
                Contributions.of(ledger, reading, counted),
                counted.tally().map(tally -> Outlooks.of(tally, target, ledger.asOf(), completeTo(tally, target))));
    }

    /** The day through which all is known that a rate is about: what was promised lately may still be on its way. */
    private LocalDate completeTo(Tally tally, Target target) {
        LocalDate endOfWindow = target.window(ledger.asOf()).to();
        boolean isByPromise = target.axis() == Target.Axis.PROMISED_DELIVERY_DATE;
        return isByPromise && endOfWindow.isBefore(tally.to()) ? endOfWindow : tally.to();
    }

    private Reading reading(
            Target target, Optional<Fulfilment> fulfilment, Optional<String> category, Attempt rows, Attempt print) {
        Optional<Judged> ours = judge(rows, target);
        Optional<Judged> theirs = judge(print, target);
        if (ours.isEmpty() && theirs.isEmpty()) {
            return unmeasured(target, fulfilment, category, rows, print);
        }
        Judged stands = choose(ours, theirs, target);
        Measured measured = stands.measured();
        Optional<Rate> rate =
                measured.figure() instanceof Figure.Counts counts ? Optional.of(counts.rate()) : Optional.empty();
        boolean trusted = measured.precision() == Precision.EXACT && !stands.stale();
        Optional<Headroom> headroom = trusted && stands.status() != Status.NOT_MEASURED
                ? rate.flatMap(r -> HeadroomRules.of(r, target))
                : Optional.empty();
        boolean missing = stands.status() == Status.NOT_MEASURED
                && !(stands.why().isPresent() && stands.why().get().key().equals(BELOW_MINIMUM));
        return new Reading(
                target.metric(),
                fulfilment,
                category,
                Optional.of(measured),
                print.measured(),
                rows.measured(),
                target,
                stands.status(),
                stands.why(),
                missing,
                rate.filter(r -> r.total() < target.smallestTotalForOne()).isPresent(),
                headroom);
    }

    /** A figure held against its target. */
    private record Judged(Measured measured, Status status, Optional<Remark> why, boolean stale) {

        boolean isExact() {
            return measured.precision() == Precision.EXACT;
        }

        /** The same with both figures told, where they differ and nothing else is to be said. */
        Judged explained(String key, Judged rows, Judged print) {
            if (why.isPresent() || rows.measured.figure().equals(print.measured.figure())) {
                return this;
            }
            Map<String, Object> facts =
                    Map.of("rows", brief(rows.measured.figure()), "printed", brief(print.measured.figure()));
            return new Judged(measured, status, Optional.of(new Remark(key, facts)), stale);
        }

        /** Counts as 12/812, a stated rate as 0.80 %: the same in every language. */
        private static String brief(Figure figure) {
            if (figure instanceof Figure.Counts counts) {
                return counts.rate().affected() + "/" + counts.rate().total();
            }
            return figure instanceof Figure.StatedRate stated
                    ? stated.fraction().movePointRight(2).toPlainString() + " %"
                    : figure.toString();
        }
    }

    private Optional<Judged> judge(Attempt attempt, Target target) {
        return attempt.measured().map(measured -> judge(measured, attempt, target));
    }

    private Judged judge(Measured measured, Attempt attempt, Target target) {
        BigDecimal watch = rules.watchShareOf(target.metric(), ledger.asOf());
        Status status = StatusRules.of(measured, attempt.slack(), target, watch);
        Optional<Remark> why = attempt.why();
        if (!attempt.slack().isNone() && why.isEmpty()) {
            why = Optional.of(ListRates.rejected(attempt.slack()));
        }
        if (measured.figure() instanceof Figure.Counts counts && counts.rate().total() < target.minimum()) {
            status = Status.NOT_MEASURED;
            why = Optional.of(
                    new Remark(BELOW_MINIMUM, Map.of("total", counts.rate().total(), "minimum", target.minimum())));
        } else if (status == Status.ON_TARGET && isBad(measured)) {
            status = Status.WATCH;
            why = Optional.of(Remark.of(
                    "why.amazon-says-bad", "status", measured.asStated().orElse("")));
        } else if (status == Status.NOT_MEASURED && why.isEmpty()) {
            why = Optional.of(Remark.of("why.too-imprecise"));
        }
        why = why.or(() -> graveness(measured.figure(), target));
        if (why.isEmpty() && status == Status.WATCH) {
            why = season(measured, attempt, target);
        }
        boolean stale = attempt.grounds().stream()
                .anyMatch(ground -> rules.freshness().level(ground.kind(), ground.newest(), ledger.asOf())
                        == Freshness.Level.STALE);
        if (stale) {
            why = Optional.of(Remark.of(
                    status == Status.OFF_TARGET ? "why.red-not-renewed" : "why.stale", "on", measured.knownOn()));
            status = status == Status.OFF_TARGET ? status : Status.NOT_MEASURED;
        }
        return new Judged(measured, status, why, stale);
    }

    /** That only a season makes it Watch; missing where it needs watching at any time. */
    private Optional<Remark> season(Measured measured, Attempt attempt, Target target) {
        BigDecimal usual = rules.watch().of(target.metric());
        if (StatusRules.of(measured, attempt.slack(), target, usual) == Status.WATCH) {
            return Optional.empty();
        }
        return rules.seasonOf(target.metric(), ledger.asOf())
                .map(peak -> new Remark(
                        "why.watch-in-season",
                        Map.of(
                                "from", peak.days().from(),
                                "to", peak.days().to(),
                                "share", percent(peak.watch().of(target.metric())),
                                "usual", percent(usual))));
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    /** What Amazon does at such a score, or at such a count (domain.md §1.8); missing where it does nothing. */
    private static Optional<Remark> graveness(Figure figure, Target target) {
        if (figure instanceof Figure.Score score && score.value() < UNDER_WHICH_AN_ACCOUNT_IS_DEACTIVATABLE) {
            return Optional.of(Remark.of("why.rating-deactivatable"));
        }
        if (figure instanceof Figure.Score score
                && BigDecimal.valueOf(score.value()).compareTo(target.value()) < 0) {
            return Optional.of(Remark.of("why.rating-at-risk"));
        }
        return figure instanceof Figure.Count count && StatusRules.isRepeated(count, target)
                ? target.repeatLimit().map(limit -> Remark.of("why.repeat-limit", "limit", limit))
                : Optional.empty();
    }

    private static boolean isBad(Measured measured) {
        return measured.asStated()
                .filter(s -> s.toUpperCase(Locale.ROOT).equals("BAD"))
                .isPresent();
    }

    /** product.md §5.3: a fresh exact reading decides over any other; of two exact ones the worse, and it says so. */
    private static Judged choose(Optional<Judged> ours, Optional<Judged> theirs, Target target) {
        if (ours.isEmpty() || theirs.isEmpty()) {
            return ours.or(() -> theirs).orElseThrow();
        }
        Judged rows = ours.get();
        Judged print = theirs.get();
        if (rows.stale() != print.stale()) {
            Judged fresh = rows.stale() ? print : rows;
            Judged old = rows.stale() ? rows : print;
            // a fresh figure that decides nothing does not clear an old red one
            boolean decides =
                    fresh.isExact() || fresh.status() == Status.ON_TARGET || fresh.status() == Status.OFF_TARGET;
            return decides || old.status() != Status.OFF_TARGET ? fresh : old;
        }
        if (print.isExact()
                && !rows.isExact()
                && isImpossible(print.measured().figure(), rows.measured().figure(), target)) {
            Judged graver = gravity(rows.status()) > gravity(print.status()) ? rows : print;
            return new Judged(graver.measured(), graver.status(), Optional.empty(), graver.stale())
                    .explained("why.printed-cannot-be", rows, print);
        }
        if (rows.isExact() != print.isExact() || rows.status() == print.status()) {
            return (print.isExact() && !rows.isExact() ? print : rows).explained("why.figures-differ", rows, print);
        }
        Judged worse = rows.status().compareTo(print.status()) > 0 ? rows : print;
        String key = worse.equals(rows) ? "why.rows-are-worse" : "why.print-is-worse";
        return new Judged(worse.measured(), worse.status(), Optional.empty(), worse.stale())
                .explained(key, rows, print);
    }

    /**
     * Whether no number of orders, of as many as the rows have, gives the stated rate: 0.80 % of twenty. The source may
     * know some orders more or fewer, so one in {@value #ORDERS_PER_STRANGER} and at least one are granted.
     */
    private static boolean isImpossible(Figure printed, Figure rows, Target target) {
        if (!(printed instanceof Figure.StatedRate stated) || !(rows instanceof Figure.Counts counts)) {
            return false;
        }
        BigDecimal half = BigDecimal.valueOf(5, stated.fraction().scale() + 1);
        BigDecimal bad =
                target.condition().isOfTheGood() ? BigDecimal.ONE.subtract(stated.fraction()) : stated.fraction();
        long total = counts.rate().total();
        long strangers = Math.max(1, total / ORDERS_PER_STRANGER);
        BigDecimal least = bad.subtract(half).multiply(BigDecimal.valueOf(total - strangers));
        BigDecimal most = bad.add(half).multiply(BigDecimal.valueOf(total + strangers));
        return least.setScale(0, RoundingMode.CEILING).compareTo(most) > 0;
    }

    /** Nothing known is worse than on target: where two figures contradict each other, neither proves it. */
    private static int gravity(Status status) {
        return switch (status) {
            case ON_TARGET -> 0;
            case NOT_MEASURED -> 1;
            case WATCH -> 2;
            case OFF_TARGET -> 3;
        };
    }

    private Reading unmeasured(
            Target target, Optional<Fulfilment> fulfilment, Optional<String> category, Attempt rows, Attempt print) {
        Status status = Status.NOT_MEASURED;
        boolean missing = rows.missing() && print.missing();
        Optional<Remark> why = !rows.missing() || isJustMissing(print, target) ? rows.why() : print.why();
        if (missing && target.metric().isSellerFulfilledOnly() && computed.hasNoOrdersBy(Fulfilment.MFN)) {
            missing = false;
            why = Attempt.nothingToCount().why();
        }
        if (missing && target.metric() == Metric.ACCOUNT_HEALTH_RATING && isStatedGood(why)) {
            missing = false;
            status = Status.ON_TARGET;
        }
        return new Reading(
                target.metric(),
                fulfilment,
                category,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                target,
                status,
                why,
                missing,
                false,
                Optional.empty());
    }

    private boolean isJustMissing(Attempt attempt, Target target) {
        return attempt.why().equals(Optional.of(rules.missing(target.metric())));
    }

    /** A rating that Amazon gives in words only: GREAT and GOOD are its words for healthy. */
    private static boolean isStatedGood(Optional<Remark> why) {
        return why.map(remark -> remark.facts().get("status"))
                .filter(status -> status.equals("GREAT") || status.equals("GOOD"))
                .isPresent();
    }

    /** A red reading that can't be renewed stays red, with its date. */
    private Reading renewed(Reading reading) {
        if (reading.status() != Status.NOT_MEASURED || !reading.missing()) {
            return reading;
        }
        Optional<PastReading> earlier =
                past.reading(ledger.store().id(), reading.metric(), reading.fulfilment(), reading.category());
        Optional<Measured> red =
                earlier.filter(r -> r.status() == Status.OFF_TARGET).flatMap(PastReading::measured);
        if (red.isEmpty()) {
            return reading;
        }
        LocalDate on = red.get().knownOn();
        return new Reading(
                reading.metric(),
                reading.fulfilment(),
                reading.category(),
                red,
                reading.printed(),
                reading.computed(),
                reading.target(),
                Status.OFF_TARGET,
                Optional.of(Remark.of("why.red-not-renewed", "on", on)),
                true,
                false,
                Optional.empty());
    }
}
