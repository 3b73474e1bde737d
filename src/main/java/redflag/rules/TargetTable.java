package redflag.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Marketplace;

/** Every target of every marketplace with the day it applies from. A past day is judged by the targets of that day. */
public record TargetTable(List<Target> targets) {

    public TargetTable {
        targets = targets.stream()
                .sorted(Comparator.comparing(Target::marketplace)
                        .thenComparing(Target::metric)
                        .thenComparing(Target::from))
                .toList();
    }

    /** The targets of a marketplace on a day: of each metric the newest that applies from that day or before. */
    public List<Target> inForce(Marketplace marketplace, LocalDate day) {
        Map<Metric, Target> newest = new EnumMap<>(Metric.class);
        for (Target target : targets) {
            if (target.marketplace().equals(marketplace.country())
                    && !target.from().isAfter(day)) {
                newest.put(target.metric(), target);
            }
        }
        return List.copyOf(newest.values());
    }

    public Optional<Target> inForce(Metric metric, Marketplace marketplace, LocalDate day) {
        return inForce(marketplace, day).stream()
                .filter(target -> target.metric() == metric)
                .findFirst();
    }

    /** Targets of {@code own} stand in place of those here with the same metric, marketplace and first day. */
    public TargetTable overriddenBy(List<Target> own) {
        List<Target> kept = targets.stream()
                .filter(target -> own.stream().noneMatch(o -> replaces(o, target)))
                .toList();
        return new TargetTable(
                java.util.stream.Stream.concat(kept.stream(), own.stream()).toList());
    }

    private static boolean replaces(Target own, Target shipped) {
        return own.metric() == shipped.metric()
                && own.marketplace().equals(shipped.marketplace())
                && own.from().equals(shipped.from());
    }

    /** SHA-256 over all that decides, in hexadecimal: reports with the same hash were judged by the same rules. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Target target : targets) {
                digest.update((target + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
