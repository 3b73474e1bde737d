package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redflag.job.TestAgency.Ran;
import redflag.smtp.FaultySmtpServer;
import redflag.smtp.FaultySmtpServer.Point;
import redflag.smtp.FaultySmtpServer.Received;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nights that tell their recipients, run as operators do. */
class MailNightTests {

    private static final String MARA = "mara.lindqvist@example.com";
    private static final String JON = "jon.okafor@example.com";

    @TempDir
    private Path dir;

    private final FaultySmtpServer server = FaultySmtpServer.start();

    @AfterEach
    void closeServer() {
        server.close();
    }

    private TestAgency agency(String more) throws IOException {
        return TestAgency.in(dir)
                .with("mail: {transport: smtp, from: redflag@example.com, server: {host: 127.0.0.1, port: "
                        + server.port() + ", security: none, tries: 1, timeout-seconds: 20}" + more + "}");
    }

    private Map<String, Long> received() {
        return server.received().stream().collect(Collectors.groupingBy(Received::to, Collectors.counting()));
    }

    private static Map<String, String> mailOf(TestAgency agency) throws IOException {
        JsonNode run = JsonMapper.builder()
                .build()
                .readTree(Files.readString(agency.reports().resolve("run.json")));
        return run.path("mail")
                .valueStream()
                .collect(Collectors.toMap(
                        message -> message.path("recipient").asString(),
                        message -> message.path("state").asString()));
    }

    private static Ran status(TestAgency agency, String... more) {
        return TestAgency.command(
                TestAgency.MORNING_AFTER,
                Stream.concat(Stream.of("status", agency.job().toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void aServerThatIsDownEndsTheNightWithOneAndTheSameCommandDeliversWhatIsLeft() throws Exception {
        TestAgency agency = agency("");
        server.at(Point.RCPT).to(JON).times(1).answer("550 5.1.1 no such user");
        server.at(Point.FINAL_DOT).to(MARA).times(1).die();

        Ran first = agency.run();

        assertThat(first.exitCode()).isEqualTo(1);
        assertThat(first.out())
                .contains("NOT DELIVERED to " + JON + " (refused): 550 5.1.1 no such user")
                .contains("NOT DELIVERED to " + MARA + " (unknown): ")
                .contains("2 messages were not delivered; exit 1");
        assertThat(mailOf(agency)).containsEntry(JON, "REFUSED").containsEntry(MARA, "UNKNOWN");
        assertThat(mailOf(agency)).containsEntry("legal@example.com", "HANDED_OVER");

        String status = status(agency).out().replaceAll("\\s+", " ");
        assertThat(status)
                .contains("handed over, 1 refused, 1 unknown " + JON + " (refused): 550 5.1.1 no such user " + MARA
                        + " (unknown): ")
                .contains("resend --failed --job " + agency.job() + " sends what is left");
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(status(agency, "--json").out())
                        .path(0)
                        .path("mail")
                        .findValuesAsString("state"))
                .contains("HANDED_OVER", "REFUSED", "UNKNOWN");

        Ran second = agency.run();

        assertThat(second.exitCode()).as(second.out() + second.err()).isZero();
        assertThat(status(agency).out()).contains("  Mail").doesNotContain("resend", "refused", "(unknown)");
        assertThat(mailOf(agency).values()).containsOnly("HANDED_OVER");
        assertThat(received()).containsEntry(JON, 1L).containsEntry(MARA, 2L).containsEntry("legal@example.com", 1L);

        assertThat(agency.run().exitCode()).as("the night is done").isEqualTo(3);
    }

    @Test
    void againSendsOnlyWhatHasChangedAndSomeStoresOrNoMailSendNothing() throws Exception {
        TestAgency agency = agency("");
        assertThat(agency.run("--no-mail").exitCode()).isZero();
        assertThat(received()).isEmpty();

        assertThat(agency.run("--again").exitCode()).isZero();
        Map<String, Long> once = received();
        assertThat(once).containsEntry(MARA, 1L).containsEntry(JON, 1L);

        assertThat(agency.run("--again").exitCode()).isZero();
        assertThat(received()).as("nothing has changed").isEqualTo(once);
        assertThat(agency.run("--store", "cedar-us").exitCode()).isZero();
        assertThat(received()).isEqualTo(once);

        Files.delete(agency.exports().resolve("cedar/late-shipments.csv"));
        assertThat(agency.run("--again").exitCode()).isZero();
        assertThat(received()).as("cedar is jon's").containsEntry(JON, 2L).containsEntry(MARA, 1L);
        assertThat(server.received().get(server.received().size() - 1).mime().getSubject())
                .endsWith("(corrected)");
    }

    @Test
    void aNightLaterWhatIsLeftOfTheOneBeforeIsDeliveredToo() throws Exception {
        TestAgency agency = agency("");
        server.at(Point.GREETING).times(1).die();
        assertThat(agency.run("--as-of", "2026-11-21").exitCode()).isEqualTo(1);
        assertThat(received()).isEmpty();

        Ran next = agency.run();

        assertThat(next.exitCode()).isZero();
        assertThat(next.out()).contains("Mail of 2026-11-21 to " + JON + " (handed over)");
        assertThat(received()).containsEntry(JON, 2L).containsEntry(MARA, 2L);
        assertThat(server.received().stream()
                        .filter(message -> message.to().equals(JON))
                        .map(message -> {
                            try {
                                return message.mime().getSubject();
                            } catch (jakarta.mail.MessagingException e) {
                                throw new AssertionError(e);
                            }
                        }))
                .anyMatch(subject -> subject.contains("21 Nov 2026"))
                .anyMatch(subject -> subject.contains("22 Nov 2026"));
    }

    @Test
    void resendSendsOnPurposeAndSaysWhatItCanNot() throws Exception {
        TestAgency agency = agency("");
        agency.run();
        String job = agency.job().toString();

        Ran one = TestAgency.command(TestAgency.MORNING_AFTER, "resend", "2026-11-22", "--job", job, "--to", JON);
        assertThat(one.exitCode()).as(one.err()).isZero();
        assertThat(received()).containsEntry(JON, 2L).containsEntry(MARA, 1L);

        assertThat(TestAgency.command(TestAgency.MORNING_AFTER, "resend", "--job", job, "--failed")
                        .exitCode())
                .isZero();
        assertThat(received()).containsEntry(JON, 2L).containsEntry(MARA, 1L);

        Ran none = TestAgency.command(TestAgency.MORNING_AFTER, "resend", "2026-11-01", "--job", job);
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("has run no whole night of 2026-11-01");
        Ran nobody = TestAgency.command(TestAgency.MORNING_AFTER, "resend", "--job", job, "--to", "x@example.com");
        assertThat(nobody.exitCode()).isEqualTo(2);
        assertThat(nobody.err()).contains("has nothing to tell x@example.com");
        Ran word = TestAgency.command(TestAgency.MORNING_AFTER, "resend", "yesterday", "--job", job);
        assertThat(word.exitCode()).isEqualTo(2);
        assertThat(word.err()).contains("write it as 2026-11-22");
    }

    /** Between hand-over and record: nobody can know, so the message goes out again, the same one, and no other does. */
    @Test
    void killedBeforeTheHandOverIsRecordedEverybodyHasHisMessageAndOneHasItTwice() throws Exception {
        TestAgency agency = agency("");

        agency.runAsProcess("MAIL_TAKEN:3");
        assertThat(server.received()).hasSize(3);
        String inDoubt = server.received().get(2).to();

        assertThat(agency.run().exitCode()).isZero();

        assertThat(received()).containsEntry(inDoubt, 2L);
        assertThat(received().entrySet().stream().filter(of -> !of.getKey().equals(inDoubt)))
                .allMatch(of -> of.getValue() == 1);
        List<String> ids = server.received().stream()
                .filter(message -> message.to().equals(inDoubt))
                .map(message -> message.text()
                        .lines()
                        .filter(l -> l.startsWith("Message-ID"))
                        .findFirst()
                        .orElseThrow())
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
        assertThat(mailOf(agency).values()).containsOnly("HANDED_OVER");
    }

    @Test
    void stoppedWhileItDeliversTheNightGoesOnWhereItWas() throws Exception {
        TestAgency agency = agency("");

        agency.runAsProcess("MAIL_TAKEN:2:TERM");
        int before = server.received().size();
        assertThat(agency.run().exitCode()).isZero();

        assertThat(before).isLessThan(server.received().size());
        assertThat(received().values())
                .as("the message in hand is recorded before the stop")
                .containsOnly(1L);
    }

    @Test
    void operatorsAreToldOfFailedAccountsAndManagersThatTheirStoreHasNoReport() throws Exception {
        TestAgency agency = agency(", operators: ops@example.com");
        Path held = agency.reports().resolve("fuji-jp");
        Files.createDirectories(held.getParent());
        Files.writeString(held, "a file where a folder is to be");

        assertThat(agency.run().exitCode()).isEqualTo(1);

        assertThat(received()).containsEntry("ops@example.com", 1L).containsEntry(MARA, 1L);
        assertThat(subjectTo("ops@example.com")).startsWith("[Trouble] 1 account failed");
        assertThat(subjectTo(MARA)).endsWith("1 without report");

        Files.delete(held);
        assertThat(agency.run().exitCode()).isZero();
        assertThat(received())
                .as("now there is a report")
                .containsEntry(MARA, 2L)
                .containsEntry(JON, 1L);
        assertThat(received()).containsEntry("ops@example.com", 1L);
    }

    @Test
    void operatorsAreToldOfANightThatBroke() throws Exception {
        TestAgency agency = agency(", operators: ops@example.com");
        Files.writeString(dir.resolve("reports"), "no folder");
        Files.createDirectories(agency.database());
        Files.writeString(
                agency.database().resolve("redflag.mv.db"), "this is no database at all, whatever it is called");
        Files.delete(dir.resolve("reports"));

        Ran ran = agency.run();

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(received()).containsOnlyKeys("ops@example.com");
        assertThat(subjectTo("ops@example.com")).isEqualTo("[Night broken] 22 Nov 2026 \u00b7 job test");
    }

    private String subjectTo(String address) throws jakarta.mail.MessagingException {
        return server.received().stream()
                .filter(message -> message.to().equals(address))
                .findFirst()
                .orElseThrow()
                .mime()
                .getSubject();
    }

    @Test
    void noPasswordIsInTheHistory() throws IOException, SQLException {
        Files.writeString(dir.resolve("password.txt"), "correct horse battery staple");
        server.withLogin("redflag", "correct horse battery staple");
        TestAgency agency = TestAgency.in(dir)
                .with("mail: {transport: smtp, from: redflag@example.com, server: {host: 127.0.0.1, port: "
                        + server.port()
                        + ", security: none, user: redflag, password-file: password.txt,"
                        + " password-in-plain-text: true, tries: 1}}");

        assertThat(agency.run().exitCode()).isZero();

        assertThat(received()).containsEntry(MARA, 1L);
        byte[] database = Files.readAllBytes(agency.database().resolve("redflag.mv.db"));
        assertThat(new String(database, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("battery staple");
    }
}
