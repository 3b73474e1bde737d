package redflag.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import redflag.basics.Period;
import redflag.check.Letter.Part;
import redflag.check.Letter.Sentence;
import redflag.plan.Reason;

/**
 * Which night a draft was written against, by its own words.
 *
 * @param asOf the day behind <i>as of</i> or <i>report of</i>, where it states the problem; elsewhere that may be a deed's
 * @param windows from when to when it says that the metric was so
 */
record StatedDays(Optional<LocalDate> asOf, List<Period> windows) {

    /** A window ends on its night at the latest; that of orders which must come of age, a few weeks before. */
    private static final int MOST_DAYS_SINCE_A_WINDOW = 60;

    private static final Part[] PARTS = {Part.OPENING, Part.ISSUE, Part.CAUSES};

    static StatedDays of(Letter letter, Reason reason) {
        return new StatedDays(
                letter.sentences(Part.OPENING, Part.ISSUE)
                        .flatMap(sentence -> asOf(sentence.text()))
                        .findFirst(),
                letter.sentences(PARTS)
                        .map(Sentence::text)
                        .filter(text -> Subject.isNamedIn(text, reason))
                        .flatMap(text -> Figures.periods(text).stream())
                        .toList());
    }

    private static Stream<LocalDate> asOf(String text) {
        Phrases words = Phrases.of("as-of");
        return Figures.daysOf(text).stream()
                .filter(Figures.Day::year)
                .filter(day -> words.all(text).stream()
                        .anyMatch(match -> match.end() <= day.start()
                                && text.substring(match.end(), day.start()).isBlank()))
                .map(Figures.Day::day);
    }

    boolean isOf(StoreReport report) {
        return windows.stream().anyMatch(report.windows()::contains);
    }

    /** Whether a night of this day can measure over one of the windows. */
    boolean mayBeOf(LocalDate night) {
        return windows.stream()
                .anyMatch(window -> !night.isBefore(window.to())
                        && night.isBefore(window.to().plusDays(MOST_DAYS_SINCE_A_WINDOW)));
    }
}
