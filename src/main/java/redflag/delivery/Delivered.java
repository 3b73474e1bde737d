package redflag.delivery;

import java.util.Optional;
import redflag.history.MailState;

/**
 * What came of a recipient's message of a night.
 *
 * @param state missing where there was none to send, or none was asked for
 * @param detail what the server said, where the file is, or why nothing was sent
 * @param isNew whether this run handed it over; false for one that had been before
 */
public record Delivered(String recipient, Optional<MailState> state, String detail, boolean isNew) {

    /** Whether there is nothing left to do about it. */
    public boolean isSettled() {
        return state.isEmpty() || state.get() == MailState.HANDED_OVER;
    }
}
