package redflag.check;

/** A draft that cannot be read. The message says why, for whoever gave it. */
public final class UnreadableLetter extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableLetter(String message) {
        super(message);
    }
}
