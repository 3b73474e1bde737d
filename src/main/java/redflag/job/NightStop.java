package redflag.job;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/**
 * Stops a running night when the process is asked to end, and keeps the database open until the stop is stored. Batch's
 * own shutdown hook races Spring's and loses (spring-batch #5307), so this is a lifecycle bean, stopped before the pool.
 * A listener would be too early: Batch stores the last status after its listeners were called.
 */
final class NightStop implements SmartLifecycle {

    private static final long PATIENCE_SECONDS = 25;

    private final Cancellation cancellation;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean running;

    NightStop(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    /** The night has ended, its status is stored and nobody needs the database any more. */
    void end() {
        ended.countDown();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (ended.getCount() == 0) {
            return;
        }
        cancellation.request();
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
