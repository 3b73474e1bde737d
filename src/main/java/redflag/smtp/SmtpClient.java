package redflag.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** Hands messages to one server, each to one recipient over a connection of its own. Nothing is sent twice. */
public final class SmtpClient {

    private static final Pattern ADDRESS = Pattern.compile("[!-~&&[^<>@]]+@([!-~&&[^<>@]]+)");

    private final SmtpServer server;
    private final Session session;

    /** @throws IllegalArgumentException if the file of trusted certificates cannot be read; says why */
    public SmtpClient(SmtpServer server) {
        this.server = server;
        session = Session.getInstance(properties(server));
    }

    private static Properties properties(SmtpServer server) {
        Properties properties = new Properties();
        String timeout = String.valueOf(server.timeout().toMillis());
        properties.setProperty("mail.smtp.connectiontimeout", timeout);
        properties.setProperty("mail.smtp.timeout", timeout);
        properties.setProperty("mail.smtp.writetimeout", timeout);
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(server.security() == SmtpServer.Security.TLS));
        properties.setProperty(
                "mail.smtp.starttls.required", String.valueOf(server.security() == SmtpServer.Security.STARTTLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        // or a certificate that the file does not trust would be shown to Java's own list next
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        server.trusted()
                .ifPresent(pem -> properties.put(
                        "mail.smtp.ssl.socketFactory",
                        TrustedCertificates.of(pem).getSocketFactory()));
        return properties;
    }

    /**
     * Hands over the message, without its Bcc header, and says what came of it; throws for nothing that a server does.
     *
     * @param message finished ({@link MimeMessage#saveChanges}) and of 7-bit bytes alone: 8BITMIME is not used
     * @param from where the server reports to if it cannot deliver; its domain introduces us. Plain ASCII
     * @param to the one recipient, whatever the headers say. Plain ASCII
     * @throws IllegalArgumentException if the message cannot be written, or an address is not one that SMTP carries
     */
    public Handover hand(MimeMessage message, String from, String to) {
        String ownName = domain(from);
        domain(to);
        byte[] bytes = bytes(message);
        Conversation conversation = new Conversation(server, session);
        try {
            conversation.open(ownName);
            return conversation.hand(bytes, from, to);
        } catch (MessagingException | IOException e) {
            return conversation.brokeOff(e);
        } finally {
            conversation.end();
        }
    }

    /**
     * Connects, turns to TLS, logs in, offers a message from this sender and leaves without one.
     *
     * @param from as in {@link #hand}
     * @return empty if all is well, else why not, in one line
     */
    public Optional<String> logIn(String from) {
        String ownName = domain(from);
        Conversation conversation = new Conversation(server, session);
        try {
            conversation.open(ownName);
            return conversation.offer(from);
        } catch (MessagingException e) {
            return Optional.of(conversation.why(e));
        } finally {
            conversation.end();
        }
    }

    private static String domain(String address) {
        var matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an address that SMTP carries: " + address);
        }
        return matcher.group(1);
    }

    private static byte[] bytes(MimeMessage message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            message.writeTo(out, new String[] {"Bcc"});
        } catch (MessagingException | IOException e) {
            throw new IllegalArgumentException("the message cannot be written: " + e.getMessage(), e);
        }
        byte[] bytes = out.toByteArray();
        for (byte b : bytes) {
            if (b < 0) {
                throw new IllegalArgumentException("the message is not of 7-bit bytes alone");
            }
        }
        return bytes;
    }
}
