package redflag.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.intake.KindFile;

/** What no machine of a test can be. */
class ChecksTests {

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource({
        "Linux, UTF-8, OK",
        "Linux, ANSI_X3.4-1968, WARN",
        "Linux, '', WARN",
        "Mac OS X, UTF-8, OK",
        "Windows Server 2022, Cp1252, OK"
    })
    void namesOfFilesNeedUtf8ExceptOnWindows(String system, String charset, Sign.Level level) {
        assertThat(JavaCheck.fileNames(system, charset).level()).isEqualTo(level);
    }

    @ParameterizedTest(name = "{0} free with exports of {1}: {2}")
    @CsvSource({
        "1000000000, 1, OK, ''",
        "999999999, 1, WARN, 1.0 GB",
        "3000000000, 1000000000, OK, ''",
        "2999999999, 1000000000, WARN, 3.0 GB"
    })
    void thereShallBeOneGigabyteAndThreeTimesTheExports(long free, long exports, Sign.Level level, String needed) {
        Sign sign = DiskSpace.sign(Path.of("reports"), free, exports);

        assertThat(sign.level()).isEqualTo(level);
        assertThat(sign.mend()).isEqualTo(needed.isEmpty() ? "" : "make room: " + needed + " should be free");
    }

    @Test
    void tablesOfANewerVersionAreNotForThisProgram() {
        assertThat(DatabaseCheck.tables("data", 3, 4).found())
                .endsWith("of version 3, and the next night brings them to 4");
        assertThat(DatabaseCheck.tables("data", 4, 4).found())
                .isEqualTo("the database data opens; its tables are of version 4");
        assertThat(DatabaseCheck.tables("data", 5, 4).level()).isEqualTo(Sign.Level.FAIL);
    }

    @Test
    void theKindsOfTemplatesAreThoseOfTheExports() {
        assertThat(KindFile.shipped().stream().filter(kind -> DeskTemplate.isKind(kind.id())))
                .hasSameSizeAs(DeskTemplate.values())
                .allMatch(kind -> kind.name().endsWith("(kept by hand)"));
    }
}
