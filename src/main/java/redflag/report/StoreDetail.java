package redflag.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import redflag.basics.Fulfilment;
import redflag.outlook.Assumption;
import redflag.rules.Condition;
import redflag.rules.DefectKind;
import redflag.rules.Metric;
import redflag.rules.Status;
import redflag.rules.Target;

/**
 * What the portfolio's page shows of a store beside its {@link StoreOutcome}, made while its report is at hand. Texts
 * are in the language of the portfolio.
 *
 * @param readings one for each reading of the outcome, in the same order
 * @param change since the night before; missing where there is none
 * @param firstDayOffTarget the first day on which a metric that is acted on, and not off target tonight, is off target at
 *     the usual pace; missing where none is within the outlook
 * @param deadline the next of them; missing where none is known
 * @param toConfirm what its plans leave to people to confirm: the first of it
 * @param moreToConfirm so many more there are
 * @param causes what rows say of the causes, one sentence each: the first of each metric that is off target or
 *     needs watching
 * @param common causes that other stores may have too, as they lie with a carrier, the calendar or the agency: of all metrics
 * @param isTakenUp whether somebody has filled in anything about what its plans ask for
 * @param notices those that are not over, due soonest first
 */
public record StoreDetail(
        List<ReadingDetail> readings,
        Optional<Change> change,
        Optional<LocalDate> firstDayOffTarget,
        Optional<Deadline> deadline,
        List<String> toConfirm,
        int moreToConfirm,
        List<String> causes,
        List<CommonCause> common,
        boolean isTakenUp,
        List<OpenNotice> notices) {

    public StoreDetail {
        readings = List.copyOf(readings);
        toConfirm = List.copyOf(toConfirm);
        causes = List.copyOf(causes);
        common = List.copyOf(common);
        notices = List.copyOf(notices);
    }

    /**
     * A reading beyond its brief form.
     *
     * @param brief the value without its counts, such as {@code 1.48 %}; empty where there is none
     * @param number the same to sort by: percent, or a score or count
     * @param moreIsBetter whether a greater number is a better one
     * @param headroom empty where there is nothing to say
     * @param before the status of the night before; missing where that had no such reading
     * @param exact what the agency's median is taken of; missing where it is no exact figure of today, or Amazon does not
     *     act on it
     * @param chart of a rate or rating that is acted on and is off target or needs watching, where there is a line to draw
     */
    public record ReadingDetail(
            String brief,
            Optional<BigDecimal> number,
            boolean moreIsBetter,
            String headroom,
            Optional<Status> before,
            boolean fragile,
            Optional<Exact> exact,
            Optional<Chart> chart) {}

    /**
     * A value that is not rounded: part of whole, as Amazon states it; a score or a count is part of one.
     *
     * @param by what it is held against
     */
    public record Exact(BigDecimal part, BigDecimal whole, Yardstick by) {}

    /** What two stores' readings must share to be compared: the target, and all that it counts. */
    public record Yardstick(
            Condition condition,
            BigDecimal value,
            int windowDays,
            int lagDays,
            Target.Axis axis,
            Set<DefectKind> counts,
            boolean countsCancelledOrders) {

        public Yardstick {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
            counts = Collections.unmodifiableSet(new TreeSet<>(counts));
        }

        static Yardstick of(Target target) {
            return new Yardstick(
                    target.condition(),
                    target.value(),
                    target.windowDays(),
                    target.lagDays(),
                    target.axis(),
                    target.counts(),
                    target.countsCancelledOrders());
        }
    }

    /**
     * A cause that may be that of other stores, too.
     *
     * @param id what kind of cause
     * @param value what it names: a carrier, a weekday, a block of days; empty where there is nothing to name
     * @param name of it, for a reader
     * @param first its first day; missing where it has no days
     * @param last its last day
     * @param defects so many of the metric's it is about
     * @param of so many the metric has
     */
    public record CommonCause(
            Metric metric,
            Optional<Fulfilment> fulfilment,
            String id,
            String value,
            String name,
            Optional<LocalDate> first,
            Optional<LocalDate> last,
            long defects,
            long of) {}

    /**
     * What a chart of a reading draws. Values are percent, or points of a rating.
     *
     * @param target the limit, in the unit of the values
     * @param title the finding in a line
     * @param says what the days to come bring; empty where nothing tells
     * @param trend of the nights up to this one, which is the last; nights that had no figure are left out
     * @param courses of the days to come, by assumption; days with nothing to count are left out
     */
    public record Chart(
            BigDecimal target, String title, String says, List<Point> trend, Map<Assumption, List<Point>> courses) {
        public Chart {
            trend = List.copyOf(trend);
            Map<Assumption, List<Point>> sorted = new EnumMap<>(Assumption.class);
            courses.forEach((assumption, days) -> sorted.put(assumption, List.copyOf(days)));
            courses = Collections.unmodifiableMap(sorted);
        }
    }

    /** A value on a day. */
    public record Point(LocalDate day, BigDecimal value) {}

    /**
     * What is other than on the night before.
     *
     * @param added defects that are new
     * @param left defects that are gone
     * @param worse metrics acted on whose status is worse
     * @param better metrics acted on whose status is better
     * @param told the same in whole sentences
     */
    public record Change(LocalDate since, long added, long left, long worse, long better, String told) {}

    /** Something that is due. */
    public record Deadline(LocalDate on, String what) {}
}
