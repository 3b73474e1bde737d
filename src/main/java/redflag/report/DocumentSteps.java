package redflag.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import redflag.notices.Clock;
import redflag.notices.Notice;
import redflag.words.Messages;

/** What follows from papers: one step for each notice that lacks some, and one for an account that has not begun. */
final class DocumentSteps {

    /** Nothing can be sent just now. */
    private static final Set<Clock.State> NOT_NOW = EnumSet.of(Clock.State.WITH_AMAZON, Clock.State.NO_APPEAL);

    private DocumentSteps() {}

    static List<Step> of(RiskReport report, Messages messages) {
        List<Step> steps = new ArrayList<>();
        for (Notice notice : report.notices().open()) {
            if (NOT_NOW.contains(notice.clock().state())) {
                continue;
            }
            Optional<LocalDate> due = notice.clock().due();
            Optional.ofNullable(report.documents().checklists().get(notice.row().id()))
                    .flatMap(checklist -> DocumentWords.todo(checklist, messages))
                    .ifPresent(text -> steps.add(new Step(text, due, DocumentsSheet.NAME)));
        }
        report.documents()
                .readiness()
                .ifPresent(checklist ->
                        steps.add(new Step(DocumentWords.readiness(checklist, messages), DocumentsSheet.NAME)));
        return steps;
    }
}
