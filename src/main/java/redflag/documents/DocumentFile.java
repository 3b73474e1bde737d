package redflag.documents;

import java.util.Locale;

/**
 * What is seen of a document's file from outside: whether it is there, what its name says that it is, how large it is.
 * Its inside is never read.
 *
 * @param path as the register names it; empty where it names none
 * @param bytes 0 where it is not there
 */
public record DocumentFile(State state, String path, long bytes) {

    public enum State {
        THERE,
        /** The register names no file. */
        NOT_NAMED,
        /** There is no such file in the documents folder. */
        MISSING,
        /** The path leads out of the documents folder: it is not looked at. */
        OUTSIDE,
        /** A folder, a link, or a file that nobody here may look at. */
        NO_FILE
    }

    static DocumentFile without(State state, String path) {
        return new DocumentFile(state, path, 0);
    }

    /** What its name ends in, in small letters and without the dot; empty where it ends in nothing. */
    public String type() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
