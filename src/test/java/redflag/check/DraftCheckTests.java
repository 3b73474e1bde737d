package redflag.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import redflag.words.Messages;

/** Each letter of the corpus gives the findings that its row says, and no other. */
class DraftCheckTests {

    @ParameterizedTest(name = "{0}: {3}")
    @CsvFileSource(resources = "drafts.csv", useHeadersInDisplayName = true)
    void aDraftIsRefusedForWhatItsRowSaysAndNothingElse(String draft, String reason, String rules, String because)
            throws IOException, UnreadableLetter {
        List<Finding> findings = Drafts.check(Drafts.FOLDER.resolve(draft), reason);

        assertThat(Drafts.rules(findings))
                .as(because + "\n" + findings)
                .containsExactlyInAnyOrderElementsOf(rules == null ? List.of() : List.of(rules.split(" ", -1)));
    }

    @Test
    void everyRuleHasABadDraftOfItsNameAndANearMiss() throws IOException {
        List<String> rows = Files.readAllLines(Drafts.FOLDER.resolve("drafts.csv"), StandardCharsets.UTF_8);
        for (Rule rule : Rule.values()) {
            assertThat(rows)
                    .as("a bad draft for " + rule)
                    .anySatisfy(row ->
                            assertThat(row).startsWith("bad/" + rule.id() + ".").contains(", " + rule.id()));
            assertThat(rows)
                    .as("a near miss of " + rule)
                    .anySatisfy(row -> assertThat(row).startsWith("near/" + rule.id() + "."));
        }
    }

    @Test
    void everyLetterOfTheCorpusHasARow() throws IOException {
        String rows = Files.readString(Drafts.FOLDER.resolve("drafts.csv"));
        for (String folder : List.of("good", "bad", "near")) {
            try (Stream<Path> letters = Files.list(Drafts.FOLDER.resolve(folder))) {
                assertThat(letters.map(letter -> folder + "/" + letter.getFileName()))
                        .allSatisfy(letter -> assertThat(rows).contains("\n" + letter + ","));
            }
        }
    }

    @Test
    void everyRuleHasItsWordsAndItsPlaceInTheDocument() throws IOException {
        String document = Files.readString(Path.of("src/docs/check.md"));
        assertThat(Arrays.asList(Rule.values())).allSatisfy(rule -> {
            assertThat(Messages.english().has("check.why." + rule.id())).isTrue();
            assertThat(Messages.english().has("check.do." + rule.id())).isTrue();
            assertThat(document).contains("\n| `" + rule.id() + "` | ");
        });
    }
}
