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
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.FileTimes;

class InitCommandTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final List<String> OF_ANY = List.of(
            "QUICKSTART.md",
            "QUICKSTART.zh.md",
            "cache",
            "data",
            "inbox/exports",
            "inbox/stores.csv",
            "jobs/nightly.yaml",
            "logs",
            "reports");

    @TempDir
    private Path dir;

    private Path agency;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void aNameThatIsNoWord() {
        agency = dir.resolve("我的 店铺 (2)");
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return RedflagCommand.commandLine(CLOCK)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    /** Files, and folders that are empty. */
    private List<String> there() throws IOException {
        try (Stream<Path> walk = Files.walk(agency)) {
            return walk.filter(path -> Files.isRegularFile(path) || isEmpty(path))
                    .map(path -> agency.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isEmpty(Path folder) {
        String[] names = folder.toFile().list();
        return names != null && names.length == 0;
    }

    @Test
    void accountsGetAFolderTheirTablesAndARowToBeFilledIn() throws IOException {
        assertThat(run("init", agency.toString(), "--accounts", "acme,north-1")).isZero();

        assertThat(there())
                .containsExactly(
                        "QUICKSTART.md",
                        "QUICKSTART.zh.md",
                        "cache",
                        "data",
                        "inbox/exports/acme",
                        "inbox/exports/north-1",
                        "inbox/stores.csv",
                        "inbox/templates/acme/account-status.csv",
                        "inbox/templates/acme/actions.csv",
                        "inbox/templates/acme/documents.csv",
                        "inbox/templates/acme/notices.csv",
                        "inbox/templates/north-1/account-status.csv",
                        "inbox/templates/north-1/actions.csv",
                        "inbox/templates/north-1/documents.csv",
                        "inbox/templates/north-1/notices.csv",
                        "jobs/nightly.yaml",
                        "logs",
                        "reports");
        assertThat(Files.readString(agency.resolve("inbox/stores.csv")))
                .isEqualTo("\ufeffaccount,store,marketplace,name,seller since,language,manager,cc\n"
                        + "acme,acme,FILL-IN,,,en,FILL-IN,\nnorth-1,north-1,FILL-IN,,,en,FILL-IN,\n");
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("Made " + agency.resolve("jobs/nightly.yaml"), "; exit 0")
                .contains("FAIL " + agency.resolve("inbox/stores.csv") + ":2: manager 'FILL-IN' is no e-mail address");

        assertThat(run("run", agency.resolve("jobs/nightly.yaml").toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "inbox/stores.csv:2: marketplace 'FILL-IN' is not known; write a country code such as US or UK",
                        "inbox/stores.csv:3: manager 'FILL-IN' is no e-mail address",
                        "redflag: 4 problems; nothing was written; exit 2");
    }

    @Test
    void theJobFileIsTheOneInJobs() throws IOException {
        run("init", agency.toString());

        assertThat(agency.resolve("jobs/nightly.yaml")).hasSameTextualContentAs(Path.of("jobs/nightly.yaml"));
    }

    @Test
    void aStoresFileIsCheckedAndCopiedAndTheNightRuns() throws IOException {
        Path stores = Files.writeString(
                dir.resolve("mine.csv"),
                "account,store,marketplace,language,manager\nalder,alder-us,US,zh,ann@example.com\n");

        assertThat(run("init", agency.toString(), "--stores", stores.toString()))
                .isZero();

        assertThat(agency.resolve("inbox/stores.csv")).hasSameBinaryContentAs(stores);
        assertThat(agency.resolve("inbox/templates/alder/notices.csv"))
                .hasSameBinaryContentAs(Path.of("src/main/resources/desk/zh/notices.csv"));
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains(
                        "ok job nightly is valid: 1 store of 1 account",
                        "warn no download yet of account alder -> put the downloads into "
                                + agency.resolve("inbox/exports/alder"),
                        "0 FAIL, 1 warn What to do next: " + agency.resolve("QUICKSTART.md") + "; exit 0");

        Path exports = agency.resolve("inbox/exports/alder");
        for (String file : List.of("all-orders.txt", "late-shipments.csv", "order-defects.csv")) {
            Files.copy(Path.of("sample-data/inbox/exports/alder").resolve(file), exports.resolve(file));
        }
        FileTimes.set(exports, CLOCK.instant().minusSeconds(3_600));
        String job = agency.resolve("jobs/nightly.yaml").toString();
        assertThat(run("run", job)).as(err.toString()).isZero();
        assertThat(agency.resolve("reports/2026-11-22/alder-us/alder-us-account-health-2026-11-22.xlsx"))
                .exists();
        assertThat(run("doctor", job)).isZero();
        assertThat(out.toString()).contains("0 FAIL, 0 warn; exit 0");
    }

    @Test
    void whatIsThereStaysAndWhatIsMissingIsAdded() throws IOException {
        run("init", agency.toString());
        assertThat(there()).isEqualTo(OF_ANY);
        Path job = Files.writeString(agency.resolve("jobs/nightly.yaml"), "name: mine\n");
        Files.writeString(
                agency.resolve("inbox/stores.csv"),
                "account,store,marketplace,manager\nlater,later-us,US,ann@example.com\n");
        Files.delete(agency.resolve("QUICKSTART.md"));

        assertThat(run("init", agency.toString(), "--accounts", "other")).isZero();

        assertThat(job).hasContent("name: mine");
        assertThat(agency.resolve("inbox/stores.csv"))
                .content()
                .contains("later-us")
                .doesNotContain("other");
        assertThat(out.toString())
                .contains(
                        "Made " + agency.resolve("inbox/exports/later"),
                        "Made " + agency.resolve("inbox/templates/later"),
                        "Made " + agency.resolve("inbox/exports/other"),
                        "Made " + agency.resolve("QUICKSTART.md"),
                        "There already, left as it is: " + job,
                        "There already, left as it is: " + agency.resolve("inbox/stores.csv"))
                .doesNotContain("Made " + job);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "店铺", ".hidden", "a/b", ""})
    void anAccountIsAFolderName(String account) {
        assertThat(run("init", agency.toString(), "--accounts", "acme," + account + ",x"))
                .isEqualTo(2);

        assertThat(err.toString())
                .startsWith("redflag: account '" + account
                        + "' becomes a folder name: letters, digits, dots, dashes and" + " underscores only");
        assertThat(agency).doesNotExist();
    }

    @Test
    void wrongArgumentsSayWhatIsRightAndWriteNothing() throws IOException {
        Path broken =
                Files.writeString(dir.resolve("broken.csv"), "account,store,marketplace,manager\na,a,Atlantis,ann\n");

        assertThat(run("init", agency.toString(), "--stores", broken.toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        broken + ":2: marketplace 'Atlantis' is not known",
                        "redflag: 2 problems; nothing was written; exit 2");
        assertThat(run("init", agency.toString(), "--stores", broken.toString(), "--accounts", "a"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("the stores file names the accounts; leave out --accounts");
        assertThat(run(
                        "init",
                        agency.toString(),
                        "--stores",
                        dir.resolve("nowhere.csv").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("there is no file " + dir.resolve("nowhere.csv"));
        Path book = Files.writeString(dir.resolve("stores.XLSX"), "PK");
        assertThat(run("init", agency.toString(), "--stores", book.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is a workbook; save it as CSV");
        assertThat(agency).doesNotExist();

        assertThat(run("init", broken.toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith("redflag: can't write to " + broken + ": ");
    }

    @Test
    void bothPagesNameTheExitCodesAndTheCommands() throws IOException {
        run("init", agency.toString());
        Pattern fixed =
                Pattern.compile("`(?:java -jar )?[a-z0-9./-]+\\.(?:jar|yaml|csv|html|xlsx)`|`[A-Za-z]+`|(?m)^\\| \\d ");

        List<List<String>> pages = Stream.of("QUICKSTART.md", "QUICKSTART.zh.md")
                .map(page -> named(agency.resolve(page), fixed))
                .toList();

        assertThat(pages.get(0)).contains("| 0 ", "| 4 ", "`redflag-0.1.0.jar`", "`marketplace`");
        assertThat(pages.get(1)).containsAll(pages.get(0));
        assertThat(agency.resolve("QUICKSTART.md")).content().contains(version());
    }

    private static List<String> named(Path page, Pattern pattern) {
        try {
            return pattern.matcher(Files.readString(page))
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** As the pom has it. */
    private static String version() throws IOException {
        Matcher version = Pattern.compile("<artifactId>redflag</artifactId>\\s+<version>([^<]+)</version>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        return "redflag-" + version.group(1) + ".jar";
    }
}
