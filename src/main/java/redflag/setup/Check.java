package redflag.setup;

import java.io.IOException;
import java.util.List;

/** One thing that a night needs. Looking at it changes nothing that stays. */
interface Check {

    /** @throws IOException if it can't be looked at, which is no better than finding it broken */
    List<Sign> look() throws IOException;
}
