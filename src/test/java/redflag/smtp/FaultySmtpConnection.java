package redflag.smtp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import redflag.smtp.FaultySmtpServer.Action;
import redflag.smtp.FaultySmtpServer.Point;
import redflag.smtp.FaultySmtpServer.Received;

/** One connection to a {@link FaultySmtpServer}. */
final class FaultySmtpConnection {

    private final FaultySmtpServer server;
    private volatile Socket socket;
    private InputStream in;
    private boolean loggedIn;
    private String from = "";
    private String to = "";

    FaultySmtpConnection(FaultySmtpServer server, Socket socket) {
        this.server = server;
        this.socket = socket;
    }

    /** Until the client leaves or a rule ends it. */
    void talk() {
        try (Socket plain = socket) {
            in = new BufferedInputStream(plain.getInputStream());
            if (!answers(Point.GREETING, "220 faulty.example.com ESMTP")) {
                return;
            }
            boolean goesOn = true;
            while (goesOn) {
                String command = line();
                server.heard(command);
                goesOn = obey(command);
            }
        } catch (IOException e) {
            // the client left, or the test is over
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void die() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean obey(String command) throws IOException, InterruptedException {
        String[] words = command.split(" ", -1);
        switch (words[0]) {
            case "EHLO":
                return answers(Point.EHLO, greeting());
            case "HELO":
                say("250 faulty.example.com");
                return true;
            case "STARTTLS":
                return startTls();
            case "AUTH":
                return logIn(words);
            case "MAIL":
                from = address(command);
                return answers(Point.MAIL, wantsLogin() ? "530 5.7.0 Authentication required" : "250 2.1.0 ok");
            case "RCPT":
                to = address(command);
                return answers(Point.RCPT, "250 2.1.5 ok");
            case "DATA":
                return takeMessage();
            case "QUIT":
                say("221 2.0.0 bye");
                return false;
            default:
                say("502 5.5.2 not known here");
                return true;
        }
    }

    private String greeting() {
        boolean mayLogIn =
                server.login().isPresent() && (secure() || server.startTls().isEmpty());
        return "250-faulty.example.com\r\n250-8BITMIME\r\n"
                + (server.startTls().isPresent() && !secure() ? "250-STARTTLS\r\n" : "")
                + (mayLogIn ? "250-AUTH PLAIN LOGIN\r\n" : "")
                + "250 SIZE";
    }

    private boolean secure() {
        return socket instanceof SSLSocket;
    }

    private boolean wantsLogin() {
        return server.login().isPresent() && !loggedIn;
    }

    private boolean startTls() throws IOException, InterruptedException {
        Optional<SSLContext> certificate = server.startTls();
        if (certificate.isEmpty()) {
            say("502 5.5.1 not here");
            return true;
        }
        if (!answers(Point.STARTTLS, "220 2.0.0 go ahead")) {
            return false;
        }
        SSLSocket secure = (SSLSocket) certificate.get().getSocketFactory().createSocket(socket, null, true);
        secure.setUseClientMode(false);
        socket = secure;
        in = new BufferedInputStream(secure.getInputStream());
        return true;
    }

    private boolean logIn(String[] words) throws IOException, InterruptedException {
        Optional<SmtpServer.Login> login = server.login();
        List<String> said = words[1].equals("PLAIN")
                ? List.of(decoded(words.length > 2 ? words[2] : asked("")).split("\0", -1))
                : List.of("", decoded(asked("VXNlcm5hbWU6")), decoded(asked("UGFzc3dvcmQ6")));
        loggedIn = login.isPresent()
                && said.get(1).equals(login.get().user())
                && said.get(2).equals(login.get().password().text());
        return answers(Point.AUTH, loggedIn ? "235 2.7.0 welcome" : "535 5.7.8 not your password");
    }

    private String asked(String question) throws IOException {
        say("334 " + question);
        return line();
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private boolean takeMessage() throws IOException, InterruptedException {
        Optional<Action> first = ruled(Point.DATA);
        if (first.isPresent() && first.get() instanceof Action.Answer) {
            say(((Action.Answer) first.get()).reply());
            return true;
        }
        if (!survives(first)) {
            return false;
        }
        say("354 go ahead");
        if (!survives(ruled(Point.AFTER_354))) {
            return false;
        }
        String line = line();
        if (!survives(ruled(Point.MIDDLE))) {
            return false;
        }
        StringBuilder text = new StringBuilder();
        while (!line.equals(".")) {
            text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            line = line();
        }
        return finish(new Received(from, to, text.toString()));
    }

    private boolean finish(Received message) throws IOException, InterruptedException {
        Optional<Action> action = ruled(Point.FINAL_DOT);
        String reply = "250 2.0.0 taken";
        if (action.isPresent() && action.get() instanceof Action.Answer) {
            reply = ((Action.Answer) action.get()).reply();
        }
        if (reply.startsWith("2")) {
            server.keep(message);
        }
        if (!survives(action)) {
            return false;
        }
        say(reply);
        return survives(ruled(Point.AFTER_250));
    }

    /** Says what the rule says, or else this. Returns whether the conversation goes on. */
    private boolean answers(Point point, String usual) throws IOException, InterruptedException {
        Optional<Action> action = ruled(point);
        if (!survives(action)) {
            return false;
        }
        say(
                action.isPresent() && action.get() instanceof Action.Answer
                        ? ((Action.Answer) action.get()).reply()
                        : usual);
        return true;
    }

    private Optional<Action> ruled(Point point) {
        return server.ruleAt(point, to).map(FaultySmtpServer.Rule::action);
    }

    /** Returns whether the conversation goes on. */
    private boolean survives(Optional<Action> action) throws InterruptedException {
        if (action.isEmpty() || action.get() instanceof Action.Answer) {
            return true;
        }
        if (action.get() instanceof Action.Run) {
            ((Action.Run) action.get()).hook().run();
            return true;
        }
        if (action.get() instanceof Action.FallSilent) {
            server.awaitClose();
        }
        return false;
    }

    private void say(String reply) throws IOException {
        socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int last = 0;
        for (int b = in.read(); b != '\n' || last != '\r'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            line.write(b);
            last = b;
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.substring(0, text.length() - 1);
    }

    private static String address(String command) {
        return command.substring(command.indexOf('<') + 1, command.indexOf('>'));
    }
}
