package redflag.check;

import java.util.List;
import redflag.plan.Plan;

/** A drafted plan as somebody copies it out of the workbook. */
public final class PlanText {

    private PlanText() {}

    public static String of(Plan plan) {
        StringBuilder text = new StringBuilder(plan.title()).append('\n');
        append(text, "Issue", plan.issue());
        append(text, "Root causes", plan.rootCauses());
        append(text, "Actions taken", plan.actionsTaken());
        append(text, "Prevention", plan.prevention());
        append(text, "Other metrics of the account", plan.otherMetrics());
        text.append("\nEvidence\n");
        plan.evidence()
                .forEach(e -> text.append('[')
                        .append(e.number())
                        .append("] ")
                        .append(e.text())
                        .append('\n'));
        return text.toString();
    }

    /** Its findings as a letter, with nothing to hold it against. */
    public static List<Finding> findings(Plan plan) {
        return DraftCheck.check(
                LetterParser.parse("plan.txt", LetterFile.ofText(of(plan))), plan.reason(), Background.none());
    }

    /** As in the document: a second paragraph of a number stands below the first without it. */
    private static void append(StringBuilder text, String heading, List<Plan.Paragraph> paragraphs) {
        text.append('\n').append(heading).append('\n');
        int last = 0;
        for (Plan.Paragraph paragraph : paragraphs) {
            int number = paragraph.number();
            text.append(number == last ? "" : number + ". ")
                    .append(paragraph.text())
                    .append('\n');
            last = number;
        }
    }
}
