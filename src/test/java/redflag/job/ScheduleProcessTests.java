package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code schedule} as it is started on a machine, with the machine's clock. */
class ScheduleProcessTests {

    private static final int SECONDS = 120;

    @TempDir
    private Path folder;

    private TestAgency agency;
    private final List<TestAgency.Started> started = new ArrayList<>();

    @BeforeEach
    void writeAgency() throws Exception {
        agency = TestAgency.in(folder).of("alder", "birch").with("parallel: 1").with("schedule: \"0 0 4 * * *\"");
    }

    @AfterEach
    void endWhatIsLeft() {
        started.forEach(of -> of.process().destroyForcibly());
    }

    private TestAgency.Started schedule(String name, String failPoint) throws Exception {
        TestAgency.Started schedule = agency.start(
                name, failPoint, List.of("schedule", agency.job().getParent().toString(), "--listen", "0"));
        started.add(schedule);
        return schedule;
    }

    private static void waitFor(TestAgency.Started schedule, String words) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!schedule.out().contains(words)) {
            assertThat(schedule.process().isAlive() && System.nanoTime() < end)
                    .as(schedule.out())
                    .isTrue();
            Thread.sleep(100);
        }
    }

    /** What it answers at the address that it says. */
    private static String asked(TestAgency.Started schedule, String path) throws Exception {
        Matcher at = Pattern.compile("(http://\\S+)/metrics").matcher(schedule.out());
        assertThat(at.find()).as(schedule.out()).isTrue();
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(at.group(1) + path)).build(), BodyHandlers.ofString())
                .body();
    }

    /** Another look may hold the database for a moment. */
    private TestAgency.Ran command(String... arguments) throws Exception {
        TestAgency.Ran ran = TestAgency.command(Clock.systemUTC(), arguments);
        for (int tries = 1; ran.exitCode() == NightRunner.LOCKED && tries < SECONDS; tries++) {
            Thread.sleep(1000);
            ran = TestAgency.command(Clock.systemUTC(), arguments);
        }
        return ran;
    }

    @Test
    void aNightIsRunOnceAndBetweenNightsOthersWorkBesideIt() throws Exception {
        TestAgency.Started one = schedule("one", "");
        TestAgency.Started two = schedule("two", "");
        waitFor(one, "job test (");
        waitFor(two, "job test (");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!(one.out() + two.out()).contains("All 2 stores are reported; exit 0")) {
            assertThat(System.nanoTime()).as(one.out() + two.out()).isLessThan(end);
            Thread.sleep(100);
        }

        assertThat(command("retry", "--job", agency.job().toString()).exitCode())
                .isEqualTo(3);
        assertThat(command("status", agency.job().toString()).out()).contains("Last night   2026-11-22, attempt 1");
        assertThat(asked(one, "/health")).contains("\"UP\"", "\"job\":\"test\"", "\"nextStart\"");
        assertThat(asked(one, "/metrics") + asked(two, "/metrics"))
                .contains("redflag_night_accounts{outcome=\"reported\",redflag_job=\"test\"} 2.0");
        Files.delete(agency.job());
        waitFor(one, "starts no more nights");
        waitFor(two, "starts no more nights");
        for (TestAgency.Started schedule : started) {
            schedule.process().destroy();
            assertThat(schedule.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(schedule.process().exitValue()).isEqualTo(143);
        }
        assertThat(agency.timesWorkedOn()).containsEntry("alder", 1).containsEntry("birch", 1);
    }

    @Test
    void askedToEndItStopsTheNightAndTheNextStartGoesOn() throws Exception {
        TestAgency.Started stopped = schedule("stopped", "FILES_MOVED:1:TERM");
        assertThat(stopped.process().waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(stopped.process().exitValue()).as(stopped.out()).isEqualTo(143);
        assertThat(stopped.out()).contains("The night was stopped").doesNotContain("Exception", "broke", "FAILED");
        assertThat(agency.statusOfTheNight()).isEqualTo("STOPPED");
        assertThat(agency.accountsDone()).hasSize(1);

        TestAgency.Started next = schedule("next", "");
        waitFor(next, "All 2 stores are reported; exit 0");

        next.process().destroy();
        assertThat(next.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(agency.statusOfTheNight()).isEqualTo("COMPLETED");
    }

    @Test
    void aFolderThatHoldsNothingToStartIsAMistake() throws Exception {
        assertThat(command("schedule", folder.resolve("none").toString()).err())
                .isEqualToNormalizingNewlines("redflag: there is no folder " + folder.resolve("none") + "\n");
        agency.with("schedule: daily");

        assertThat(command("schedule", folder.toString(), "--listen", "anywhere")
                        .err())
                .contains("--listen anywhere is no address; write a port, or host:port, such as 9464");
        TestAgency.Ran broken = command("schedule", folder.toString());

        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.err())
                .contains("is no cron expression with seconds")
                .endsWith("redflag: no job file in " + folder + " is sound and has a schedule\n");
    }
}
