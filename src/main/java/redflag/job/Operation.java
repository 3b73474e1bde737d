package redflag.job;

import java.nio.file.Path;
import java.util.Optional;
import redflag.signals.PingUrls;

/**
 * What a job leaves for whoever operates the program, and whom it tells how its nights go.
 *
 * @param logs folder of the log files
 * @param metricsFile the figures of the newest night in Prometheus' text format; missing where none are wanted
 * @param keepNights so many nights stay in the history, and those of the last weeks in any case
 * @param cache where what exports said is kept; missing where it is not
 */
public record Operation(
        Path logs,
        LogFormat logFormat,
        Optional<Path> metricsFile,
        PingUrls ping,
        int keepNights,
        Optional<CacheSettings> cache) {

    /** What a log file is written in. */
    public enum LogFormat {
        TEXT,
        /** Elastic Common Schema, an object a line. */
        JSON
    }

    /** The same with other folders for logs and cache, and nobody outside who is told. */
    Operation writingTo(Path otherLogs, Path otherCache) {
        return new Operation(
                otherLogs,
                logFormat,
                Optional.empty(),
                PingUrls.NONE,
                keepNights,
                cache.map(settings -> settings.in(otherCache)));
    }

    /** The same, but that every export is read, whatever is known of it. */
    Operation readingAnew() {
        return new Operation(logs, logFormat, metricsFile, ping, keepNights, cache.map(CacheSettings::readingAnew));
    }
}
