package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redflag.history.NightRuns;
import redflag.settings.Problems;

/** Nights that are gone on with, and those of the past, by their commands. */
class RetryAndBackfillTests {

    private static final Instant END = TestAgency.MORNING_AFTER.instant();

    @TempDir
    private Path folder;

    private TestAgency agency;

    @BeforeEach
    void writeAgency() throws Exception {
        agency = TestAgency.in(folder).of("alder", "birch");
    }

    private TestAgency.Ran retry(String... further) {
        return command(List.of("retry", "--job", agency.job().toString()), further);
    }

    private TestAgency.Ran backfill(String from, String to, String... further) {
        return command(List.of("backfill", agency.job().toString(), "--from", from, "--to", to), further);
    }

    private static TestAgency.Ran command(List<String> command, String... further) {
        return TestAgency.command(
                TestAgency.MORNING_AFTER,
                Stream.concat(command.stream(), Stream.of(further)).toArray(String[]::new));
    }

    private NightRuns runs() throws Exception {
        JobDefinition job = JobFile.read(agency.job(), new Problems()).orElseThrow();
        LocalDate night = LocalDate.of(2026, 11, 22);
        return ((HistoryLook.Seen.Found<SortedMap<LocalDate, NightRuns>>)
                        new HistoryLook(job, "test", END).ask(log -> log.runs("test", night, night)))
                .value()
                .get(night);
    }

    private Path inTheWay(String day) throws Exception {
        Path file = agency.reports().resolveSibling(day).resolve("birch-us");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "a file where the folder of the report should be");
    }

    @Test
    void onlyTheAccountThatFailedIsRedone() throws Exception {
        Path inTheWay = inTheWay("2026-11-22");
        assertThat(agency.run().exitCode()).isEqualTo(1);
        TestAgency.Ran again = retry();
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("account birch failed");
        assertThat(runs()).isEqualTo(new NightRuns(1, false, 2, Optional.of(END), Optional.of(1)));
        Files.delete(inTheWay);

        TestAgency.Ran mended = retry("2026-11-22");

        assertThat(mended.exitCode()).as(mended.err()).isZero();
        assertThat(mended.out()).startsWith("Night of 2026-11-22, job test, attempt 1\n");
        assertThat(mended.out()).contains("All 2 stores are reported; exit 0");
        assertThat(agency.timesWorkedOn()).containsEntry("alder", 1).containsEntry("birch", 3);
        assertThat(runs()).isEqualTo(new NightRuns(1, true, 2, Optional.of(END), Optional.of(0)));
        TestAgency.Ran nothing = retry("test-2026-11-22-1");
        assertThat(nothing.exitCode()).isEqualTo(3);
        assertThat(nothing.out())
                .isEqualToNormalizingNewlines("No account failed in the night of 2026-11-22 of job test (attempt 1):"
                        + " there is nothing to retry; exit 3\n");
    }

    @Test
    void aNightThatWasKilledIsBroughtToItsEnd() throws Exception {
        agency.with("parallel: 1");
        assertThat(agency.runAsProcess("FILES_MOVED:2").exitCode()).isEqualTo(137);
        assertThat(agency.accountsDone()).hasSize(1);
        assertThat(runs()).isEqualTo(new NightRuns(1, false, 1, Optional.empty(), Optional.empty()));

        assertThat(retry().exitCode()).isZero();

        assertThat(agency.accountsDone()).hasSize(2);
        assertThat(agency.run().exitCode()).isEqualTo(3);
    }

    @Test
    void messagesThatAreLeftAreNoMatterOfARetry() throws Exception {
        agency.with("mail: {transport: smtp, from: redflag@example.com, operators: ops@example.com,"
                + " server: {host: localhost, port: 1, security: none, tries: 1}}");
        assertThat(agency.run().exitCode()).isEqualTo(1);

        TestAgency.Ran retry = retry();

        assertThat(retry.exitCode()).isEqualTo(3);
        assertThat(retry.out())
                .contains("nothing to retry, but messages are left, which resend --failed sends; exit 3");
    }

    @Test
    void aNightThatNeverRanCannotBeRetried() throws Exception {
        TestAgency.Ran none = retry();
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).isEqualToNormalizingNewlines("redflag: job test has run no whole night; exit 2\n");
        assertThat(agency.database()).doesNotExist();
        assertThat(agency.run().exitCode()).isZero();
        assertThat(agency.run("--again").exitCode()).isZero();

        assertThat(retry("2026-11-21").err())
                .isEqualToNormalizingNewlines("redflag: job test has run no whole night of 2026-11-21; exit 2\n");
        TestAgency.Ran earlier = retry("2026-11-22-1");
        assertThat(earlier.exitCode()).isEqualTo(2);
        assertThat(earlier.err())
                .contains("attempt 2 has taken the place of that one in the night of 2026-11-22; exit 2");
        assertThat(retry("other-2026-11-22").err()).contains("'other-2026-11-22' is no night of job test");
    }

    @Test
    void pastNightsRunOldestFirstAndThoseThatAreDoneArePassedOver() throws Exception {
        agency.with("mail: {transport: file, from: redflag@example.com, lead: lead@example.com}");
        assertThat(agency.run("--as-of", "2026-11-20").exitCode()).isZero();

        TestAgency.Ran backfill = backfill("2026-11-19", "2026-11-21");

        assertThat(backfill.exitCode()).as(backfill.err()).isZero();
        assertThat(backfill.out())
                .startsWith("No mail goes out for past nights; --mail sends it\nNight of 2026-11-19, job test")
                .containsSubsequence(
                        "Night of 2026-11-19, job test, attempt 1",
                        "Night of 2026-11-20: already done (attempt 1), passed over",
                        "Night of 2026-11-21, job test, attempt 1",
                        "Backfill of job test: 2 nights ran, 1 was done already; exit 0\n");
        assertThat(agency.reports().resolveSibling("2026-11-20/mail")).isNotEmptyDirectory();
        assertThat(agency.reports().resolveSibling("2026-11-19/mail")).doesNotExist();
        TestAgency.Ran nothing = backfill("2026-11-19", "2026-11-21");
        assertThat(nothing.exitCode()).isEqualTo(3);
        assertThat(nothing.out()).endsWith("Backfill of job test: 0 nights ran, 3 were done already; exit 3\n");

        TestAgency.Ran again = backfill("2026-11-21", "2026-11-21", "--again", "--mail");

        assertThat(again.out()).contains("Night of 2026-11-21, job test, attempt 2");
        assertThat(agency.reports().resolveSibling("2026-11-21/mail")).isNotEmptyDirectory();
    }

    @Test
    void aPlanListsWhatIsThereAndDoesNothing() throws Exception {
        assertThat(backfill("2026-11-21", "2026-11-22", "--plan").out())
                .isEqualToNormalizingNewlines("Backfill of job test would\n"
                        + "  2026-11-21  run: nothing is there\n"
                        + "  2026-11-22  run: nothing is there\n"
                        + "2 nights to run, 0 to pass over; nothing is written; exit 0\n");
        assertThat(agency.database()).doesNotExist();
        assertThat(agency.run("--as-of", "2026-11-19").exitCode()).isZero();
        inTheWay("2026-11-20");
        assertThat(agency.run("--as-of", "2026-11-20").exitCode()).isEqualTo(1);
        assertThat(agency.runAsProcess("PORTFOLIO:1", "--as-of", "2026-11-21").exitCode())
                .isEqualTo(137);

        TestAgency.Ran plan = backfill("2026-11-19", "2026-11-22", "--plan");

        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.out())
                .isEqualToNormalizingNewlines("Backfill of job test would\n"
                        + "  2026-11-19  pass over: done (attempt 1, exit 0)\n"
                        + "  2026-11-20  go on with what ended with failures (attempt 1, exit 1)\n"
                        + "  2026-11-21  go on with what is not finished (attempt 1)\n"
                        + "  2026-11-22  run: nothing is there\n"
                        + "3 nights to run, 1 to pass over; nothing is written; exit 0\n");
        assertThat(backfill("2026-11-19", "2026-11-19", "--plan", "--again").out())
                .contains("2026-11-19  run once more: done (attempt 1, exit 0)\n1 night to run, 0 to pass over");
    }

    @Test
    void anAccountThatFailsStopsNoLaterNightAndABrokenNightDoes() throws Exception {
        inTheWay("2026-11-19");
        Files.writeString(
                agency.reports().resolveSibling("2026-11-21"), "a file where the folder of a night should be");

        TestAgency.Ran backfill = backfill("2026-11-19", "2026-11-22", "--mail");

        assertThat(backfill.exitCode()).isEqualTo(1);
        assertThat(backfill.out())
                .contains("Night of 2026-11-19, job test", "Night of 2026-11-20, job test")
                .doesNotContain("2026-11-22");
        assertThat(backfill.err())
                .contains("redflag: the night of 2026-11-21 broke: ")
                .endsWith(
                        "redflag: backfill of job test ends at the night of 2026-11-21: 2 nights ran, 0 were done already;"
                                + " go on with --from 2026-11-21 --to 2026-11-22 --mail; exit 1\n");
    }

    @Test
    void aDatabaseThatIsHeldEndsABackfillWithFour() throws Exception {
        try (Closeable lock = new H2Database(agency.database())
                .lock("job test, night of 2026-11-22, process 4711")
                .orElseThrow()) {
            assertThat(lock).isNotNull();
            TestAgency.Ran backfill = backfill("2026-11-19", "2026-11-20");

            assertThat(backfill.exitCode()).isEqualTo(4);
            assertThat(backfill.err())
                    .contains("(job test, night of 2026-11-22, process 4711); exit 4")
                    .contains("go on with --from 2026-11-19 --to 2026-11-20; exit 4");
        }
    }

    @Test
    void daysOfABackfillAreOver() {
        assertThat(backfill("2026-11-19", "2026-11-23").err())
                .isEqualToNormalizingNewlines("redflag: --to 2026-11-23 is not over: it is 2026-11-23 in zone UTC\n");
        assertThat(backfill("2026-11-21", "2026-11-19").exitCode()).isEqualTo(2);
        assertThat(agency.database()).doesNotExist();
    }
}
