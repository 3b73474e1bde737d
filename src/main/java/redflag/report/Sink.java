package redflag.report;

import java.io.IOException;
import java.io.OutputStream;

/** Where the bytes of reports go. */
@FunctionalInterface
public interface Sink {

    /**
     * A new file. Nothing of it is seen before it is closed.
     *
     * @param name a file name without folders
     */
    OutputStream open(String name) throws IOException;
}
