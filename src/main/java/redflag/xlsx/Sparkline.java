package redflag.xlsx;

/**
 * A line in a cell.
 *
 * @param in its cell
 * @param of the cells with its values, as {@link Area#on} names them
 */
record Sparkline(Area in, String of) {}
