package redflag.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.plan.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a store's machine copy ({@code redflag/store-report/1}) says of the metrics of one reason: each reading, and beside
 * it what Amazon printed and what rows gave.
 *
 * @param main of each reading the figures that stand
 * @param rates in percent, as exact as the report has them; those of the good and those of the bad
 * @param counts affected and all, and those of each kind of defect
 * @param limits in percent
 * @param plan the drafted plans of all reasons as one text
 */
public record StoreReport(
        LocalDate asOf,
        List<Main> main,
        Set<BigDecimal> rates,
        Set<Rate> counts,
        Set<Period> windows,
        Set<BigDecimal> limits,
        Letter plan) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The figures that stand for a reading. @param rate in percent, as Amazon states it */
    record Main(Optional<Rate> counts, Optional<BigDecimal> rate, Optional<Period> window) {}

    /** @throws UnreadableLetter if the file is no such copy */
    static StoreReport read(Path file, LocalDate asOf, Reason reason) throws UnreadableLetter {
        JsonNode report;
        try {
            report = JsonMapper.shared().readTree(file.toFile());
        } catch (JacksonException e) {
            throw new UnreadableLetter(file + " can't be read: " + e.getOriginalMessage());
        }
        Set<BigDecimal> rates = new TreeSet<>();
        Set<Rate> counts = new LinkedHashSet<>();
        Set<Period> windows = new LinkedHashSet<>();
        Set<BigDecimal> limits = new TreeSet<>();
        List<Main> main = new ArrayList<>();
        Set<String> metrics = new HashSet<>();
        reason.metrics().forEach(metric -> metrics.add(metric.jsonName()));
        for (JsonNode reading : report.path("readings")) {
            if (metrics.contains(reading.path("metric").asString(""))) {
                main(reading).ifPresent(main::add);
                for (JsonNode of : List.of(reading, reading.path("printed"), reading.path("computed"))) {
                    figure(of, rates, counts);
                    window(of).ifPresent(windows::add);
                }
                limits(reading, limits);
            }
        }
        return new StoreReport(
                asOf,
                List.copyOf(main),
                rates,
                counts,
                windows,
                limits,
                plan(report, String.valueOf(file.getFileName())));
    }

    private static void figure(JsonNode of, Set<BigDecimal> rates, Set<Rate> counts) {
        long total = of.path("total").asLong(0);
        if (total > 0) {
            Rate rate = new Rate(of.path("affected").asLong(0), total);
            counts.add(rate);
            counts.add(new Rate(total - rate.affected(), total));
            rates.add(percent(rate));
            rates.add(HUNDRED.subtract(percent(rate)));
            of.path("components").forEach(kind -> {
                if (kind.asLong(0) <= total) {
                    Rate part = new Rate(kind.asLong(0), total);
                    counts.add(part);
                    rates.add(percent(part));
                }
            });
        } else if (of.path("rate").isNumber()) {
            BigDecimal stated = of.path("rate").decimalValue().multiply(HUNDRED);
            rates.add(stated);
            rates.add(HUNDRED.subtract(stated));
        }
    }

    private static BigDecimal percent(Rate rate) {
        return BigDecimal.valueOf(rate.affected())
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(rate.total()), MathContext.DECIMAL128);
    }

    private static Optional<Main> main(JsonNode reading) {
        long total = reading.path("total").asLong(0);
        Optional<Rate> counts =
                total > 0 ? Optional.of(new Rate(reading.path("affected").asLong(0), total)) : Optional.empty();
        JsonNode rate = reading.path("rate");
        Optional<BigDecimal> percent =
                rate.isNumber() ? Optional.of(rate.decimalValue().multiply(HUNDRED)) : Optional.empty();
        return counts.isEmpty() && percent.isEmpty()
                ? Optional.empty()
                : Optional.of(new Main(counts, percent, window(reading)));
    }

    private static Optional<Period> window(JsonNode of) {
        JsonNode window = of.path("window");
        return window.has("from") && window.has("to")
                ? Optional.of(new Period(
                        LocalDate.parse(window.path("from").asString()),
                        LocalDate.parse(window.path("to").asString())))
                : Optional.empty();
    }

    private static void limits(JsonNode reading, Set<BigDecimal> limits) {
        JsonNode value = reading.path("target").path("value");
        if (value.isNumber()) {
            BigDecimal limit = value.decimalValue().multiply(HUNDRED);
            limits.add(limit);
            limits.add(HUNDRED.subtract(limit));
        }
    }

    /** The paragraphs of its plans, where the copy holds them; else without any. */
    private static Letter plan(JsonNode report, String name) {
        PlanLetter letter = new PlanLetter();
        for (JsonNode plan : report.path("plans")) {
            for (JsonNode paragraph : plan.path("paragraphs")) {
                letter.add(
                        paragraph.path("part").asString("").replace('-', ' '),
                        paragraph.path("number").asInt(0),
                        paragraph.path("text").asString(""));
            }
        }
        return letter.read(name);
    }

    /** Whether it has any figure of the reason's metrics. */
    public boolean measures() {
        return !rates.isEmpty();
    }

    /** What a reader compares with: the readings of these days, or all if there is none. */
    List<Main> mainOf(List<Period> days) {
        List<Main> of = main.stream()
                .filter(m -> m.window().filter(days::contains).isPresent())
                .toList();
        return of.isEmpty() ? main : of;
    }

    /** Whether the report has this rate when it is shown with as many places, rounded or cut. */
    boolean shows(Figures.Percentage stated) {
        return near(rates, stated) || near(limits, stated);
    }

    private static boolean near(Set<BigDecimal> known, Figures.Percentage stated) {
        return known.stream()
                .anyMatch(rate -> equal(rate, stated, RoundingMode.HALF_UP) || equal(rate, stated, RoundingMode.DOWN));
    }

    private static boolean equal(BigDecimal rate, Figures.Percentage stated, RoundingMode rounding) {
        return rate.setScale(stated.places(), rounding).compareTo(stated.percent()) == 0;
    }

    boolean has(Figures.Count count) {
        return counts.contains(new Rate(count.affected(), count.total()));
    }

    /** Whether the orders counted are themselves the affected ones, so that the count is a part of them. */
    boolean isBreakdown(Figures.Count count) {
        return counts.stream().anyMatch(known -> known.affected() == count.total());
    }
}
