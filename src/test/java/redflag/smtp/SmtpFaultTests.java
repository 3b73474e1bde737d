package redflag.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import redflag.smtp.FaultySmtpServer.Point;
import redflag.smtp.FaultySmtpServer.Received;

/** What is said of a message when the server refuses, dies, falls silent or takes its time. */
class SmtpFaultTests {

    private static final String FROM = "reports@example.com";
    private static final String TO = "manager@example.org";
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration IMPATIENT = Duration.ofMillis(700);
    private static final Handover ACCEPTED = new Handover.Accepted("250 2.0.0 taken");

    private FaultySmtpServer server;

    @BeforeEach
    void start() {
        server = FaultySmtpServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aSoundServerTakesTheMessage() throws Exception {
        MimeMessage message = TestMessages.saying("text\r\n");

        assertThat(new SmtpClient(server.address(PATIENT)).hand(message, FROM, TO))
                .isEqualTo(ACCEPTED);

        String text = TestMessages.written(message);
        assertThat(server.awaitReceived(1)).containsExactly(new Received(FROM, TO, text));
        assertThat(server.commands())
                .startsWith(
                        "EHLO example.com",
                        "MAIL FROM:<" + FROM + "> SIZE=" + text.length(),
                        "RCPT TO:<" + TO + ">",
                        "DATA");
    }

    @Test
    void aServerOfOldThatDoesNotKnowEhloTakesTheMessage() throws Exception {
        server.at(Point.EHLO).answer("502 5.5.2 not known here");

        assertThat(hand(PATIENT)).isEqualTo(ACCEPTED);
        assertThat(server.commands()).contains("HELO example.com", "MAIL FROM:<" + FROM + ">");
    }

    @Test
    void oneRecipientIsRefusedAndTheOthersAreNot() throws Exception {
        server.at(Point.RCPT).to("gone@example.org").answer("550 5.1.1 no such user");
        SmtpClient client = new SmtpClient(server.address(PATIENT));

        assertThat(client.hand(TestMessages.saying("1"), FROM, "gone@example.org"))
                .isEqualTo(new Handover.Refused("550 5.1.1 no such user"));
        assertThat(client.hand(TestMessages.saying("2"), FROM, TO)).isEqualTo(ACCEPTED);
        assertThat(server.received()).extracting(Received::to).containsExactly(TO);
    }

    @ParameterizedTest
    @EnumSource(
            value = Point.class,
            names = {"MAIL", "RCPT", "DATA", "FINAL_DOT"})
    void whatIsRefusedForGoodIsRefused(Point point) throws Exception {
        server.at(point).answer("552 5.3.4 too large");

        assertThat(hand(PATIENT)).isEqualTo(new Handover.Refused("552 5.3.4 too large"));
        assertThat(server.received()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Point.class,
            names = {"MAIL", "RCPT", "DATA", "FINAL_DOT"})
    void whatIsRefusedForNowIsTakenLater(Point point) throws Exception {
        server.at(point).times(2).answer("451 4.3.0 try again later");

        assertThat(hand(PATIENT)).isEqualTo(new Handover.NotNow("451 4.3.0 try again later", false));
        assertThat(hand(PATIENT)).isEqualTo(new Handover.NotNow("451 4.3.0 try again later", false));
        assertThat(server.received()).isEmpty();
        assertThat(hand(PATIENT)).isEqualTo(ACCEPTED);
        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING,  554 no service here",
        "GREETING,  421 4.3.2 closing down",
        "EHLO,      421 4.3.2 closing down",
        "MAIL,      421 4.3.2 closing down",
        "RCPT,      421 4.3.2 closing down",
        "FINAL_DOT, 421 4.3.2 closing down",
        "MAIL,      530 5.7.0 Must issue a STARTTLS command first"
    })
    void whatIsAboutTheServerConcernsEveryMessage(Point point, String reply) throws Exception {
        server.at(point).answer(reply);

        assertThat(hand(PATIENT)).isEqualTo(new Handover.NotNow(reply, true));
        assertThat(server.received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING,  true,  ''",
        "EHLO,      true,  ' after EHLO'",
        "MAIL,      false, ' after MAIL FROM'",
        "RCPT,      false, ' after RCPT TO'",
        "DATA,      false, ' after DATA'"
    })
    void aServerThatDiesBeforeTheMessageHasNothing(Point point, boolean wholeServer, String after) throws Exception {
        server.at(point).die();

        Handover handover = hand(PATIENT);
        assertThat(handover).isInstanceOf(Handover.NotNow.class);
        assertThat(((Handover.NotNow) handover).wholeServer()).isEqualTo(wholeServer);
        assertThat(((Handover.NotNow) handover).why()).startsWith("127.0.0.1:" + server.port() + after + ": ");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void whoeverDoesNotListenConcernsEveryMessage() throws Exception {
        server.close();

        assertThat(hand(PATIENT)).isEqualTo(notNow(": Connection refused", true));
    }

    @Test
    void anUnknownHostConcernsEveryMessage() throws Exception {
        SmtpServer nowhere = new SmtpServer(
                "mail.invalid", 25, SmtpServer.Security.NONE, Optional.empty(), Optional.empty(), PATIENT);

        assertThat(new SmtpClient(nowhere).hand(TestMessages.saying("text"), FROM, TO))
                .isEqualTo(new Handover.NotNow("mail.invalid:25: unknown host", true));
    }

    @ParameterizedTest
    @EnumSource(
            value = Point.class,
            names = {"AFTER_354", "MIDDLE"})
    void aLongMessageThatBreaksOffIsNotHandedOver(Point point) throws Exception {
        server.at(point).die();

        Handover handover = handLong(PATIENT);
        assertThat(handover).isInstanceOf(Handover.NotNow.class);
        assertThat(((Handover.NotNow) handover).wholeServer()).isFalse();
        assertThat(((Handover.NotNow) handover).why()).startsWith("127.0.0.1:" + server.port() + " after DATA: ");
        assertThat(server.received()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Point.class,
            names = {"AFTER_354", "MIDDLE"})
    void aShortMessageMayHaveArrivedWithItsFinalDot(Point point) throws Exception {
        server.at(point).die();

        assertThat(hand(PATIENT)).isInstanceOf(Handover.Unknown.class);
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aServerThatDiesAfterTheFinalDotHasTheMessageAndNobodyKnows() throws Exception {
        server.at(Point.FINAL_DOT).die();

        assertThat(hand(PATIENT)).isEqualTo(unknown(" after the message: the server closed the connection"));
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void aServerThatDiesAfterItTookTheMessageHasIt() throws Exception {
        server.at(Point.AFTER_250).die();

        assertThat(hand(PATIENT)).isEqualTo(ACCEPTED);
        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING,  true,  ''",
        "EHLO,      true,  ' after EHLO'",
        "MAIL,      false, ' after MAIL FROM'",
        "RCPT,      false, ' after RCPT TO'",
        "DATA,      false, ' after DATA'"
    })
    void aServerThatFallsSilentBeforeTheMessageHasNothing(Point point, boolean wholeServer, String after)
            throws Exception {
        server.at(point).fallSilent();

        assertThat(hand(IMPATIENT)).isEqualTo(notNow(after + ": no answer within 0.7 s", wholeServer));
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aServerThatReadsNoFurtherHasNothing() throws Exception {
        server.at(Point.MIDDLE).fallSilent();

        Handover handover = handLong(IMPATIENT);
        assertThat(handover).isInstanceOf(Handover.NotNow.class);
        assertThat(((Handover.NotNow) handover).why()).startsWith("127.0.0.1:" + server.port() + " after DATA: ");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aServerThatFallsSilentAfterTheFinalDotHasTheMessageAndNobodyKnows() throws Exception {
        server.at(Point.FINAL_DOT).fallSilent();

        assertThat(hand(IMPATIENT)).isEqualTo(unknown(" after the message: no answer within 0.7 s"));
        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "25,        after the message: not an SMTP reply: 25",
        "taken,     after the message: not an SMTP reply: taken",
        "354 go on, 354 go on"
    })
    void anAnswerThatIsNoneLeavesItOpen(String reply, String said) throws Exception {
        server.at(Point.FINAL_DOT).answer(reply);

        assertThat(hand(PATIENT)).isEqualTo(said.equals(reply) ? new Handover.Unknown(said) : unknown(" " + said));
    }

    @Test
    void aSlowServerIsWaitedFor() throws Exception {
        for (Point point : List.of(Point.GREETING, Point.EHLO, Point.MAIL, Point.RCPT, Point.DATA, Point.FINAL_DOT)) {
            server.at(point).waitFor(Duration.ofMillis(150));
        }

        assertThat(hand(IMPATIENT)).isEqualTo(ACCEPTED);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void betweenTheMessageAndTheAnswerTheTestMayAct() throws Exception {
        server.at(Point.FINAL_DOT).run(() -> assertThat(server.received()).hasSize(1));

        assertThat(hand(PATIENT)).isEqualTo(ACCEPTED);
    }

    @Test
    void aServerThatTakesEverySenderIsFineForTheDoctor() {
        assertThat(new SmtpClient(server.address(PATIENT)).logIn(FROM)).isEmpty();
        server.at(Point.MAIL).answer("550 5.7.1 not your address");
        assertThat(new SmtpClient(server.address(PATIENT)).logIn(FROM)).contains("550 5.7.1 not your address");
        assertThat(server.received()).isEmpty();
        assertThat(server.commands()).doesNotContain("DATA");
    }

    @Test
    void anAddressThatSmtpDoesNotCarryIsNotSaid() throws Exception {
        SmtpClient client = new SmtpClient(server.address(PATIENT));
        for (String address : List.of("", "nobody", "a@b>\r\nDATA", "a b@example.org", "müller@example.org", "a@b@c")) {
            assertThatThrownBy(() -> client.hand(TestMessages.saying("text"), FROM, address))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not an address that SMTP carries: " + address);
        }
        assertThat(server.connections()).isZero();
    }

    @Test
    void aMessageOfMoreThanSevenBitsIsNotSent() throws Exception {
        MimeMessage eightBit = TestMessages.saying("Grüße");
        eightBit.setHeader("Content-Transfer-Encoding", "8bit");

        assertThatThrownBy(() -> new SmtpClient(server.address(PATIENT)).hand(eightBit, FROM, TO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the message is not of 7-bit bytes alone");
        assertThat(server.connections()).isZero();
    }

    private Handover hand(Duration timeout) throws MessagingException {
        return new SmtpClient(server.address(timeout)).hand(TestMessages.saying("text"), FROM, TO);
    }

    /** Longer than what waits in the buffers of both ends. */
    private Handover handLong(Duration timeout) throws MessagingException {
        MimeMessage message = TestMessages.withAttachment("text", "long.xlsx", new byte[12_000_000]);
        return new SmtpClient(server.address(timeout)).hand(message, FROM, TO);
    }

    private Handover notNow(String why, boolean wholeServer) {
        return new Handover.NotNow("127.0.0.1:" + server.port() + why, wholeServer);
    }

    private Handover unknown(String why) {
        return new Handover.Unknown("127.0.0.1:" + server.port() + why);
    }
}
