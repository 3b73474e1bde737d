package redflag.notices;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import redflag.basics.Store;
import redflag.calendar.WorkingDays;
import redflag.ledger.Code;
import redflag.ledger.NoticeRow;

/**
 * Until when something is to be done about a notice: src/docs/notices.md#until-when. Days are of the store's marketplace.
 *
 * @param day the last day to answer; with Amazon, the day from which on to ask, where it is known when it was sent
 * @param stated whether the notice states the day; otherwise it is what is usual
 */
public record Clock(State state, Optional<LocalDate> day, boolean stated) {

    /** In the order in which they matter. */
    public enum State {
        /** The day is over. */
        OVERDUE,
        DUE,
        /** Something is to be done, and nobody knows until when. */
        NOT_KNOWN,
        /** Amazon takes no appeal. */
        NO_APPEAL,
        /** The banner has no button yet: nothing to submit. */
        NOTHING_TO_SUBMIT,
        /** It is Amazon's turn. */
        WITH_AMAZON,
        /** Nothing is to be done any more. */
        OVER
    }

    /** Within 72 hours of a notice that came on an unknown hour of a day: over on the third day, as it begins at the earliest. */
    private static final int DAYS_OF_72_HOURS = 3;

    private static final int WORKING_DAYS_TO_WAIT = 5;
    private static final Set<Code> OVER = EnumSet.of(Code.CLOSED, Code.NOT_NEEDED);
    private static final Set<Code> WITH_AMAZON = EnumSet.of(Code.SENT, Code.ANSWERED);

    static Clock of(
            NoticeRow row,
            Optional<NoticeKind> kind,
            List<Exchange> submitted,
            List<Exchange> answered,
            Store store,
            LocalDate asOf) {
        Optional<Code> state = row.state().code();
        Optional<Code> appeal = row.appeal().code();
        if (state.filter(OVER::contains).isPresent()) {
            return without(State.OVER);
        }
        boolean isAnswered = isAnswered(row, submitted, answered);
        if (state.filter(WITH_AMAZON::contains).isPresent() && !isAnswered) {
            String country = store.marketplace().country();
            return new Clock(
                    State.WITH_AMAZON,
                    Exchange.newest(submitted).map(day -> WorkingDays.after(day, WORKING_DAYS_TO_WAIT, country)),
                    false);
        }
        boolean isRefused = isAnswered || state.equals(Optional.of(Code.REFUSED));
        Optional<LocalDate> stated = row.deadline().filter(day -> !isRefused || isAfter(day, answered));
        if (stated.isPresent()) {
            return until(stated.get(), true, asOf);
        }
        if (appeal.equals(Optional.of(Code.NO_APPEAL))) {
            return without(State.NO_APPEAL);
        }
        if (appeal.equals(Optional.of(Code.NO_APPEAL_BUTTON))) {
            return without(State.NOTHING_TO_SUBMIT);
        }
        boolean isUsual = !isRefused
                && store.marketplace().isAmazons()
                && kind.filter(NoticeKind::isUsuallyOf72Hours).isPresent();
        return row.received()
                .filter(day -> isUsual)
                .map(day -> until(day.plusDays(DAYS_OF_72_HOURS), false, asOf))
                .orElseGet(() -> without(State.NOT_KNOWN));
    }

    /** Whether it is sent by its state, and Amazon's newest answer is not older than what was submitted last. */
    static boolean isAnswered(NoticeRow row, List<Exchange> submitted, List<Exchange> answered) {
        Optional<LocalDate> sent = Exchange.newest(submitted);
        return row.state().code().filter(WITH_AMAZON::contains).isPresent()
                && sent.isPresent()
                && Exchange.newest(answered)
                        .filter(day -> !day.isBefore(sent.get()))
                        .isPresent();
    }

    /** What Amazon has refused was sent: a day before its answer is no longer to be kept. */
    private static boolean isAfter(LocalDate day, List<Exchange> answered) {
        return Exchange.newest(answered).filter(day::isBefore).isEmpty();
    }

    private static Clock without(State state) {
        return new Clock(state, Optional.empty(), false);
    }

    private static Clock until(LocalDate day, boolean stated, LocalDate asOf) {
        return new Clock(day.isBefore(asOf) ? State.OVERDUE : State.DUE, Optional.of(day), stated);
    }

    /** The last day to answer, also where it is over. */
    public Optional<LocalDate> due() {
        return day.filter(last -> state == State.DUE || state == State.OVERDUE);
    }

    /** Whether it was sent so long ago that Amazon may be asked. */
    public boolean isToBeAsked(LocalDate asOf) {
        return state == State.WITH_AMAZON
                && day.filter(from -> !from.isAfter(asOf)).isPresent();
    }
}
