package redflag.metrics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    private final StoreLedger ledger;
    private final MeasuringRules rules;
    private final Past past;
    private final ComputedRates computed;
    private final PrintedRates printed;
    private final Judgement judgement;

    private Measurements(StoreLedger ledger, MeasuringRules rules, Past past) {
        this.ledger = ledger;
        this.rules = rules;
        this.past = past;
        this.computed = new ComputedRates(ledger, rules);
        this.judgement = new Judgement(ledger.asOf(), rules);
        this.printed = new PrintedRates(ledger, rules, judgement);
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
            List<Finding> naming = isPrinted ? List.of() : List.copyOf(findings);
            Finding estimate = whole;
            whole = computed.listedOtherThan(target, namedElsewhere)
                    .map(listed -> estimate.beside(listed, naming))
                    .orElse(whole);
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
                            .isPresent()
                    || computed.hasInPipe(target, fulfilment);
            if (used) {
                findings.add(ofFulfilment(target, fulfilment));
            }
        }
        if (findings.stream().anyMatch(f -> f.reading().measured().isPresent())) {
            findings.removeIf(f -> f.reading().measured().isEmpty()
                    && !f.reading().missing()
                    && f.inPipe().isEmpty());
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
        Optional<Population> population = Population.of(ledger, reading, counted);
        return new Finding(
                reading,
                counted.defects(),
                counted.inPipe(),
                counted.gone(),
                counted.tally(),
                counted.source(),
                population,
                population
                        .map(orders -> Contributions.of(ledger, target, orders))
                        .orElse(List.of()),
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
        Optional<Judged> judged = judgement.of(rows, print, target);
        if (judged.isEmpty()) {
            return unmeasured(target, fulfilment, category, rows, print);
        }
        Judged stands = judged.get();
        Measured measured = stands.measured();
        Optional<Rate> rate = measured.counts();
        boolean trusted = measured.precision() == Precision.EXACT && !stands.stale();
        Optional<Headroom> headroom = trusted && stands.status() != Status.NOT_MEASURED
                ? rate.flatMap(r -> HeadroomRules.of(r, target))
                : Optional.empty();
        boolean missing = stands.status() == Status.NOT_MEASURED && !stands.isBelowMinimum();
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
