package redflag.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redflag.job.JobDefinition;
import redflag.job.JobFile;
import redflag.settings.Problems;
import redflag.signals.Health;
import redflag.signals.NightFigures;

/** Job files as they come and go, and what is started by them; a made-up clock, and nights that only say what came of them. */
class SchedulerTests {

    @TempDir
    private Path dir;

    private Path jobs;
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final List<String> nights = new ArrayList<>();
    private final List<Optional<String>> running = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<String> alarms = new ArrayList<>();
    private final Deque<Desk.Came> coming = new ArrayDeque<>();
    private Scheduler scheduler;

    @BeforeEach
    void folders() throws IOException {
        jobs = Files.createDirectories(dir.resolve("jobs"));
        Files.createDirectories(dir.resolve("exports"));
        Files.writeString(
                dir.resolve("stores.csv"), "account,store,marketplace,manager\nnorth,north-us,US,ann@example.com\n");
        scheduler = new Scheduler(jobs, clock(), new Desk() {
            @Override
            public Came night(JobDefinition job, LocalDate asOf, Consumer<NightFigures> figures) {
                nights.add(job.name() + " " + asOf);
                running.add(scheduler.health().night());
                now = now.plusSeconds(60);
                return coming.isEmpty() ? Came.DONE : coming.remove();
            }

            @Override
            public void say(String line) {
                said.add(line);
            }

            @Override
            public void alarm(String line) {
                alarms.add(line);
            }
        });
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private Path write(String file, String name, String... further) throws IOException {
        return Files.writeString(
                jobs.resolve(file),
                "name: " + name + "\nstores: ../stores.csv\nexports: ../exports\nreports: ../reports\n"
                        + "database: ../data\nas-of: yesterday\n" + String.join("\n", further) + "\n");
    }

    private static String at(String cron) {
        return "schedule: \"" + cron + "\"";
    }

    private static String wordsOf(Path eml) throws IOException {
        return Files.readString(eml).replaceAll("=\\R", "");
    }

    /** Some looks, until what was written is taken up and what is due has run. */
    private List<String> later(Duration time) {
        nights.clear();
        now = now.plus(time);
        for (int look = 0; look < 2; look++) {
            scheduler.tick();
            now = now.plusSeconds(15);
        }
        return List.copyOf(nights);
    }

    private List<String> later() {
        return later(Duration.ofSeconds(15));
    }

    @Test
    void whatWasMissedIsRunAtOnceTheOldestFirstAndThenEachNightInItsTime() throws IOException {
        write("a.yaml", "early", at("0 0 3 * * *"));
        write("b.yaml", "late", at("0 0 13 * * *"), "catch-up: 1");
        write("c.yaml", "by-hand");
        assertThat(scheduler.begin()).isTrue();

        assertThat(later()).containsExactly("early 2026-11-21", "late 2026-11-21", "early 2026-11-22");
        assertThat(later()).isEmpty();
        assertThat(later(Duration.ofMinutes(58))).containsExactly("late 2026-11-22");
        assertThat(later(Duration.ofHours(14))).containsExactly("early 2026-11-23");
        assertThat(said)
                .anyMatch(line -> line.equals(
                        "job early (" + jobs.resolve("a.yaml") + "): its next start is 2026-11-24T03:00 UTC"));
        assertThat(alarms).isEmpty();
    }

    @Test
    void filesThatAreAddedChangedAndRemovedAreTakenUp() throws IOException {
        write("a.yaml", "one", at("0 0 3 * * *"), "catch-up: 1");
        scheduler.begin();
        later();

        Path added = write("b.yaml", "two", at("0 0 4 * * *"), "catch-up: 1");
        assertThat(later()).containsExactly("two 2026-11-22");
        write("a.yaml", "one", at("0 0 5 * * *"), "catch-up: 1");
        assertThat(later()).as("the night of the 22nd is done").isEmpty();
        Files.delete(added);
        assertThat(later(Duration.ofHours(16))).as("not at four").isEmpty();
        assertThat(later(Duration.ofHours(1))).containsExactly("one 2026-11-23");

        assertThat(said)
                .contains(
                        "job one (" + jobs.resolve("a.yaml") + "): its next start is 2026-11-24T05:00 UTC",
                        "job two starts no more nights: there is no " + added + " any more");
    }

    @Test
    void aFileThatIsBeingWrittenIsNotTakenUp() throws IOException {
        scheduler.begin();
        write("a.yaml", "one", at("0 0 3 * * *"), "catch-up: 1");
        scheduler.tick();
        now = now.plusSeconds(1);
        write("a.yaml", "one", at("0 0 3 * * *"), "catch-up: 1", "language: zh");
        scheduler.tick();
        now = now.plusSeconds(1);
        scheduler.tick();
        assertThat(nights).isEmpty();

        now = now.plusSeconds(1);
        scheduler.tick();

        assertThat(nights).containsExactly("one 2026-11-22");
    }

    @Test
    void aBrokenFileAlarmsOnceAndTheJobGoesOnAsItWas() throws IOException {
        String mail = "mail: {transport: file, from: redflag@example.com, operators: ops@example.com}";
        Path file = write("a.yaml", "one", at("0 0 3 * * *"), mail);
        scheduler.begin();
        later();
        write("a.yaml", "one", at("0 0 4 * * *"), mail, "paralel: 2");

        assertThat(later()).isEmpty();
        assertThat(later(Duration.ofHours(15))).as("at three, as before").containsExactly("one 2026-11-23");

        assertThat(alarms)
                .singleElement()
                .asString()
                .startsWith(file + " is broken, job one goes on as it was before:" + System.lineSeparator() + file
                        + ":9: 'paralel' is not known here");
        Path eml = dir.resolve("reports/2026-11-22/mail/ops@example.com-job-file-broken.eml");
        assertThat(wordsOf(eml)).contains("Subject: [Job file broken]", "'paralel' is not known here");
        write("a.yaml", "one", at("0 0 4 * * *"), mail);
        assertThat(later(Duration.ofHours(24))).containsExactly("one 2026-11-24");
        assertThat(said).contains("job one (" + file + "): its next start is 2026-11-25T04:00 UTC");
    }

    @Test
    void aFileThatNamesSomethingBrokenAndAnotherOfTheSameNameAreBrokenToo() throws IOException {
        write("b.yaml", "one", at("0 0 3 * * *"), "catch-up: 1");
        scheduler.begin();
        assertThat(later()).containsExactly("one 2026-11-22");

        write("a.yaml", "one", at("0 0 13 * * *"), "catch-up: 1");
        assertThat(later(Duration.ofHours(2))).isEmpty();
        assertThat(alarms)
                .singleElement()
                .asString()
                .startsWith(jobs.resolve("a.yaml") + " is broken, it starts no night until it is mended:")
                .contains("the job has the name and the database of " + jobs.resolve("b.yaml"));
        Files.writeString(dir.resolve("stores.csv"), "account\n");
        assertThat(later(Duration.ofHours(14))).containsExactly("one 2026-11-23");
        assertThat(alarms).hasSize(3);
    }

    @Test
    void aFolderThatIsGoneLeavesTheJobs() throws IOException {
        write("a.yaml", "one", at("0 0 3 * * *"));
        scheduler.begin();
        later();
        Path away = Files.move(jobs, dir.resolve("away"));

        assertThat(later(Duration.ofHours(15))).containsExactly("one 2026-11-23");

        assertThat(alarms).singleElement().asString().contains("can't be read, its jobs go on as they were");
        Files.move(away, jobs);
        assertThat(later(Duration.ofHours(24))).containsExactly("one 2026-11-24");
    }

    @Test
    void aNightThatFailsIsStartedAgainAndThenLeftAlone() throws IOException {
        Path file = write("a.yaml", "one", at("0 0 3 * * *"), "catch-up: 1");
        Stream.generate(() -> Desk.Came.FAILED).limit(4).forEach(coming::add);
        scheduler.begin();
        scheduler.tick();
        assertThat(said)
                .contains("job one: the night of 2026-11-22 is not all well and starts again at 2026-11-23T12:11:00Z"
                        + " (start 2 of 4)");

        assertThat(later(Duration.ofMinutes(5))).isEmpty();
        assertThat(later(Duration.ofMinutes(5))).hasSize(1);
        assertThat(later(Duration.ofMinutes(21))).hasSize(1);
        assertThat(later(Duration.ofMinutes(21))).isEmpty();
        assertThat(later(Duration.ofMinutes(21))).hasSize(1);
        assertThat(later(Duration.ofHours(5))).isEmpty();

        assertThat(alarms)
                .containsExactly(
                        "job one: the night of 2026-11-22 was started 4 times and is not all well; it is left alone"
                                + " now. Mend the cause and call: run " + file + " --as-of 2026-11-22");
        assertThat(later(Duration.ofHours(24))).containsExactly("one 2026-11-23");
    }

    @Test
    void aNightThatFindsTheDatabaseHeldIsNotSkipped() throws Exception {
        Path file = write("a.yaml", "one", at("0 0 3 * * *"), "catch-up: 1");
        coming.addAll(List.of(Desk.Came.HELD, Desk.Came.HELD));
        scheduler.begin();

        assertThat(later()).containsExactly("one 2026-11-22", "one 2026-11-22");
        assertThat(later()).containsExactly("one 2026-11-22");
        assertThat(said.stream().filter(line -> line.contains("waits"))).hasSize(1);
        assertThat(said.stream().filter(line -> line.equals("job one: night of 2026-11-22")))
                .hasSize(1);

        String address = "jdbc:h2:file:" + dir.resolve("data/redflag");
        DriverManager.getConnection(address, "sa", "").close();
        JobDefinition job = JobFile.read(file, new Problems()).orElseThrow();
        try (Closeable lock =
                job.database().lock("history of job one, process 4711").orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(later(Duration.ofHours(15))).isEmpty();
        }
        assertThat(later()).containsExactly("one 2026-11-23");
        assertThat(said)
                .contains("job one waits: another run holds " + job.database().place()
                        + " (history of job one, process 4711)");
        assertThat(alarms).isEmpty();
    }

    @Test
    void aDatabaseThatIsOutOfReachAlarmsOnceAndTheNightStartsWhenItIsBack() throws IOException {
        String mail = "mail: {transport: file, from: redflag@example.com, operators: ops@example.com}";
        write("a.yaml", "one", at("0 0 3 * * *"), "catch-up: 1", mail);
        Path data = Files.createDirectories(dir.resolve("data"));
        Path damaged = Files.writeString(data.resolve("redflag.mv.db"), "remember the milk\n".repeat(1000));
        scheduler.begin();

        assertThat(later()).isEmpty();
        assertThat(later(Duration.ofHours(3))).isEmpty();

        assertThat(alarms)
                .singleElement()
                .asString()
                .startsWith("job one can't start the night that is due, and tries on: can't open the database " + data);
        assertThat(wordsOf(dir.resolve("reports/2026-11-22/mail/ops@example.com-night-broken.eml")))
                .contains("it starts as soon as that is mended");
        assertThat(scheduler.health().failure()).isEmpty();
        assertThat(scheduler.health().jobs())
                .singleElement()
                .satisfies(job -> assertThat(job.problem())
                        .startsWith("its database can't be asked: can't open the database " + data));
        Files.delete(damaged);
        assertThat(later()).containsExactly("one 2026-11-22");
        assertThat(scheduler.health().jobs())
                .containsExactly(new Health.OfJob("one", Optional.of(Instant.parse("2026-11-24T03:00:00Z")), ""));
    }

    @Test
    void healthNamesTheNightThatRunsAndABrokenFileAndALoopThatStands() throws IOException {
        write("a.yaml", "one", at("0 0 3 * * *"), "catch-up: 1");
        write("b.yaml", "two", at("0 0 4 * * *"), "paralel: 2");
        scheduler.begin();
        later();

        assertThat(running).containsExactly(Optional.of("one 2026-11-22"));
        Health health = scheduler.health();
        assertThat(health.night()).isEmpty();
        assertThat(health.failure()).isEmpty();
        assertThat(health.jobs()).hasSize(2);
        assertThat(health.jobs().get(1).name()).isEqualTo("b.yaml");
        assertThat(health.jobs().get(1).problem()).isEqualTo("the file is broken; stderr says where");
        now = health.lookedAt().plus(Duration.ofMinutes(5));
        assertThat(scheduler.health().failure()).isEmpty();
        now = now.plusSeconds(1);
        assertThat(scheduler.health().failure()).isEqualTo("it does not look for what is due any more");
    }

    @Test
    void onceStoppedNothingIsStarted() throws IOException {
        write("a.yaml", "one", at("0 0 3 * * *"));
        scheduler.begin();
        scheduler.stop();

        scheduler.run();

        assertThat(nights).isEmpty();
    }

    @Test
    void aFolderWithoutASoundJobThatHasAScheduleIsNothingToBeginWith() throws IOException {
        write("a.yaml", "one");
        write("b.yaml", "two", "schedule: often");

        assertThat(scheduler.begin()).isFalse();

        assertThat(alarms).hasSize(1);
    }
}
