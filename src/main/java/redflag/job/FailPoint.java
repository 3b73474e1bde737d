package redflag.job;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A place where a crash test may end the process as {@code kill -9} would: system property
 * {@code redflag.fail-point=NAME:N} ends it the Nth time that NAME is reached. Without the property nothing happens.
 */
enum FailPoint {
    /** An account's files are in place, its outcome is not stored. */
    FILES_MOVED,
    /** Every account is done, the portfolio is not written. */
    PORTFOLIO;

    private static final String WANTED = System.getProperty("redflag.fail-point", "");

    private final AtomicInteger reached = new AtomicInteger();

    void reached() {
        if (WANTED.equals(name() + ":" + reached.incrementAndGet())) {
            Runtime.getRuntime().halt(137);
        }
    }
}
