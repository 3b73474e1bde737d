package redflag.job;

/** An account could not be brought to its end; Spring Batch keeps the first line of it as the reason. */
final class AccountFailed extends Exception {

    private static final long serialVersionUID = 1;

    private static final String BEFORE_THE_REASON = AccountFailed.class.getName() + ": ";

    AccountFailed(Exception why) {
        super(Failures.describe(why), why);
    }

    /** Why, for whoever operates the program. @param description of a failed step */
    static String reason(String description) {
        String line = description.lines().findFirst().orElse("no reason is known");
        return line.startsWith(BEFORE_THE_REASON) ? line.substring(BEFORE_THE_REASON.length()) : line;
    }
}
