package redflag.xlsx;

import java.util.List;

/**
 * What of a sheet is known before its rows: it is printed landscape on A4, one page wide.
 *
 * @param widths of its columns in digits of the normal font
 * @param footer what each printed page says below: left, middle and right, in Excel's codes ({@code &P} is the page)
 */
public record Layout(List<Integer> widths, Footer footer) {

    public Layout {
        widths = List.copyOf(widths);
    }

    public record Footer(String left, String middle, String right) {

        /** A text that holds no codes. */
        public static String plain(String text) {
            return text.replace("&", "&&");
        }
    }
}
