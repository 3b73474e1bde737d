package redflag.packs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redflag.basics.StoreId;
import redflag.check.Letter;
import redflag.check.LetterFile;
import redflag.check.Submissions;
import redflag.check.UnreadableLetter;
import redflag.notices.Exchange;
import redflag.notices.Notice;
import redflag.plan.Reason;

/**
 * Finds the letter that was sent last for a notice: the file that the newest entry under <i>submitted</i> names; else the one
 * whose name has the notice's id; else, where the store has no other notice of the reason, one that speaks of it. Of several
 * the newest by the day in its name counts, which may not be after the day of the last submission or of the report.
 * Times of files say nothing: a copy has that of copying.
 */
final class LastLetters {

    private static final Pattern DAY = Pattern.compile("(?<!\\d)20\\d\\d-\\d\\d-\\d\\d(?!\\d)");
    private static final String LETTER = "-pack-letter-";

    private final Submissions submissions;
    private final StoreId store;
    private final List<Notice> notices;
    private final LocalDate asOf;

    /** @param notices all of the store */
    LastLetters(Submissions submissions, StoreId store, List<Notice> notices, LocalDate asOf) {
        this.submissions = submissions;
        this.store = store;
        this.notices = List.copyOf(notices);
        this.asOf = asOf;
    }

    /** @param sent the newest entry */
    LastLetter of(Notice notice, Optional<Reason> reason, Optional<Exchange> sent) {
        List<Path> files;
        try {
            files = submissions.of(store);
        } catch (IOException e) {
            return LastLetter.notFound(LastLetter.State.UNREADABLE, List.of());
        }
        List<Path> named = files.stream()
                .filter(file ->
                        sent.filter(entry -> hasWord(entry.note(), name(file))).isPresent())
                .toList();
        if (!named.isEmpty()) {
            return newest(named);
        }
        LocalDate until = sent.flatMap(Exchange::on).filter(asOf::isAfter).orElse(asOf);
        List<Path> own = files.stream()
                .filter(file -> isNamedAfter(file, notice))
                .filter(file -> day(file).filter(until::isBefore).isEmpty())
                .toList();
        if (!own.isEmpty() || reason.isEmpty() || !isAlone(notice)) {
            return newest(own);
        }
        List<Path> about = files.stream()
                .filter(file -> notices.stream().noneMatch(other -> isNamedAfter(file, other)))
                .filter(file -> day(file).filter(until::isBefore).isEmpty())
                .filter(file -> speaksOf(file, reason.get()))
                .toList();
        return newest(about);
    }

    private boolean isAlone(Notice notice) {
        return notices.stream()
                .filter(other -> other.kind().equals(notice.kind()))
                .allMatch(notice::equals);
    }

    /** The name of a longer id may have that of this one in it. */
    private boolean isNamedAfter(Path file, Notice notice) {
        String id = PackDesk.name(notice.row().id());
        return hasWord(name(file), id)
                && notices.stream()
                        .map(other -> PackDesk.name(other.row().id()))
                        .filter(other -> other.length() > id.length() && hasWord(other, id))
                        .noneMatch(other -> hasWord(name(file), other));
    }

    private static boolean hasWord(String text, String word) {
        String bounded = "(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])";
        return Pattern.compile(bounded, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .find();
    }

    private static boolean speaksOf(Path file, Reason reason) {
        try {
            return Submissions.isAbout(LetterFile.read(file), reason);
        } catch (UnreadableLetter e) {
            return false;
        }
    }

    private static LastLetter newest(List<Path> files) {
        Optional<LocalDate> day =
                files.stream().flatMap(file -> day(file).stream()).max(Comparator.naturalOrder());
        List<Path> last = new ArrayList<>(
                files.stream().filter(file -> day(file).equals(day)).toList());
        if (last.size() > 1 && last.stream().anyMatch(file -> name(file).contains(LETTER))) {
            last.removeIf(file -> !name(file).contains(LETTER));
        }
        List<String> names = last.stream().map(LastLetters::name).toList();
        if (last.size() != 1) {
            return LastLetter.notFound(last.isEmpty() ? LastLetter.State.NOT_ON_FILE : LastLetter.State.SEVERAL, names);
        }
        try {
            Letter letter = LetterFile.read(last.get(0));
            return new LastLetter(LastLetter.State.FOUND, names, Optional.of(letter));
        } catch (UnreadableLetter e) {
            return LastLetter.notFound(LastLetter.State.UNREADABLE, names);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** The last day in its name. */
    private static Optional<LocalDate> day(Path file) {
        Optional<LocalDate> last = Optional.empty();
        Matcher days = DAY.matcher(name(file));
        while (days.find()) {
            try {
                last = Optional.of(LocalDate.parse(days.group()));
            } catch (DateTimeException e) {
                // no calendar has it
            }
        }
        return last;
    }
}
