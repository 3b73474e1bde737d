package redflag.job;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redflag.basics.Marketplaces;
import redflag.basics.Period;
import redflag.intake.ExportKind;
import redflag.ledger.FactType;
import redflag.metrics.Freshness;
import redflag.metrics.HolidayGate;
import redflag.metrics.MeasuringRules;
import redflag.metrics.PeakSeason;
import redflag.metrics.WatchLines;
import redflag.rules.Metric;
import redflag.settings.Section;

/** Reads {@code watch}, {@code peak-season}, {@code holiday-gate}, {@code freshness} and {@code absence} of a job file. */
final class MeasuringSettings {

    private static final int MOST_DAYS = 365;

    /** What the absence of a list says. */
    private enum Absence {
        NONE,
        MISSING
    }

    private MeasuringSettings() {}

    /** @param kinds that the job knows */
    static MeasuringRules read(Section job, List<ExportKind> kinds, Marketplaces marketplaces) {
        MeasuringRules standard = MeasuringRules.standard();
        WatchLines watch = job.section("watch")
                .map(section -> {
                    WatchLines lines = lines(section, standard.watch().all());
                    section.rejectUnknownKeys();
                    return lines;
                })
                .orElse(standard.watch());
        List<PeakSeason> peaks = new ArrayList<>();
        for (Section season : job.sections("peak-season")) {
            peak(season, watch.all()).ifPresent(peaks::add);
        }
        List<HolidayGate> gates = new ArrayList<>();
        for (Section gate : job.sections("holiday-gate")) {
            GateSettings.read(gate, marketplaces).ifPresent(gates::add);
        }
        Set<FactType> none = EnumSet.noneOf(FactType.class);
        job.section("absence").ifPresent(absence -> {
            absent(absence, "order-defects", FactType.ORDER_DEFECT, none);
            absent(absence, "late-shipments", FactType.LATE_SHIPMENT, none);
            absent(absence, "cancellations", FactType.CANCELLATION, none);
            absence.rejectUnknownKeys();
        });
        return new MeasuringRules(watch, peaks, gates, freshness(job, kinds, standard.freshness()), none, false);
    }

    /** Whether stale exports make the exit code 1. */
    static boolean failsOnStale(Section job) {
        return job.section("freshness")
                .flatMap(section -> section.flag("fail-on-stale"))
                .orElse(false);
    }

    private static WatchLines lines(Section section, BigDecimal standard) {
        BigDecimal all = share(section, "all").orElse(standard);
        Map<Metric, BigDecimal> single = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            if (section.has(metric.jsonName())) {
                share(section, metric.jsonName()).ifPresent(share -> single.put(metric, share));
            }
        }
        return new WatchLines(all, single);
    }

    private static Optional<BigDecimal> share(Section watch, String key) {
        Optional<BigDecimal> share = watch.percent(key);
        if (share.isPresent() && share.get().compareTo(BigDecimal.ONE) > 0) {
            watch.problem(key, "'" + key + "' must be 100% at most");
        }
        return share;
    }

    private static Optional<PeakSeason> peak(Section season, BigDecimal standard) {
        Optional<LocalDate> from = season.day("from");
        Optional<LocalDate> to = season.day("to");
        WatchLines watch = season.section("watch")
                .map(section -> {
                    WatchLines lines = lines(section, standard);
                    section.rejectUnknownKeys();
                    return lines;
                })
                .orElse(new WatchLines(standard, Map.of()));
        for (String key : List.of("from", "to", "watch")) {
            if (!season.has(key)) {
                season.problem(key, "'" + key + "' is missing");
            }
        }
        season.rejectUnknownKeys();
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (to.get().isBefore(from.get())) {
            season.problem("to", "'to: " + to.get() + "' lies before 'from: " + from.get() + "'");
            return Optional.empty();
        }
        return Optional.of(new PeakSeason(new Period(from.get(), to.get()), watch));
    }

    private static Freshness freshness(Section job, List<ExportKind> kinds, Freshness standard) {
        Optional<Section> section = job.section("freshness");
        if (section.isEmpty()) {
            return standard;
        }
        Freshness.Limits all = section.get()
                .section("all")
                .map(limits -> limits(limits, standard.all()))
                .orElse(standard.all());
        Map<String, Freshness.Limits> single = new LinkedHashMap<>();
        for (ExportKind kind : kinds) {
            section.get().section(kind.id()).ifPresent(limits -> single.put(kind.id(), limits(limits, all)));
        }
        section.get().flag("fail-on-stale");
        section.get().rejectUnknownKeys();
        return new Freshness(all, single);
    }

    private static Freshness.Limits limits(Section section, Freshness.Limits standard) {
        int error = section.integer("error-after", 0, MOST_DAYS).orElse(standard.errorAfter());
        int warn = section.integer("warn-after", 0, MOST_DAYS).orElse(Math.min(standard.warnAfter(), error));
        if (warn > error) {
            section.problem(
                    section.has("warn-after") ? "warn-after" : "error-after",
                    "'warn-after: " + warn + "' must not be more than 'error-after: " + error + "'");
        }
        section.rejectUnknownKeys();
        return new Freshness.Limits(warn, error);
    }

    private static void absent(Section absence, String key, FactType type, Set<FactType> none) {
        if (absence.oneOf(key, Absence.class).filter(Absence.NONE::equals).isPresent()) {
            none.add(type);
        }
    }
}
