package redflag.setup;

import java.util.List;
import java.util.Locale;

/** The Java that runs this, and whether it can name every file. */
final class JavaCheck implements Check {

    @Override
    public List<Sign> look() {
        return List.of(
                Sign.ok("Java " + System.getProperty("java.version") + " of " + System.getProperty("java.vendor")),
                fileNames(
                        System.getProperty("os.name", ""),
                        System.getProperty("sun.jnu.encoding", "of an unknown charset")));
    }

    /** @param charset in which Java names files to the system; Windows takes any name, whatever it is */
    static Sign fileNames(String system, String charset) {
        boolean any = system.toLowerCase(Locale.ROOT).startsWith("windows") || charset.equalsIgnoreCase("UTF-8");
        return any
                ? Sign.ok("file names may hold any letters")
                : Sign.warn(
                        "file names are " + charset + " here: exports whose names hold other letters can't be opened",
                        "start Redflag with LC_ALL=C.UTF-8 in its environment");
    }
}
