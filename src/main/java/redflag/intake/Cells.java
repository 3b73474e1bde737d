package redflag.intake;

/** Takes rows one after the other. */
@FunctionalInterface
interface Cells {

    /**
     * One row that is not blank.
     *
     * @param row counted from 1, blank rows included
     * @param cells must not be kept
     * @return false to hear of no further row
     */
    boolean row(int row, String[] cells);

    /** The same of a row of a flat file that is a line. */
    default boolean line(int row, String line, Dialect dialect) {
        return row(row, dialect.split(line));
    }

    /**
     * The same, if the line can be read from its bytes, which are UTF-8 and must not be kept.
     *
     * @return false if it has to be given as a line yet
     */
    default boolean bytes(int row, byte[] bytes, int from, int to, Dialect dialect) {
        return false;
    }
}
