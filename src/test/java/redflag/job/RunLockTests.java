package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes that are started together on one database: one runs, the other is told who holds it. So often a database:
 * {@code -Dlock.rounds}.
 */
class RunLockTests {

    private static final int ROUNDS = Integer.getInteger("lock.rounds", 5);

    @TempDir
    private Path folder;

    @Test
    void oneOfTwoProcessesRunsOnAnEmbeddedDatabase() throws Exception {
        TestAgency agency = TestAgency.in(folder).of("alder");

        everyRoundIsWonOnce(agency, agency.database().toString(), "");
    }

    @Test
    void oneOfTwoProcessesRunsOnPostgreSql() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            String url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
            // a variable that every machine has; this server asks for no password
            TestAgency agency = TestAgency.in(folder).of("alder").keptIn(url, "postgres", "PATH");

            everyRoundIsWonOnce(agency, url, ", from 127.0.0.1");
        }
    }

    private void everyRoundIsWonOnce(TestAgency agency, String place, String from) throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            LocalDate night = LocalDate.of(2026, 11, 22).minusDays(ROUNDS - round);
            raceFor(agency, night, place, from);
            assertThat(agency.timesWorkedOn()).containsOnlyKeys("alder").containsEntry("alder", round);
        }
    }

    private void raceFor(TestAgency agency, LocalDate night, String place, String from) throws Exception {
        Path go = folder.resolve("go-" + night);
        TestAgency.Started one = agency.start("one", held(go), "--as-of", night.toString());
        TestAgency.Started two = agency.start("two", held(go), "--as-of", night.toString());

        CompletableFuture.anyOf(one.process().onExit(), two.process().onExit()).get(120, TimeUnit.SECONDS);

        TestAgency.Started winner = one.process().isAlive() ? one : two;
        TestAgency.Started loser = winner == one ? two : one;
        assertThat(winner.process().isAlive()).as(one.out() + two.out()).isTrue();
        assertThat(loser.process().exitValue()).as(loser.out()).isEqualTo(4);
        assertThat(loser.out())
                .matches("redflag: another run holds \\Q" + place + "\\E \\(job test, night of " + night + ", process "
                        + winner.process().pid() + ", since [^,]+" + from + "\\); exit 4\\R");
        Files.createFile(go);
        assertThat(winner.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(winner.process().exitValue()).as(winner.out()).isZero();
    }

    /** Stays in its night until the file is there. */
    private static String held(Path go) {
        return "PLAN:1:UNTIL:" + go;
    }
}
