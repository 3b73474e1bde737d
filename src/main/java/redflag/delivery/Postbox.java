package redflag.delivery;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import redflag.smtp.Handover;
import redflag.smtp.SmtpClient;

/** Where finished messages go. */
interface Postbox {

    /**
     * Never throws for what the other side does.
     *
     * @param to the recipient's address
     * @param name of the message among those of its night
     */
    Handover put(MimeMessage message, String to, String name);

    /** @param night the night's folder in the reports folder */
    static Postbox of(MailSettings settings, Path night) {
        if (settings.server().isEmpty()) {
            return new FilePostbox(night.resolve("mail"));
        }
        SmtpClient client = new SmtpClient(settings.server().get());
        String from = settings.from().getAddress();
        return (message, to, name) -> client.hand(message, from, to);
    }
}
