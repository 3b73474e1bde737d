package redflag.report;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import redflag.basics.Fulfilment;
import redflag.basics.StoreId;
import redflag.metrics.Freshness;
import redflag.risk.RiskLevel;
import redflag.rules.Metric;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.words.Messages;

/**
 * What came of one store in a night, in brief. Texts beside {@code words} are in the language of the portfolio.
 *
 * @param marketplace country code
 * @param because names of the metrics that the risk level rests on, worst first
 * @param words by language, ISO 639: every one that a portfolio, a terminal or a mail is written in
 * @param old exports that are late or stale
 * @param files the report's files, paths in the reports folder with {@code /}; the workbook first, then the machine copy,
 *     then the plans
 * @param packs for its notices, due soonest first
 * @param detail what the portfolio's page shows besides
 * @param links what ties it to stores of other accounts
 */
public record StoreOutcome(
        StoreId store,
        String name,
        String marketplace,
        String manager,
        LocalDate asOf,
        RiskLevel risk,
        List<String> because,
        boolean fragile,
        Map<String, StoreWords> words,
        List<ReadingInBrief> readings,
        List<MissingExport> missing,
        List<ExportAge> old,
        int plans,
        List<String> files,
        List<PackInBrief> packs,
        StoreDetail detail,
        StoreLinks links) {

    public StoreOutcome {
        because = List.copyOf(because);
        words = Collections.unmodifiableMap(new TreeMap<>(words));
        readings = List.copyOf(readings);
        missing = List.copyOf(missing);
        old = List.copyOf(old);
        files = List.copyOf(files);
        packs = List.copyOf(packs);
    }

    /**
     * @param files as above
     * @param words in the language of the portfolio
     */
    public static StoreOutcome of(
            RiskReport report, StoreLinks links, List<String> files, List<PackInBrief> packs, ReportWords words) {
        return new StoreOutcome(
                report.store().id(),
                report.store().name(),
                report.store().marketplace().country(),
                report.store().manager(),
                report.asOf(),
                report.verdict().level(),
                report.verdict().because(),
                report.verdict().fragile(),
                StoreWords.of(report),
                report.findings().stream()
                        .map(finding -> brief(finding.reading(), words))
                        .toList(),
                report.dataQuality().missing(),
                report.dataQuality().late(),
                report.plans().size(),
                files,
                packs,
                StoreDetails.of(report, words),
                links);
    }

    /** What it says in brief to who reads these messages. */
    public StoreWords in(Messages messages) {
        return Objects.requireNonNull(words.get(messages.locale().getLanguage()));
    }

    /** Whether anything but health is known of it. */
    boolean isAbnormal() {
        return risk != RiskLevel.HEALTHY;
    }

    /** Days until it is off target at the usual pace, 0 where it is; missing where no such day is known. */
    Optional<Long> daysToOffTarget() {
        boolean isOff = risk == RiskLevel.DEACTIVATED || risk == RiskLevel.OFF_TARGET;
        return isOff ? Optional.of(0L) : daysToFirstDayOffTarget();
    }

    /** Days until a metric is off target that is not now. */
    Optional<Long> daysToFirstDayOffTarget() {
        return detail.firstDayOffTarget().map(day -> day.toEpochDay() - asOf.toEpochDay());
    }

    /** Whether an export is too old to say anything of today. */
    public boolean isStale() {
        return old.stream().anyMatch(age -> age.level() == Freshness.Level.STALE);
    }

    private static ReadingInBrief brief(Reading reading, ReportWords words) {
        return new ReadingInBrief(
                reading.metric(),
                reading.fulfilment(),
                reading.category(),
                reading.status(),
                reading.decides(),
                words.value(reading.measured(), reading.target()),
                words.target(reading.target()),
                words.why(reading));
    }

    /**
     * A reading in brief.
     *
     * @param value as people read it, such as {@code 1.48 % (12 of 812)}; empty where there is none
     * @param target as people read it
     * @param why empty where there is nothing to say
     */
    public record ReadingInBrief(
            Metric metric,
            Optional<Fulfilment> fulfilment,
            Optional<String> category,
            Status status,
            boolean enforced,
            String value,
            String target,
            String why) {}
}
