package redflag.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Texts without half a character of a pair, which JSON and XLSX can spell out and no report could be written with. */
final class WholeText {

    private WholeText() {}

    /** The text with a question mark for every half. */
    static String of(String text) {
        return new String(text.getBytes(UTF_8), UTF_8);
    }

    /** The first {@code length} characters, or one less than would part a pair. */
    static String head(String text, int length) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
