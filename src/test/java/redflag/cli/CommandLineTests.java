package redflag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Arguments and their mistakes; no night is run. */
class CommandLineTests {

    private static final Pattern EXIT_CODE = Pattern.compile("(?m)^\\| (\\d[\\d, ]*) \\| (.*) \\|$");

    private final CommandLine commands =
            RedflagCommand.commandLine(Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC));

    private final StringWriter err = new StringWriter();

    @TempDir
    private Path dir;

    @Test
    void helpAndReadmeNameTheSameExitCodes() throws IOException {
        Map<String, String> readme = new LinkedHashMap<>();
        Matcher rows = EXIT_CODE.matcher(Files.readString(Path.of("README.md")));
        while (rows.find()) {
            readme.put(rows.group(1), rows.group(2));
        }

        assertThat(readme).containsKeys("0", "1", "2", "3", "4", "130, 143");
        assertThat(commands.getCommandSpec().usageMessage().exitCodeList()).containsExactlyEntriesOf(readme);
    }

    @Test
    void aDayThatIsNoneIsSaidPlainly() {
        assertThat(run("run", "job.yaml", "--as-of", "2026-13-01")).isEqualTo(2);
        assertThat(err.toString())
                .contains("'--as-of'", "'2026-13-01' is not a day; write it as 2026-11-22")
                .doesNotContain("LocalDate", "Exception");
    }

    @Test
    void aSampleThatCannotBeWrittenSaysWhereAndWhy() throws IOException {
        Path taken = Files.writeString(dir.resolve("taken"), "a file");

        assertThat(run("sample", "--out", taken.toString())).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("redflag: can't write to " + taken + ": ")
                .doesNotContain("Exception");
    }

    private int run(String... arguments) {
        return commands.setErr(new PrintWriter(err)).execute(arguments);
    }
}
