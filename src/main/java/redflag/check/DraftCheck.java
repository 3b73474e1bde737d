package redflag.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import redflag.plan.Reason;

/** Holds a draft against every rule. Says nothing of what it cannot know: whether what the draft states is true. */
public final class DraftCheck {

    private DraftCheck() {}

    /** The findings, grounds for refusal first, then in the order of {@link Rule} and of the text. */
    public static List<Finding> check(Letter letter, Reason reason, Background background) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(new WholeLetter(letter, reason).findings());
        findings.addAll(new Measures(letter, reason).findings());
        findings.addAll(new Tone(letter).findings());
        findings.addAll(new DatedDeeds(letter, background.today()).findings());
        findings.addAll(new OtherTexts(letter, reason, background).findings());
        findings.sort(Comparator.comparing((Finding finding) -> finding.rule().severity())
                .thenComparing(Finding::rule)
                .thenComparingInt(
                        finding -> finding.at().map(Finding.Place::sentence).orElse(0)));
        return findings;
    }
}
