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
 */
public record Operation(Path logs, LogFormat logFormat, Optional<Path> metricsFile, PingUrls ping, int keepNights) {

    /** What a log file is written in. */
    public enum LogFormat {
        TEXT,
        /** Elastic Common Schema, an object a line. */
        JSON
    }

    /** The same with another folder for the logs, and nobody outside who is told. */
    Operation writingTo(Path otherLogs) {
        return new Operation(otherLogs, logFormat, Optional.empty(), PingUrls.NONE, keepNights);
    }
}
