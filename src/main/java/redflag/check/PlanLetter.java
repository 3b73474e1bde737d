package redflag.check;

import java.util.ArrayList;
import java.util.List;
import redflag.plan.Plan;

/** A plan as the letter that it becomes. */
public final class PlanLetter {

    private final List<LetterParser.Line> lines = new ArrayList<>();
    private String part = "";

    PlanLetter() {}

    /** @param proofs of what was done, as they stand in its annex */
    public static Letter of(Plan plan, List<String> proofs) {
        PlanLetter letter = new PlanLetter();
        letter.add("issue", plan.issue());
        letter.add("root cause", plan.rootCauses());
        letter.add("action", plan.actionsTaken());
        letter.add("prevention", plan.prevention());
        letter.add("other metric", plan.otherMetrics());
        proofs.forEach(proof -> letter.add("evidence", 0, proof));
        return letter.read("");
    }

    /** A second paragraph of the same number goes with the first, as in the document. */
    private void add(String heading, List<Plan.Paragraph> paragraphs) {
        int last = 0;
        for (Plan.Paragraph paragraph : paragraphs) {
            add(heading, paragraph.number() == last ? 0 : paragraph.number(), paragraph.text());
            last = paragraph.number();
        }
    }

    /** @param heading as it is known for the part */
    void add(String heading, int number, String text) {
        if (!heading.equals(part)) {
            lines.add(new LetterParser.Line(true, 0, heading));
            part = heading;
        }
        lines.add(new LetterParser.Line(false, number, text));
        lines.add(new LetterParser.Line(false, 0, ""));
    }

    Letter read(String name) {
        return LetterParser.parse(name, lines);
    }
}
