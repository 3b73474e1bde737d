package redflag.risk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import redflag.rules.Reading;
import redflag.rules.Status;

/** Judges a store by its readings and by what Amazon says of it: product.md §1, limits of §5.8 and §5.9. */
public final class RiskRules {

    private static final String ACCOUNT_STATUS = "accountStatus";

    private RiskRules() {}

    /** No verdict rests on a metric that Amazon does not act on. */
    public static Verdict judge(List<Reading> readings, Optional<AmazonState> amazon) {
        Optional<AmazonState.Known> state = amazon.flatMap(AmazonState::known);
        Set<String> off = names(readings, r -> r.status() == Status.OFF_TARGET);
        Set<String> watched = names(readings, r -> r.status() == Status.WATCH);
        Set<String> unknown = names(readings, Reading::missing);
        if (state.equals(Optional.of(AmazonState.Known.DEACTIVATED))) {
            return verdict(RiskLevel.DEACTIVATED, Set.of(ACCOUNT_STATUS), off);
        }
        if (state.equals(Optional.of(AmazonState.Known.AT_RISK))) {
            return verdict(RiskLevel.OFF_TARGET, Set.of(ACCOUNT_STATUS), off);
        }
        if (!off.isEmpty()) {
            return verdict(RiskLevel.OFF_TARGET, off, Set.of());
        }
        boolean strangeWord = amazon.isPresent() && state.isEmpty();
        if (!watched.isEmpty() || strangeWord) {
            return verdict(RiskLevel.WATCH, strangeWord ? Set.of(ACCOUNT_STATUS) : Set.of(), watched);
        }
        if (!unknown.isEmpty()) {
            return verdict(RiskLevel.UNKNOWN, unknown, Set.of());
        }
        if (readings.stream().noneMatch(r -> r.decides() && r.status() == Status.ON_TARGET)) {
            // no target applies, or nothing was there to be held against one: that is not health
            return verdict(RiskLevel.UNKNOWN, Set.of(), Set.of());
        }
        boolean fragile = readings.stream().anyMatch(r -> r.decides() && r.fragile());
        return new Verdict(RiskLevel.HEALTHY, List.of(), fragile);
    }

    private static Set<String> names(List<Reading> readings, Predicate<Reading> which) {
        Set<String> names = new LinkedHashSet<>();
        readings.stream()
                .filter(Reading::decides)
                .filter(which)
                .forEach(r -> names.add(r.metric().jsonName()));
        return names;
    }

    private static Verdict verdict(RiskLevel level, Set<String> first, Set<String> then) {
        Set<String> because = new LinkedHashSet<>(first);
        because.addAll(then);
        return new Verdict(level, List.copyOf(because), false);
    }
}
