package redflag.xlsx;

/**
 * Colours that a cell takes while a formula of it holds.
 *
 * @param formula of the first cell of the range, such as {@code $G5<>""}, that moves with the cells
 * @param fill RGB
 * @param letters RGB
 */
public record Highlight(String formula, int fill, int letters) {}
