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
 */
public record Chart(Kind kind, String title, String alt, Labels labels, List<Series> series) {

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
        /** Where another line is likely to lie. */
        LIKELY(0xC77700, true),
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
     * What stands at the places, from left to right; of bars from top to bottom.
     *
     * @param cells that have them, as {@link Area#on} names them: days
     */
    public record Labels(List<String> texts, Optional<String> cells) {
        public Labels {
            texts = List.copyOf(texts);
        }

        public Labels(List<String> texts) {
            this(texts, Optional.empty());
        }

        public int count() {
            return texts.size();
        }
    }

    /**
     * One line, or the bars of one colour. Either all series name cells, or none: some programs draw no others where some
     * do.
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

    public Chart {
        series = List.copyOf(series);
    }

    /** A colour as files write it. */
    static String hex(int rgb) {
        return HexFormat.of().withUpperCase().toHexDigits(rgb, 6);
    }
}
