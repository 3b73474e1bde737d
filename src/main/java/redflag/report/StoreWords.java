package redflag.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redflag.words.Messages;

/**
 * What a report says in brief, in one language.
 *
 * @param headline the verdict in one sentence
 * @param steps what follows from the report, what is due soon first, each with its day
 * @param deadlines the days by which something is due or breaks, the next first; empty where none is known
 * @param readiness of an account that has not begun, how far its papers are; empty for any other
 */
public record StoreWords(String headline, List<String> steps, String deadlines, String readiness) {

    private static final int MOST_STEPS = 6;

    public StoreWords {
        steps = List.copyOf(steps);
    }

    /** In every language in which somebody may read of the store. */
    static Map<String, StoreWords> of(RiskReport report) {
        Map<String, StoreWords> inAll = new HashMap<>();
        for (String language : Messages.languages()) {
            ReportWords words = new ReportWords(Messages.forLanguage(language));
            inAll.put(
                    language,
                    new StoreWords(
                            words.headline(report),
                            NextSteps.texts(report, words, MOST_STEPS),
                            Deadlines.told(report, words),
                            report.documents()
                                    .readiness()
                                    .map(checklist -> DocumentWords.readinessInBrief(checklist, words.messages()))
                                    .orElse("")));
        }
        return inAll;
    }
}
