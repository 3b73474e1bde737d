package redflag.job;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Stops a night that does not hold its database any more, so that no two work on it for long. */
final class LockWatch implements AutoCloseable {

    private static final long SECONDS = 5;

    private final HeldLock lock;
    private final Cancellation cancellation;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "lock-watch");
        thread.setDaemon(true);
        return thread;
    });

    private volatile boolean lost;

    LockWatch(HeldLock lock, Cancellation cancellation) {
        this.lock = lock;
        this.cancellation = cancellation;
        clock.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        if (!lost && !lock.isHeld()) {
            lost = true;
            cancellation.request();
        }
    }

    boolean isLost() {
        return lost;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
