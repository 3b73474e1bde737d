package redflag.check;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import redflag.basics.Period;
import redflag.check.Letter.Part;
import redflag.check.Letter.Sentence;
import redflag.plan.Reason;

/**
 * Figures of a draft that the store's report gives otherwise. A figure is held against the report only where the sentence
 * itself says that it is the metric's, and of no other time; what the report does not have is not accused.
 */
final class Contradictions {

    private static final int BEFORE = 30;
    private static final Part[] PARTS = {Part.OPENING, Part.ISSUE, Part.CAUSES, Part.OTHER};

    private final Letter letter;
    private final Reason reason;

    Contradictions(Letter letter, Reason reason) {
        this.letter = letter;
        this.reason = reason;
    }

    List<Finding> of(StoreReport report) {
        List<Finding> findings = new ArrayList<>();
        letter.sentences(PARTS).forEach(sentence -> first(sentence, report).ifPresent(findings::add));
        return findings;
    }

    /** One a sentence: days first, for figures of other days are no contradiction. */
    private Optional<Finding> first(Sentence sentence, StoreReport report) {
        String text = sentence.text();
        boolean named = Subject.names(reason).in(text);
        boolean problem = named
                || sentence.part() == Part.ISSUE
                || (sentence.part() == Part.OPENING && Subject.symptoms(reason).in(text));
        List<Period> periods = Figures.periods(text);
        Optional<Period> foreign =
                periods.stream().filter(p -> !report.windows().contains(p)).findFirst();
        if (foreign.isPresent()) {
            boolean whole = named && !Figures.counts(text).isEmpty() || named && hasOwnRate(text);
            return whole
                            && !report.windows().isEmpty()
                            && !Phrases.of("other-time").in(text)
                    ? Optional.of(days(sentence, foreign.get(), report))
                    : Optional.empty();
        }
        if (!problem || isOfAnotherTime(text, periods, report)) {
            return Optional.empty();
        }
        return count(sentence, report).or(() -> named ? rate(sentence, report) : Optional.empty());
    }

    /** The day of the report itself is none. */
    private static boolean isOfAnotherTime(String text, List<Period> periods, StoreReport report) {
        long days = Figures.days(text).stream()
                .filter(day -> !periods.isEmpty() || !day.equals(report.asOf()))
                .count();
        return days > 2L * periods.size() || Phrases.of("other-time").in(Figures.withoutDays(text));
    }

    private Optional<Finding> count(Sentence sentence, StoreReport report) {
        if (report.counts().isEmpty()) {
            return Optional.empty();
        }
        return Figures.counts(sentence.text()).stream()
                .filter(count -> !report.has(count) && !report.isBreakdown(count))
                .findFirst()
                .map(count -> finding(
                        sentence,
                        report,
                        "count",
                        count.affected() + " of " + count.total(),
                        shown(
                                sentence,
                                report,
                                main -> main.counts().map(rate -> rate.affected() + " of " + rate.total()))));
    }

    private Optional<Finding> rate(Sentence sentence, StoreReport report) {
        if (report.rates().isEmpty()) {
            return Optional.empty();
        }
        return ownRates(sentence.text()).stream()
                .filter(rate -> !report.shows(rate))
                .findFirst()
                .map(rate -> finding(
                        sentence,
                        report,
                        "rate",
                        rate.percent().toPlainString() + " %",
                        shown(
                                sentence,
                                report,
                                main -> main.rate()
                                        .map(percent -> percent.setScale(2, RoundingMode.HALF_UP)
                                                        .toPlainString()
                                                + " %"))));
    }

    private static boolean hasOwnRate(String text) {
        return !ownRates(text).isEmpty();
    }

    /** Those that are no limit and no share of something else. */
    private static List<Figures.Percentage> ownRates(String text) {
        return Figures.percentages(text).stream()
                .filter(rate -> {
                    String before = text.substring(Math.max(0, rate.start() - BEFORE), rate.start());
                    String after = text.substring(rate.end()).stripLeading().toLowerCase(Locale.ROOT);
                    return !Phrases.of("limit").in(before) && !after.startsWith("of ");
                })
                .toList();
    }

    private static Finding days(Sentence sentence, Period stated, StoreReport report) {
        return finding(
                sentence,
                report,
                "days",
                stated.toString(),
                shown(sentence, report, main -> main.window().map(Period::toString)));
    }

    /** Of each reading that the sentence may mean; each once. */
    private static String shown(
            Sentence sentence, StoreReport report, Function<StoreReport.Main, Optional<String>> figure) {
        return report.mainOf(Figures.periods(sentence.text())).stream()
                .flatMap(main -> figure.apply(main).stream())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static Finding finding(Sentence sentence, StoreReport report, String kind, String stated, String reported) {
        return Finding.at(
                sentence,
                Rule.FIGURE_CONTRADICTS_REPORT,
                Map.of("kind", kind, "stated", stated, "reported", reported, "asOf", report.asOf()));
    }
}
