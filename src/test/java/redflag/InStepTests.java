package redflag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redflag.basics.Fulfilment;
import redflag.basics.Marketplaces;
import redflag.intake.KindFile;
import redflag.intake.Layout;
import redflag.ledger.FactType;
import redflag.ledger.Rejection;
import redflag.risk.RiskLevel;
import redflag.rules.Basis;
import redflag.rules.Condition;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Status;
import redflag.rules.Target;
import redflag.rules.TargetFile;
import redflag.words.Messages;

/** Code, texts, targets and documents are kept in step. */
class InStepTests {

    private static final Messages ENGLISH = Messages.english();
    private static final Pattern TEXT_KEY = Pattern.compile(
            "\"((?:why|warning|console|inspect|quarantine|plan|letter|headline|headroom|value|target|summary|sheet|column|about|check|page)\\.[a-z0-9.-]+)\"");

    @ParameterizedTest
    @EnumSource(Metric.class)
    void everyMetricHasANameATargetInTheUnitedStatesAndADefinition(Metric metric) throws IOException {
        assertThat(ENGLISH.has("metric." + metric.jsonName())).isTrue();
        List<String> countries = TargetFile.shipped().targets().stream()
                .filter(target -> target.metric() == metric)
                .map(Target::marketplace)
                .toList();
        // Amazon asks for invoices in Europe only
        assertThat(countries).contains(metric == Metric.INVOICE_DEFECT_RATE ? "DE" : "US");
        if (metric.form() != Metric.Form.COUNT) {
            String javadoc = Files.readString(Path.of("src/main/java/redflag/rules/Metric.java"));
            Matcher anchor = Pattern.compile("metrics\\.md#([a-z-]+)\\. [^*]*\\*/\\s+" + metric.name() + "\\(")
                    .matcher(javadoc);
            assertThat(anchor.find())
                    .as("the Javadoc of " + metric + " cites its definition")
                    .isTrue();
            assertThat(Files.readString(Path.of("src/docs/metrics.md"))
                            .lines()
                            .filter(line -> line.startsWith("## "))
                            .map(line -> line.substring(3)
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace(' ', '-')))
                    .contains(anchor.group(1));
        }
    }

    @Test
    void everyWordOfAClosedListHasAText() {
        List<String> keys = new ArrayList<>();
        add(keys, "status.", Status.values());
        add(keys, "risk.", RiskLevel.values());
        add(keys, "basis.", Basis.values());
        add(keys, "precision.", Precision.values());
        add(keys, "condition.", Condition.values());
        add(keys, "fulfilment.", Fulfilment.values());
        add(keys, "level.", Metric.Level.values());
        add(keys, "rejection.", Rejection.Reason.values());
        add(keys, "inspect.reason.", Rejection.Reason.values());
        add(keys, "inspect.form.", Layout.Form.values());
        add(keys, "fact.", FactType.values());
        assertThat(ENGLISH.keys()).containsAll(keys);
    }

    private static void add(List<String> keys, String prefix, Enum<?>[] values) {
        Arrays.stream(values).forEach(value -> keys.add(prefix + value.name()));
    }

    @Test
    void everyTextThatTheCodeNamesExists() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher keys = TEXT_KEY.matcher(Files.readString(file));
                while (keys.find()) {
                    named.add(keys.group(1));
                }
            }
        }
        assertThat(named).hasSizeGreaterThan(100);
        assertThat(named.stream().filter(key -> !ENGLISH.has(key) && !isColumn(key) && !key.endsWith(".")))
                .as("keys without a text")
                .isEmpty();
    }

    /** A column is named once and has a heading and an explanation. */
    private static boolean isColumn(String key) {
        return ENGLISH.has("column." + key) && ENGLISH.has("about." + key);
    }

    @Test
    void everySourceOfATargetHasAnAddressOrSaysThatItIsUnverified() throws IOException {
        String document = Files.readString(Path.of("src/docs/metrics.md"));
        for (Target target : TargetFile.shipped().targets()) {
            if (target.source().equals("own knowledge")) {
                assertThat(target.verified()).as(target.toString()).isFalse();
                continue;
            }
            for (String tag : target.source().split(", ", -1)) {
                assertThat(document).as("source of " + target).contains("| " + tag + " | ");
            }
        }
    }

    @Test
    void everyTagThatTheDocumentOrANoteCitesHasItsAddress() throws IOException {
        String document = Files.readString(Path.of("src/docs/metrics.md"));
        List<String> cited = new ArrayList<>();
        Matcher inBrackets = Pattern.compile("\\[([ACD]-?[a-z0-9][a-z0-9-]*)]").matcher(document);
        while (inBrackets.find()) {
            cited.add(inBrackets.group(1));
        }
        for (Target target : TargetFile.shipped().targets()) {
            Matcher inNote = Pattern.compile("\\(([ACD]-?[a-z0-9][a-z0-9-]*)[),]")
                    .matcher(target.note().orElse(""));
            while (inNote.find()) {
                cited.add(inNote.group(1));
            }
        }
        assertThat(cited)
                .hasSizeGreaterThan(100)
                .allSatisfy(tag -> assertThat(document).contains("\n| " + tag + " | "));
    }

    /** A rule table says of each row why, and where that is written: in the notes on the domain, the product or the exports. */
    @Test
    void everyRowOfARuleTableSaysWhyAndWhereThatIsWritten() throws IOException {
        Pattern table = Pattern.compile("@CsvFileSource\\(\\s*resources = \"([^\"]+)\"");
        Pattern cited = Pattern.compile("\\b(domain|product|exports)\\.md \\d");
        Path sources = Path.of("src/test/java");
        int tables = 0;
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher named = table.matcher(Files.readString(file));
                while (named.find()) {
                    Path csv = Path.of("src/test/resources")
                            .resolve(sources.relativize(file).resolveSibling(named.group(1)));
                    List<String> lines = Files.readAllLines(csv);
                    assertThat(lines.get(0)).as("the last column of " + csv).endsWith("because");
                    assertThat(lines).as(csv.toString()).hasSizeGreaterThan(1);
                    assertThat(lines.subList(1, lines.size()))
                            .as(csv.toString())
                            .allSatisfy(line -> assertThat(
                                            cited.matcher(reason(line)).find())
                                    .as(line)
                                    .isTrue());
                    tables++;
                }
            }
        }
        assertThat(tables).isGreaterThan(12);
    }

    /** The last cell of a row, in quotes or not. */
    private static String reason(String line) {
        return line.endsWith("\"")
                ? line.substring(line.lastIndexOf(",\"") + 1)
                : line.substring(line.lastIndexOf(',') + 1);
    }

    @Test
    void noNoteOfATargetSendsAReaderToAFileThatHeDoesNotHave() {
        assertThat(TargetFile.shipped().targets())
                .allSatisfy(target -> assertThat(target.note().orElse("")).doesNotContain(".md"));
    }

    @Test
    void everyMarketplaceOfATargetIsKnown() {
        assertThat(TargetFile.shipped().targets())
                .allSatisfy(target -> assertThat(Marketplaces.known().find(target.marketplace()))
                        .isPresent());
    }

    @Test
    void everyExportKindSaysWhereItIsDownloaded() {
        assertThat(KindFile.shipped()).isNotEmpty().allSatisfy(kind -> {
            assertThat(kind.name()).isNotBlank();
            assertThat(kind.where()).isNotBlank();
        });
    }
}
