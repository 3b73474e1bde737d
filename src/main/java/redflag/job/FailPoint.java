package redflag.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A place where a crash test may end the process. System property {@code redflag.fail-point=NAME:N} ends it by
 * {@code kill -9}, the Nth time that NAME is reached; {@code NAME:N:TERM} asks it to end as {@code kill} would, and
 * goes on when the night has heard of it; {@code NAME:N:UNTIL:FILE} waits for a file. Without the property nothing happens.
 */
enum FailPoint {
    /** A night has begun and has no plan yet. */
    PLAN,
    /** The plan is stored, and that is not committed. */
    PLANNED,
    /** An account's files are in place, its outcome is not stored. */
    FILES_MOVED,
    /** An account's outcome and history are stored, and that is not committed. */
    OUTCOME_STORED,
    /** Every account is done, the portfolio is not written. */
    PORTFOLIO,
    /** The portfolio is in place, and its step is not done. */
    PORTFOLIO_MOVED,
    /** A message is noted as on its way, and is not handed over. */
    MAIL_SENDING,
    /** A message has been handed over, and that is not recorded. */
    MAIL_TAKEN,
    /** The machine copy of the run is in place, the end of the night is not stored. */
    RUN_WRITTEN;

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
            kill();
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

    private static void kill() {
        try {
            new ProcessBuilder(
                            "kill", "-9", String.valueOf(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            // a machine that knows no kill: what follows is the next best
        }
        Runtime.getRuntime().halt(KILLED);
    }
}
