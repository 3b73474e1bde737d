package redflag.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same with many things on a few threads. */
final class InParallel {

    private static final int MOST_THREADS = 4;

    private InParallel() {}

    /** @return what came of each, in the order of the things */
    static <T, R> List<R> of(List<T> things, Function<T, R> work) {
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<R>> begun = new ArrayList<>();
            things.forEach(thing -> begun.add(pool.submit(() -> work.apply(thing))));
            List<R> results = new ArrayList<>();
            for (Future<R> one : begun) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StopReading();
        } finally {
            pool.shutdownNow();
        }
    }
}
