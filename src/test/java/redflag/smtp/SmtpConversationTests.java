package redflag.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;
import redflag.smtp.SmtpServer.Security;

/** Conversations with a mail server that others wrote. */
class SmtpConversationTests {

    private static final String FROM = "reports@example.com";
    private static final String TO = "manager@example.org";
    private static final Secret PASSWORD = new Secret("geh heim, 42");

    @TempDir
    static Path certificates;

    @TempDir
    static Path others;

    private static TestCertificate certificate;
    private static TestCertificate another;

    private final List<Arrived> arrived = Collections.synchronizedList(new ArrayList<>());
    private SMTPServer server;

    private record Arrived(String from, String to, byte[] data) {}

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificate = TestCertificate.in(certificates);
        another = TestCertificate.in(others);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void overAPlainConnectionEveryByteArrives() throws Exception {
        start(builder -> {});
        byte[] workbook = new byte[100_000];
        new Random(20261122).nextBytes(workbook);
        String text = "Grüße\r\n.\r\n..\r\nFrom here on: 中文\r\n" + "x".repeat(2_000);
        MimeMessage message = TestMessages.withAttachment(text, "Übersicht-北.xlsx", workbook);

        assertThat(client("127.0.0.1", Security.NONE, Optional.empty(), Optional.empty())
                        .hand(message, FROM, TO))
                .isEqualTo(new Handover.Accepted("250 Ok"));

        Arrived only = arrivedOnly();
        assertThat(only.from()).isEqualTo(FROM);
        assertThat(only.to()).isEqualTo(TO);
        assertThat(new String(only.data(), StandardCharsets.ISO_8859_1)).isEqualTo(TestMessages.written(message));
        MimeMultipart parts = (MimeMultipart) read(only).getContent();
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo(text);
        BodyPart attachment = parts.getBodyPart(1);
        assertThat(attachment.getFileName()).isEqualTo("Übersicht-北.xlsx");
        assertThat(attachment.getInputStream().readAllBytes()).isEqualTo(workbook);
        assertThat(read(only).getMessageID()).isEqualTo(message.getMessageID());
    }

    @Test
    void linesThatBeginWithADotArrive() throws Exception {
        start(builder -> {});
        MimeMessage message = TestMessages.saying(".\r\n..\r\n.end");

        client("127.0.0.1", Security.NONE, Optional.empty(), Optional.empty()).hand(message, FROM, TO);

        assertThat(message.getEncoding()).isEqualTo("7bit");
        assertThat(read(arrivedOnly()).getContent()).isEqualTo(".\r\n..\r\n.end\r\n");
    }

    @Test
    void theBlindCopyHeaderStaysHere() throws Exception {
        start(builder -> {});
        MimeMessage message = TestMessages.saying("text");
        message.setHeader("Bcc", "hidden@example.org");

        client("127.0.0.1", Security.NONE, Optional.empty(), Optional.empty()).hand(message, FROM, TO);

        assertThat(new String(arrivedOnly().data(), StandardCharsets.ISO_8859_1))
                .contains("Subject: ")
                .doesNotContain("hidden");
    }

    @Test
    void tlsFromTheFirstByte() throws Exception {
        start(builder -> builder.serverSocketFactory(certificate.context()));

        assertThat(client("localhost", Security.TLS, Optional.empty(), Optional.of(certificate))
                        .hand(TestMessages.saying("text"), FROM, TO))
                .isEqualTo(new Handover.Accepted("250 Ok"));
        assertThat(read(arrivedOnly()).getContent()).isEqualTo("text\r\n");
    }

    @Test
    void startTlsThenTheLogin() throws Exception {
        startWithStartTlsAndLogin();

        SmtpClient client = client("localhost", Security.STARTTLS, Optional.of(PASSWORD), Optional.of(certificate));
        assertThat(client.logIn(FROM)).isEmpty();
        assertThat(client.hand(TestMessages.saying("text"), FROM, TO)).isEqualTo(new Handover.Accepted("250 Ok"));
        assertThat(read(arrivedOnly()).getContent()).isEqualTo("text\r\n");
    }

    @Test
    void aWrongPasswordConcernsEveryMessage() throws Exception {
        startWithStartTlsAndLogin();

        SmtpClient client =
                client("localhost", Security.STARTTLS, Optional.of(new Secret("wrong")), Optional.of(certificate));
        assertThat(client.hand(TestMessages.saying("text"), FROM, TO))
                .isEqualTo(new Handover.NotNow("535 Authentication credentials invalid", true));
        assertThat(client.logIn(FROM)).contains("535 Authentication credentials invalid");
        assertThat(arrived).isEmpty();
    }

    @Test
    void aServerThatWantsALoginAndGetsNoneConcernsEveryMessage() throws Exception {
        startWithStartTlsAndLogin();

        SmtpClient client = client("localhost", Security.STARTTLS, Optional.empty(), Optional.of(certificate));
        assertThat(client.hand(TestMessages.saying("text"), FROM, TO))
                .isEqualTo(new Handover.NotNow("530 5.7.0 Authentication required", true));
        assertThat(client.logIn(FROM)).contains("530 5.7.0 Authentication required");
    }

    @Test
    void aServerWithoutLoginIsNotUsedWhenThereIsOne() throws Exception {
        start(builder -> builder.startTlsSocketFactory(certificate.context()).enableTLS());

        assertThat(client("localhost", Security.STARTTLS, Optional.of(PASSWORD), Optional.of(certificate))
                        .hand(TestMessages.saying("text"), FROM, TO))
                .isEqualTo(notNow("localhost", " after EHLO: the server offers no login"));
        assertThat(arrived).isEmpty();
    }

    @Test
    void aServerWithoutStartTlsIsNotUsed() throws Exception {
        start(builder -> {});

        assertThat(client("localhost", Security.STARTTLS, Optional.empty(), Optional.of(certificate))
                        .hand(TestMessages.saying("text"), FROM, TO))
                .isEqualTo(notNow("localhost", " after EHLO: STARTTLS is required but host does not support STARTTLS"));
        assertThat(arrived).isEmpty();
    }

    @Test
    void aCertificateThatJavaDoesNotKnowIsRefused() throws Exception {
        String unknown = "TLS: unable to find valid certification path to requested target";
        startWithStartTlsAndLogin();
        assertThat(client("localhost", Security.STARTTLS, Optional.empty(), Optional.empty())
                        .hand(TestMessages.saying("text"), FROM, TO))
                .isEqualTo(notNow("localhost", " after STARTTLS: " + unknown));
        server.stop();

        start(builder -> builder.serverSocketFactory(certificate.context()));
        assertThat(client("localhost", Security.TLS, Optional.empty(), Optional.empty())
                        .hand(TestMessages.saying("text"), FROM, TO))
                .isEqualTo(notNow("localhost", ": " + unknown));
        assertThat(arrived).isEmpty();
    }

    @Test
    void aCertificateThatOnlyJavaTrustsIsRefused() throws Exception {
        SSLContext javas = SSLContext.getDefault();
        SSLContext.setDefault(TrustedCertificates.of(certificate.pem()));
        try {
            startWithStartTlsAndLogin();
            assertThat(client("localhost", Security.STARTTLS, Optional.of(PASSWORD), Optional.empty())
                            .logIn(FROM))
                    .isEmpty();
            assertThat(client("localhost", Security.STARTTLS, Optional.of(PASSWORD), Optional.of(another))
                            .logIn(FROM)
                            .orElseThrow())
                    .contains(" after STARTTLS: TLS: ");
            server.stop();

            start(builder -> builder.serverSocketFactory(certificate.context()));
            assertThat(client("localhost", Security.TLS, Optional.empty(), Optional.empty())
                            .logIn(FROM))
                    .isEmpty();
            assertThat(client("localhost", Security.TLS, Optional.empty(), Optional.of(another))
                            .logIn(FROM)
                            .orElseThrow())
                    .contains(": TLS: ");
        } finally {
            SSLContext.setDefault(javas);
        }
    }

    @Test
    void aCertificateForAnotherNameIsRefused() throws Exception {
        String otherName = "TLS: No subject alternative names matching IP address 127.0.0.1 found";
        startWithStartTlsAndLogin();
        assertThat(client("127.0.0.1", Security.STARTTLS, Optional.of(PASSWORD), Optional.of(certificate))
                        .hand(TestMessages.saying("text"), FROM, TO))
                .isEqualTo(notNow("127.0.0.1", " after STARTTLS: " + otherName));
        server.stop();

        start(builder -> builder.serverSocketFactory(certificate.context()));
        assertThat(client("127.0.0.1", Security.TLS, Optional.empty(), Optional.of(certificate))
                        .hand(TestMessages.saying("text"), FROM, TO))
                .isEqualTo(notNow("127.0.0.1", ": " + otherName));
        assertThat(arrived).isEmpty();
    }

    @Test
    void aMessageOverTheServersLimitIsRefusedBeforeItIsSent() throws Exception {
        start(builder -> builder.maxMessageSize(10_000));

        assertThat(client("127.0.0.1", Security.NONE, Optional.empty(), Optional.empty())
                        .hand(TestMessages.withAttachment("", "big.xlsx", new byte[20_000]), FROM, TO))
                .isEqualTo(new Handover.Refused("552 5.3.4 Message size exceeds fixed limit"));
        assertThat(arrived).isEmpty();
    }

    private void startWithStartTlsAndLogin() {
        start(builder -> builder.startTlsSocketFactory(certificate.context())
                .requireTLS()
                .requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, context) -> {
                    if (!user.equals("reports") || !password.equals(PASSWORD.text())) {
                        throw new LoginFailedException();
                    }
                })));
    }

    private void start(Consumer<SMTPServer.Builder> settings) {
        SMTPServer.Builder builder = SMTPServer.port(0)
                .hostName("mail.example.com")
                .insertReceivedHeaders(false)
                .messageHandler((context, from, to, data) -> arrived.add(new Arrived(from, to, data)));
        settings.accept(builder);
        server = builder.build();
        server.start();
    }

    private SmtpClient client(
            String host, Security security, Optional<Secret> password, Optional<TestCertificate> trusted) {
        return new SmtpClient(new SmtpServer(
                host,
                server.getPortAllocated(),
                security,
                password.map(secret -> new SmtpServer.Login("reports", secret)),
                trusted.map(TestCertificate::pem),
                Duration.ofSeconds(10)));
    }

    private Handover notNow(String host, String why) {
        return new Handover.NotNow(host + ":" + server.getPortAllocated() + why, true);
    }

    private Arrived arrivedOnly() {
        assertThat(arrived).hasSize(1);
        return arrived.get(0);
    }

    private static MimeMessage read(Arrived message) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message.data()));
    }
}
