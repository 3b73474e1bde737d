package redflag.notices;

import java.util.List;
import java.util.Optional;
import redflag.basics.Remark;
import redflag.ledger.NoticeRow;

/**
 * A notice as it stands on the as-of date.
 *
 * @param row what is on file of it
 * @param kind missing where nobody knows the word
 * @param remarks what is to be known of it besides
 */
public record Notice(
        NoticeRow row,
        Optional<NoticeKind> kind,
        Clock clock,
        List<Exchange> submitted,
        List<Exchange> answered,
        List<Remark> remarks) {

    public Notice {
        submitted = List.copyOf(submitted);
        answered = List.copyOf(answered);
        remarks = List.copyOf(remarks);
    }

    /** Whether it is not over; also while it is with Amazon. */
    public boolean isOpen() {
        return clock.state() != Clock.State.OVER;
    }
}
