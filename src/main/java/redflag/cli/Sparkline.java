package redflag.cli;

import java.util.List;
import java.util.Optional;

/**
 * A row of values as a line of one sign each, from the least of them to the greatest in eight steps; a night without a
 * value is a dot.
 */
enum Sparkline {
    BLOCKS("\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588", '\u00b7'),
    /** For a terminal that knows no more than ASCII: 1 is the least, 8 the greatest. */
    DIGITS("12345678", '.');

    private final String steps;
    private final char gap;

    Sparkline(String steps, char gap) {
        this.steps = steps;
        this.gap = gap;
    }

    /** The one that the terminal of this process can show. */
    static Sparkline ofThisTerminal() {
        return Terminal.isUnicode() ? BLOCKS : DIGITS;
    }

    /** What stands for a night without a value. */
    char gap() {
        return gap;
    }

    /** Values that are all the same lie at the bottom if they are zero, else in the middle. */
    String draw(List<Optional<Double>> values) {
        double least = values.stream()
                .flatMap(Optional::stream)
                .mapToDouble(v -> v)
                .min()
                .orElse(0);
        double greatest = values.stream()
                .flatMap(Optional::stream)
                .mapToDouble(v -> v)
                .max()
                .orElse(0);
        StringBuilder line = new StringBuilder();
        for (Optional<Double> value : values) {
            line.append(value.map(v -> steps.charAt(step(v, least, greatest))).orElse(gap));
        }
        return line.toString();
    }

    private int step(double value, double least, double greatest) {
        if (least == greatest) {
            return value == 0 ? 0 : steps.length() / 2 - 1;
        }
        return (int) Math.round((value - least) / (greatest - least) * (steps.length() - 1));
    }
}
