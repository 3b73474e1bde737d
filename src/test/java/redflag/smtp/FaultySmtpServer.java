package redflag.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/**
 * A mail server on a free port of this machine that takes every message and does what it is told: refuses, dies, falls
 * silent or takes its time at any point of a conversation. A thread a connection.
 *
 * <pre>{@code
 * server.at(Point.RCPT).to("bad@example.com").answer("550 5.1.1 no such user");
 * server.at(Point.FINAL_DOT).times(2).answer("451 4.3.0 try again later");
 * server.at(Point.FINAL_DOT).run(() -> process.destroyForcibly());
 * }</pre>
 */
public final class FaultySmtpServer implements AutoCloseable {

    /** Where in a conversation something goes wrong: in place of the answer, if none other is said. */
    public enum Point {
        GREETING,
        EHLO,
        STARTTLS,
        AUTH,
        MAIL,
        RCPT,
        DATA,
        /** The server has asked for the message and has read nothing of it. */
        AFTER_354,
        /** The server has read one line of the message and reads no further. */
        MIDDLE,
        /** The server has the whole message, and it counts as received unless it answers with a refusal. */
        FINAL_DOT,
        /** The server has said that it took the message. */
        AFTER_250
    }

    /** A message that arrived to its final dot and was not refused there; its bytes as characters. */
    public record Received(String from, String to, String text) {

        public MimeMessage mime() {
            try {
                return new MimeMessage(null, new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
            } catch (MessagingException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ServerSocket listening;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<FaultySmtpConnection> connections = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();
    private final List<Received> received = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private Optional<SmtpServer.Login> login = Optional.empty();
    private Optional<SSLContext> startTls = Optional.empty();

    private FaultySmtpServer(int port) throws IOException {
        listening = new ServerSocket();
        // so that a long message cannot wait in a buffer for a server that does not read
        listening.setReceiveBufferSize(8_192);
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        start(this::accept);
    }

    public static FaultySmtpServer start() {
        return start(0);
    }

    /** @param port 0 for any that is free */
    public static FaultySmtpServer start(int port) {
        try {
            return new FaultySmtpServer(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Offers AUTH PLAIN and LOGIN, and takes mail from nobody else. */
    public synchronized FaultySmtpServer withLogin(String user, String password) {
        login = Optional.of(new SmtpServer.Login(user, new Secret(password)));
        return this;
    }

    /** Offers STARTTLS, and AUTH only under it. */
    public synchronized FaultySmtpServer withStartTls(SSLContext certificate) {
        startTls = Optional.of(certificate);
        return this;
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** How to reach it without TLS and login. */
    public SmtpServer address(Duration timeout) {
        return new SmtpServer(
                "127.0.0.1", port(), SmtpServer.Security.NONE, Optional.empty(), Optional.empty(), timeout);
    }

    /** The first rule that fits applies; without one the server does what a sound server does. */
    public Rule at(Point point) {
        return new Rule(point);
    }

    /** What arrived until now, in this order. */
    public synchronized List<Received> received() {
        return List.copyOf(received);
    }

    /** What the clients said until now, without the messages. */
    public synchronized List<String> commands() {
        return List.copyOf(commands);
    }

    public synchronized int connections() {
        return connections.size();
    }

    /** Waits until so many messages were received. */
    public synchronized List<Received> awaitReceived(int count) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (received.size() < count) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("received " + received.size() + " of " + count + " within " + PATIENCE);
            }
            wait(left);
        }
        return received();
    }

    /** Listens no more and ends every conversation. Fails the test if something of it failed in a thread of ours. */
    @Override
    public void close() {
        closed.countDown();
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        synchronized (this) {
            connections.forEach(FaultySmtpConnection::die);
            if (!failures.isEmpty()) {
                throw new AssertionError("in the mail server's thread", failures.get(0));
            }
        }
    }

    private void accept() {
        while (true) {
            try {
                Socket socket = listening.accept();
                FaultySmtpConnection connection = new FaultySmtpConnection(this, socket);
                synchronized (this) {
                    connections.add(connection);
                }
                start(connection::talk);
            } catch (IOException e) {
                return;
            }
        }
    }

    private void start(Runnable work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException | Error e) {
                        synchronized (this) {
                            failures.add(e);
                        }
                    }
                },
                "faulty-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    synchronized Optional<SmtpServer.Login> login() {
        return login;
    }

    synchronized Optional<SSLContext> startTls() {
        return startTls;
    }

    synchronized void heard(String command) {
        commands.add(command);
    }

    synchronized void keep(Received message) {
        received.add(message);
        notifyAll();
    }

    void awaitClose() throws InterruptedException {
        closed.await();
    }

    /** @param recipient empty before RCPT TO */
    synchronized Optional<Rule> ruleAt(Point point, String recipient) {
        Optional<Rule> rule = rules.stream()
                .filter(each -> each.point == point && each.left > 0)
                .filter(each -> each.recipient.isEmpty() || each.recipient.get().equals(recipient))
                .findFirst();
        rule.ifPresent(each -> each.left--);
        return rule;
    }

    /** What to do at a point; ends with one of the verbs, which puts it in force. */
    public final class Rule {

        private final Point point;
        private Optional<String> recipient = Optional.empty();
        private int left = Integer.MAX_VALUE;
        private Action action;

        private Rule(Point point) {
            this.point = point;
        }

        /** Only in conversations about a message for this recipient; from {@link Point#RCPT} on. */
        public Rule to(String address) {
            recipient = Optional.of(address);
            return this;
        }

        /** Only the next so many times. */
        public Rule times(int count) {
            left = count;
            return this;
        }

        /** @param reply of one line or several, without the last line's end */
        public FaultySmtpServer answer(String reply) {
            return put(new Action.Answer(reply));
        }

        /** Closes the connection without a word. */
        public FaultySmtpServer die() {
            return put(new Action.Die());
        }

        /** Neither reads nor answers, and leaves the connection open. */
        public FaultySmtpServer fallSilent() {
            return put(new Action.FallSilent());
        }

        /** Goes on as usual after so long. */
        public FaultySmtpServer waitFor(Duration time) {
            return run(() -> {
                try {
                    TimeUnit.NANOSECONDS.sleep(time.toNanos());
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
        }

        /** Goes on as usual when this is done. */
        public FaultySmtpServer run(Runnable hook) {
            return put(new Action.Run(hook));
        }

        Action action() {
            return action;
        }

        private FaultySmtpServer put(Action done) {
            action = done;
            synchronized (FaultySmtpServer.this) {
                rules.add(this);
            }
            return FaultySmtpServer.this;
        }
    }

    sealed interface Action {
        record Answer(String reply) implements Action {}

        record Die() implements Action {}

        record FallSilent() implements Action {}

        record Run(Runnable hook) implements Action {}
    }
}
