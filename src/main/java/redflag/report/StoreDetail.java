package redflag.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.outlook.Assumption;
import redflag.rules.Status;

/**
 * What the portfolio's page shows of a store beside its {@link StoreOutcome}, made while its report is at hand. Texts are
 * English.
 *
 * @param readings one for each reading of the outcome, in the same order
 * @param change since the night before; missing where there is none
 * @param firstDayOffTarget the first day on which a metric that is acted on, and not off target tonight, is off target at
 *     the usual pace; missing where none is within the outlook
 * @param deadline the next of them; missing where none is known
 * @param steps what follows from the report
 * @param toConfirm what its plans leave to people to confirm: the first of it
 * @param moreToConfirm so many more there are
 * @param causes what rows say of the causes, one sentence each: the first of each metric that is off target or
 *     needs watching
 */
public record StoreDetail(
        List<ReadingDetail> readings,
        Optional<Change> change,
        Optional<LocalDate> firstDayOffTarget,
        Optional<Deadline> deadline,
        List<String> steps,
        List<String> toConfirm,
        int moreToConfirm,
        List<String> causes) {

    public StoreDetail {
        readings = List.copyOf(readings);
        steps = List.copyOf(steps);
        toConfirm = List.copyOf(toConfirm);
        causes = List.copyOf(causes);
    }

    /**
     * A reading beyond its brief form.
     *
     * @param brief the value without its counts, such as {@code 1.48 %}; empty where there is none
     * @param number the same to sort by: percent, or a score or count
     * @param moreIsBetter whether a greater number is a better one
     * @param headroom empty where there is nothing to say
     * @param before the status of the night before; missing where that had no such reading
     * @param chart of a rate or rating that is acted on and is off target or needs watching, where there is a line to draw
     */
    public record ReadingDetail(
            String brief,
            Optional<BigDecimal> number,
            boolean moreIsBetter,
            String headroom,
            Optional<Status> before,
            boolean fragile,
            Optional<Chart> chart) {}

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
