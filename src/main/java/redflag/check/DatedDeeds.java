package redflag.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import redflag.check.Letter.Sentence;

/** Days that cannot be: no calendar has them, or what is told as done was not done yet. */
final class DatedDeeds {

    /** A day without a year is one of the coming weeks only where it is near; else it may be one of the year before. */
    private static final int NEAR = 31;

    /** Another clause says something else, such as when a thing that was ordered comes. */
    private static final Pattern CLAUSE = Pattern.compile("[;:]|,? (?=which |who |that |so that |and will |to be )");

    private final Letter letter;
    private final Optional<LocalDate> today;
    private final List<Finding> findings = new ArrayList<>();

    /** @param today the last day on which anything can have been done; without it no deed is judged */
    DatedDeeds(Letter letter, Optional<LocalDate> today) {
        this.letter = letter;
        this.today = today;
    }

    List<Finding> findings() {
        letter.sentences().forEach(sentence -> {
            Figures.impossibleDays(sentence.text()).stream()
                    .findFirst()
                    .ifPresent(day -> findings.add(Finding.at(sentence, Rule.IMPOSSIBLE_DAY, Map.of("day", day))));
            today.ifPresent(last -> future(sentence, last));
        });
        return findings;
    }

    private void future(Sentence sentence, LocalDate last) {
        Stream.of(CLAUSE.split(sentence.text(), -1))
                .flatMap(clause -> Figures.daysOf(clause).stream()
                        .filter(day -> isTold(clause, day))
                        .map(day -> dated(day, last)))
                .filter(day -> day.isAfter(last))
                .findFirst()
                .ifPresent(day ->
                        findings.add(Finding.at(sentence, Rule.DEED_IN_THE_FUTURE, Map.of("day", day, "today", last))));
    }

    /** Whether the clause says of this day that something was done on it, or has been so since. */
    private static boolean isTold(String clause, Figures.Day day) {
        String before = clause.substring(0, day.start());
        return endsWith(Phrases.of("since"), before)
                || Phrases.of("past").in(clause)
                        && !Phrases.of("planned").in(clause)
                        && !endsWith(Phrases.of("until"), before);
    }

    private static boolean endsWith(Phrases words, String before) {
        return words.all(before).stream()
                .anyMatch(match -> before.substring(match.end()).isBlank());
    }

    private static LocalDate dated(Figures.Day day, LocalDate last) {
        if (day.year()) {
            return day.day();
        }
        LocalDate coming = day.day().withYear(last.getYear());
        LocalDate next = coming.isBefore(last) ? day.day().withYear(last.getYear() + 1) : coming;
        return next.isAfter(last.plusDays(NEAR)) ? coming.minusYears(1) : next;
    }
}
