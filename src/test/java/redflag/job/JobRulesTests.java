package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import redflag.basics.Marketplace;
import redflag.basics.Marketplaces;
import redflag.basics.Store;
import redflag.intake.ExportKind;
import redflag.intake.KindFile;
import redflag.plan.PlanLibrary;
import redflag.rules.Metric;
import redflag.rules.Target;

/** Marketplaces, kinds of exports and targets of a job's own. */
class JobRulesTests extends JobFileFixture {

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
                                + " invoice-defect, return, daily-figure, listing, stock, notice, document, action, printed-figure,"
                                + " account-state",
                        dir.resolve("targets/own.yaml") + ":1: 'target' is not known here; known are targets");
    }

    private static final String OWN_TEXT = """
            language: en
            reason: late-shipment
            causes:
              - id: weekday
                when: [more-often-by-weekday]
                cause: "{count, number} late orders were placed on a {value}. {ref} [confirm: which shift was missing?]"
                action: "[confirm: the shift that was added]"
                prevention: "[confirm: who reads the list] Our target: a rate under {watch}."
            """;

    @Test
    void textsOfPlansBesideTheJobStandInPlaceOfShippedOnes() throws IOException {
        Files.createDirectories(dir.resolve("plans"));
        Files.writeString(dir.resolve("plans/own.yaml"), OWN_TEXT);

        JobDefinition job =
                read(SOUND).orElseThrow(() -> new AssertionError(messages().toString()));

        assertThat(job.plans()).isNotEqualTo(PlanLibrary.shipped());
        assertThat(job.plans().texts().get("en/late-shipment").toString()).contains("which shift was missing?");
    }

    @Test
    void aMistakeInThemStopsTheJobWithFileAndLine() throws IOException {
        Files.createDirectories(dir.resolve("plans"));
        Files.writeString(dir.resolve("plans/own.yaml"), OWN_TEXT.replace("{value}", "{day}"));

        assertThat(read(SOUND)).isEmpty();
        assertThat(messages()).singleElement().asString().contains("own.yaml:6", "'cause' has no {day}");
    }

    /** Else one of the two would win without a word. */
    @Test
    void oneTextInTwoFilesIsAMistake() throws IOException {
        Files.createDirectories(dir.resolve("plans"));
        Files.writeString(dir.resolve("plans/a.yaml"), OWN_TEXT);
        Files.writeString(dir.resolve("plans/b.yaml"), OWN_TEXT);

        assertThat(read(SOUND)).isEmpty();
        assertThat(messages())
                .singleElement()
                .asString()
                .contains("b.yaml", "'en/late-shipment causes.weekday' is in a.yaml already");
    }
}
