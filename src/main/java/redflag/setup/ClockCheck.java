package redflag.setup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import redflag.settings.Problems;
import redflag.settings.YamlFile;

/** Whether the time can be true: the as-of date comes of it. */
final class ClockCheck implements Check {

    private final Clock clock;

    ClockCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Sign> look() {
        Instant now = clock.instant();
        Instant built = built();
        return List.of(
                now.isBefore(built)
                        ? Sign.fail(
                                "the clock says " + Said.at(now) + ", and this program was built on " + Said.at(built),
                                "set the clock of the machine, best by a time server")
                        : Sign.ok("the clock says " + Said.at(now) + "; the machine's zone is "
                                + ZoneId.systemDefault()));
    }

    /** As Maven wrote it into the program. */
    private static Instant built() {
        String name = "application.yaml";
        try (InputStream in = ClockCheck.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the program has no " + name);
            }
            return YamlFile.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8), new Problems())
                    .flatMap(settings -> settings.section("redflag"))
                    .map(section -> section.requiredText("built"))
                    .map(Instant::parse)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
