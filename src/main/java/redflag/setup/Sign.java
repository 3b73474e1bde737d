package redflag.setup;

/**
 * What a check found.
 *
 * @param mend what to do about it; empty where nothing need be done
 */
public record Sign(Level level, String found, String mend) {

    /** How bad it is. */
    public enum Level {
        OK,
        /** Nights run, and not as they should. */
        WARN,
        /** Nights fail, or would say what is wrong. */
        FAIL
    }

    static Sign ok(String found) {
        return new Sign(Level.OK, found, "");
    }

    static Sign warn(String found, String mend) {
        return new Sign(Level.WARN, found, mend);
    }

    static Sign fail(String found, String mend) {
        return new Sign(Level.FAIL, found, mend);
    }
}
