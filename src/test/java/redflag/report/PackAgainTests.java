package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.packs.Again;
import redflag.packs.LastLetter;
import redflag.words.Messages;

/** What a pack says after Amazon's answer. */
class PackAgainTests {

    /** A letter that is worth sending is worth little without its papers. */
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "en, 0, first letter once more.",
        "en, 1, 'once more. 1 paper that Amazon always asks for is not there or not in order, see Documents.'",
        "en, 2, 'once more. 2 papers that Amazon always asks for are not there or not in order, see Documents.'",
        "zh, 0, 而不是再发第一封信。",
        "zh, 2, 而不是再发第一封信。亚马逊必需的文件中有 2 份缺失或不合要求，见“文件资料”。"
    })
    void theVerdictSaysHowManyPapersAreLacking(String language, long lacking, String ending) {
        Again again = new Again(
                Optional.empty(),
                Optional.empty(),
                new LastLetter(LastLetter.State.NOT_ON_FILE, List.of(), Optional.empty()),
                Map.of(),
                Optional.empty(),
                0,
                Again.Verdict.WORTH_SENDING);

        assertThat(PackAgain.verdict(again, lacking, Messages.forLanguage(language)))
                .endsWith(ending);
    }
}
