package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redflag.basics.Marketplace;
import redflag.basics.Marketplaces;
import redflag.basics.Store;
import redflag.intake.ExportKind;
import redflag.intake.KindFile;
import redflag.ledger.FactType;
import redflag.metrics.Freshness;
import redflag.rules.Metric;
import redflag.rules.Target;
import redflag.settings.Problem;
import redflag.settings.Problems;

class JobFileTests {

    private static final String SOUND = """
            name: nightly
            stores: inbox/stores.csv
            exports: inbox/exports
            reports: out/reports
            database: out/data
            as-of: yesterday
            zone: America/Los_Angeles
            schedule: "0 30 5 * * *"
            watch:
              all: 75%
              orderDefectRate: 70%
            peak-season:
              - from: 2026-11-01
                to: 2027-01-15
                watch: {all: 50%, lateShipmentRate10: 40%}
            freshness:
              all: {warn-after: 2, error-after: 4}
              allOrders: {error-after: 1}
              fail-on-stale: true
            absence:
              order-defects: none
            parallel: 3
            expected-broken: [north/broken.xlsx]
            mail:
              transport: none
            """;

    private static final Map<String, String> ENVIRONMENT = Map.of("REDFLAG_PASSWORD", "se cret", "EMPTY", "");

    private final Problems problems = new Problems();

    @TempDir
    Path dir;

    @BeforeEach
    void inbox() throws IOException {
        Files.createDirectories(dir.resolve("inbox/exports"));
        Files.writeString(
                dir.resolve("inbox/stores.csv"),
                "account,store,marketplace,manager\nnorth,north-us,US,ann@example.com\n");
    }

    @Test
    void aSoundJobIsReadWithPathsBesideIt() throws IOException {
        JobDefinition job = read(SOUND).orElseThrow();

        assertThat(messages()).isEmpty();
        assertThat(job.name()).isEqualTo("nightly");
        assertThat(job.exports()).isEqualTo(dir.resolve("inbox/exports"));
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
        assertThat(job.rules().absentMeansNone()).containsExactly(FactType.ORDER_DEFECT);
        assertThat(job.parallel()).isEqualTo(3);
        assertThat(job.expectedBroken()).containsExactly("north/broken.xlsx");
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
                        file + "16: 'transport: pigeon' must be one of none",
                        file + "17: 'colour' is not known here; known are name, marketplaces, stores, exports,"
                                + " reports, database, zone, as-of, schedule, watch, peak-season, holiday-gate,"
                                + " absence, freshness, parallel, expected-broken, mail, reading, targets");
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
    void kindsAndTargetsBesideTheJobStandInPlaceOfShippedOnes() throws IOException {
        Files.createDirectories(dir.resolve("kinds"));
        Files.createDirectories(dir.resolve("targets"));
        Files.writeString(dir.resolve("kinds/late.yaml"), """
                id: lateShipments
                version: 7
                name: Late ones
                where: our own ERP
                feeds: late-shipment
                columns:
                  - field: order
                    headers: [Auftrag]
                    required: true
                """);
        Files.writeString(dir.resolve("targets/own.yaml"), """
                targets:
                  - metric: lateShipmentRate30
                    marketplaces: [US]
                    condition: less-than
                    value: 2%
                    window-days: 30
                    lag-days: 0
                    axis: order-date
                    enforced: true
                    from: 2020-01-01
                    source: our own rule
                """);

        JobDefinition job =
                read(SOUND).orElseThrow(() -> new AssertionError(messages().toString()));

        assertThat(job.kinds()).hasSameSizeAs(KindFile.shipped());
        assertThat(job.kinds().stream()
                        .filter(k -> k.id().equals("lateShipments"))
                        .map(ExportKind::version))
                .containsExactly(7);
        assertThat(job.targets()
                        .inForce(
                                Metric.LATE_SHIPMENT_RATE_30,
                                Marketplaces.known().find("US").orElseThrow(),
                                LocalDate.of(2026, 11, 22))
                        .orElseThrow()
                        .source())
                .isEqualTo("our own rule");
    }

    @Test
    void aJobMayDeclareAMarketplaceWithItsStoresAndTargets() throws IOException {
        Files.createDirectories(dir.resolve("targets"));
        Files.writeString(dir.resolve("targets/own.yaml"), target("cancellation rule", "[DE, oli]"));
        Files.writeString(dir.resolve("inbox/stores.csv"), """
                account,store,marketplace,manager
                north,north-us,US,ann@example.com
                north,north-oli,oli,ann@example.com
                north,north-pear,pear.example,ann@example.com
                """);

        JobDefinition job = read(SOUND + """
                marketplaces:
                  - id: olive.example
                    country: OLI
                    name: Olive Market
                    zone: Asia/Tokyo
                    currency: JPY
                    language: ja
                  - id: pear.example
                    country: pea
                    zone: Europe/Berlin
                    currency: EUR
                    language: de
                """ + target("in the job", "[OLI]").replace("2%", "3%"))
                .orElseThrow(() -> new AssertionError(messages().toString()));

        Marketplace olive =
                new Marketplace("olive.example", "OLI", "Olive Market", ZoneId.of("Asia/Tokyo"), "JPY", "ja");
        Marketplace pear =
                new Marketplace("pear.example", "PEA", "pear.example", ZoneId.of("Europe/Berlin"), "EUR", "de");
        assertThat(job.stores()).extracting(Store::marketplace).endsWith(olive, pear);
        assertThat(sourcesInForce(job, olive)).containsExactly("in the job");
        assertThat(sourcesInForce(job, pear)).isEmpty();
        assertThat(sourcesInForce(job, Marketplaces.known().find("DE").orElseThrow()))
                .contains("cancellation rule")
                .doesNotContain("in the job");
    }

    private static List<String> sourcesInForce(JobDefinition job, Marketplace marketplace) {
        return job.targets().inForce(marketplace, LocalDate.of(2026, 11, 22)).stream()
                .map(Target::source)
                .toList();
    }

    @Test
    void aJobCannotLetTheVerdictRestOnAnEarlySign() throws IOException {
        String refunds = target("our own rule", "[US]")
                .replace("lateShipmentRate30", "refundRate")
                .replace("order-date", "report-date");

        assertThat(read(SOUND + refunds.replace("enforced: true", "enforced: false")))
                .isPresent();
        assertThat(read(SOUND + refunds)).isEmpty();
        assertThat(messages())
                .containsExactly(
                        dir.resolve("nightly.yaml") + ":" + (SOUND.lines().count() + 9)
                                + ": 'enforced' of refundRate must be false: it is an early sign, Amazon acts on none, and no"
                                + " verdict rests on one");
    }

    private static String target(String source, String marketplaces) {
        return """
                targets:
                  - metric: lateShipmentRate30
                    marketplaces: %s
                    condition: less-than
                    value: 2%%
                    window-days: 30
                    lag-days: 0
                    axis: order-date
                    enforced: true
                    from: 2020-01-01
                    source: %s
                """.formatted(marketplaces, source);
    }

    @Test
    void mistakesInMarketplacesAreAmongThemAndMakeNoFurtherOnes() throws IOException {
        Files.writeString(
                dir.resolve("inbox/stores.csv"),
                "account,store,marketplace,manager\nnorth,north-oli,OLI,ann@example.com\n");

        assertThat(read("""
                name: nightly
                stores: inbox/stores.csv
                exports: inbox/exports
                as-of: yesterday
                marketplaces:
                  - id: olive market
                    country: OLI
                    zone: Asia/Edo
                    currency: YEN
                    language: japanese
                    colour: green
                  - country: gb
                    name: amazon.CO.UK
                  - id: A1PA6795UKMFR9
                    country: oli
                    zone: UTC
                    currency: EUR
                    language: no
                """ + target("ours", "[OLI, PEA]"))).isEmpty();
        String file = dir.resolve("nightly.yaml") + ":";
        assertThat(messages())
                .containsExactlyInAnyOrder(
                        file + "6: 'id: olive market' may hold letters, digits, dots and dashes only",
                        file + "8: 'zone: Asia/Edo' is no time zone such as Europe/Berlin",
                        file + "9: 'currency: YEN' is no ISO 4217 code such as EUR",
                        file + "10: 'language: japanese' is no ISO 639 code such as en",
                        file + "11: 'colour' is not known here; known are id, country, name, zone, currency, language",
                        file + "12: 'id' is missing",
                        file + "12: 'country: GB' is taken by Amazon.co.uk",
                        file + "13: 'name: amazon.CO.UK' is taken by Amazon.co.uk",
                        file + "12: 'zone' is missing",
                        file + "12: 'currency' is missing",
                        file + "12: 'language' is missing",
                        file + "14: 'id: A1PA6795UKMFR9' is taken by Amazon.de",
                        file + "15: 'country: OLI' is taken by olive market",
                        file + "18: 'language: no' is true or false to YAML, not a text; write \"no\" in quotes",
                        file + "21: 'PEA' is no marketplace that Redflag knows or the job declares");
    }

    @Test
    void mistakesInKindsAndTargetsBesideTheJobAreAmongThem() throws IOException {
        Files.createDirectories(dir.resolve("kinds"));
        Files.createDirectories(dir.resolve("targets"));
        Files.writeString(dir.resolve("kinds/own.yaml"), "id: own\nname: own\nwhere: here\nfeeds: nothing\n");
        Files.writeString(dir.resolve("targets/own.yaml"), "target: []\n");

        assertThat(read(SOUND)).isEmpty();
        assertThat(messages())
                .containsExactly(
                        dir.resolve("kinds/own.yaml")
                                + ":1: at least one column must be required, or every file would be of this kind",
                        dir.resolve("kinds/own.yaml")
                                + ":4: 'nothing' is none of order-line, order-detail, order-defect,"
                                + " defect-trace, late-shipment, cancellation, untracked-package, late-delivery,"
                                + " return, daily-figure, listing, stock, notice, document, action, printed-figure,"
                                + " account-state",
                        dir.resolve("targets/own.yaml") + ":1: 'target' is not known here; known are targets");
    }

    @Test
    void aJobFileThatIsNotThereSaysSo() {
        assertThat(JobFile.read(dir.resolve("none.yaml"), problems)).isEmpty();
        assertThat(messages()).containsExactly(dir.resolve("none.yaml") + ": there is no such file");
    }

    private Optional<JobDefinition> read(String text) throws IOException {
        return JobFile.read(Files.writeString(dir.resolve("nightly.yaml"), text), ENVIRONMENT::get, problems);
    }

    private List<String> messages() {
        return problems.list().stream().map(Problem::toString).toList();
    }
}
