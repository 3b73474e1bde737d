package redflag.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redflag.notices.Alike;
import redflag.notices.Clock;
import redflag.notices.Notice;
import redflag.words.Messages;

/** What follows from notices: one step for each that has a day, and one for all others of a state. */
final class NoticeSteps {

    private NoticeSteps() {}

    static List<Step> of(RiskReport report, Messages messages) {
        List<Notice> open = report.notices().open();
        List<Step> steps = new ArrayList<>();
        open.stream()
                .filter(notice -> notice.clock().due().isPresent())
                .forEach(notice -> steps.add(new Step(
                        NoticeWords.todo(notice, messages), notice.clock().due(), NoticesSheet.NAME)));
        add(
                steps,
                "summary.step.notices-without-day",
                open.stream()
                        .filter(notice -> notice.clock().state() == Clock.State.NOT_KNOWN)
                        .count(),
                messages);
        add(
                steps,
                "summary.step.ask-amazon",
                open.stream()
                        .filter(notice -> notice.clock().isToBeAsked(report.asOf()))
                        .count(),
                messages);
        report.notices().alike().stream()
                .filter(Alike::isAtLimit)
                .forEach(alike -> steps.add(new Step(NoticeWords.alike(alike, messages), NoticesSheet.NAME)));
        return steps;
    }

    private static void add(List<Step> steps, String key, long count, Messages messages) {
        if (count > 0) {
            steps.add(new Step(
                    messages.text(key, Map.of("count", count, "sheet", messages.text(NoticesSheet.NAME))),
                    NoticesSheet.NAME));
        }
    }
}
