package redflag.cli;

import java.io.PrintWriter;

/** Lines on a terminal that say what they are about in front: the text broken between words and indented. */
final class Block {

    private static final int WIDTH = 96;
    private static final int LABEL = 15;

    private final PrintWriter out;
    private final int label;

    Block(PrintWriter out) {
        this(out, LABEL);
    }

    /** @param label so wide is what stands in front of a text, with two blanks before it */
    Block(PrintWriter out, int label) {
        this.out = out;
        this.label = label;
    }

    /** Nothing where there is no text; without a label the text goes on with the line before. */
    void line(String about, String text) {
        if (text.isEmpty()) {
            return;
        }
        StringBuilder line = new StringBuilder("  " + about + " ".repeat(label - about.length() - 2));
        int words = 0;
        for (String word : visible(text).split(" ", -1)) {
            if (words > 0 && line.length() + 1 + word.length() > WIDTH) {
                out.println(line);
                line = new StringBuilder(" ".repeat(about.isEmpty() ? label + 2 : label));
                words = 0;
            }
            line.append(words++ > 0 ? " " : "").append(word);
        }
        out.println(line);
    }

    /** Texts from files can hold anything, and a terminal obeys some of it. */
    static String visible(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
