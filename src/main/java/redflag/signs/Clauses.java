package redflag.signs;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text cut into clauses of plain words: without capitals, accents of Latin letters and apostrophes. Of Chinese and
 * Japanese each character is a word. A clause ends at a mark, at a word that joins two,
 * and at a blank between characters.
 */
final class Clauses {

    /** Of a comment no more is looked at. */
    private static final int LONGEST = 4_000;

    /** In the languages of the phrases; without those that also mean something else, such as the Italian {@code e}. */
    private static final Set<String> JOINING = Set.of(
            "and", "but", "because", "however", "und", "aber", "sondern", "jedoch", "et", "mais", "y", "pero", "porque",
            "\u4f46");

    private final List<List<String>> clauses = new ArrayList<>();
    private List<String> clause = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();

    private Clauses() {}

    /** None without a word. */
    static List<List<String>> of(String text) {
        Clauses clauses = new Clauses();
        clauses.take(plain(text.length() > LONGEST ? text.substring(0, LONGEST) : text));
        return clauses.clauses;
    }

    /** Half-width kana become whole, {@code ß} is {@code ss}; the marks of kana stay. */
    private static String plain(String text) {
        String apart = Normalizer.normalize(
                Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c == '\u00df') {
                plain.append("ss");
            } else if (c != '\'' && c != '\u2019' && c != '\u00b4' && c != '`' && (c < '\u0300' || c > '\u036f')) {
                plain.append(c);
            }
        }
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    private void take(String text) {
        boolean afterCharacter = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isCharacter(c)) {
                endWord();
                word.appendCodePoint(c);
                endWord();
                afterCharacter = true;
            } else if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
                afterCharacter = false;
            } else if (Character.isWhitespace(c) || c == '-' || c == '/') {
                endWord();
                if (afterCharacter || c == '\n') {
                    endClause();
                }
            } else {
                endWord();
                endClause();
            }
        }
        endWord();
        endClause();
    }

    private static boolean isCharacter(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || c == '\u30fc';
    }

    private void endWord() {
        String whole = word.toString();
        word.setLength(0);
        if (JOINING.contains(whole)) {
            endClause();
        } else if (!whole.isEmpty()) {
            clause.add(whole);
        }
    }

    private void endClause() {
        if (!clause.isEmpty()) {
            clauses.add(clause);
            clause = new ArrayList<>();
        }
    }
}
