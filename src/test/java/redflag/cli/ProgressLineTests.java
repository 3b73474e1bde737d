package redflag.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a terminal gets while accounts are worked on. */
class ProgressLineTests {

    private static final String WIPE = "\r\u001b[2K";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream terminal = new PrintStream(bytes, true, UTF_8);

    private List<String> drawn() {
        return List.of(bytes.toString(UTF_8).split(java.util.regex.Pattern.quote(WIPE)));
    }

    @Test
    void aBarOverTheAccountsHasRowsASecondAndTimeAndEndsItsLine() {
        try (ProgressLine line = new ProgressLine(terminal, 4, 80, false)) {
            line.step(1_000);
            line.step(500);
            line.step(0);
            line.step(0);
        }

        List<String> drawn = drawn();
        String last = drawn.get(drawn.size() - 1);
        assertThat(last)
                .startsWith("Accounts 100% [")
                .contains(" 4/4 (")
                .contains(" rows/s")
                .endsWith(System.lineSeparator());
        assertThat(last.strip()).hasSizeLessThanOrEqualTo(80).isASCII();
        assertThat(drawn)
                .allSatisfy(text ->
                        assertThat(text.lines().findFirst().orElse("").length()).isLessThanOrEqualTo(80));
    }

    @Test
    void otherLinesGoAboveIt() {
        try (ProgressLine line = new ProgressLine(terminal, 2, 80, true)) {
            line.step(10);
            line.above(() -> terminal.println("redflag: account birch failed: no room"));
            assertThat(bytes.toString(UTF_8))
                    .contains(WIPE + "redflag: account birch failed: no room" + System.lineSeparator());
        }
        assertThat(drawn().get(drawn().size() - 1)).startsWith("Accounts ");
    }

    @Test
    void onlyATerminalThatCanDrawGetsABar() {
        assertThat(Terminal.canDraw("xterm-256color")).isTrue();
        assertThat(Terminal.canDraw("dumb")).isFalse();
        assertThat(Terminal.canDraw("")).isFalse();
        assertThat(Terminal.canDraw(null)).isFalse();
    }
}
