package redflag.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import redflag.basics.Rate;
import redflag.causes.Cause;
import redflag.causes.CauseName;
import redflag.causes.Causes;
import redflag.changes.Changes;
import redflag.metrics.Finding;
import redflag.metrics.Freshness;
import redflag.metrics.MissingData;
import redflag.notices.Notice;
import redflag.outlook.Assumption;
import redflag.outlook.Outlook;
import redflag.past.PastReading;
import redflag.plan.Measure;
import redflag.report.StoreDetail.Change;
import redflag.report.StoreDetail.Chart;
import redflag.report.StoreDetail.Deadline;
import redflag.report.StoreDetail.Exact;
import redflag.report.StoreDetail.Point;
import redflag.report.StoreDetail.ReadingDetail;
import redflag.report.StoreDetail.Yardstick;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.rules.Target;
import redflag.words.Messages;
import redflag.words.Percent;

/** Makes a {@link StoreDetail} of a report. */
final class StoreDetails {

    private static final int NIGHTS_DRAWN = 60;
    private static final int PLACES_DRAWN = 3;
    private static final int MOST_TO_CONFIRM = 6;
    private static final int CAUSES_OF_A_METRIC = 2;
    private static final List<Assumption> DRAWN = List.of(Assumption.NO_NEW_DEFECTS, Assumption.USUAL_PACE);

    private final RiskReport report;
    private final ReportWords words;

    private StoreDetails(RiskReport report, ReportWords words) {
        this.report = report;
        this.words = words;
    }

    static StoreDetail of(RiskReport report, ReportWords words) {
        return new StoreDetails(report, words).detail();
    }

    private StoreDetail detail() {
        List<Measure> open = Deadlines.open(report);
        return new StoreDetail(
                report.findings().stream().map(this::reading).toList(),
                change(report.history().changes()),
                firstDayOffTarget(),
                Stream.concat(
                                open.stream().flatMap(measure -> deadline(measure).stream()),
                                report.notices().open().stream().flatMap(notice -> deadline(notice).stream()))
                        .min(Comparator.comparing(Deadline::on)),
                open.stream().map(this::what).limit(MOST_TO_CONFIRM).toList(),
                Math.max(0, open.size() - MOST_TO_CONFIRM),
                report.causes().metrics().stream()
                        .filter(this::burns)
                        .flatMap(this::causes)
                        .toList(),
                CommonCauses.of(report.causes(), words.messages()),
                report.measures().stream().anyMatch(StoreDetails::isTakenUp),
                report.notices().open().stream()
                        .map(notice -> OpenNotice.of(notice, words))
                        .toList());
    }

    private static boolean isTakenUp(Measure measure) {
        boolean isAsked = measure.state() != Measure.State.NOT_ASKED && measure.state() != Measure.State.UNKNOWN;
        return isAsked
                && (measure.row().isPresent()
                        || measure.owner().isPresent()
                        || measure.due().isPresent());
    }

    private ReadingDetail reading(Finding finding) {
        Reading reading = finding.reading();
        Optional<Status> before =
                report.previous().flatMap(night -> night.of(reading)).map(PastReading::status);
        return new ReadingDetail(
                reading.measured()
                        .map(measured -> brief(measured.figure(), reading.target()))
                        .orElse(""),
                reading.measured().map(measured -> number(measured.figure(), reading.target())),
                reading.target().condition().isOfTheGood(),
                words.headroom(reading, finding.outlook()),
                before,
                reading.fragile(),
                reading.measured().flatMap(measured -> exact(reading, measured)),
                chart(finding));
    }

    private Optional<Exact> exact(Reading reading, Measured measured) {
        Freshness freshness = report.rules().freshness();
        boolean isOfToday = freshness.level(MissingData.listOf(reading.metric()), measured.knownOn(), report.asOf())
                != Freshness.Level.STALE;
        boolean stands = reading.decides() && reading.status() != Status.NOT_MEASURED;
        if (!stands || !isOfToday || measured.precision() != Precision.EXACT) {
            return Optional.empty();
        }
        Target target = reading.target();
        BigDecimal whole =
                measured.counts().map(rate -> BigDecimal.valueOf(rate.total())).orElse(BigDecimal.ONE);
        return Optional.of(new Exact(part(measured.figure(), target), whole, Yardstick.of(target)));
    }

    private static BigDecimal part(Figure figure, Target target) {
        if (figure instanceof Figure.Counts counts) {
            Rate rate = counts.rate();
            return BigDecimal.valueOf(
                    target.condition().isOfTheGood() ? rate.total() - rate.affected() : rate.affected());
        }
        return figure instanceof Figure.StatedRate stated ? stated.fraction() : number(figure, target);
    }

    private static String brief(Figure figure, Target target) {
        if (figure instanceof Figure.Counts counts) {
            return Percent.of(counts.rate(), target.condition().isOfTheGood());
        }
        return figure instanceof Figure.StatedRate stated
                ? Percent.of(stated.fraction(), 2)
                : number(figure, target).toPlainString();
    }

    /** Percent of a rate, as Amazon states it; else the number itself. */
    private static BigDecimal number(Figure figure, Target target) {
        if (figure instanceof Figure.Counts counts) {
            return percent(counts.rate(), target);
        }
        if (figure instanceof Figure.StatedRate stated) {
            return plain(stated.fraction().movePointRight(2));
        }
        if (figure instanceof Figure.Score score) {
            return BigDecimal.valueOf(score.value());
        }
        if (figure instanceof Figure.Count count) {
            return BigDecimal.valueOf(count.value());
        }
        throw new IllegalStateException("no number for " + figure);
    }

    private static BigDecimal percent(Rate rate, Target target) {
        return plain(target.condition().stated(rate).movePointRight(2));
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal rounded = value.setScale(PLACES_DRAWN, RoundingMode.HALF_UP);
        BigDecimal bare = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    private Optional<Chart> chart(Finding finding) {
        Reading reading = finding.reading();
        if (!burns(reading) || reading.metric().form() == Metric.Form.COUNT) {
            return Optional.empty();
        }
        Target target = reading.target();
        List<Point> trend = new ArrayList<>();
        report.history().series().stream()
                .filter(past -> past.isOfSame(reading))
                .flatMap(past -> past.measured().map(m -> point(past.asOf(), m, target)).stream())
                .forEach(trend::add);
        reading.measured().map(m -> point(report.asOf(), m, target)).ifPresent(trend::add);
        Map<Assumption, List<Point>> courses = new EnumMap<>(Assumption.class);
        finding.outlook()
                .ifPresent(outlook -> DRAWN.forEach(assumption ->
                        course(outlook, assumption, target).ifPresent(days -> courses.put(assumption, days))));
        if (trend.size() < 2 && courses.isEmpty()) {
            return Optional.empty();
        }
        boolean rate = reading.metric().form() == Metric.Form.RATE;
        return Optional.of(new Chart(
                plain(rate ? target.value().movePointRight(2) : target.value()),
                title(reading),
                says(finding),
                trend.subList(Math.max(0, trend.size() - NIGHTS_DRAWN), trend.size()),
                courses));
    }

    private static Point point(LocalDate day, Measured measured, Target target) {
        return new Point(day, number(measured.figure(), target));
    }

    private static Optional<List<Point>> course(Outlook outlook, Assumption assumption, Target target) {
        return outlook.course(assumption)
                .map(course -> course.days().stream()
                        .flatMap(day -> day.rate().map(rate -> new Point(day.day(), percent(rate, target))).stream())
                        .toList())
                .filter(days -> !days.isEmpty());
    }

    private String title(Reading reading) {
        return words.messages()
                .text(
                        "page.chart.title",
                        Map.of(
                                "metric", words.metric(reading),
                                "value", words.value(reading.measured(), reading.target()),
                                "target", words.target(reading.target())));
    }

    private String says(Finding finding) {
        return finding.outlook()
                .map(outlook -> OutlookSheet.headline(new OutlookSheet.Told(finding, outlook), words))
                .orElse("");
    }

    private Optional<Change> change(Changes changes) {
        return changes.since()
                .map(since -> new Change(
                        since,
                        orders(changes.newDefects().stream()
                                .map(added -> added.defect().orderId())),
                        orders(changes.leftDefects().stream()
                                .filter(left -> left.why() != Changes.Why.SOURCE_CHANGED)
                                .map(left -> left.defect().orderId())),
                        moved(changes, 1),
                        moved(changes, -1),
                        words.changes(changes)));
    }

    private static long orders(Stream<String> ids) {
        return ids.distinct().count();
    }

    /** @param direction 1 for the worse, -1 for the better; to or from not measured is neither */
    private long moved(Changes changes, int direction) {
        return changes.statuses().stream()
                .filter(change -> change.from() != Status.NOT_MEASURED && change.to() != Status.NOT_MEASURED)
                .filter(change -> Integer.signum(change.to().compareTo(change.from())) == direction)
                .filter(change -> report.findings().stream()
                        .map(Finding::reading)
                        .anyMatch(reading -> reading.decides()
                                && reading.metric() == change.metric()
                                && reading.fulfilment().equals(change.fulfilment())
                                && reading.category().equals(change.category())))
                .count();
    }

    private Optional<LocalDate> firstDayOffTarget() {
        return report.findings().stream()
                .filter(finding ->
                        finding.reading().decides() && finding.reading().status() != Status.OFF_TARGET)
                .flatMap(finding -> finding.outlook().flatMap(Outlook::firstDayOffTarget).stream())
                .min(Comparator.naturalOrder());
    }

    /** In English where the store's managers read another language than that of the portfolio. */
    private String what(Measure measure) {
        return report.isReadIn(words.messages().locale()) ? measure.toRead() : measure.what();
    }

    private Optional<Deadline> deadline(Measure measure) {
        return Deadlines.due(measure).map(due -> new Deadline(due, what(measure)));
    }

    private Optional<Deadline> deadline(Notice notice) {
        return notice.clock().due().map(due -> new Deadline(due, NoticeWords.todo(notice, words.messages())));
    }

    private boolean burns(Causes.OfMetric metric) {
        return report.findings().stream()
                .map(Finding::reading)
                .filter(StoreDetails::burns)
                .anyMatch(reading -> reading.metric() == metric.metric()
                        && reading.fulfilment().equals(metric.fulfilment())
                        && reading.category().equals(metric.category()));
    }

    private static boolean burns(Reading reading) {
        return reading.decides() && (reading.status() == Status.OFF_TARGET || reading.status() == Status.WATCH);
    }

    private Stream<String> causes(Causes.OfMetric metric) {
        Messages messages = words.messages();
        String name = words.metric(metric.metric(), metric.fulfilment(), metric.category());
        if (metric.causes().isEmpty()) {
            return metric.defects().isEmpty()
                    ? Stream.empty()
                    : Stream.of(messages.text("page.cause.none", Map.of("metric", name)));
        }
        return metric.causes().stream()
                .sorted(Comparator.comparing(Cause::defects).reversed())
                .limit(CAUSES_OF_A_METRIC)
                .map(cause -> messages.text(
                        "page.cause",
                        Map.of(
                                "metric",
                                name,
                                "cause",
                                CauseName.of(cause, messages),
                                "defects",
                                cause.defects(),
                                "of",
                                cause.of())));
    }
}
