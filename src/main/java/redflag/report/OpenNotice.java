package redflag.report;

import java.time.LocalDate;
import java.util.Optional;
import redflag.notices.Clock;
import redflag.notices.Notice;

/**
 * A notice that is not over.
 *
 * @param id what the agency calls it by
 * @param reason in words
 * @param title empty where it has none
 * @param due the last day to answer it, also where that is over; missing where none is known, or it is Amazon's turn
 * @param stated whether the notice states that day; otherwise it is what is usual
 */
public record OpenNotice(String id, String reason, String title, Optional<LocalDate> due, boolean stated) {

    static OpenNotice of(Notice notice, ReportWords words) {
        Clock clock = notice.clock();
        return new OpenNotice(
                notice.row().id(),
                NoticeWords.reason(notice, words.messages()),
                notice.row().title().orElse(""),
                clock.due(),
                clock.stated());
    }
}
