package redflag.metrics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import redflag.basics.DaysAhead;
import redflag.basics.Fulfilment;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.basics.Remark;
import redflag.ledger.Code;
import redflag.ledger.PrintedFigure;
import redflag.ledger.StoreLedger;
import redflag.rules.Basis;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Target;

/** Figures that an export states itself. Of several the newest stands; of two of the same day the worse. */
final class PrintedRates {

    private final StoreLedger ledger;
    private final MeasuringRules rules;
    private final Judgement judgement;
    private final Map<Metric, List<PrintedFigure>> figures = new EnumMap<>(Metric.class);

    PrintedRates(StoreLedger ledger, MeasuringRules rules, Judgement judgement) {
        this.ledger = ledger;
        this.rules = rules;
        this.judgement = judgement;
        for (PrintedFigure figure : ledger.printed()) {
            Metric.find(figure.metric())
                    .ifPresent(metric -> figures.computeIfAbsent(metric, m -> new ArrayList<>())
                            .add(figure));
        }
    }

    /** The fulfilments that are printed for a metric. */
    boolean has(Metric metric, Fulfilment fulfilment) {
        return figures(metric).anyMatch(f -> fulfilmentOf(f).equals(Optional.of(fulfilment)));
    }

    /** The categories that are printed for a metric, by name. */
    List<String> categories(Metric metric) {
        return figures(metric)
                .flatMap(f -> f.category().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<PrintedFigure> figures(Metric metric) {
        return figures.getOrDefault(metric, List.of()).stream();
    }

    private static Optional<Fulfilment> fulfilmentOf(PrintedFigure figure) {
        return figure.fulfilment().map(code -> code == Code.AFN ? Fulfilment.AFN : Fulfilment.MFN);
    }

    Attempt of(Target target, Optional<Fulfilment> fulfilment, Optional<String> category) {
        List<Attempt> attempts = figures(target.metric())
                .filter(f -> f.category().equals(category))
                .filter(f -> !target.metric().isSplitByFulfilment()
                        || fulfilmentOf(f).or(() -> Optional.of(Fulfilment.MFN)).equals(fulfilment))
                .map(f -> attempt(f, target))
                .toList();
        return attempts.stream()
                .filter(a -> a.measured().isPresent())
                .max(Comparator.comparing(this::night)
                        .thenComparing(attempt -> judgement.gravity(attempt, target))
                        .thenComparing(PrintedRates::isCounted)
                        .thenComparing(attempt -> badShare(attempt, target)))
                .or(() -> attempts.stream().findFirst())
                .orElseGet(() -> Attempt.missing(rules.missing(target.metric())));
    }

    /** The as-of date also for what is stated for the day after it: which of two such is the newer, nobody knows. */
    private LocalDate night(Attempt attempt) {
        LocalDate knownOn = attempt.measured().map(Measured::knownOn).orElse(LocalDate.MIN);
        return knownOn.isAfter(ledger.asOf()) ? ledger.asOf() : knownOn;
    }

    private static boolean isCounted(Attempt attempt) {
        return attempt.measured()
                .filter(m -> !(m.figure() instanceof Figure.StatedRate))
                .isPresent();
    }

    private static BigDecimal badShare(Attempt attempt, Target target) {
        Figure figure = attempt.measured().orElseThrow().figure();
        if (figure instanceof Figure.Counts counts) {
            return counts.rate().fraction();
        }
        if (figure instanceof Figure.StatedRate stated) {
            return target.condition().isOfTheGood() ? BigDecimal.ONE.subtract(stated.fraction()) : stated.fraction();
        }
        if (figure instanceof Figure.Score score) {
            return BigDecimal.valueOf(-score.value());
        }
        if (figure instanceof Figure.Count count) {
            return BigDecimal.valueOf(count.value());
        }
        throw new IllegalStateException("no rule for " + figure);
    }

    /** What the figure says on the as-of date, or empty where it says nothing of it. */
    private Attempt attempt(PrintedFigure figure, Target target) {
        Optional<LocalDate> stated = figure.statedOn().or(() -> figure.to().map(to -> to.plusDays(target.lagDays())));
        LocalDate knownOn = stated.orElse(ledger.asOf());
        if (DaysAhead.isLater(knownOn, ledger.asOf())) {
            return Attempt.missing(Remark.of("why.printed-later", "on", knownOn));
        }
        Optional<Period> window = window(figure);
        // Amazon's own report is taken with its own window; anybody else's rate over other days is another rate
        if (figure.statedOn().isEmpty()
                && target.metric().form() == Metric.Form.RATE
                && window.filter(w -> w.days() == target.windowDays()).isEmpty()) {
            return Attempt.missing(
                    new Remark("why.printed-over-other-days", Map.of("days", (long) target.windowDays())));
        }
        Optional<Figure> value = value(figure, target.metric());
        if (value.isEmpty()) {
            boolean nothing = figure.total().filter(total -> total == 0).isPresent();
            return nothing
                    ? Attempt.nothingToCount()
                    : Attempt.missing(figure.status()
                            .map(s -> Remark.of("why.printed-without-figure", "status", s))
                            .orElse(Remark.of("why.printed-without-figure", "status", "–")));
        }
        Map<String, Long> components = new TreeMap<>();
        figure.components().forEach((kind, count) -> components.put(ListRates.componentOf(kind), count));
        Measured measured = new Measured(
                value.get(),
                Basis.PRINTED,
                Precision.EXACT,
                window,
                knownOn,
                components,
                Optional.of(figure.source().file()),
                figure.status());
        return Attempt.of(measured, new Ground(ledger.kindOf(measured.file()), knownOn));
    }

    private static Optional<Period> window(PrintedFigure figure) {
        return figure.from()
                .flatMap(from -> figure.to().filter(to -> !to.isBefore(from)).map(to -> new Period(from, to)));
    }

    private static Optional<Figure> value(PrintedFigure figure, Metric metric) {
        return switch (metric.form()) {
            case SCORE -> figure.score().map(Figure.Score::new);
            case COUNT -> figure.affected().map(Figure.Count::new);
            case RATE -> rate(figure);
        };
    }

    private static Optional<Figure> rate(PrintedFigure figure) {
        if (figure.total().isPresent() && figure.affected().isPresent()) {
            long total = figure.total().get();
            return total == 0
                    ? Optional.empty()
                    : Optional.of(new Figure.Counts(new Rate(figure.affected().get(), total)));
        }
        if (figure.total().filter(total -> total == 0).isPresent()) {
            return Optional.empty();
        }
        return figure.rate().map(Figure.StatedRate::new);
    }
}
