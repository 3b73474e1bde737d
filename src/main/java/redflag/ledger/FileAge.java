package redflag.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/**
 * By what one of several files is the newest. The day on which it was written comes first, if it is known of all of them:
 * a list without rows, or with fewer, may be the newer one. Then the newest day that its rows tell of, then the number of
 * rows, then the greater content hash.
 *
 * @param writtenOn in the store's zone, where it is known
 * @param newestRow {@link LocalDate#MIN} without a row
 */
record FileAge(Optional<LocalDate> writtenOn, LocalDate newestRow, int rows, String sha256) {

    private static final Comparator<FileAge> BY_ROWS = Comparator.comparing(FileAge::newestRow)
            .thenComparing(FileAge::rows)
            .thenComparing(FileAge::sha256)
            .reversed();

    private static final Comparator<FileAge> BY_FILE = Comparator.comparing(
                    (FileAge age) -> age.writtenOn().orElse(LocalDate.MIN))
            .reversed()
            .thenComparing(BY_ROWS);

    /** @param all that are compared */
    static <T> Comparator<T> newestFirst(Collection<T> all, Function<T, FileAge> age) {
        boolean areDated =
                all.stream().allMatch(one -> age.apply(one).writtenOn().isPresent());
        return Comparator.comparing(age, areDated ? BY_FILE : BY_ROWS);
    }
}
