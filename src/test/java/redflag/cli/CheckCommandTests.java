package redflag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTests {

    private static final Path CORPUS =
            Path.of("src/test/resources/redflag/check").toAbsolutePath();

    @TempDir
    private Path dir;

    private Path job = Path.of("unset");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void anAgencyWithTwoStores() throws IOException {
        Files.createDirectories(dir.resolve("exports"));
        Files.writeString(dir.resolve("stores.csv"), """
                account,store,marketplace,name,seller since,language,manager,cc
                maple,maple-us,US,Maple,,en,mia@agency.example,
                walnut,walnut-us,US,Walnut,,en,mia@agency.example,
                """);
        job = Files.writeString(dir.resolve("job.yaml"), """
                name: check
                stores: stores.csv
                exports: exports
                reports: %s
                database: data
                as-of: 2026-11-22
                """.formatted(CORPUS.resolve("reports")));
    }

    private int run(String draft, String store, String reason, String... more) {
        String[] arguments = new String[8 + more.length];
        String[] first = {
            "check", CORPUS.resolve(draft).toString(), "--store", store, "--reason", reason, "--job", job.toString()
        };
        System.arraycopy(first, 0, arguments, 0, 8);
        System.arraycopy(more, 0, arguments, 8, more.length);
        return RedflagCommand.commandLine(Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private String output() {
        return out.toString().replace(CORPUS.toString(), "CORPUS").replaceAll("\\s+", " ");
    }

    @Test
    void aSoundDraftEndsWithZeroAndSaysWhatItWasHeldAgainst() {
        assertThat(run("good/late-shipment.txt", "maple-us", "late-shipment")).isZero();
        assertThat(output())
                .startsWith("CORPUS/good/late-shipment.txt: no known ground for refusal, no advice")
                .contains("maple-us, late-shipment;", "exit 0", "the report of 22 November 2026")
                .doesNotContain("Not checked");
    }

    @Test
    void aFindingHasItsPlaceItsReasonAndWhatToDo() {
        assertThat(run("bad/figure-count.txt", "maple-us", "late-shipment")).isEqualTo(1);
        assertThat(output())
                .startsWith("CORPUS/bad/figure-count.txt: 1 ground for refusal, no advice")
                .contains(
                        "Grounds for refusal figure-contradicts-report – Opening, sentence 2: \"Between 24 October 2026",
                        "The count 24 of 610: for this metric the report of 22 November 2026 has 42 of 610.",
                        "Do: take the figures of the report");
    }

    @Test
    void adviceAloneEndsWithZero() {
        assertThat(run("bad/stock-phrase.txt", "maple-us", "late-shipment")).isZero();
        assertThat(output()).contains("no known ground for refusal, 1 piece of advice", "Advice stock-phrase");
    }

    @Test
    void withoutAReportTheRuleIsLeftOutAndThatIsSaid() {
        assertThat(run("bad/figure-count.txt", "walnut-us", "late-shipment")).isZero();
        assertThat(output()).contains("Not checked figure-contradicts-report: there is no report of walnut-us in");
    }

    @Test
    void aDraftOfAnEarlierNightIsHeldAgainstThatNight() {
        assertThat(run("near/figure-of-an-earlier-night.txt", "maple-us", "late-shipment"))
                .isZero();
        assertThat(output())
                .contains("the report of 15 November 2026, the newest that measures over the days of the draft");
        assertThat(run("near/figure-as-of-an-earlier-night.txt", "maple-us", "late-shipment"))
                .isZero();
        assertThat(output()).contains("the report of 15 November 2026, the day as of which the draft speaks");
    }

    @Test
    void aStatedDayWithoutAReportIsSaid() throws IOException {
        Path draft = dir.resolve("draft.txt");
        Files.writeString(
                draft,
                Files.readString(CORPUS.resolve("near/figure-as-of-an-earlier-night.txt"))
                        .replace("As of 15 November", "As of 13 November"));

        assertThat(run(draft.toString(), "maple-us", "late-shipment")).isZero();
        assertThat(output())
                .contains(
                        "the report of 22 November 2026, the newest of the store",
                        "the draft speaks as of 13 November 2026, and the store has no report of that day");
    }

    @Test
    void theDayOfTheNightOrTheGivenOneIsTheLastOfWhatIsDone() {
        assertThat(run("bad/deed-in-the-future.txt", "maple-us", "late-shipment"))
                .isEqualTo(1);
        assertThat(output())
                .contains("done on 5 January 2027", "that is after 22 November 2026", "sentence 9: \"On 5 January");
        assertThat(run("bad/deed-in-the-future.txt", "maple-us", "late-shipment", "--as-of", "2027-01-05"))
                .isZero();
        assertThat(run("near/figure-of-an-earlier-night.txt", "maple-us", "late-shipment", "--as-of", "2026-11-15"))
                .isZero();
        assertThat(output()).contains("the report of 15 November 2026, the newest of the store");
    }

    @Test
    void withoutADayNoDeedIsJudgedAndThatIsSaid() {
        assertThat(run("bad/deed-in-the-future.txt", "walnut-us", "late-shipment"))
                .isZero();
        assertThat(output()).contains("deed-in-the-future: there is no report of the store");
        assertThat(run("bad/deed-in-the-future.txt", "walnut-us", "late-shipment", "--as-of", "2026-11-22"))
                .isEqualTo(1);
        assertThat(run("bad/deed-in-the-future.txt", "walnut-us", "late-shipment", "--as-of", "tomorrow"))
                .isEqualTo(2);
    }

    @Test
    void submissionsBesideTheJobFileAreRead() throws IOException {
        Path filed = Files.createDirectories(dir.resolve("submissions/walnut-us"));
        Files.copy(CORPUS.resolve("good/late-shipment.txt"), filed.resolve("sent.txt"));
        Files.writeString(filed.resolve("broken.docx"), "no zip");

        assertThat(run("good/late-shipment.txt", "maple-us", "late-shipment")).isEqualTo(1);
        assertThat(output())
                .contains(
                        "text-of-another-store", "stand in walnut-us/sent.txt too", "broken.docx is no Word document");
    }

    @Test
    void wrongArgumentsEndWithTwo() {
        assertThat(run("good/none.txt", "maple-us", "late-shipment")).isEqualTo(2);
        assertThat(run("drafts.csv", "maple-us", "late-shipment")).isEqualTo(2);
        assertThat(run("good/late-shipment.txt", "oak-us", "late-shipment")).isEqualTo(2);
        assertThat(run("good/late-shipment.txt", "maple-us", "lateness")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "there is no file ",
                        "is no .docx, .txt or .md",
                        "has no store oak-us",
                        "'lateness' is no reason that drafts are checked for; those are order-defect-rate, ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void theJsonSaysTheSame() {
        assertThat(run("bad/promises.txt", "maple-us", "late-shipment", "--json"))
                .isEqualTo(1);
        JsonNode checked = JsonMapper.shared().readTree(out.toString());

        assertThat(checked.get("schema").asString()).isEqualTo("redflag/check/1");
        assertThat(checked.get("exitCode").asInt()).isEqualTo(1);
        assertThat(checked.get("report").asString()).isEqualTo("2026-11-22");
        assertThat(checked.get("reportChosenBy").asString()).isEqualTo("NEWEST");
        assertThat(checked.get("asOf").asString()).isEqualTo("2026-11-22");
        JsonNode first = checked.get("findings").get(0);
        assertThat(first.get("rule").asString()).isEqualTo("unresolved-confirm");
        assertThat(first.get("severity").asString()).isEqualTo("GROUNDS");
        assertThat(first.get("part").asString()).isEqualTo("ACTIONS");
        assertThat(first.get("do").asString()).startsWith("replace each");
        assertThat(checked.get("findings").size())
                .isEqualTo(
                        checked.get("grounds").asInt() + checked.get("advice").asInt());
    }
}
