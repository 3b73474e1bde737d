package redflag.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.risk.RiskLevel;
import redflag.settings.Problem;
import redflag.settings.Problems;
import redflag.settings.YamlFile;
import redflag.smtp.SmtpServer;

/** The section {@code mail} of a job file. */
class MailSectionTests {

    private static final String SERVER = """
            transport: smtp
            from: Redflag <redflag@agency.example>
            server:
              host: smtp.agency.example
            """;

    @TempDir
    private Path dir;

    private final Problems problems = new Problems();

    private Optional<MailSettings> read(String yaml) throws IOException {
        Path file = dir.resolve("mail.yaml");
        Files.writeString(file, yaml);
        return YamlFile.read(file, problems)
                .flatMap(section -> MailSection.read(
                        section,
                        dir,
                        Map.of("MAIL_PASSWORD", "hush", "BOOKS_PASSWORD", "open sesame")::get,
                        List.of(SomeNews.store("acme-us", "Acme", "US", SomeNews.MIA))))
                .filter(settings -> problems.isEmpty());
    }

    private List<String> messages() {
        return problems.list().stream().map(Problem::toString).toList();
    }

    @Test
    void aServerNeedsNoMoreThanItsName() throws IOException {
        SmtpServer server = read(SERVER).orElseThrow().server().orElseThrow();

        assertThat(server.security()).isEqualTo(SmtpServer.Security.STARTTLS);
        assertThat(server.port()).isEqualTo(587);
        assertThat(server.login()).isEmpty();
        assertThat(server.timeout()).hasSeconds(30);
    }

    @ParameterizedTest
    @CsvSource({"none, 25", "starttls, 587", "tls, 465"})
    void eachSecurityHasItsPort(String security, int port) throws IOException {
        assertThat(read(SERVER + "  security: " + security + "\n")
                        .orElseThrow()
                        .server()
                        .orElseThrow()
                        .port())
                .isEqualTo(port);
    }

    @Test
    void everythingThatCanBeSaid() throws IOException {
        Files.writeString(dir.resolve("secret.txt"), "from a file\nand no more of it\n");
        MailSettings settings = read("""
                        transport: smtp
                        from: redflag@agency.example
                        reply-to: Desk <desk@agency.example>
                        server: {host: smtp.agency.example, port: 2525, security: tls, user: redflag,
                          password-file: secret.txt, timeout-seconds: 5, tries: 4}
                        lead: lead@agency.example
                        operators: [ops@agency.example, OPS@agency.example]
                        send: {at-least: watch, tell: changes, quiet: [saturday, sunday], attach: changed}
                        recipients:
                          - {address: mia@agency.example, quiet: [sunday], digest: monday, language: zh,
                             password-env: BOOKS_PASSWORD}
                        escalate: {to: head@agency.example, after-nights: 4}
                        zip-above-mb: 3
                        largest-message-mb: 10
                        reports-at: https://files.agency.example/reports
                        """).orElseThrow();

        SmtpServer server = settings.server().orElseThrow();
        assertThat(server.port()).isEqualTo(2525);
        assertThat(server.login().orElseThrow().password().text()).isEqualTo("from a file");
        assertThat(settings.toString()).as("nothing prints a password").doesNotContain("from a file", "open sesame");
        assertThat(settings.tries()).isEqualTo(4);
        assertThat(settings.operators()).as("each once").containsExactly("ops@agency.example");
        RecipientRule mia = settings.ruleOf("Mia@Agency.example");
        assertThat(mia.quiet()).containsExactly(DayOfWeek.SUNDAY);
        assertThat(mia.digest()).contains(DayOfWeek.MONDAY);
        assertThat(mia.atLeast()).as("as for everybody").isEqualTo(RiskLevel.WATCH);
        assertThat(mia.onlyOnChange()).isTrue();
        assertThat(mia.attach()).isEqualTo(RecipientRule.Attach.CHANGED);
        assertThat(mia.language()).contains("zh");
        assertThat(mia.password().orElseThrow().text()).isEqualTo("open sesame");
        assertThat(settings.ruleOf("lead@agency.example").password()).isEmpty();
        assertThat(settings.escalation().orElseThrow().afterNights()).isEqualTo(4);
        assertThat(settings.zipAbove()).isEqualTo(3L << 20);
        assertThat(settings.largest()).isEqualTo(10L << 20);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'transport: none' | ''",
                "'transport: smtp' | whom the messages are from",
                "'transport: smtp' | where the messages are handed over",
                "'{transport: file, from: nobody}' | no e-mail address",
                "'{transport: file, from: \"a@b.example, c@d.example\"}' | no e-mail address",
                "'{transport: file, from: \"a@b.example\\nBcc: c@d.example\"}' | no e-mail address",
                "'{transport: file, from: a@b.example, lead: [x]}' | is no e-mail address",
                "'{transport: file, from: a@b.example, send: {quiet: [monday], digest: monday}}' | be a day that is quiet",
                "'{transport: file, from: a@b.example, recipients: [{address: who@else.example}]}' | is told of nothing",
                "'{transport: file, from: a@b.example, escalate: {to: c@d.example}}' | for so many nights in a row off target",
                "'{transport: smtp, from: a@b.example, server: {host: h, user: u}}' | needs a password",
                "'{transport: smtp, from: a@b.example, server: {host: h, user: u, password-env: NOBODY}}' | is not set",
                "'{transport: smtp, from: a@b.example, server: {host: h, user: u, password: hush}}' | is not known here",
                "'{transport: smtp, from: a@b.example, server: {host: h, user: u, password-env: MAIL_PASSWORD, security: none}}' | in plain text",
                "'{transport: smtp, from: a@b.example, server: {host: h, trust: nowhere.pem}}' | there is no file",
                "'{transport: pigeon}' | must be one of none, file, smtp"
            })
    void whatIsWrongIsSaid(String yaml, String why) throws IOException {
        assertThat(read(yaml)).isEmpty();
        if (why.isEmpty()) {
            assertThat(messages()).isEmpty();
        } else {
            String expected = why.equals("in plain text") ? "password-in-plain-text: true" : why;
            assertThat(messages()).anyMatch(message -> message.contains(expected));
            assertThat(messages()).noneMatch(message -> message.contains("hush"));
        }
    }

    @Test
    void aPasswordInPlainTextMustBeSaidTwice() throws IOException {
        assertThat(read(SERVER
                                + "  security: none\n  user: u\n  password-env: MAIL_PASSWORD\n  password-in-plain-text: true\n")
                        .orElseThrow()
                        .server()
                        .orElseThrow()
                        .login())
                .isPresent();
    }

    @Test
    void aNameInAnyLanguageTravelsAsAsciiAndAnAddressThatCannotIsSaid() throws IOException {
        MailSettings settings = read("{transport: file, from: \"\u7ea2\u65d7 <redflag@agency.example>\"}")
                .orElseThrow();
        assertThat(settings.from().toString()).matches("[ -~]+").contains("=?UTF-8?");
        assertThat(settings.from().getPersonal()).isEqualTo("\u7ea2\u65d7");

        assertThat(read("{transport: file, from: \"mara@agentur-m\u00fcller.example\"}"))
                .isEmpty();
        assertThat(messages()).anyMatch(message -> message.contains("is no e-mail address"));
    }

    @Test
    void aStoreWhosePeopleMailCannotReachIsSaid() throws IOException {
        Path file = dir.resolve("mail.yaml");
        Files.writeString(file, "{transport: file, from: redflag@agency.example}");
        Optional<MailSettings> settings = YamlFile.read(file, problems)
                .flatMap(section -> MailSection.read(
                        section,
                        dir,
                        name -> null,
                        List.of(SomeNews.store("acme-us", "Acme", "US", "mara..l@agency.example"))));

        assertThat(settings).as("the job is refused for its problem").isPresent();
        assertThat(messages())
                .singleElement()
                .asString()
                .contains("no mail can be sent to 'mara..l@agency.example' of store acme-us");
    }

    @Test
    void aFileThatHoldsNoCertificateIsSaid() throws IOException {
        Files.writeString(dir.resolve("server.pem"), "no certificate");

        assertThat(read(SERVER + "  trust: server.pem\n")).isEmpty();
        assertThat(messages()).singleElement().asString().contains("server.pem");
    }

    @Test
    void aTemplateOfOnesOwnIsTriedBeforeANightStarts() throws IOException {
        Files.createDirectory(dir.resolve("mail"));
        Files.writeString(
                dir.resolve("mail/message.txt"), "Good morning! {{counts}}{{#stores}} {{name}}: {{status}}{{/stores}}");
        assertThat(read(SERVER)).isPresent();

        Files.writeString(dir.resolve("mail/message.txt"), "Good morning! {{nothingOfThisName}}");
        assertThat(read(SERVER)).isEmpty();
        assertThat(messages()).singleElement().asString().contains("nothingOfThisName");

        Files.writeString(
                dir.resolve("mail/message.txt"), "{{#stores}}{{^due}}{{onlyWhereNothingIsDue}}{{/due}}{{/stores}}");
        assertThat(read(SERVER)).isEmpty();
        assertThat(messages()).anyMatch(message -> message.contains("onlyWhereNothingIsDue"));
    }
}
