package redflag.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static redflag.oracle.LetterFigures.add;
import static redflag.oracle.LetterFigures.all;
import static redflag.oracle.LetterFigures.percent;
import static redflag.oracle.LetterFigures.percents;
import static redflag.oracle.LetterFigures.rate;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Every number, day and order id of every letter of the sample night is traced to the rows that the sentence cites, or
 * counted a second time over the very same files. What is left of a letter is words.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LetterNumbersTests {

    private static final Pattern ORDER = Pattern.compile("\\d{3}-\\d{7}-\\d{7}");
    private static final Pattern REFERENCE = Pattern.compile("\\[(\\d+)]");
    private static final Pattern CONFIRM = Pattern.compile("\\[confirm:[^]]*]");
    private static final Pattern MOMENT = Pattern.compile("\\d{1,2} [A-Z][a-z]+ \\d{4}(, \\d\\d:\\d\\d)?");
    private static final Pattern NUMBER = Pattern.compile("\\d+(,\\d{3})*(\\.\\d+)?");
    private static final Pattern STATED_MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern LIMIT = Pattern.compile("the limit is [a-z ]+ ([\\d.]+) %");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

    /** Words of the library with a number in them: what a detector looks for, and no figure of the store. */
    private static final List<String> WORDS = List.of("2 units or fewer", "A-to-z", "30 days", "10 days", "60 days");

    private static final Map<String, ZoneId> ZONES = Map.of(
            "birch-us", ZoneId.of("America/Los_Angeles"),
            "cedar-us", ZoneId.of("America/Los_Angeles"),
            "elder-de", ZoneId.of("Europe/Berlin"),
            "fuji-jp", ZoneId.of("Asia/Tokyo"));

    private SampleNight night;
    private Path exports;
    private Map<String, String> rates;
    private Map<String, String> bySku;
    private Map<String, String> byWeekday;

    @BeforeAll
    void run(@TempDir Path dir) throws Exception {
        night = SampleNight.demo(dir);
        exports = SampleNight.inbox(dir).resolve("exports");
        try (IndependentCounts counts = new IndependentCounts(SampleNight.inbox(dir), dir.resolve("scratch"))) {
            rates = counts.rates();
            bySku = counts.ratesBySku();
            byWeekday = counts.ratesByWeekday();
        }
    }

    @Test
    void everyNumberOfEveryLetterIsTracedToRows() throws IOException {
        Set<String> letters = new TreeSet<>();
        for (Map.Entry<String, JsonNode> report : night.reports().entrySet()) {
            for (JsonNode plan : report.getValue().get("plans")) {
                letters.add(report.getKey() + " " + plan.get("reason").asString());
                for (JsonNode paragraph : plan.get("paragraphs")) {
                    new Sentence(report.getKey(), report.getValue(), plan, paragraph).trace();
                }
            }
        }
        assertThat(letters)
                .containsExactly(
                        "birch-us order-defect-rate",
                        "cedar-us late-shipment",
                        "elder-de cancellation",
                        "fuji-jp valid-tracking");
    }

    /** Nobody has confirmed anything in the sample: a deed in a letter would be invented. */
    @Test
    void noLetterStatesADeedThatTheActionsFileLacks() {
        for (JsonNode report : night.reports().values()) {
            for (JsonNode plan : report.get("plans")) {
                for (JsonNode paragraph : plan.get("paragraphs")) {
                    String part = paragraph.get("part").asString();
                    String words = CONFIRM.matcher(paragraph.get("text").asString())
                            .replaceAll("")
                            .strip();
                    if (part.equals("action")) {
                        assertThat(words).isEmpty();
                    } else if (part.equals("prevention")) {
                        assertThat(words).startsWith("Our target: ");
                    }
                }
            }
        }
    }

    /** One paragraph of a letter. */
    private final class Sentence {

        private final String store;
        private final JsonNode report;
        private final JsonNode plan;
        private final String part;
        private final String text;
        private final Set<String> cited = new HashSet<>();
        private final StringBuilder rows = new StringBuilder();

        Sentence(String store, JsonNode report, JsonNode plan, JsonNode paragraph) throws IOException {
            this.store = store;
            this.report = report;
            this.plan = plan;
            this.part = paragraph.get("part").asString();
            this.text = paragraph.get("text").asString();
            for (int number : references()) {
                JsonNode evidence = plan.get("evidence").get(number - 1);
                assertThat(evidence.get("number").asInt()).isEqualTo(number);
                for (JsonNode from : evidence.get("from")) {
                    String row =
                            row(from.get("file").asString(), from.get("row").asInt());
                    rows.append(row).append('\n');
                    cited.addAll(all(ORDER, row));
                }
                if (evidence.get("from").isEmpty()
                        && evidence.get("text").asString().contains("Counted by the source")) {
                    String file = evidence.get("text").asString().replaceAll(".* in (.*)\\.$", "$1");
                    rows.append(String.join("\n", lines(file)));
                }
            }
        }

        private List<Integer> references() {
            return REFERENCE
                    .matcher(text)
                    .results()
                    .map(found -> Integer.valueOf(found.group(1)))
                    .toList();
        }

        void trace() throws IOException {
            if (part.equals("action")) {
                return;
            }
            String left = CONFIRM.matcher(text).replaceAll("");
            if (part.equals("prevention")) {
                prevention(left);
                return;
            }
            assertThat(references()).as(where()).hasSizeLessThanOrEqualTo(1);
            assertThat(NUMBER.matcher(left).find())
                    .as(where() + " has numbers and no evidence: " + text)
                    .isEqualTo(!references().isEmpty());
            if (references().isEmpty()) {
                return;
            }
            left = REFERENCE.matcher(left).replaceAll("");
            assertThat(cited).as(where()).containsAll(all(ORDER, left));
            left = ORDER.matcher(left).replaceAll("");
            assertThat(moments()).as(where()).containsAll(all(MOMENT, left));
            left = MOMENT.matcher(left).replaceAll("");
            left = limit(left);
            for (String words : WORDS) {
                left = left.replace(words, "");
            }
            left = names(left);
            assertThat(figures()).as(where() + " " + text).containsAll(all(NUMBER, left));
        }

        /** The store's own watch line is of its target; what else a measure names is the library's. */
        private void prevention(String measure) {
            for (MatchResult found : Pattern.compile(
                            "(?:rate|stays|it) under ([\\d.]+) %|at least ([\\d.]+) % of (?:packages|units)")
                    .matcher(measure)
                    .results()
                    .toList()) {
                String stated = found.group(1) == null ? found.group(2) : found.group(1);
                assertThat(watchLines())
                        .as(where() + " " + measure)
                        .contains(new BigDecimal(stated).stripTrailingZeros());
            }
        }

        private Set<BigDecimal> watchLines() {
            Set<BigDecimal> lines = new HashSet<>();
            for (JsonNode reading : readings()) {
                BigDecimal limit =
                        new BigDecimal(reading.get("target").get("value").asString());
                BigDecimal share = new BigDecimal(reading.get("watchShare").asString());
                boolean isOfTheGood =
                        reading.get("target").get("condition").asString().contains("LEAST");
                BigDecimal bad = isOfTheGood ? BigDecimal.ONE.subtract(limit) : limit;
                BigDecimal line = bad.multiply(share);
                lines.add((isOfTheGood ? BigDecimal.ONE.subtract(line) : line)
                        .movePointRight(2)
                        .stripTrailingZeros());
            }
            return lines;
        }

        private List<JsonNode> readings() {
            List<JsonNode> readings = new ArrayList<>();
            for (JsonNode reading : report.get("readings")) {
                boolean isOfPlan = part.equals("other-metric")
                        || Stream.of(plan.get("metrics"))
                                .flatMap(JsonNode::valueStream)
                                .anyMatch(metric -> metric.equals(reading.get("metric")));
                if (isOfPlan && reading.has("watchShare")) {
                    readings.add(reading);
                }
            }
            return readings;
        }

        private String limit(String left) {
            var limit = LIMIT.matcher(left);
            if (!limit.find()) {
                return left;
            }
            assertThat(readings())
                    .as(where() + " " + text)
                    .anySatisfy(reading -> assertThat(new BigDecimal(
                                            reading.get("target").get("value").asString())
                                    .movePointRight(2))
                            .isEqualByComparingTo(limit.group(1)));
            return limit.replaceAll("");
        }

        /** A SKU that the sentence names is one of the rows' orders; the digits in it are no number. */
        private String names(String left) {
            return bySku.keySet().stream()
                    .map(name -> name.substring(name.lastIndexOf(' ') + 1))
                    .reduce(left, (words, sku) -> words.replace(sku, ""));
        }

        /** The days of windows, and what rows say of the orders that are cited. */
        private Set<String> moments() throws IOException {
            Set<String> moments = new HashSet<>();
            LocalDate asOf = LocalDate.of(2026, 11, 22);
            for (int[] window : new int[][] {{60, 15}, {30, 0}, {10, 0}, {7, 1}, {30, 10}, {14, 7}, {7, 7}}) {
                moments.add(DAY.format(asOf.minusDays(window[0] + window[1] - 1L)));
                moments.add(DAY.format(asOf.minusDays(window[1])));
            }
            for (String order : all(ORDER, text)) {
                for (String line : linesOf(order)) {
                    for (String stated : all(STATED_MOMENT, line)) {
                        ZonedDateTime moment =
                                OffsetDateTime.parse(stated).toInstant().atZone(ZONES.get(store));
                        moments.add(DAY.format(moment));
                        moments.add(TO_THE_MINUTE.format(moment));
                    }
                }
            }
            return moments;
        }

        private List<String> linesOf(String order) throws IOException {
            List<String> lines = new ArrayList<>();
            try (Stream<Path> files = Files.list(exports.resolve(store.substring(0, store.indexOf('-'))))) {
                for (Path file :
                        files.filter(f -> !f.toString().endsWith(".xlsx")).toList()) {
                    new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                            .lines()
                            .filter(line -> line.contains(order))
                            .forEach(lines::add);
                }
            }
            return lines;
        }

        /** Every figure that the rows, or the second count, give for this sentence. */
        private Set<String> figures() {
            Set<String> figures = new HashSet<>();
            long count = cited.size();
            add(figures, count);
            for (String name : names()) {
                long[] rate = rate(rates.get(name));
                add(figures, rate[0]);
                add(figures, rate[1]);
                figures.add(percent(rate[0], rate[1], 2));
                figures.add(percent(count, rate[0], 1));
                add(figures, explained());
                add(figures, rate[0] - explained());
                all(NUMBER, rates.get(name).replaceAll(", \\d{4}-.*", "")).forEach(figures::add);
                groups(name, rate, figures);
            }
            List<String> stated = all(NUMBER, rows.toString());
            if (cited.isEmpty()) {
                figures.addAll(stated);
                stated.forEach(number -> figures.addAll(percents(number)));
                ratesOfPrinted(stated, figures);
            }
            return figures;
        }

        /** Sources print the affected ones or the good ones, and all; the rate is stated to two places. */
        private void ratesOfPrinted(List<String> stated, Set<String> figures) {
            for (JsonNode reading : report.get("readings")) {
                JsonNode printed = reading.path("printed");
                long affected = printed.path("affected").asLong(0);
                long total = printed.path("total").asLong(0);
                if (total > 0
                        && stated.contains("" + total)
                        && (stated.contains("" + affected) || stated.contains("" + (total - affected)))) {
                    add(figures, affected);
                    figures.add(percent(affected, total, 2));
                    figures.add(percent(total - affected, total, 2));
                }
            }
        }

        private void groups(String name, long[] rate, Set<String> figures) {
            for (Map<String, String> groups : List.of(bySku, byWeekday)) {
                groups.forEach((group, counted) -> {
                    String value = group.substring(name.length() < group.length() ? name.length() + 1 : 0);
                    if (group.startsWith(name + " ") && text.contains(value)) {
                        long[] of = rate(counted);
                        if (of[0] != cited.size()) {
                            return;
                        }
                        figures.add(percent(of[1], rate[1], 1));
                        figures.add(percent(rate[0] - of[0], rate[1] - of[1], 2));
                        figures.add(BigDecimal.valueOf(of[0] * (double) rate[1] / (of[1] * (double) rate[0]))
                                .setScale(1, RoundingMode.HALF_EVEN)
                                .toPlainString());
                    }
                });
            }
        }

        /** Orders that a cause is told of, by the rows that the causes cite. */
        private long explained() {
            Set<String> explained = new HashSet<>();
            for (JsonNode paragraph : plan.get("paragraphs")) {
                String cause = paragraph.get("text").asString();
                if (paragraph.get("part").asString().equals("root-cause")
                        && !cause.startsWith("Question")
                        && !cause.startsWith("Order ")) {
                    REFERENCE
                            .matcher(cause)
                            .results()
                            .forEach(found -> plan.get("evidence")
                                    .get(Integer.parseInt(found.group(1)) - 1)
                                    .get("from")
                                    .forEach(from -> explained.addAll(all(
                                            ORDER,
                                            row(
                                                    from.get("file").asString(),
                                                    from.get("row").asInt())))));
                }
            }
            return explained.size();
        }

        private List<String> names() {
            return rates.keySet().stream()
                    .filter(name -> name.startsWith(store + " "))
                    .filter(name -> part.equals("other-metric")
                            || Stream.of(plan.get("metrics"))
                                    .flatMap(JsonNode::valueStream)
                                    .anyMatch(metric ->
                                            name.contains(metric.asString().replaceAll("10$|30$", ""))))
                    .toList();
        }

        private String where() {
            return store + " " + plan.get("reason").asString() + " " + part;
        }
    }

    /** A row as it stands in its file, counted as a person counts: the header is row 1. */
    private String row(String file, int number) {
        return lines(file).get(number - 1);
    }

    private List<String> lines(String file) {
        return LetterFigures.lines(exports.resolve(file));
    }
}
