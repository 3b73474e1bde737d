package redflag.outlook;

import java.time.LocalDate;
import java.util.Optional;
import redflag.basics.Rate;

/**
 * What a report of a day to come will count.
 *
 * @param day the as-of date of that report
 * @param affected in its window
 * @param total in its window, the affected ones among them; 0 where there is nothing to count
 */
public record CourseDay(LocalDate day, long affected, long total) {

    /** Missing where there is nothing to count. */
    public Optional<Rate> rate() {
        return total == 0 ? Optional.empty() : Optional.of(new Rate(affected, total));
    }
}
