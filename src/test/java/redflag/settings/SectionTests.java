package redflag.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionTests {

    private enum Colour {
        RED,
        DARK_BLUE
    }

    private final Problems problems = new Problems();

    @TempDir
    Path dir;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            NO         | true or false
            off        | true or false
            0012       | a number
            1e3        | a number
            1.0e+3     | a number
            2:30       | a number
            7          | a number
            0x1F       | a number
            2026-11-22 | a date
            """)
    void whatYamlTakesForSomethingElseIsRefusedWithTheAdviceToQuoteIt(String written, String kind) {
        Optional<String> text = read("# a comment\nname: " + written + "\n").text("name");

        assertThat(text).isEmpty();
        assertThat(messages())
                .containsExactly("job.yaml:2: 'name: " + written + "' is " + kind + " to YAML, not a text; write \""
                        + written + "\" in quotes");
    }

    @ParameterizedTest
    @CsvSource({"name:", "name: null", "name: ~"})
    void noValueIsNoText(String line) {
        assertThat(read(line).requiredText("name")).isEmpty();
        assertThat(messages()).containsExactly("job.yaml:1: 'name' has no value");
    }

    @Test
    void quotedTextsAreWhatIsWritten() {
        Section section = read("a: \"NO\"\nb: '0012'\nc: \"2:30\"\nlist: [x, \"1\"]\none: y\n");

        assertThat(section.text("a")).contains("NO");
        assertThat(section.text("b")).contains("0012");
        assertThat(section.text("c")).contains("2:30");
        assertThat(section.texts("list")).containsExactly("x", "1");
        assertThat(section.texts("one")).containsExactly("y");
        assertThat(section.texts("none")).isEmpty();
        section.rejectUnknownKeys();
        assertThat(messages()).isEmpty();
    }

    @Test
    void everythingWrongIsSaidAtOnceWithItsLine() {
        Section section = read("""
                text: [a]
                texts: [a, 7, {b: c}]
                day: 2026-02-30
                integer: 0012
                large: 12345678901
                decimal: .5
                percent: 80
                fraction: 0.8
                flag: yes
                colour: blue
                section: flat
                sections: [flat]
                list: [1]
                twice: 1
                twice: 2
                unknown: x
                """);
        section.text("text");
        assertThat(section.texts("texts")).containsExactly("a");
        assertThat(section.day("day")).isEmpty();
        section.integer("integer", 0, 20);
        section.integer("large", 0, Integer.MAX_VALUE);
        section.decimal("decimal");
        section.percent("percent");
        section.percent("fraction");
        section.flag("flag");
        section.oneOf("colour", Colour.class);
        section.section("section");
        section.sections("sections");
        section.integer("list", 0, 9);
        section.word("twice");
        section.requiredText("missing");
        section.rejectUnknownKeys();

        assertThat(messages())
                .containsExactly(
                        "job.yaml:1: 'text' must be a text",
                        "job.yaml:1: 'missing' is missing",
                        "job.yaml:2: 'texts: 7' is a number to YAML, not a text; write \"7\" in quotes",
                        "job.yaml:2: 'texts' must be a text",
                        "job.yaml:3: 'day: 2026-02-30' is not a day; write it as 2026-11-22",
                        "job.yaml:4: 'integer: 0012' must be a whole number from 0 to 20",
                        "job.yaml:5: 'large: 12345678901' must be a whole number from 0 to 2147483647",
                        "job.yaml:6: 'decimal: .5' must be a number such as 0.8",
                        "job.yaml:7: 'percent: 80' must be a share with its sign, such as 80%",
                        "job.yaml:8: 'fraction: 0.8' must be a share with its sign, such as 80%",
                        "job.yaml:9: 'flag: yes' must be true or false",
                        "job.yaml:10: 'colour: blue' must be one of red, dark-blue",
                        "job.yaml:11: 'section' must hold `key: value` lines",
                        "job.yaml:12: an entry of 'sections' must hold `key: value` lines",
                        "job.yaml:13: 'list' must be a single value",
                        "job.yaml:15: 'twice' stands twice",
                        "job.yaml:16: 'unknown' is not known here; known are text, texts, day, integer, large, decimal,"
                                + " percent, fraction, flag, colour, section, sections, list, twice, missing");
    }

    @Test
    void rightValuesAreRead() {
        Section section = read("""
                day: 2026-11-22
                integer: 12
                decimal: 0.8
                percent: 80%
                half: 0.5 %
                flag: true
                colour: dark-blue
                section: {inner: x}
                sections:
                  - inner: y
                """);

        assertThat(section.day("day")).contains(LocalDate.of(2026, 11, 22));
        assertThat(section.integer("integer", 12, 12)).contains(12);
        assertThat(section.decimal("decimal")).contains(new BigDecimal("0.8"));
        assertThat(section.percent("percent")).contains(new BigDecimal("0.80"));
        assertThat(section.percent("half")).contains(new BigDecimal("0.005"));
        assertThat(section.flag("flag")).contains(true);
        assertThat(section.oneOf("colour", Colour.class)).contains(Colour.DARK_BLUE);
        assertThat(section.section("section").orElseThrow().text("inner")).contains("x");
        assertThat(section.sections("sections").get(0).line("inner")).isEqualTo(10);
        assertThat(messages()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            'name: [a' | job.yaml:1: is not YAML: expected ',' or ']', but got <stream end>
            'a: 1~  b: 2' | job.yaml:2: is not YAML: mapping values are not allowed here
            'just text' | job.yaml:1: expected `key: value` lines
            '- a~- b' | job.yaml:1: expected `key: value` lines
            '# nothing' | job.yaml: expected `key: value` lines
            'a: 1~---~b: 2' | job.yaml:2: is not YAML: but found another document
            """)
    void whatIsNoMappingSaysSo(String text, String message) {
        assertThat(YamlFile.read("job.yaml", text.replace('~', '\n'), problems)).isEmpty();
        assertThat(messages()).containsExactly(message);
    }

    @Test
    void aByteOrderMarkIsFine() {
        assertThat(read("\uFEFFname: x").text("name")).contains("x");
    }

    @Test
    void filesThatCannotBeReadSayWhy() throws IOException {
        Path western =
                Files.write(dir.resolve("western.yaml"), "name: Caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        Path missing = dir.resolve("missing.yaml");

        assertThat(YamlFile.read(western, problems)).isEmpty();
        assertThat(YamlFile.read(missing, problems)).isEmpty();
        assertThat(messages())
                .containsExactly(
                        missing + ": there is no such file", western + ": is not UTF-8 text; save it as UTF-8");
    }

    private Section read(String text) {
        return YamlFile.read("job.yaml", text, problems).orElseThrow();
    }

    private List<String> messages() {
        return problems.list().stream().map(Problem::toString).toList();
    }
}
