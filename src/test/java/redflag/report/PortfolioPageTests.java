package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;
import static redflag.report.SampleReports.AS_OF;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.basics.AccountId;
import redflag.basics.Remark;
import redflag.basics.StoreId;
import redflag.words.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the page of the portfolio holds; how it behaves in a browser is told by the tests of the profile {@code browser}. */
class PortfolioPageTests {

    private static final String BEFORE_DATA = "<script id=\"data\" type=\"application/json\">";
    private static final int MEGABYTE = 1 << 20;

    @Test
    void itIsNamedByTheNight() throws IOException {
        assertThat(new PortfolioPage(Messages.english()).write(SamplePortfolios.empty(), new MemorySink()))
                .containsExactly("portfolio-2026-11-22.html");
    }

    @Test
    void itHoldsEveryStoreInTheOrderOfThePortfolioWithItsFigures() throws IOException {
        Portfolio portfolio = SamplePortfolios.nightly();
        JsonNode data = data(html(portfolio));

        for (int i = 0; i < portfolio.stores().size(); i++) {
            StoreOutcome store = portfolio.stores().get(i);
            JsonNode shown = data.path("stores").path(i);
            assertThat(shown.path("id").asString()).isEqualTo(store.store().value());
            assertThat(shown.path("level").asString()).isEqualTo(store.risk().name());
            assertThat(shown.path("headline").asString())
                    .isEqualTo(store.in(Messages.english()).headline());
            assertThat(shown.path("readings").path(0).path(2).asString())
                    .isEqualTo(store.readings().get(0).value());
            assertThat(shown.path("readings").path(0).path(1).asString())
                    .isEqualTo(store.readings().get(0).status().name());
        }
        assertThat(data.path("stores")).hasSize(portfolio.stores().size());
        assertThat(data.path("levels").path(1).path("count").asInt()).isEqualTo(1);
    }

    @Test
    void aCellOfTheMatrixNamesTheReadingOfItsColumn() throws IOException {
        JsonNode data = data(html(SamplePortfolios.nightly()));

        for (JsonNode store : data.path("stores")) {
            for (int column = 0; column < data.path("columns").size(); column++) {
                int place = store.path("cells").path(column).asInt();
                if (place >= 0) {
                    int name = store.path("readings").path(place).path(0).asInt();
                    assertThat(data.path("texts").path(name).asString())
                            .isEqualTo(data.path("columns")
                                    .path(column)
                                    .path("name")
                                    .asString());
                }
            }
        }
    }

    @Test
    void figuresOfAReportAreThoseOfItsMachineCopy() throws IOException {
        RiskReport report = SampleReports.offTarget();
        MemorySink sink = new MemorySink();
        JsonNode copy = JsonMapper.shared()
                .readTree(sink.file(new StoreReportJson().write(report, sink).get(0)));
        JsonNode data = data(html(of(
                StoreOutcome.of(report, StoreLinks.NONE, List.of(), List.of(), new ReportWords(Messages.english())))));
        JsonNode shown = data.path("stores").path(0);

        assertThat(shown.path("headline").asString())
                .isEqualTo(copy.path("risk").path("headline").asString());
        int compared = 0;
        for (JsonNode reading : shown.path("readings")) {
            String metric = data.path("texts").path(reading.path(0).asInt()).asString();
            for (JsonNode of : copy.path("readings")) {
                if (metric.equals(name(of)) && of.has("affected")) {
                    assertThat(reading.path(1).asString())
                            .isEqualTo(of.path("status").asString());
                    assertThat(reading.path(2).asString())
                            .contains("(" + of.path("affected") + " of " + of.path("total"));
                    assertThat(reading.path(4).decimalValue().movePointLeft(2).doubleValue())
                            .isCloseTo(of.path("rate").asDouble(), Offset.offset(0.00001));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(4);
        assertThat(shown.path("steps")).isNotEmpty();
        assertThat(shown.path("confirm")).isNotEmpty();
        assertThat(shown.path("causes")).isNotEmpty();
    }

    @Test
    void aStoreOffTargetLinksThePacksOfItsNotices() throws IOException {
        JsonNode stores = data(html(SamplePortfolios.nightly())).path("stores");

        assertThat(stores.path(1).path("packs").values().stream().map(JsonNode::asString))
                .containsExactly("N-7: Inauthentic", "N-9: Linked accounts");
        assertThat(stores.path(1).path("packFiles").values().stream().map(JsonNode::asString))
                .containsExactly(
                        "acme-us/acme-us-N-7-pack/acme-us-N-7-pack-overview-2026-11-22-internal.docx",
                        "acme-us/acme-us-N-9-pack/acme-us-N-9-pack-overview-2026-11-22-internal.docx");
        assertThat(stores.path(0).has("packs")).isFalse();
    }

    @Test
    void aNewAccountSaysHowFarItsPapersAre() throws IOException {
        JsonNode stores = data(html(SamplePortfolios.nightly())).path("stores");

        assertThat(stores.path(3).path("id").asString()).isEqualTo("cedar-de");
        assertThat(stores.path(3).path("readiness").asString()).isEqualTo(SamplePortfolios.READINESS);
        assertThat(stores.path(4).has("readiness")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "<!--<script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "&lt;/script&gt;",
                "\u2028\u2029\\\"",
                "{{data}}{{script}}$1"
            })
    void noNameBreaksOut(String name) throws IOException {
        StoreOutcome harmless = SamplePortfolios.nightly().stores().get(1);
        StoreOutcome store = new StoreOutcome(
                new StoreId("acme-us"),
                name,
                "US",
                name,
                AS_OF,
                harmless.risk(),
                List.of(),
                false,
                Outcomes.words(name, List.of()),
                harmless.readings(),
                List.of(new MissingExport("kind", name, name, List.of())),
                List.of(),
                0,
                List.of(AS_OF + "/acme-us/" + name + ".xlsx"),
                List.of(),
                harmless.detail(),
                StoreLinks.NONE);
        Portfolio portfolio = new Portfolio(
                name,
                AS_OF,
                List.of(store),
                List.of(AccountOutcome.failed(new AccountId("zelkova"), name, 0)),
                List.of(new QuarantinedFile(name, Optional.of(name), Remark.of("quarantine.broken-workbook"), false)),
                List.of(),
                List.of());

        String html = html(portfolio);

        String plain = html(of(harmless));
        for (String sign : List.of("<script", "</script", "<!--", "<img")) {
            assertThat(count(html, sign)).as(sign).isEqualTo(count(plain, sign));
        }
        assertThat(html.replace(json(html), "")).doesNotContain("onmouseover='");
        assertThat(json(html)).doesNotContain("<", ">", "\u2028", "\u2029");
        JsonNode data = data(html);
        assertThat(data.path("stores").path(0).path("name").asString()).isEqualTo(name);
        assertThat(data.path("stores").path(0).path("files").path(0).asString()).isEqualTo("acme-us/" + name + ".xlsx");
        assertThat(html).contains("<h1>" + PortfolioPage.escaped("Portfolio: " + name) + "</h1>");
    }

    @Test
    void theSamePortfolioGivesTheSameBytes() throws IOException {
        assertThat(html(SamplePortfolios.nightly())).isEqualTo(html(SamplePortfolios.nightly()));
        assertThat(html(MadeUpPortfolio.of(40))).isEqualTo(html(MadeUpPortfolio.of(40)));
    }

    @Test
    void itAsksNoNetworkForAnything() throws IOException {
        String html = html(SamplePortfolios.nightly());

        assertThat(html.toLowerCase(Locale.ROOT))
                .doesNotContain("http://")
                .doesNotContain("https://")
                .doesNotContain("@import")
                .doesNotContain("url(")
                .doesNotContain("<link");
        assertThat(html).contains("default-src 'none'").doesNotContain("unsafe");
    }

    @Test
    void everyWordOfTheScriptAndOfTheTemplateIsThere() throws IOException {
        Set<String> used = new TreeSet<>();
        StringBuilder scripts = new StringBuilder();
        for (String script : List.of("portfolio", "portfolio-detail", "portfolio-chart", "portfolio-start")) {
            scripts.append(resource(script + ".js"));
        }
        Matcher word = Pattern.compile("word\\('([a-z.-]+)'(?:\\)|, )").matcher(scripts);
        while (word.find()) {
            used.add(word.group(1));
        }
        assertThat(used).hasSizeGreaterThan(15);
        assertThat(PageWords.LIVE.keySet()).containsAll(used);
        List<String> keys = new ArrayList<>(PageWords.keysOf(resource("portfolio.html")));
        assertThat(keys).hasSizeGreaterThan(10);
        PageWords.LIVE.keySet().forEach(key -> keys.add("page." + key));
        assertThat(keys)
                .allSatisfy(
                        key -> assertThat(Messages.english().has(key)).as(key).isTrue());
        PageWords.LIVE.forEach((key, facts) -> facts.forEach(
                fact -> assertThat(PageWords.template(key, Messages.english())).contains("{" + fact + "}")));
    }

    @Test
    void everyWordOfThePageIsUsed() throws IOException {
        Set<String> used = new HashSet<>(PageWords.keysOf(resource("portfolio.html")));
        PageWords.LIVE.keySet().forEach(key -> used.add("page." + key));
        for (String source : List.of("PortfolioPage", "PortfolioPageJson", "StoreDetails")) {
            Matcher key = Pattern.compile("\"(page\\.[a-z.-]+)\"")
                    .matcher(Files.readString(Path.of("src/main/java/redflag/report", source + ".java")));
            while (key.find()) {
                used.add(key.group(1));
            }
        }
        assertThat(Messages.english().keys().stream().filter(key -> key.startsWith("page.")))
                .allSatisfy(key -> assertThat(used).contains(key));
    }

    @Test
    void aThousandStoresTakeAFewMegabytesAtMost() throws IOException {
        String html = html(MadeUpPortfolio.of(1000));

        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(4 * MEGABYTE);
    }

    @Test
    void aHealthyStoreHasNoChart() throws IOException {
        JsonNode data = data(html(MadeUpPortfolio.of(40)));

        for (JsonNode store : data.path("stores")) {
            boolean isHealthy = store.path("level").asString().equals("HEALTHY");
            assertThat(store.path("charts").isEmpty()).isEqualTo(isHealthy);
        }
    }

    @Test
    void aPageWithoutStoresIsAPage() throws IOException {
        assertThat(data(html(SamplePortfolios.empty())).path("stores")).isEmpty();
    }

    private static Portfolio of(StoreOutcome store) {
        return new Portfolio(
                "nightly",
                AS_OF,
                List.of(store),
                List.of(AccountOutcome.failed(new AccountId("zelkova"), "failed", 0)),
                List.of(),
                List.of(),
                List.of());
    }

    private static String html(Portfolio portfolio) throws IOException {
        MemorySink sink = new MemorySink();
        String name =
                new PortfolioPage(Messages.english()).write(portfolio, sink).get(0);
        return new String(sink.file(name), StandardCharsets.UTF_8);
    }

    private static JsonNode data(String html) {
        return JsonMapper.shared().readTree(json(html));
    }

    private static String json(String html) {
        int from = html.indexOf(BEFORE_DATA) + BEFORE_DATA.length();
        return html.substring(from, html.indexOf("</script>", from));
    }

    private static String name(JsonNode reading) {
        String metric =
                Messages.english().text("metric." + reading.path("metric").asString());
        return reading.has("fulfilment")
                ? metric + ", "
                        + Messages.english()
                                .text("fulfilment." + reading.path("fulfilment").asString())
                : metric;
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Optional.ofNullable(PortfolioPage.class.getResourceAsStream(name))
                .orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
