package redflag.job;

/** A night that could not be brought to its end by anything but an account: the database, the reports folder. */
public final class NightBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NightBroken(String message) {
        super(message);
    }

    NightBroken(String message, Throwable cause) {
        super(message, cause);
    }
}
