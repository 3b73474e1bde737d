package redflag.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static redflag.delivery.SomeNews.CLOCK;
import static redflag.delivery.SomeNews.LEAD;
import static redflag.delivery.SomeNews.MIA;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipInputStream;
import org.apache.poi.poifs.crypt.CipherAlgorithm;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.HashAlgorithm;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redflag.basics.Store;
import redflag.delivery.RecipientRule.Attach;
import redflag.report.Portfolio;
import redflag.report.StoreOutcome;
import redflag.smtp.Secret;
import redflag.words.Messages;

/** Messages as they travel. */
class MimeTests {

    @TempDir
    private Path reports;

    private MailSettings settings(RecipientRule rule, long zipAbove, long largest) {
        MailSettings plain = SomeNews.settings(Optional.empty());
        return new MailSettings(
                plain.from(),
                plain.replyTo(),
                Optional.empty(),
                1,
                List.of(LEAD),
                List.of(),
                rule,
                Map.of(),
                Optional.empty(),
                zipAbove,
                largest,
                Optional.of("https://files.agency.example/reports"),
                plain.templates());
    }

    private static RecipientRule rule(Attach attach, String language, String password) {
        RecipientRule rule = RecipientRule.DEFAULT;
        return new RecipientRule(
                rule.atLeast(),
                false,
                rule.quiet(),
                rule.digest(),
                attach,
                Optional.of(language),
                Optional.of(password).filter(text -> !text.isEmpty()).map(Secret::new));
    }

    private static Message message(String address, News news, MailSettings settings) throws IOException {
        Recipient recipient = Routing.of(news, settings).stream()
                .map(Routing.Route::recipient)
                .filter(of -> of.address().equals(address))
                .findFirst()
                .orElseThrow();
        return new Composer(news, settings).message(recipient, false);
    }

    private static byte[] bytes(Message message, MailSettings settings) throws IOException, MessagingException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Mime.of(message, settings, "<1@agency.example>", CLOCK.instant(), "nightly")
                .writeTo(out);
        return out.toByteArray();
    }

    private static MimeMessage read(byte[] bytes) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    private static List<BodyPart> attachments(MimeMessage mime) throws IOException, MessagingException {
        MimeMultipart all = (MimeMultipart) mime.getContent();
        List<BodyPart> parts = new ArrayList<>();
        for (int i = 1; i < all.getCount(); i++) {
            parts.add(all.getBodyPart(i));
        }
        return parts;
    }

    private static List<String> names(MimeMessage mime) throws IOException, MessagingException {
        List<String> names = new ArrayList<>();
        for (BodyPart part : attachments(mime)) {
            names.add(part.getFileName());
        }
        return names;
    }

    @Test
    void itIsProperAndTheSameEachTime() throws Exception {
        News news = SomeNews.withReports(SomeNews.news(reports));
        MailSettings settings = settings(rule(Attach.ALL, "en", ""), 1 << 20, 1 << 20);
        byte[] bytes = bytes(message(MIA, news, settings), settings);

        assertThat(bytes).isEqualTo(bytes(message(MIA, news, settings), settings));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text.chars()).as("7-bit").allMatch(letter -> letter < 128);
        assertThat(text.split("\r\n", -1)).as("short lines").allMatch(line -> line.length() <= 998);
        assertThat(text.replace("\r\n", "")).as("lines end as they must").doesNotContain("\r", "\n");
        assertThat(text).as("nothing is loaded from anywhere").doesNotContain("src=", "http-equiv", "url(", "<script");
        MimeMessage mime = read(bytes);
        assertThat(mime.getHeader("Date")).containsExactly("Mon, 23 Nov 2026 05:30:00 +0000");
        assertThat(mime.getHeader("Message-ID")).containsExactly("<1@agency.example>");
        assertThat(mime.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mime.getHeader("List-Id")).containsExactly("<nightly.redflag.agency.example>");
        assertThat(mime.getSubject()).isEqualTo("[Off target] 1 of 2 stores \u00b7 22 Nov 2026");
        MimeMultipart bodies = (MimeMultipart)
                ((MimeMultipart) mime.getContent()).getBodyPart(0).getContent();
        assertThat(bodies.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(bodies.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat((String) bodies.getBodyPart(0).getContent())
                .contains("[Off target] Acme & Sons Outdoor (acme-us \u00b7 US)");
        assertThat((String) bodies.getBodyPart(1).getContent()).contains("Acme &amp; Sons Outdoor");
    }

    @Test
    void attachedIsWhatMattersAndByteForByteTheFile() throws Exception {
        News news = SomeNews.withReports(SomeNews.news(reports));
        MailSettings settings = settings(rule(Attach.OFF_TARGET, "en", ""), 1 << 20, 1 << 20);

        MimeMessage mime = read(bytes(message(MIA, news, settings), settings));

        assertThat(names(mime)).containsExactly("acme-us-account-health-2026-11-22.xlsx");
        assertThat(attachments(mime).get(0).getInputStream().readAllBytes())
                .isEqualTo(Files.readAllBytes(
                        reports.resolve("2026-11-22/acme-us/acme-us-account-health-2026-11-22.xlsx")));
    }

    @Test
    void theLeadGetsThePortfolioFirst() throws Exception {
        News news = SomeNews.withReports(SomeNews.news(reports));
        MailSettings settings = settings(rule(Attach.NONE, "en", ""), 1 << 20, 1 << 20);

        MimeMessage mime = read(bytes(message(LEAD, news, settings), settings));

        assertThat(names(mime)).containsExactly("portfolio-2026-11-22.xlsx", "portfolio-2026-11-22.html");
        assertThat(mime.getSubject())
                .isEqualTo("[Deactivated] 1 of 6 stores \u00b7 22 Nov 2026 \u00b7 1 without report");
    }

    @Test
    void manyAreOneArchiveAStoreAndThePortfolioStaysAsItIs() throws Exception {
        News news = SomeNews.withReports(SomeNews.news(reports));
        MailSettings settings = settings(rule(Attach.OFF_TARGET, "en", ""), 10, 1 << 20);

        MimeMessage mime = read(bytes(message(LEAD, news, settings), settings));

        assertThat(names(mime))
                .containsExactly(
                        "portfolio-2026-11-22.xlsx",
                        "portfolio-2026-11-22.html",
                        "elder-jp-2026-11-22.zip",
                        "acme-us-2026-11-22.zip");
        try (ZipInputStream zip = new ZipInputStream(attachments(mime).get(3).getInputStream())) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("acme-us-account-health-2026-11-22.xlsx");
            assertThat(zip.readAllBytes())
                    .isEqualTo(Files.readAllBytes(
                            reports.resolve("2026-11-22/acme-us/acme-us-account-health-2026-11-22.xlsx")));
            assertThat(zip.getNextEntry()).isNull();
        }
    }

    @Test
    void whatIsTooLargeIsNamedWithWhereItLies() throws Exception {
        News news = SomeNews.withReports(SomeNews.news(reports));
        Path large = reports.resolve("2026-11-22/acme-us/acme-us-account-health-2026-11-22.xlsx");
        Files.write(large, new byte[800_000]);
        MailSettings settings = settings(rule(Attach.ALL, "en", ""), 10 << 20, 1_000_000);

        Message message = message(MIA, news, settings);
        byte[] bytes = bytes(message, settings);

        assertThat(bytes.length).isLessThan(1_000_000);
        assertThat(names(read(bytes))).containsExactly("acme-uk-account-health-2026-11-22.xlsx");
        assertThat(message.text())
                .contains("Too large to go with this message: acme-us-account-health-2026-11-22.xlsx. It lies with the")
                .contains("https://files.agency.example/reports/2026-11-22");
    }

    @Test
    void workbooksOpenWithTheRecipientsPasswordAlone() throws Exception {
        News news = SomeNews.withReports(SomeNews.news(reports));
        MailSettings settings = settings(rule(Attach.OFF_TARGET, "en", "open sesame"), 1 << 20, 1 << 20);

        Message message = message(LEAD, news, settings);
        MimeMessage mime = read(bytes(message, settings));

        assertThat(names(mime)).as("the page can't be encrypted").noneMatch(name -> name.endsWith(".html"));
        byte[] attached = attachments(mime).get(2).getInputStream().readAllBytes();
        byte[] file = Files.readAllBytes(reports.resolve("2026-11-22/acme-us/acme-us-account-health-2026-11-22.xlsx"));
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(attached))) {
            EncryptionInfo info = new EncryptionInfo(container);
            assertThat(info.getHeader().getCipherAlgorithm()).isEqualTo(CipherAlgorithm.aes256);
            assertThat(info.getVerifier().getHashAlgorithm()).isEqualTo(HashAlgorithm.sha512);
            Decryptor decryptor = info.getDecryptor();
            assertThat(decryptor.verifyPassword("sesame")).isFalse();
            assertThat(decryptor.verifyPassword("open sesame")).isTrue();
            assertThat(decryptor.getDataStream(container).readAllBytes()).isEqualTo(file);
        }
        assertThat(message.text())
                .contains("open with the password that you were given")
                .doesNotContain("sesame");
        assertThat(message.content())
                .as("a salt makes no other message")
                .isEqualTo(message(LEAD, news, settings).content());
    }

    @Test
    void filesHaveTheirNamesInAnyLanguage() throws Exception {
        News plain = SomeNews.withReports(SomeNews.news(reports));
        String name = "\u6b63\u54c1\u5e97-account-health-2026-11-22.xlsx";
        Files.writeString(reports.resolve(name), "workbook");
        MailSettings settings = settings(rule(Attach.ALL, "zh", ""), 1 << 20, 1 << 20);
        Message message = message(MIA, plain, settings);
        Enclosures enclosures = new Enclosures(
                List.of(new Enclosures.Group("", List.of(reports.resolve(name)))), false, List.of(), Optional.empty());

        byte[] bytes = bytes(
                new Message(message.recipient(), message.subject(), message.text(), message.html(), enclosures),
                settings);

        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text).as("RFC 2231").contains("filename*=UTF-8''%E6%AD%A3%E5%93%81%E5%BA%97");
        assertThat(text.chars()).allMatch(letter -> letter < 128);
        MimeMessage mime = read(bytes);
        assertThat(names(mime)).containsExactly(name);
        assertThat(mime.getSubject()).startsWith("[\u672a\u8fbe\u6807]");
        MimeMultipart bodies = (MimeMultipart)
                ((MimeMultipart) mime.getContent()).getBodyPart(0).getContent();
        assertThat((String) bodies.getBodyPart(0).getContent()).contains("\u4e0b\u4e00\u6b65");
    }

    @Test
    void aStoresNamePutsNothingIntoTheHeadersOrTheBody() throws Exception {
        String name = "Acme\r\nBcc: thief@else.example\r\n\r\n<script>alert(1)</script>{{counts}}";
        News news = SomeNews.news(reports);
        StoreOutcome outcome = news.portfolio().stores().get(1);
        Store store = SomeNews.store("acme-us", name, "US", MIA);
        Portfolio portfolio = news.portfolio();
        News evil = new News(
                news.day(),
                "en",
                portfolio,
                List.of(new StoreNews(store, Optional.of(outcome), "", List.of())),
                reports);
        MailSettings settings = settings(rule(Attach.NONE, "en", ""), 1 << 20, 1 << 20);

        Message message = message(MIA, evil, settings);
        MimeMessage mime = read(bytes(message, settings));

        assertThat(mime.getHeader("Bcc")).isNull();
        assertThat(mime.getAllRecipients()).hasSize(1);
        assertThat(mime.getSubject()).startsWith("[Off target] Acme Bcc: thief@else.example");
        assertThat(message.html())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;")
                .contains("{{counts}}");
    }

    @Test
    void aStoreWithAnOpenNoticeNamesTheFolderOfItsPack() throws Exception {
        News news = SomeNews.news(reports);

        Message english = message(MIA, news, settings(rule(Attach.NONE, "en", ""), 1 << 20, 1 << 20));
        Message chinese = message(MIA, news, settings(rule(Attach.NONE, "zh", ""), 1 << 20, 1 << 20));
        Message ofAnother = message(SomeNews.ANTON, news, settings(rule(Attach.NONE, "en", ""), 1 << 20, 1 << 20));

        String told = "Appeal packs, among the reports: N-7 in 2026-11-22/acme-us/acme-us-N-7-pack,"
                + " N-9 in 2026-11-22/acme-us/acme-us-N-9-pack.";
        assertThat(english.text()).containsOnlyOnce(told);
        assertThat(english.html()).containsOnlyOnce(told);
        assertThat(chinese.text()).contains("\u7533\u8bc9\u6750\u6599\u5305", "acme-us-N-9-pack");
        assertThat(ofAnother.text()).doesNotContain("-pack");
    }

    @Test
    void aNewAccountSaysHowFarItsPapersAre() throws Exception {
        News news = SomeNews.news(reports);
        MailSettings settings = settings(rule(Attach.NONE, "en", ""), 1 << 20, 1 << 20);
        String told =
                "New account: 1 of 2 papers that Amazon always verifies are there; not there: Utility bill: Too old.";

        assertThat(message(SomeNews.ANTON, news, settings).text()).containsOnlyOnce(told);
        assertThat(message(SomeNews.ANTON, news, settings).html()).containsOnlyOnce(told);
        assertThat(message(MIA, news, settings).text()).doesNotContain("New account");
    }

    @Test
    void everyLanguageHasEveryWord() {
        for (String language : Messages.languages()) {
            Map<String, Object> facts = BodyFacts.nothing(Messages.forLanguage(language));

            assertThat(MailTemplates.shipped().html(facts)).contains("lang=\"" + language + "\"");
            assertThat(MailTemplates.shipped().text(facts)).isNotBlank();
        }
    }
}
