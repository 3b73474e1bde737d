package redflag.xlsx;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A chart on a sheet.
 *
 * @param title the finding, in a sentence
 * @param alt what it shows, for whoever can't see it
 * @param labels of the places from left to right (of bars from top to bottom)
 * @param series each with a value, or none, a place; shares from 0 to 1
 * @param band behind the lines
 */
public record Chart(
        Kind kind, String title, String alt, List<String> labels, List<Series> series, Optional<Band> band) {

    /** How values are drawn. */
    public enum Kind {
        LINES,
        BARS
    }

    /** Told apart by brightness too, so that nobody needs to see colours. */
    public enum Stroke {
        MAIN(0x0B57A4, false),
        SECOND(0x8FA3B5, false),
        THIRD(0xC77700, false),
        /** The limit. */
        TARGET(0xA8320A, true),
        /** What a reader works out. */
        OWN(0x1A1A1A, false);

        private final int rgb;
        private final boolean dashed;

        Stroke(int rgb, boolean dashed) {
            this.rgb = rgb;
            this.dashed = dashed;
        }

        public int rgb() {
            return rgb;
        }

        public boolean dashed() {
            return dashed;
        }
    }

    /**
     * One line, or the bars of one colour.
     *
     * @param cells that have the values, as {@link Area#on} names them, so that the line moves with them
     */
    public record Series(String name, Stroke stroke, List<Optional<Double>> values, Optional<String> cells) {
        public Series {
            values = List.copyOf(values);
        }

        public Series(String name, Stroke stroke, List<Optional<Double>> values) {
            this(name, stroke, values, Optional.empty());
        }
    }

    /**
     * What lies between two lines.
     *
     * @param low a value a place
     * @param high a value a place, not below that of {@code low}
     */
    public record Band(String name, List<Double> low, List<Double> high) {
        public Band {
            low = List.copyOf(low);
            high = List.copyOf(high);
        }
    }

    public Chart(Kind kind, String title, String alt, List<String> labels, List<Series> series) {
        this(kind, title, alt, labels, series, Optional.empty());
    }

    public Chart {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
    }

    /** A colour as files write it. */
    static String hex(int rgb) {
        return HexFormat.of().withUpperCase().toHexDigits(rgb, 6);
    }
}
