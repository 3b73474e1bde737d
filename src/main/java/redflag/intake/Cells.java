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
}
