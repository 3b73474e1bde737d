package redflag.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A place where a crash test may end the process. System property {@code redflag.fail-point=NAME:N} ends it as
 * {@code kill -9} would, the Nth time that NAME is reached; {@code NAME:N:TERM} asks it to end as {@code kill} would, and
 * goes on when the night has heard of it; {@code NAME:N:UNTIL:FILE} waits for a file. Without the property nothing happens.
 */
enum FailPoint {
    /** A night has begun and has no plan yet. */
    PLAN,
    /** An account's files are in place, its outcome is not stored. */
    FILES_MOVED,
    /** Every account is done, the portfolio is not written. */
    PORTFOLIO,
    /** A message has been handed over, and that is not recorded. */
    MAIL_TAKEN;

    private static final String WANTED = System.getProperty("redflag.fail-point", "");
    private static final String UNTIL = ":UNTIL:";
    private static final int KILLED = 137;
    private static final int TERMINATED = 143;

    private final AtomicInteger reached = new AtomicInteger();

    void reached(Cancellation cancellation) {
        if (WANTED.isEmpty()) {
            return;
        }
        String here = name() + ":" + reached.incrementAndGet();
        if (WANTED.equals(here)) {
            Runtime.getRuntime().halt(KILLED);
        }
        if (WANTED.equals(here + ":TERM")) {
            // the shutdown waits for this very thread, so another one must ask for it
            new Thread(() -> System.exit(TERMINATED)).start();
            while (!cancellation.isRequested()) {
                Thread.onSpinWait();
            }
        }
        if (WANTED.startsWith(here + UNTIL)) {
            Path file = Path.of(WANTED.substring(here.length() + UNTIL.length()));
            while (!Files.exists(file) && !cancellation.isRequested()) {
                LockSupport.parkNanos(10_000_000);
            }
        }
    }
}
