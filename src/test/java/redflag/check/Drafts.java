package redflag.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import redflag.basics.StoreId;
import redflag.plan.Reason;

/** The corpus: letters that we wrote, the report of their store, and what was submitted before. */
final class Drafts {

    static final Path FOLDER = Path.of("src/test/resources/redflag/check");
    static final StoreId STORE = new StoreId("maple-us");

    private Drafts() {}

    static List<Finding> check(Path draft, String reason) throws IOException, UnreadableLetter {
        Reason of = reason(reason);
        Letter letter = LetterFile.read(draft);
        Background background = new Shelf(
                        FOLDER.resolve("reports"), new Submissions(List.of(FOLDER.resolve("submissions"))))
                .backgroundOf(STORE, of, draft, letter, Optional.empty());
        return DraftCheck.check(letter, of, background);
    }

    static Reason reason(String word) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    static List<String> rules(List<Finding> findings) {
        return findings.stream().map(finding -> finding.rule().id()).distinct().toList();
    }
}
