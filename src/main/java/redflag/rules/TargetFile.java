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
 * Reads targets from YAML: a list {@code targets} whose entries have {@code metric}, {@code marketplaces} (country codes
 * or ids), {@code condition} (less-than, at-most, at-least, greater-than, equals), {@code value} ({@code 1%} for rates, a plain
 * number else), {@code window-days}, {@code lag-days}, {@code axis}, {@code enforced}, {@code from}, {@code source}, and
 * may have {@code minimum} (0), {@code verified} (true), {@code note}, for the order defect rate {@code counts}
 * (negative-feedback, a-to-z-claim, chargeback; all of them) and {@code cancelled-orders} (count, leave-out; count), and for
 * policy counts {@code repeat-limit}.
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
        String name = entry.requiredText("metric");
        Optional<Metric> metric = Metric.find(name);
        if (metric.isEmpty() && !name.isEmpty()) {
            entry.problem("metric", "'" + name + "' is no metric");
        }
        List<Marketplace> marketplaces = marketplaces(entry, known);
        Optional<Condition> condition = entry.oneOf("condition", Condition.class);
        boolean rate = metric.map(m -> m.form() == Metric.Form.RATE).orElse(true);
        Optional<BigDecimal> value = rate ? entry.percent("value") : entry.decimal("value");
        Optional<Integer> windowDays = entry.integer("window-days", 1, 400);
        Optional<Integer> lagDays = entry.integer("lag-days", 0, 100);
        Optional<Target.Axis> axis = entry.oneOf("axis", Target.Axis.class);
        Optional<Boolean> enforced = entry.flag("enforced");
        Optional<LocalDate> from = entry.day("from");
        String source = entry.requiredText("source");
        Set<DefectKind> counts = counts(entry, metric);
        int minimum = entry.integer("minimum", 0, 1_000_000).orElse(0);
        boolean cancelled = countsCancelledOrders(entry, metric);
        Optional<Long> repeatLimit = repeatLimit(entry, metric);
        metric.ifPresent(m -> axis.ifPresent(a -> checkAxis(entry, m, a)));
        boolean verified = entry.flag("verified").orElse(true);
        Optional<String> note = entry.text("note");
        for (String key : List.of("condition", "value", "window-days", "lag-days", "axis", "enforced", "from")) {
            if (!entry.has(key)) {
                entry.problem(key, "'" + key + "' is missing");
            }
        }
        entry.rejectUnknownKeys();
        List<Target> targets = new ArrayList<>();
        if (metric.isPresent()
                && condition.isPresent()
                && value.isPresent()
                && windowDays.isPresent()
                && lagDays.isPresent()
                && axis.isPresent()
                && enforced.isPresent()
                && from.isPresent()) {
            for (Marketplace marketplace : marketplaces) {
                targets.add(new Target(
                        metric.get(),
                        marketplace.country(),
                        condition.get(),
                        value.get(),
                        windowDays.get(),
                        lagDays.get(),
                        axis.get(),
                        counts,
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

    /** What is counted on orders that were cancelled. */
    private enum CancelledOrders {
        COUNT,
        LEAVE_OUT
    }

    private static boolean countsCancelledOrders(Section entry, Optional<Metric> metric) {
        if (metric.isPresent() && metric.get() != Metric.ORDER_DEFECT_RATE && entry.has("cancelled-orders")) {
            entry.problem(
                    "cancelled-orders",
                    "'cancelled-orders' has a meaning for " + Metric.ORDER_DEFECT_RATE.jsonName() + " only");
        }
        return entry.oneOf("cancelled-orders", CancelledOrders.class)
                .filter(CancelledOrders.LEAVE_OUT::equals)
                .isEmpty();
    }

    private static Optional<Long> repeatLimit(Section entry, Optional<Metric> metric) {
        if (metric.isPresent() && metric.get().form() != Metric.Form.COUNT && entry.has("repeat-limit")) {
            entry.problem("repeat-limit", "'repeat-limit' has a meaning for policy counts only");
        }
        return entry.integer("repeat-limit", 1, 1_000_000).map(Integer::longValue);
    }

    private static void checkAxis(Section entry, Metric metric, Target.Axis axis) {
        if (axis != metric.axis()) {
            entry.problem(
                    "axis",
                    "'axis' of " + metric.jsonName() + " must be "
                            + metric.axis().name().toLowerCase(Locale.ROOT).replace('_', '-')
                            + ": by no other date can it be counted");
        }
    }

    private static Set<DefectKind> counts(Section entry, Optional<Metric> metric) {
        Set<DefectKind> all = metric.map(Metric::defectKinds).orElse(Set.of());
        if (metric.isPresent() && all.isEmpty() && entry.has("counts")) {
            entry.problem("counts", "'counts' has a meaning for " + Metric.ORDER_DEFECT_RATE.jsonName() + " only");
        }
        return entry.someOf("counts", DefectKind.class).orElse(all);
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
