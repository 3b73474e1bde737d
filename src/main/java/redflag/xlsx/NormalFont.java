package redflag.xlsx;

import java.util.OptionalInt;

/**
 * The font of a workbook. Widths of columns are counted in its digits.
 *
 * @param charset of Windows, that programs find a like font by where they lack this one; none for Latin ones
 */
public record NormalFont(String name, int points, OptionalInt charset) {}
