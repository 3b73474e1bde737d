package redflag.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Where lines break in a cell, near enough to give rows their height: spreadsheet programs do not agree on whether a
 * wrapped row grows by itself. Widths are in digits of the normal font, a sans serif.
 */
final class LineBreaks {

    private LineBreaks() {}

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
        int space = -1;
        double used = 0;
        for (int i = 0; i < paragraph.length(); i++) {
            char letter = paragraph.charAt(i);
            used += widthOf(letter);
            if (letter == ' ') {
                space = i;
            } else if (used > width && i > start) {
                int end = space > start ? space : i;
                lines.add(paragraph.substring(start, end));
                start = space > start ? space + 1 : i;
                space = -1;
                used = widthOf(paragraph.substring(start, i + 1));
            }
        }
        lines.add(paragraph.substring(start));
    }

    private static double widthOf(String text) {
        return text.chars().mapToDouble(letter -> widthOf((char) letter)).sum();
    }

    /** Of the letters of Arial, rounded up. */
    private static double widthOf(char letter) {
        if (letter >= 0x2E80) {
            return 1.9;
        }
        if ("ijl|'".indexOf(letter) >= 0) {
            return 0.45;
        }
        if (" ftI.,:;!/[]".indexOf(letter) >= 0) {
            return 0.53;
        }
        if ("r()-\"{}".indexOf(letter) >= 0) {
            return 0.65;
        }
        if ("mwMW%@".indexOf(letter) >= 0) {
            return 1.6;
        }
        return Character.isUpperCase(letter) ? 1.25 : 1.0;
    }
}
