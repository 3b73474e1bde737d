package redflag.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.smtp.FaultySmtpServer.Point;
import redflag.smtp.SmtpServer.Security;

/** Logging in to a server that misbehaves; the password shows nowhere. */
class SmtpLoginTests {

    private static final String FROM = "reports@example.com";
    private static final String TO = "manager@example.org";
    private static final String PASSWORD = "geh heim, 42";

    @TempDir
    static Path folder;

    private static TestCertificate certificate;

    private FaultySmtpServer server;

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificate = TestCertificate.in(folder);
    }

    @BeforeEach
    void start() {
        server = FaultySmtpServer.start().withLogin("reports", PASSWORD).withStartTls(certificate.context());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void logsInUnderTls() throws Exception {
        assertThat(client().hand(TestMessages.saying("text"), FROM, TO))
                .isEqualTo(new Handover.Accepted("250 2.0.0 taken"));
        assertThat(server.received()).hasSize(1);
        assertThat(server.commands().subList(0, 3)).containsExactly("EHLO example.com", "STARTTLS", "EHLO example.com");
    }

    @Test
    void logsInTheOldWayWhereNoOtherIsOffered() throws Exception {
        server.at(Point.EHLO).times(1).answer("250-faulty.example.com\r\n250 STARTTLS");
        server.at(Point.EHLO).answer("250-faulty.example.com\r\n250 AUTH LOGIN");

        assertThat(client().logIn(FROM)).isEmpty();
        assertThat(server.commands()).contains("AUTH LOGIN");
    }

    @Test
    void aWayToLogInThatIsNotOursConcernsEveryMessage() throws Exception {
        server.at(Point.EHLO).times(1).answer("250-faulty.example.com\r\n250 STARTTLS");
        server.at(Point.EHLO).answer("250-faulty.example.com\r\n250 AUTH GSSAPI");

        assertThat(client().hand(TestMessages.saying("text"), FROM, TO))
                .isEqualTo(notNow(" after EHLO: No authentication mechanisms supported by both server and client"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Point.class,
            names = {"STARTTLS", "AUTH"})
    void aServerThatDiesConcernsEveryMessage(Point point) throws Exception {
        server.at(point).die();

        assertThat(client().hand(TestMessages.saying("text"), FROM, TO))
                .isEqualTo(notNow(" after " + point + ": the server closed the connection"));
        assertThat(server.received()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Point.class,
            names = {"STARTTLS", "AUTH"})
    void aServerThatFallsSilentConcernsEveryMessage(Point point) throws Exception {
        server.at(point).fallSilent();

        assertThat(client(Duration.ofMillis(700)).hand(TestMessages.saying("text"), FROM, TO))
                .isEqualTo(notNow(" after " + point + ": no answer within 0.7 s"));
    }

    @Test
    void aServerThatHasNoTlsRightNowIsNotTalkedToWithout() throws Exception {
        server.at(Point.STARTTLS).answer("454 4.7.0 TLS not available");

        assertThat(client().hand(TestMessages.saying("text"), FROM, TO))
                .isEqualTo(new Handover.NotNow("454 4.7.0 TLS not available", true));
        assertThat(server.commands()).containsExactly("EHLO example.com", "STARTTLS");
    }

    @Test
    void theServersWordsAboutTheLoginAreShown() throws Exception {
        server.at(Point.AUTH).answer("535-5.7.139 Authentication unsuccessful,\r\n535 5.7.139 basic is off");

        assertThat(client().logIn(FROM)).contains("535-5.7.139 Authentication unsuccessful, 5.7.139 basic is off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "as sent", "alone"})
    void anAnswerThatRepeatsThePasswordIsNotShown(String form) throws Exception {
        String sent = "reports\0reports\0" + PASSWORD;
        String echo = form.equals("plain") ? PASSWORD : base64(form.equals("as sent") ? sent : PASSWORD);
        server.at(Point.AUTH).answer("535 5.7.8 wrong: " + echo);

        assertThat(client().logIn(FROM)).contains("535 5.7.8");
        assertThat(client().hand(TestMessages.saying("text"), FROM, TO))
                .isEqualTo(new Handover.NotNow("535 5.7.8", true));
    }

    @Test
    void thePasswordIsInNoTextOfTheServer() {
        SmtpServer described = address(Duration.ofSeconds(20));

        assertThat(described.toString()).contains("user=reports", "***").doesNotContain(PASSWORD);
    }

    @Test
    void aFileOfCertificatesThatIsNoneIsSaid() throws Exception {
        Path missing = folder.resolve("missing.pem");
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path other = Files.writeString(folder.resolve("other.pem"), "-----BEGIN CERTIFICATE-----\nno\n");

        assertThatThrownBy(() -> trusting(missing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(missing + ": cannot be read: ");
        assertThatThrownBy(() -> trusting(empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(empty + ": no certificate in it");
        assertThatThrownBy(() -> trusting(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(other + ": not certificates in PEM: ");
    }

    private SmtpClient client() {
        return client(Duration.ofSeconds(20));
    }

    private SmtpClient client(Duration timeout) {
        return new SmtpClient(address(timeout));
    }

    private SmtpServer address(Duration timeout) {
        return new SmtpServer(
                "localhost",
                server.port(),
                Security.STARTTLS,
                Optional.of(new SmtpServer.Login("reports", new Secret(PASSWORD))),
                Optional.of(certificate.pem()),
                timeout);
    }

    private SmtpClient trusting(Path pem) {
        return new SmtpClient(new SmtpServer(
                "localhost", server.port(), Security.TLS, Optional.empty(), Optional.of(pem), Duration.ofSeconds(20)));
    }

    private Handover notNow(String why) {
        return new Handover.NotNow("localhost:" + server.port() + why, true);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
