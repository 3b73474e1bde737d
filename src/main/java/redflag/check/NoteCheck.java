package redflag.check;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redflag.basics.Remark;
import redflag.check.Letter.Part;
import redflag.plan.Reason;

/**
 * Holds what people write about a deed against the rules for drafts, as far as a sentence by itself can break them: it
 * becomes one of a letter to Amazon, word by word. Its language is that of letters, and it names no program.
 */
public final class NoteCheck {

    private static final Set<Rule> RULES =
            EnumSet.of(Rule.UNRESOLVED_CONFIRM, Rule.FUTURE_FOR_DONE, Rule.BLAME, Rule.EMOTION, Rule.STOCK_PHRASE);
    private static final Pattern OTHER_SCRIPT = Pattern.compile("[\\p{L}&&[^\\p{IsLatin}\\p{IsCommon}]]+");
    private static final Pattern PROGRAM = Pattern.compile("redflag", Pattern.CASE_INSENSITIVE);

    private NoteCheck() {}

    /** Why a note can't stand in a letter; missing where it can. */
    public static Optional<Remark> unusable(Reason reason, String note) {
        return found("note.not-english", OTHER_SCRIPT, note)
                .or(() -> found("note.names-program", PROGRAM, note))
                .or(() -> DraftCheck.check(LetterParser.point(Part.ACTIONS, note), reason, Background.none()).stream()
                        .filter(finding -> RULES.contains(finding.rule()))
                        .findFirst()
                        .map(finding -> remark(finding, note)));
    }

    private static Optional<Remark> found(String key, Pattern pattern, String note) {
        Matcher matcher = pattern.matcher(note);
        return matcher.find() ? Optional.of(Remark.of(key, "phrase", matcher.group())) : Optional.empty();
    }

    /** What is left to confirm is a phrase by itself. */
    private static Remark remark(Finding finding, String note) {
        String phrase = String.valueOf(finding.facts().get("phrase"));
        String shown = phrase.isEmpty() ? finding.at().map(Finding.Place::text).orElse(note) : phrase;
        return Remark.of("note." + finding.rule().id(), "phrase", shown);
    }
}
