package redflag.xlsx;

import java.util.OptionalInt;

/**
 * How a cell looks. Colours are RGB.
 *
 * @param name of the style, under which spreadsheet programs list it; two of one name differ only in what a user would
 *     change by hand, such as the fill
 * @param fill its background; none where it has that of the sheet
 * @param rule colour of the line below; none without one
 * @param number Excel's code of how numbers are shown, in English as the file has it; {@code General} by their size
 * @param isText whether its text must never be taken for a formula, not even when the cell is edited
 * @param isInput whether a user may change it though the sheet is protected
 */
public record CellFormat(
        String name,
        Letters letters,
        OptionalInt fill,
        OptionalInt rule,
        Place place,
        String number,
        boolean isText,
        boolean isInput) {

    public static final String GENERAL = "General";
    /** What is typed stays as it is typed. */
    public static final String TEXT = "@";

    /** Left and top come first of what a cell can do with its text. */
    public enum Horizontal {
        LEFT,
        RIGHT,
        CENTER
    }

    public enum Vertical {
        TOP,
        CENTER
    }

    /** @param points height of the letters */
    public record Letters(int points, int colour, boolean isBold, boolean isUnderlined) {}

    /** @param isWrapped whether long text breaks into lines */
    public record Place(Horizontal horizontal, Vertical vertical, boolean isWrapped) {}
}
