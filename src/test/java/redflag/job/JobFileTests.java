package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import redflag.ledger.FactType;
import redflag.metrics.Freshness;
import redflag.rules.Metric;
import redflag.settings.Problem;
import redflag.settings.Problems;

class JobFileTests extends JobFileFixture {

    @Test
    void aSoundJobIsReadWithPathsBesideIt() throws IOException {
        JobDefinition job = read(SOUND).orElseThrow();

        assertThat(messages()).isEmpty();
        assertThat(job.name()).isEqualTo("nightly");
        assertThat(job.exports()).isEqualTo(dir.resolve("inbox/exports"));
        assertThat(job.documents()).isEqualTo(dir.resolve("inbox/documents"));
        assertThat(job.reports()).isEqualTo(dir.resolve("out/reports"));
        assertThat(job.stores()).hasSize(1);
        assertThat(job.asOf().asOf(Instant.parse("2026-11-23T07:59:59Z"))).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(job.rules().watch().all()).isEqualByComparingTo("0.75");
        assertThat(job.rules().watch().single())
                .containsExactly(Map.entry(Metric.ORDER_DEFECT_RATE, new BigDecimal("0.70")));
        assertThat(job.rules().watchShareOf(Metric.ORDER_DEFECT_RATE, LocalDate.of(2026, 10, 31)))
                .as("the day before the season")
                .isEqualByComparingTo("0.70");
        assertThat(job.rules().watchShareOf(Metric.ORDER_DEFECT_RATE, LocalDate.of(2026, 11, 1)))
                .as("its first day")
                .isEqualByComparingTo("0.50");
        assertThat(job.rules().watchShareOf(Metric.LATE_SHIPMENT_RATE_10, LocalDate.of(2027, 1, 15)))
                .as("its last day")
                .isEqualByComparingTo("0.40");
        assertThat(job.rules().watchShareOf(Metric.LATE_SHIPMENT_RATE_10, LocalDate.of(2027, 1, 16)))
                .as("the day after")
                .isEqualByComparingTo("0.75");
        assertThat(job.rules().freshness().all()).isEqualTo(new Freshness.Limits(2, 4));
        assertThat(job.rules().freshness().of(Optional.of("allOrders")))
                .as("a warning can't come after the error")
                .isEqualTo(new Freshness.Limits(1, 1));
        assertThat(job.failOnStale()).isTrue();
        assertThat(job.language()).isEqualTo("en");
        assertThat(job.rules().absentMeansNone()).containsExactly(FactType.ORDER_DEFECT);
        assertThat(job.parallel()).isEqualTo(3);
        assertThat(job.expectedBroken()).containsExactly("north/broken.xlsx");
    }

    @Test
    void thePortfolioMayBeInChineseAndInNoThirdLanguage() throws IOException {
        assertThat(read(SOUND + "language: zh\n").orElseThrow().language()).isEqualTo("zh");
        assertThat(messages()).isEmpty();
        assertThat(read(SOUND + "language: fr\n")).isEmpty();
        assertThat(messages())
                .singleElement()
                .asString()
                .contains("'language: fr'")
                .contains("en, zh");
    }

    @Test
    void catchingUpIsShorterThanRecordsAreKept() throws IOException {
        assertThat(read(SOUND).orElseThrow().catchUpDays()).isEqualTo(2);
        assertThat(read(SOUND + "catch-up: 399\n").orElseThrow().catchUpDays()).isEqualTo(399);
        assertThat(read(SOUND + "keep-nights: 2\ncatch-up: 64\n")).isPresent();
        assertThat(messages()).isEmpty();
        assertThat(read(SOUND + "catch-up: 400\n")).isEmpty();
        assertThat(read(SOUND + "keep-nights: 2\ncatch-up: 65\n")).isEmpty();
        assertThat(messages())
                .allSatisfy(message -> assertThat(message).endsWith("else nights would run twice"))
                .first()
                .asString()
                .contains("'catch-up' (400 days) must be shorter than nights are kept (400 days by 'keep-nights')");
    }

    @Test
    void tenMistakesAreSaidInOneGo() throws IOException {
        assertThat(read("""
                name: my night
                stores: stores.csv
                exports: exports
                as-of: 22.11.2026
                zone: Mars/Olympus
                schedule: 30 5 * * *
                watch:
                  all: 80
                  orderDefectRat: 70%
                  lateShipmentRate30: 120%
                freshness: {all: {error-after: -1}}
                absence:
                  order-defects: maybe
                parallel: 0
                mail:
                  transport: pigeon
                colour: red
                """)).isEmpty();
        String file = dir.resolve("nightly.yaml") + ":";
        assertThat(messages())
                .containsExactly(
                        file + "1: 'name: my night' may hold letters, digits, dots, dashes and underscores only",
                        file + "2: there is no file " + dir.resolve("stores.csv"),
                        file + "3: there is no folder " + dir.resolve("exports"),
                        file + "4: 'as-of: 22.11.2026' is not a day; write it as 2026-11-22",
                        file + "5: 'zone: Mars/Olympus' is no time zone such as Europe/Berlin",
                        file + "6: '30 5 * * *' is no cron expression with seconds, such as \"0 30 5 * * *\"",
                        file + "8: 'all: 80' must be a share with its sign, such as 80%",
                        messages().get(7),
                        file + "10: 'lateShipmentRate30' must be 100% at most",
                        file + "11: 'error-after: -1' must be a whole number from 0 to 365",
                        file + "13: 'order-defects: maybe' must be one of none, missing",
                        file + "14: 'parallel: 0' must be a whole number from 1 to 64",
                        file + "16: 'transport: pigeon' must be one of none, file, smtp",
                        file + "17: 'colour' is not known here; known are name, marketplaces, stores, exports,"
                                + " documents, reports, logs, metrics-file, log-format, ping, keep-nights, database, zone, as-of, language,"
                                + " schedule, catch-up, watch, peak-season, holiday-gate, absence, freshness, parallel,"
                                + " expected-broken, mail, reading, targets");
        assertThat(messages().get(7))
                .startsWith(file + "9: 'orderDefectRat' is not known here; known are all, orderDefectRate,");
    }

    @Test
    void mistakesInSeasonsAndFreshness() throws IOException {
        assertThat(read("""
                name: nightly
                stores: inbox/stores.csv
                exports: inbox/exports
                as-of: yesterday
                peak-season:
                  - from: 2027-01-15
                    to: 2026-11-01
                    watch: {all: 110%}
                  - from: 2027-11-01
                freshness:
                  all: {warn-after: 5, error-after: 3}
                  allOrder: {error-after: 3}
                stale-after-days: 4
                """)).isEmpty();
        String file = dir.resolve("nightly.yaml") + ":";
        assertThat(messages())
                .hasSize(7)
                .startsWith(
                        file + "7: 'to: 2026-11-01' lies before 'from: 2027-01-15'",
                        file + "8: 'all' must be 100% at most",
                        file + "9: 'to' is missing",
                        file + "9: 'watch' is missing",
                        file + "11: 'warn-after: 5' must not be more than 'error-after: 3'");
        assertThat(messages().get(6)).startsWith(file + "13: 'stale-after-days' is not known here; known are");
        assertThat(messages().get(5)).startsWith(file + "12: 'allOrder' is not known here; known are");
    }

    @Test
    void mistakesInTheStoresFileAreAmongThem() throws IOException {
        Files.writeString(
                dir.resolve("inbox/stores.csv"), "account,store,marketplace,manager\nnorth,north-us,XX,ann\n");

        assertThat(read(SOUND.replace("parallel: 3", "parallel: many"))).isEmpty();
        assertThat(messages())
                .containsExactly(
                        dir.resolve("inbox/stores.csv")
                                + ":2: marketplace 'XX' is not known; write a country code such as US or UK",
                        dir.resolve("inbox/stores.csv") + ":2: manager 'ann' is no e-mail address",
                        dir.resolve("nightly.yaml") + ":22: 'parallel: many' must be a whole number from 1 to 64");
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        assertThat(read("zone: Europe/Berlin\nas-of:\n")).isEmpty();
        String file = dir.resolve("nightly.yaml") + ":";
        assertThat(messages())
                .containsExactly(
                        file + "1: 'name' is missing",
                        file + "1: 'stores' is missing",
                        file + "1: 'exports' is missing",
                        file + "2: 'as-of' has no value");
    }

    @Test
    void aFolderThatIsAFileAndAPathThatIsNoneAreMistakes() throws IOException {
        Files.writeString(dir.resolve("taken"), "x");

        assertThat(read(SOUND.replace("out/reports", "taken").replace("out/data", "\"a\\0b\"")))
                .isEmpty();
        assertThat(messages())
                .containsExactly(
                        dir.resolve("nightly.yaml") + ":4: " + dir.resolve("taken") + " is no folder",
                        dir.resolve("nightly.yaml") + ":5: 'database: a\0b' can't be a path here");
    }

    @Test
    void theDatabaseMayBePostgreSqlWithThePasswordOfAVariable() throws IOException {
        String url = "jdbc:postgresql://db-1.example:5433,[::1]/agency?currentSchema=red&sslmode=require";

        JobDefinition job = read(withDatabase("{url: \"" + url + "\", user: redflag, password-env: REDFLAG_PASSWORD}"))
                .orElseThrow(() -> new AssertionError(messages().toString()));

        assertThat(job.database()).isEqualTo(new PostgreSqlDatabase(url, "redflag", Optional.of("se cret")));
        assertThat(job.database().place()).isEqualTo(url);
        assertThat(job.toString()).contains("as user redflag").doesNotContain("se cret");
    }

    @Test
    void aDatabaseThatAsksForNoPasswordNeedsNoVariable() throws IOException {
        JobDefinition job = read(withDatabase("{url: \"jdbc:postgresql://localhost/redflag\", user: redflag}"))
                .orElseThrow(() -> new AssertionError(messages().toString()));

        assertThat(job.database().getPassword()).isNull();
    }

    @Test
    void mistakesInTheDatabaseAreSaidWithoutWhatMayBeAPassword() throws IOException {
        String login = "'url' must hold neither user nor password; they have keys of their own: user, password-env";
        String form = "'url' must be such as jdbc:postgresql://localhost:5432/redflag";
        assertThat(mistakes("{url: 5}"))
                .containsExactly(
                        "'user' is missing", "'url: 5' is a number to YAML, not a text; write \"5\" in quotes");
        assertThat(mistakes("{user: \" \"}")).containsExactly("'url' is missing", "'user' has no value");
        for (String url : List.of(
                "jdbc:postgresql://me:se cret@db/redflag",
                "jdbc:postgresql://db/redflag?password=se cret",
                "jdbc:postgresql://db/redflag?sslmode=require&sslPassword=se cret",
                "jdbc:postgresql://db/redflag?user=me")) {
            assertThat(mistakes("{url: \"" + url + "\", user: me}")).as(url).containsExactly(login);
        }
        for (String url : List.of(
                "",
                "se cret",
                "jdbc:h2:file:./data/redflag",
                "jdbc:mysql://db/redflag",
                "jdbc:postgresql:redflag",
                "jdbc:postgresql://db",
                "jdbc:postgresql://db/",
                "jdbc:postgresql://db:port/redflag")) {
            assertThat(mistakes("{url: \"" + url + "\", user: me}")).as(url).containsExactly(form);
        }
        for (String variable : List.of("NO_SUCH", "EMPTY")) {
            assertThat(mistakes("{url: \"jdbc:postgresql://db/r\", user: me, password-env: " + variable + "}"))
                    .containsExactly("'password-env' names an environment variable that is not set");
        }
        assertThat(mistakes("{url: \"jdbc:postgresql://db/r\", user: me, password: se cret}"))
                .containsExactly("'password' is not known here; known are url, user, password-env");
    }

    private static String withDatabase(String database) {
        return SOUND.replace("out/data", database);
    }

    /** What is wrong with a database, all of it on line 5. */
    private List<String> mistakes(String database) throws IOException {
        Problems found = new Problems();
        Path file = Files.writeString(dir.resolve("nightly.yaml"), withDatabase(database));
        assertThat(JobFile.read(file, ENVIRONMENT::get, found)).isEmpty();
        return found.list().stream()
                .map(Problem::toString)
                .peek(message -> assertThat(message).startsWith(file + ":5: "))
                .map(message -> message.substring((file + ":5: ").length()))
                .toList();
    }

    @Test
    void aFixedDayIsTheAsOfDate() throws IOException {
        JobDefinition job =
                read(SOUND.replace("as-of: yesterday", "as-of: 2026-11-22")).orElseThrow();

        assertThat(job.asOf().asOf(Instant.EPOCH)).isEqualTo(LocalDate.of(2026, 11, 22));
    }

    @Test
    void aJobFileThatIsNotThereSaysSo() {
        assertThat(JobFile.read(dir.resolve("none.yaml"), problems)).isEmpty();
        assertThat(messages()).containsExactly(dir.resolve("none.yaml") + ": there is no such file");
    }
}
