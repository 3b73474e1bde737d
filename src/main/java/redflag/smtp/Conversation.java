package redflag.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** One conversation with a server about one message, which knows how far it got. */
final class Conversation extends SMTPTransport {

    private static final String FINAL_DOT = ".";
    private static final Pattern VERB = Pattern.compile("^[A-Z]+( FROM| TO)?");
    /** The server shuts down (RFC 5321); wants a login, a stronger one, another one or one under TLS (RFC 4954). */
    private static final Set<Integer> ABOUT_THE_SERVER = Set.of(421, 530, 534, 535, 538);

    private final SmtpServer server;
    private final Quotes quotes;
    /** What was said last but goodbye; empty before the server has greeted. */
    private String said = "";

    private boolean aboutTheMessage;
    private boolean finalDotSaid;

    Conversation(SmtpServer server, Session session) {
        super(session, null);
        this.server = server;
        quotes = new Quotes(server.login());
    }

    /** Connects, turns to TLS and logs in, as far as the server's settings ask for it. */
    void open(String ownName) throws MessagingException {
        setLocalHost(ownName);
        connect(
                server.host(),
                server.port(),
                server.login().map(SmtpServer.Login::user).orElse(null),
                server.login().map(login -> login.password().text()).orElse(null));
        if (server.login().isPresent() && !supportsExtension("AUTH") && !supportsExtension("AUTH=LOGIN")) {
            throw new MessagingException("the server offers no login");
        }
    }

    /** Whether the server takes mail from this sender: empty if so, else what it says. */
    synchronized Optional<String> offer(String from) throws MessagingException {
        return simpleCommand("MAIL FROM:<" + from + ">") / 100 == 2 ? Optional.empty() : Optional.of(reply());
    }

    /** Hands the message over once the conversation is open. */
    synchronized Handover hand(byte[] message, String from, String to) throws MessagingException, IOException {
        aboutTheMessage = true;
        String size = supportsExtension("SIZE") ? " SIZE=" + message.length : "";
        if (simpleCommand("MAIL FROM:<" + from + ">" + size) / 100 != 2
                || simpleCommand("RCPT TO:<" + to + ">") / 100 != 2) {
            return answered();
        }
        try {
            OutputStream data = data();
            data.write(message);
            finishData();
        } catch (SMTPSendFailedException e) {
            return answered();
        }
        return answered();
    }

    private Handover answered() {
        int code = getLastReturnCode();
        if (finalDotSaid && code / 100 == 2) {
            return new Handover.Accepted(reply());
        }
        if (ABOUT_THE_SERVER.contains(code)) {
            return new Handover.NotNow(reply(), true);
        }
        if (code / 100 == 4) {
            return new Handover.NotNow(reply(), false);
        }
        return code / 100 == 5 ? new Handover.Refused(reply()) : nothingKnown(reply());
    }

    /** What came of it when the conversation broke off. */
    Handover brokeOff(Exception e) {
        return nothingKnown(why(e));
    }

    private Handover nothingKnown(String why) {
        return finalDotSaid ? new Handover.Unknown(why) : new Handover.NotNow(why, !aboutTheMessage);
    }

    /** Why the conversation broke off, in one line. */
    String why(Exception e) {
        Throwable root = e;
        boolean tls = false;
        while (root.getCause() != null) {
            root = root.getCause();
            tls |= root instanceof SSLException;
        }
        if (root instanceof SocketTimeoutException) {
            return at("no answer within " + seconds(server.timeout()) + " s");
        }
        if (root instanceof UnknownHostException) {
            return at("unknown host");
        }
        if (root != e) {
            return at((tls ? "TLS: " : "") + root.getMessage());
        }
        return getLastReturnCode() < 0 || getLastReturnCode() >= 400 ? reply() : at(String.valueOf(e.getMessage()));
    }

    private String reply() {
        if (getLastReturnCode() >= 0) {
            return quotes.reply(getLastServerResponse());
        }
        // what the library says at the end of the stream
        return at(
                getLastServerResponse().equals("[EOF]")
                        ? "the server closed the connection"
                        : "not an SMTP reply: " + quotes.reply(getLastServerResponse()));
    }

    private static String seconds(Duration timeout) {
        return BigDecimal.valueOf(timeout.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    private String at(String what) {
        return quotes.line(
                server.host() + ":" + server.port() + (said.isEmpty() ? "" : " after " + said) + ": " + what);
    }

    /** Says goodbye if anybody is there, and closes the connection. */
    void end() {
        try {
            close();
        } catch (MessagingException e) {
            // what came of the message is known by now
        }
    }

    /** Only for a server that does not know EHLO; another's answer to that would be hidden by the one to this. */
    @Override
    protected void helo(String domain) throws MessagingException {
        if (getLastReturnCode() / 100 != 5) {
            throw new MessagingException("no EHLO");
        }
        super.helo(domain);
    }

    @Override
    protected void sendCommand(String command) throws MessagingException {
        if (!command.equals("QUIT")) {
            finalDotSaid |= command.equals(FINAL_DOT);
            Matcher verb = VERB.matcher(command);
            said = verb.find() ? verb.group() : "the message";
        }
        super.sendCommand(command);
    }

    /** Leaves RSET out: there is no second message, and the reply to it would hide the one that matters. */
    @Override
    public synchronized void issueCommand(String command, int expected) throws MessagingException {
        if (!command.equals("RSET")) {
            super.issueCommand(command, expected);
        }
    }
}
