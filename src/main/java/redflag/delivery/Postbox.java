package redflag.delivery;

import jakarta.mail.internet.MimeMessage;
import redflag.history.OutboxEntry;
import redflag.smtp.Handover;

/** Where finished messages go. */
interface Postbox {

    /** Never throws for what the other side does. */
    Handover put(MimeMessage message, OutboxEntry entry);
}
