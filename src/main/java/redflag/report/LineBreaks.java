package redflag.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Where lines break in a cell, near enough to give rows their height: spreadsheet programs do not agree on whether a
 * wrapped row grows by itself. Widths are in digits of the normal font, a sans serif.
 */
final class LineBreaks {

    /** What may not begin a line. */
    private static final String CLOSING =
            "\uFF0C\u3002\u3001\uFF1B\uFF1A\uFF1F\uFF01\uFF09\u300B\u3011\u201D\u2019\u2026%,.;:?!)]}";
    /** What may not end one. */
    private static final String OPENING = "\uFF08\u300A\u3010\u201C\u2018([{";

    /** Of letters below 128, in digits. */
    private static final double[] WIDTHS = widths();

    private LineBreaks() {}

    /** How many lines {@code text} takes in a column of this width. */
    static int count(String text, double width) {
        double used = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            used += widthOf(letter);
            if (used > width || letter == '\n') {
                return in(text, width).size();
            }
        }
        return 1;
    }

    /** The lines of {@code text} in a column of this width; one at least. */
    static List<String> in(String text, double width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            breakUp(paragraph, width, lines);
        }
        return lines;
    }

    private static void breakUp(String paragraph, double width, List<String> lines) {
        int start = 0;
        int end = -1;
        int next = -1;
        double used = 0;
        for (int i = 0; i < paragraph.length(); i++) {
            char letter = paragraph.charAt(i);
            used += widthOf(letter);
            if (letter == ' ') {
                end = i;
                next = i + 1;
                continue;
            }
            if (i > start && mayBreak(paragraph.charAt(i - 1), letter)) {
                end = i;
                next = i;
            }
            if (used > width && i > start) {
                boolean isCut = end <= start;
                lines.add(paragraph.substring(start, isCut ? i : end));
                start = isCut ? i : next;
                end = -1;
                used = widthOf(paragraph, start, i + 1);
            }
        }
        lines.add(paragraph.substring(start));
    }

    /** Between Chinese letters, and beside one, though there is no blank. */
    private static boolean mayBreak(char before, char after) {
        return (isWide(before) || isWide(after)) && CLOSING.indexOf(after) < 0 && OPENING.indexOf(before) < 0;
    }

    private static boolean isWide(char letter) {
        return letter >= 0x2E80;
    }

    private static double widthOf(String text, int start, int end) {
        double width = 0;
        for (int i = start; i < end; i++) {
            width += widthOf(text.charAt(i));
        }
        return width;
    }

    private static double widthOf(char letter) {
        if (letter < WIDTHS.length) {
            return WIDTHS[letter];
        }
        if (isWide(letter) || "\u201C\u201D\u2018\u2019\u2026".indexOf(letter) >= 0) {
            return 1.9;
        }
        return Character.isUpperCase(letter) ? 1.25 : 1.0;
    }

    /** Of the letters of Arial, rounded up. */
    private static double[] widths() {
        double[] widths = new double[128];
        for (char letter = 0; letter < widths.length; letter++) {
            widths[letter] = Character.isUpperCase(letter) ? 1.25 : 1.0;
        }
        "ijl|'".chars().forEach(letter -> widths[letter] = 0.45);
        " ftI.,:;!/[]".chars().forEach(letter -> widths[letter] = 0.53);
        "r()-\"{}".chars().forEach(letter -> widths[letter] = 0.65);
        "mwMW%@".chars().forEach(letter -> widths[letter] = 1.6);
        return widths;
    }
}
