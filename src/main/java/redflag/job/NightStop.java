package redflag.job;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.context.SmartLifecycle;

/**
 * Stops a running night when the process is asked to end, and keeps the database open until the stop is stored. Batch's
 * own shutdown hook races Spring's and loses (spring-batch #5307), so this is a lifecycle bean, stopped before the pool.
 */
final class NightStop implements SmartLifecycle, JobExecutionListener {

    private static final long PATIENCE_SECONDS = 25;

    private final Cancellation cancellation;
    private volatile @Nullable CountDownLatch night;
    private volatile boolean running;

    NightStop(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    @Override
    public void beforeJob(JobExecution execution) {
        night = new CountDownLatch(1);
    }

    @Override
    public void afterJob(JobExecution execution) {
        CountDownLatch ended = night;
        if (ended != null) {
            ended.countDown();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        CountDownLatch ended = night;
        if (ended == null || ended.getCount() == 0) {
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
