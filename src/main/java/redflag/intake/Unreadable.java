package redflag.intake;

import redflag.basics.Remark;

/** A file that can't be used as a whole; its rows count nowhere. */
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Remark why;

    Unreadable(Remark why) {
        super(why.toString());
        this.why = why;
    }

    /** For a reader. */
    public Remark why() {
        return why;
    }
}
