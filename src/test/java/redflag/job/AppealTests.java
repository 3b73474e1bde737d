package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redflag.notices.NoticeKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Packs from the desk to the folder: clear words for what is not there, and nothing made up. */
class AppealTests {

    @TempDir
    private Path folder;

    private TestAgency agency;

    @BeforeEach
    void sample() throws IOException {
        agency = TestAgency.in(folder).of("alder", "juniper");
    }

    private TestAgency.Ran appeal(String store, String... arguments) {
        return TestAgency.command(
                TestAgency.MORNING_AFTER,
                Stream.concat(
                                Stream.of("appeal", "--job", agency.job().toString(), "--store", store),
                                Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private Path packs(String store) {
        return folder.resolve("reports/appeals/2026-11-22").resolve(store);
    }

    static Stream<String> reasons() {
        return Stream.of(NoticeKind.values()).map(NoticeKind::word);
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void aReasonWithoutANoticeHasAPackThatSaysSo(String reason) throws IOException {
        TestAgency.Ran ran = appeal("alder-us", "--reason", reason);

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("without a notice: ", "No night has reported alder-us yet");
        Path pack = packs("alder-us").resolve("alder-us-" + reason + "-pack");
        String name = "alder-us-" + reason + "-pack-";
        assertThat(text(pack.resolve(name + "overview-2026-11-22-internal.docx")))
                .contains("No notice of this reason is on file for the store.");
        assertThat(text(pack.resolve(name + "question-2026-11-22-internal.docx")))
                .contains("Please tell us the reason for this notice");
    }

    @Test
    void whereTheOnlyNoticeOfTheReasonIsOverItIsNamed(@TempDir Path elder) throws IOException {
        agency = TestAgency.in(elder).of("elder");

        TestAgency.Ran ran = appeal("elder-uk", "--reason", "listing-policy");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .contains("without a notice: ", "No open notice of this reason is on file", "that is over: E-2")
                .doesNotContain("No notice of this reason");
        assertThat(appeal("elder-uk", "--reason", "listing-policy", "--notice", "E-2")
                        .out())
                .contains("E-2: ", "The notices file says that this is over.")
                .doesNotContain("No open notice");
        assertThat(appeal("elder-uk", "--reason", "condition").out())
                .contains("No notice of this reason")
                .doesNotContain("E-2");
    }

    @Test
    void anUnknownReasonIsSaidWithTheKnownOnes() {
        TestAgency.Ran ran = appeal("alder-us", "--reason", "section-3");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err())
                .contains("'section-3' is no reason that packs are made for", "authenticity", "late-shipment");
        assertThat(packs("alder-us")).doesNotExist();
    }

    @Test
    void aNoticeThatIsNotThereOrIsAboutAnotherReasonIsSaid() throws IOException {
        notices("A-1,alder-us,2026-11-10,condition,B0NEVER001,,to do");

        assertThat(appeal("alder-us", "--reason", "condition", "--notice", "A-9")
                        .err())
                .contains("alder-us has no notice 'A-9' on file; it has A-1");
        TestAgency.Ran other = appeal("alder-us", "--reason", "authenticity", "--notice", "A-1");
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).contains("the notice 'A-1' is about condition, not authenticity");
    }

    /** Neither sales nor a day are made up. */
    @Test
    void anAsinNeverSoldAndADeadlinePastAreSaid() throws IOException {
        notices("A-1,alder-us,2026-11-10,authenticity,B0NEVER001,2026-11-15,to do");

        TestAgency.Ran ran = appeal("alder-us", "--reason", "authenticity");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("passed 7 days ago", "B0NEVER001 was never sold");
        Path pack = packs("alder-us").resolve("alder-us-A-1-pack");
        String overview = text(pack.resolve("alder-us-A-1-pack-overview-2026-11-22-internal.docx"));
        assertThat(overview)
                .contains("The day to answer, 15 November 2026, passed 7 days ago.")
                .contains("B0NEVER001 was never sold in the days that the order reports cover");
        String letter = text(pack.resolve("alder-us-A-1-pack-letter-2026-11-22-internal.docx"));
        assertThat(letter)
                .contains("10 November 2026", "B0NEVER001", "[confirm:")
                .doesNotContain("orders of B0NEVER001");
        assertThat(pack.resolve("alder-us-A-1-pack-letter-2026-11-22.docx")).doesNotExist();
    }

    /** An invoice that was made after the notice can't show what was before it. */
    @Test
    void aDocumentDatedAfterTheNoticeIsSaid() throws IOException {
        notices("A-1,alder-us,2026-11-10,authenticity,B0NEVER001,,to do");
        Files.writeString(
                agency.exports().resolve("alder/our-documents.csv"),
                "document,store,kind,date,file,supplier,listings,units,notice\n"
                        + "D-1,alder-us,supplier invoice,2026-11-12,d1.pdf,Northway,B0NEVER001,40,A-1\n");
        Path papers = Files.createDirectories(folder.resolve("inbox/documents/alder"));
        Files.writeString(papers.resolve("d1.pdf"), "%PDF-1.4");

        appeal("alder-us", "--reason", "authenticity");

        assertThat(text(packs("alder-us")
                        .resolve("alder-us-A-1-pack/alder-us-A-1-pack-overview-2026-11-22-internal.docx")))
                .contains("Dated after the notice", "It is dated 12 November 2026, 2 days after the notice came.");
    }

    /** A second pack of the day leaves the first alone; the same one again replaces its own files. */
    @Test
    void packsOfADayLieBesideEachOther() throws IOException {
        appeal("alder-us", "--reason", "verification");
        appeal("alder-us", "--reason", "condition");
        appeal("alder-us", "--reason", "condition");

        assertThat(names(packs("alder-us"))).containsExactly("alder-us-condition-pack", "alder-us-verification-pack");
    }

    /** A night makes one for each notice that is to be answered; a rerun without the notice takes it away. */
    @Test
    void aNightMakesThemForOpenNotices() throws IOException {
        notices(
                "A-1,alder-us,2026-11-10,copyright,B0NEVER001,,to do",
                "A-2,alder-us,2026-11-10,condition,B0NEVER001,,sent",
                "A-3,alder-us,2026-11-10,condition,B0NEVER001,,closed",
                "A/4,alder-us,2026-11-10,section 3,B0NEVER001,,new");
        Path store = agency.reports().resolve("alder-us");

        agency.run();

        assertThat(names(store).stream().filter(name -> name.endsWith("-pack")))
                .containsExactly("alder-us-A-1-pack", "alder-us-A-4-pack");
        assertThat(names(store.resolve("alder-us-A-1-pack")))
                .contains(
                        "alder-us-A-1-pack-letter-2026-11-22-internal.docx",
                        "alder-us-A-1-pack-counter-notice-2026-11-22-internal.docx",
                        "alder-us-A-1-pack-overview-2026-11-22-internal.docx");
        assertThat(text(store.resolve("alder-us-A-4-pack/alder-us-A-4-pack-overview-2026-11-22-internal.docx")))
                .contains("The reason of this notice, \"section 3\", is not known: no letter is drafted.");

        notices("A-1,alder-us,2026-11-10,copyright,B0NEVER001,,to do");
        agency.run("--again");

        assertThat(names(store).stream().filter(name -> name.endsWith("-pack"))).containsExactly("alder-us-A-1-pack");
    }

    /** What Amazon has answered since is to be answered again, also where nobody has changed its state. */
    @Test
    void aNightMakesOneForWhatAmazonHasAnsweredSince() throws IOException {
        Files.writeString(
                agency.exports().resolve("alder/our-notices.csv"),
                "notice,store,received,reason,listings,state,submitted,amazon answered\n"
                        + "A-1,alder-us,2026-11-08,authenticity,B0NEVER001,sent,2026-11-10: plan,2026-11-12: more detail"
                        + " on the root causes\n"
                        + "A-2,alder-us,2026-11-08,authenticity,B0NEVER001,sent,2026-11-14: plan,2026-11-12: more\n");
        Path store = agency.reports().resolve("alder-us");

        agency.run();

        assertThat(names(store).stream().filter(name -> name.endsWith("-pack"))).containsExactly("alder-us-A-1-pack");
        assertThat(text(store.resolve("alder-us-A-1-pack/alder-us-A-1-pack-overview-2026-11-22-internal.docx")))
                .contains("Amazon answered on 12 November 2026, not before what was sent last")
                .contains("After Amazon's answer: is it worth sending again now?", "No: nothing on file is newer")
                .doesNotContain("It is with Amazon");
    }

    /** Programs find what people find: folder, letters, and what is left to do. */
    @Test
    void theMachineCopyNamesThePacks() throws IOException {
        notices(
                "A-2,alder-us,2026-11-10,authenticity,B0NEVER001,2026-11-25,refused",
                "A-1,alder-us,2026-11-10,condition,B0NEVER001,2026-11-24,to do");

        agency.run();

        Path store = agency.reports().resolve("alder-us");
        JsonNode packs = JsonMapper.shared()
                .readTree(
                        store.resolve("alder-us-account-health-2026-11-22.json").toFile())
                .path("packs");
        assertThat(packs).hasSize(2);
        JsonNode first = packs.path(0);
        assertThat(first.path("notice").asString()).isEqualTo("A-1");
        assertThat(first.path("reason").asString()).isEqualTo("condition");
        assertThat(first.path("folder").asString()).isEqualTo("alder-us-A-1-pack");
        assertThat(first.path("toConfirm").asInt()).isPositive();
        assertThat(first.path("toCollect").asInt()).isPositive();
        assertThat(first.has("again")).isFalse();
        assertThat(packs.path(1).path("again").path("verdict").asString()).isEqualTo("ANSWER_NOT_ON_FILE");
        assertThat(packs.path(1).path("again").path("worthSending").asBoolean(true))
                .isFalse();
        for (JsonNode pack : packs) {
            List<String> files = new ArrayList<>(List.of(pack.path("overview").asString()));
            pack.path("letters").forEach(letter -> files.add(letter.path("file").asString()));
            assertThat(files)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(file -> assertThat(store.resolve(file)).exists());
            assertThat(names(store.resolve(pack.path("folder").asString()))).hasSameSizeAs(files);
        }
    }

    private static final String REFUSED =
            "A-1,alder-us,2026-11-02,authenticity,B0NEVER001,,refused,2026-11-10: %s,2026-11-12: greater detail on the root causes";

    private String again(String sent) throws IOException {
        Files.writeString(
                agency.exports().resolve("alder/our-notices.csv"),
                "notice,store,received,reason,listings,deadline,state,submitted,amazon answered\n"
                        + "A-12,alder-us,2026-11-02,authenticity,B0NEVER002,,closed,,\n"
                        + String.format(Locale.ROOT, REFUSED, sent) + "\n");
        TestAgency.Ran ran = appeal("alder-us", "--reason", "authenticity");
        assertThat(ran.err()).isEmpty();
        return text(packs("alder-us").resolve("alder-us-A-1-pack/alder-us-A-1-pack-overview-2026-11-22-internal.docx"));
    }

    private void sent(String name, String text) throws IOException {
        Path store = Files.createDirectories(agency.job().resolveSibling("submissions/alder-us"));
        Files.writeString(store.resolve(name), text);
    }

    /** What was sent is read from where it lies, and held against the answer; nothing is taken for it that may be another's. */
    @Test
    void theLetterThatWasSentLastIsHeldAgainstTheAnswer() throws IOException {
        assertThat(again("plan"))
                .contains("The letter that was sent last is not on file", "Not compared")
                .contains("Still to be confirmed");

        sent("A-12-plan.md", "Root causes\n\n1. Another notice's letter about inauthentic items.\n");
        sent("A-1-2026-11-20.md", "Root causes\n\n1. Dated after it was sent.\n");
        assertThat(again("plan")).contains("The letter that was sent last is not on file");

        sent("A-1-2026-11-09.md", "Actions taken\n\n1. We stopped the sale of B0NEVER001 on 2026-11-08.\n");
        assertThat(again("plan"))
                .contains("is read from A-1-2026-11-09.md", "No: nothing on file is newer")
                .contains("No longer there", "We stopped the sale of B0NEVER001 on 2026-11-08.");

        sent("A-1-first.md", "Root causes\n\n1. Of 12 orders looked into 9 came from one batch.\n");
        assertThat(again("A-1-first.md")).contains("is read from A-1-first.md", "Yes");

        sent("A-1-second-2026-11-09.md", "Root causes\n\n1. The same day.\n");
        assertThat(again("plan"))
                .contains("Which of these was sent last can't be told", "A-1-2026-11-09.md, A-1-second-2026-11-09.md");

        Files.write(agency.job().resolveSibling("submissions/alder-us").resolve("A-1-scan.docx"), new byte[] {1, 2});
        assertThat(again("A-1-scan.docx")).contains("can't be read, so it is not compared: A-1-scan.docx");
    }

    /** The sheet says it in few words. */
    @Test
    void theSheetNoticesSaysWhetherToSendAgain() throws IOException {
        again("plan");

        agency.run();

        try (InputStream in = Files.newInputStream(
                        agency.reports().resolve("alder-us/alder-us-account-health-2026-11-22.xlsx"));
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                XSSFExcelExtractor text = new XSSFExcelExtractor(workbook)) {
            assertThat(text.getText())
                    .contains(
                            "Send again now? No, nothing is new since (the letter that was sent last is not on file).");
        }
    }

    private void notices(String... rows) throws IOException {
        Files.writeString(
                agency.exports().resolve("alder/our-notices.csv"),
                "notice,store,received,reason,listings,deadline,state\n" + String.join("\n", rows) + "\n");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }

    private static String text(Path document) throws IOException {
        try (InputStream in = Files.newInputStream(document);
                XWPFDocument opened = new XWPFDocument(in);
                XWPFWordExtractor text = new XWPFWordExtractor(opened)) {
            return text.getText();
        }
    }
}
