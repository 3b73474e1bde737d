package redflag.job;

/** Failures in words for whoever operates the program. */
public final class Failures {

    private Failures() {}

    /**
     * The exception's message on one line, or its name where it has none; with the innermost cause where that says more.
     */
    public static String describe(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = text(e);
        String inner = text(cause);
        return cause == e || message.contains(inner) ? message : message + " (" + inner + ")";
    }

    private static String text(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank()
                ? e.getClass().getSimpleName()
                : message.strip().replaceAll("\\s+", " ");
    }
}
