package redflag.intake;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a job says of some of its exports, for whatever their content leaves open.
 *
 * @param files a glob over paths in the exports folder, such as {@code acme/**}
 * @param kind id of the kind that they are of
 * @param charset name of the charset that they are written in
 * @param store id of the store whose they are
 */
public record ReadingRule(
        String files,
        Optional<String> kind,
        Optional<String> charset,
        Optional<DateOrder> dateOrder,
        Optional<DecimalSign> decimalSign,
        Optional<String> store) {

    /** Whether it speaks of the file. @param path in the exports folder */
    public boolean isOf(String path) {
        return FileSystems.getDefault().getPathMatcher("glob:" + files).matches(Path.of(path));
    }

    /** The same, and where it says nothing, what {@code earlier} says. */
    ReadingRule over(ReadingRule earlier) {
        return new ReadingRule(
                files,
                kind.or(earlier::kind),
                charset.or(earlier::charset),
                dateOrder.or(earlier::dateOrder),
                decimalSign.or(earlier::decimalSign),
                store.or(earlier::store));
    }

    static ReadingRule none() {
        return new ReadingRule(
                "**", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
