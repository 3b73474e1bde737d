package redflag.delivery;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Properties;

/**
 * A message as it travels (RFC 5322, 2045): every line is 7-bit and short, names of files in any language stand as RFC 2231
 * has them, and nothing but what it is made of decides its bytes. A mail program shows the HTML body, one without HTML the
 * text; neither loads anything from anywhere.
 */
final class Mime {

    private static final Session SESSION = Session.getInstance(new Properties());
    /** As RFC 5322 has it; in UTC, wherever the program runs. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private static final int ID_LENGTH = 32;
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private Mime() {}

    /**
     * @param id with its angle brackets
     * @param date when the message was first meant to go out
     * @param job whose messages these are
     */
    static MimeMessage of(Message message, MailSettings settings, String id, Instant date, String job)
            throws IOException {
        try {
            MimeMultipart bodies = new Parts("alternative", id);
            bodies.addBodyPart(body(message.text(), "plain"));
            bodies.addBodyPart(body(message.html(), "html"));
            MimeBodyPart both = new MimeBodyPart();
            both.setContent(bodies);
            MimeMultipart all = new Parts("mixed", id);
            all.addBodyPart(both);
            for (Attachment attachment : message.enclosures().attachments()) {
                all.addBodyPart(file(attachment));
            }
            Fixed mime = new Fixed(id);
            mime.setFrom(settings.from());
            mime.setRecipient(
                    RecipientType.TO, new InternetAddress(message.recipient().address(), true));
            InternetAddress[] replyTo = {settings.replyTo().orElse(settings.from())};
            mime.setReplyTo(replyTo);
            mime.setSubject(Composer.oneLine(message.subject()), UTF_8);
            mime.setHeader("Date", DATE.format(date.atOffset(ZoneOffset.UTC)));
            // RFC 3834, and the same for Outlook's servers: no out-of-office replies
            mime.setHeader("Auto-Submitted", "auto-generated");
            mime.setHeader("X-Auto-Response-Suppress", "All");
            mime.setHeader("List-Id", "<" + job + ".redflag." + domain(settings.from()) + ">");
            mime.setHeader(
                    "List-Unsubscribe", "<mailto:" + replyTo[0].getAddress() + "?subject=unsubscribe%20" + job + ">");
            mime.setContent(all);
            mime.saveChanges();
            return mime;
        } catch (MessagingException e) {
            throw new IOException(
                    "can't write the message to " + message.recipient().address() + ": " + e.getMessage(), e);
        }
    }

    /** A Message-ID that is the same for the same parts. */
    static String id(MailSettings settings, String... parts) {
        byte[] digest = Message.sha256().digest(String.join("|", parts).getBytes(StandardCharsets.UTF_8));
        return "<" + HexFormat.of().formatHex(digest).substring(0, ID_LENGTH) + ".redflag@" + domain(settings.from())
                + ">";
    }

    /** What is right of the at sign. */
    private static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
    }

    private static MimeBodyPart body(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        String encoding = MimeUtility.getEncoding(part.getDataHandler());
        // lines of any length, and none that begins with "From"
        part.setHeader("Content-Transfer-Encoding", encoding.equals("base64") ? encoding : "quoted-printable");
        return part;
    }

    private static MimeBodyPart file(Attachment attachment) throws MessagingException, UnsupportedEncodingException {
        MimeBodyPart part = new MimeBodyPart();
        ParameterList parameters = new ParameterList();
        parameters.set("name", attachment.name(), UTF_8);
        String[] type = attachment.mediaType().split("/");
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.bytes(), attachment.mediaType())));
        part.setHeader("Content-Type", new ContentType(type[0], type[1], parameters).toString());
        part.setDisposition(jakarta.mail.Part.ATTACHMENT);
        part.setFileName(attachment.name());
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** With an id of ours, also after {@code saveChanges}. */
    private static final class Fixed extends MimeMessage {

        private final String id;

        Fixed(String id) {
            super(SESSION);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    /** With a boundary that is no matter of chance; it can't stand in a part, for none of those holds a line with {@code =_}. */
    private static final class Parts extends MimeMultipart {

        Parts(String subtype, String id) throws MessagingException {
            super(subtype);
            ContentType type = new ContentType(getContentType());
            type.setParameter("boundary", "=_" + subtype + "_" + Integer.toHexString(id.hashCode()));
            contentType = type.toString();
        }
    }
}
