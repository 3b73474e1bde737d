package redflag.intake;

/** Lets a row have so many characters and no more, however many lines it has. */
interface BoundedRows {

    /** A row was taken; the next one may be as long. */
    void nextRow();
}
