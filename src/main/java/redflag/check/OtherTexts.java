package redflag.check;

import java.util.ArrayList;
import java.util.List;
import redflag.plan.Reason;

/** What a draft is held against beside itself: the report, earlier submissions, texts of other stores. */
final class OtherTexts {

    private final Letter letter;
    private final Reason reason;
    private final Background background;

    OtherTexts(Letter letter, Reason reason, Background background) {
        this.letter = letter;
        this.reason = reason;
        this.background = background;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        background.report().ifPresent(report -> findings.addAll(new Contradictions(letter, reason).of(report)));
        Earlier earlier = new Earlier(letter, reason);
        background.earlier().forEach(filed -> findings.addAll(earlier.findings(filed)));
        Copies copies = new Copies(letter);
        findings.addAll(copies.findings(background.others()));
        return findings;
    }
}
