package redflag.intake;

import java.io.IOException;
import redflag.basics.Remark;

/** What a stream throws that meets bytes which make the whole file unusable. */
final class Refused extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Remark why;

    Refused(Remark why) {
        super(why.toString());
        this.why = why;
    }

    Remark why() {
        return why;
    }
}
