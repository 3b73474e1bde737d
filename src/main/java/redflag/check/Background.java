package redflag.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a draft is held against beside the rules of writing.
 *
 * @param report of the store, the one that {@code choice} says
 * @param choice why this one
 * @param statedDay the day as of which the draft says that it speaks
 * @param today the day after which nothing can have been done yet: the one that was given, else that of the newest report
 * @param earlier what was submitted for the store before, on the same reason
 * @param others texts of other stores
 * @param remarks what could not be read, for the reader
 */
public record Background(
        Optional<StoreReport> report,
        Choice choice,
        Optional<LocalDate> statedDay,
        Optional<LocalDate> today,
        List<Filed> earlier,
        List<Filed> others,
        List<String> remarks) {

    /** Which of a store's reports a draft is held against. */
    public enum Choice {
        /** That of the day as of which the draft says that it speaks. */
        STATED_DAY,
        /** The newest one that measures over the days which the draft names. */
        STATED_WINDOW,
        /** The newest, since the draft says nothing of the kind or nothing that a report has. */
        NEWEST
    }

    public Background {
        earlier = List.copyOf(earlier);
        others = List.copyOf(others);
        remarks = List.copyOf(remarks);
    }

    /** A text of a store. @param name of the file */
    public record Filed(String store, String name, Letter letter) {}

    public static Background none() {
        return new Background(
                Optional.empty(), Choice.NEWEST, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());
    }
}
