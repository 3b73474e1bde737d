package redflag.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.ledger.AccountState;
import redflag.ledger.Source;

class AmazonStateTests {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Healthy, NORMAL",
        "NORMAL, NORMAL",
        "\u6b63\u5e38, NORMAL",
        "\u5065\u5eb7, NORMAL",
        "\u826f\u597d, NORMAL",
        "At risk, AT_RISK",
        "at-risk, AT_RISK",
        "\u6709\u98ce\u9669, AT_RISK",
        "\u9762\u4e34\u505c\u7528\u98ce\u9669, AT_RISK",
        "Suspended, DEACTIVATED",
        "\u5df2\u505c\u7528, DEACTIVATED",
        "Critical, ",
        "\u4e25\u91cd, "
    })
    void onlyWordsThatAreCertainAreKnown(String stated, AmazonState.Known known) {
        AmazonState state = AmazonState.of(new AccountState(stated, Optional.empty(), new Source("a.csv", 2)));

        assertThat(state.known()).isEqualTo(Optional.ofNullable(known));
        assertThat(state.asStated()).isEqualTo(stated);
    }

    @Test
    void ofTwoStatementsOfOneDayTheWorseStands() {
        assertThat(AmazonState.worst(List.of(stated("NORMAL"), stated("SUSPENDED"), stated("AT_RISK")))
                        .orElseThrow()
                        .known())
                .contains(AmazonState.Known.DEACTIVATED);
        assertThat(AmazonState.worst(List.of(stated("Critical"), stated("NORMAL")))
                        .orElseThrow()
                        .asStated())
                .isEqualTo("Critical");
    }

    private static AccountState stated(String word) {
        return new AccountState(word, Optional.empty(), new Source("file", 2));
    }

    @Test
    void theReadmeNamesAllOfThem() throws IOException {
        String readme = Files.readString(Path.of("README.md")).toUpperCase(Locale.ROOT);

        assertThat(AmazonState.knownWords())
                .allSatisfy(word -> assertThat(readme).contains(word.replace('_', ' ')));
    }
}
