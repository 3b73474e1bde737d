package redflag.job;

import java.util.Locale;
import redflag.delivery.Delivered;
import redflag.history.MailState;

/** What came of a message, in a few words: to whom, how far it got, and what the server said or why nothing was sent. */
public final class MailLine {

    private MailLine() {}

    public static String of(Delivered message) {
        String state = message.state().map(MailState::words).orElse("not sent");
        String detail = message.state().isEmpty() ? words(message.detail()) : message.detail();
        return message.recipient() + " (" + state + "): " + detail;
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
