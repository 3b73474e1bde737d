package redflag.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something to do that follows from a report.
 *
 * @param due the last day for it, or the day on which something breaks; missing where the report knows none
 * @param sheet key of the sheet that says more
 */
record Step(String text, Optional<LocalDate> due, String sheet) {

    /** So many days ahead something is due soon. */
    private static final int SOON = 7;

    Step(String text, String sheet) {
        this(text, Optional.empty(), sheet);
    }

    /** What is due soon, by its day; then the others as they are. */
    static List<Step> inOrder(List<Step> steps, LocalDate asOf) {
        return steps.stream()
                .sorted(Comparator.comparing((Step step) ->
                        step.due().filter(day -> isSoon(day, asOf)).orElse(LocalDate.MAX)))
                .toList();
    }

    /** Whether it is within the days that come first, or over. */
    static boolean isSoon(LocalDate day, LocalDate asOf) {
        return !day.isAfter(asOf.plusDays(SOON));
    }

    static int soonDays() {
        return SOON;
    }
}
