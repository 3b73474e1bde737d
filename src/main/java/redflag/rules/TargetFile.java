package redflag.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import redflag.basics.Marketplace;
import redflag.basics.Marketplaces;
import redflag.settings.Problems;
import redflag.settings.Section;
import redflag.settings.YamlFile;

/**
 * Reads targets from YAML: a list {@code targets} whose entries have {@code metric} (one, or several of one form),
 * {@code marketplaces} (country codes or ids), {@code condition} (less-than, at-most, at-least, greater-than, equals), {@code value} ({@code 1%} for rates, a plain
 * number else), {@code window-days}, {@code lag-days}, {@code axis}, {@code enforced}, {@code from}, {@code source}, and
 * may have {@code minimum} (0), {@code verified} (true), {@code note} (a text, or a list of sentences, which YAML anchors can
 * share), for the order defect rate {@code counts} (negative-feedback, a-to-z-claim, chargeback; all of them) and
 * {@code cancelled-orders} (count, leave-out; count), and for policy counts {@code repeat-limit}. An early sign can't be
 * enforced.
 */
public final class TargetFile {

    private static final List<String> SHIPPED =
            List.of("rates.yaml", "on-time-delivery.yaml", "policy.yaml", "early-signs.yaml");

    private TargetFile() {}

    /** The targets that come with the program. */
    public static TargetTable shipped() {
        Problems problems = new Problems();
        List<Target> targets = new ArrayList<>();
        for (String name : SHIPPED) {
            try (InputStream in = TargetFile.class.getResourceAsStream("/targets/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("targets/" + name + " is missing from the program");
                }
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                YamlFile.read("targets/" + name, text, problems).ifPresent(section -> {
                    targets.addAll(read(section, Marketplaces.known(), problems));
                    section.rejectUnknownKeys();
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the program's own targets are broken: " + problems.list());
        }
        return new TargetTable(targets);
    }

    /**
     * The targets of one file, which may hold other things too; what is wrong goes to {@code problems} and its entry is
     * left out.
     *
     * @param marketplaces those that a target may be for
     */
    public static List<Target> read(Section file, Marketplaces marketplaces, Problems problems) {
        List<Target> targets = new ArrayList<>();
        for (Section entry : file.sections("targets")) {
            int before = problems.list().size();
            List<Target> read = entry(entry, marketplaces);
            if (problems.list().size() == before) {
                targets.addAll(read);
            }
        }
        return targets;
    }

    private static List<Target> entry(Section entry, Marketplaces known) {
        List<Metric> metrics = metrics(entry);
        List<Marketplace> marketplaces = marketplaces(entry, known);
        Optional<Condition> condition = entry.oneOf("condition", Condition.class);
        boolean rate = metrics.isEmpty() || metrics.get(0).form() == Metric.Form.RATE;
        Optional<BigDecimal> value = rate ? entry.percent("value") : entry.decimal("value");
        Optional<Integer> windowDays = entry.integer("window-days", 1, 400);
        Optional<Integer> lagDays = entry.integer("lag-days", 0, 100);
        Optional<Target.Axis> axis = entry.oneOf("axis", Target.Axis.class);
        Optional<Boolean> enforced = entry.flag("enforced");
        Optional<LocalDate> from = entry.day("from");
        String source = entry.requiredText("source");
        Optional<Set<DefectKind>> counts = counts(entry, metrics);
        int minimum = entry.integer("minimum", 0, 1_000_000).orElse(0);
        boolean cancelled = countsCancelledOrders(entry, metrics);
        Optional<Long> repeatLimit = repeatLimit(entry, metrics);
        axis.ifPresent(a -> checkAxis(entry, metrics, a));
        enforced.filter(Boolean::booleanValue).ifPresent(e -> checkEnforceable(entry, metrics));
        boolean verified = entry.flag("verified").orElse(true);
        Optional<String> note =
                Optional.of(String.join(" ", entry.texts("note"))).filter(text -> !text.isEmpty());
        for (String key : List.of("condition", "value", "window-days", "lag-days", "axis", "enforced", "from")) {
            if (!entry.has(key)) {
                entry.problem(key, "'" + key + "' is missing");
            }
        }
        entry.rejectUnknownKeys();
        List<Target> targets = new ArrayList<>();
        if (condition.isEmpty()
                || value.isEmpty()
                || windowDays.isEmpty()
                || lagDays.isEmpty()
                || axis.isEmpty()
                || enforced.isEmpty()
                || from.isEmpty()) {
            return targets;
        }
        for (Metric metric : metrics) {
            for (Marketplace marketplace : marketplaces) {
                targets.add(new Target(
                        metric,
                        marketplace.country(),
                        condition.get(),
                        value.get(),
                        windowDays.get(),
                        lagDays.get(),
                        axis.get(),
                        counts.orElse(metric.defectKinds()),
                        minimum,
                        enforced.get(),
                        from.get(),
                        source,
                        verified,
                        cancelled,
                        repeatLimit,
                        note));
            }
        }
        return targets;
    }

    private static List<Metric> metrics(Section entry) {
        List<Metric> metrics = new ArrayList<>();
        List<String> names = entry.texts("metric");
        if (!entry.has("metric")) {
            entry.problem("metric", "'metric' is missing");
        } else if (names.isEmpty()) {
            entry.problem("metric", "'metric' must name at least one");
        }
        for (String name : names) {
            Optional<Metric> metric = Metric.find(name);
            if (metric.isPresent()) {
                metrics.add(metric.get());
            } else {
                entry.problem("metric", "'" + name + "' is no metric");
            }
        }
        if (metrics.stream().map(Metric::form).distinct().count() > 1) {
            entry.problem("metric", "'metric' names rates, scores and counts together: give each an entry of its own");
        }
        return metrics;
    }

    private static void checkEnforceable(Section entry, List<Metric> metrics) {
        for (Metric metric : metrics) {
            if (metric.isEarlySign()) {
                entry.problem(
                        "enforced",
                        "'enforced' of " + metric.jsonName()
                                + " must be false: it is an early sign, Amazon acts on none, and no verdict rests on one");
            }
        }
    }

    /** What is counted on orders that were cancelled. */
    private enum CancelledOrders {
        COUNT,
        LEAVE_OUT
    }

    private static boolean countsCancelledOrders(Section entry, List<Metric> metrics) {
        if (entry.has("cancelled-orders") && !areAll(metrics, Metric.ORDER_DEFECT_RATE)) {
            entry.problem(
                    "cancelled-orders",
                    "'cancelled-orders' has a meaning for " + Metric.ORDER_DEFECT_RATE.jsonName() + " only");
        }
        return entry.oneOf("cancelled-orders", CancelledOrders.class)
                .filter(CancelledOrders.LEAVE_OUT::equals)
                .isEmpty();
    }

    private static boolean areAll(List<Metric> metrics, Metric metric) {
        return metrics.stream().allMatch(m -> m == metric);
    }

    private static Optional<Long> repeatLimit(Section entry, List<Metric> metrics) {
        if (entry.has("repeat-limit") && metrics.stream().anyMatch(m -> m.form() != Metric.Form.COUNT)) {
            entry.problem("repeat-limit", "'repeat-limit' has a meaning for policy counts only");
        }
        return entry.integer("repeat-limit", 1, 1_000_000).map(Integer::longValue);
    }

    private static void checkAxis(Section entry, List<Metric> metrics, Target.Axis axis) {
        for (Metric metric : metrics) {
            if (axis != metric.axis()) {
                entry.problem(
                        "axis",
                        "'axis' of " + metric.jsonName() + " must be "
                                + metric.axis().name().toLowerCase(Locale.ROOT).replace('_', '-')
                                + ": by no other date can it be counted");
            }
        }
    }

    /** The kinds that are named, or none where the metric's own are to be taken. */
    private static Optional<Set<DefectKind>> counts(Section entry, List<Metric> metrics) {
        if (entry.has("counts")
                && metrics.stream().anyMatch(m -> m.defectKinds().isEmpty())) {
            entry.problem("counts", "'counts' has a meaning for " + Metric.ORDER_DEFECT_RATE.jsonName() + " only");
        }
        return entry.someOf("counts", DefectKind.class);
    }

    private static List<Marketplace> marketplaces(Section entry, Marketplaces known) {
        List<Marketplace> found = new ArrayList<>();
        for (String name : entry.texts("marketplaces")) {
            Optional<Marketplace> marketplace = known.find(name);
            if (marketplace.isPresent()) {
                found.add(marketplace.get());
            } else {
                entry.problem(
                        "marketplaces", "'" + name + "' is no marketplace that Redflag knows or the job declares");
            }
        }
        if (found.isEmpty()) {
            entry.problem("marketplaces", "'marketplaces' must name at least one");
        }
        return found;
    }
}
