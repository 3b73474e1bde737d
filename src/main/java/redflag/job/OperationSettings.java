package redflag.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import redflag.settings.Section;
import redflag.signals.PingUrls;

/**
 * Reads what of a job file is for whoever operates the program: {@code logs}, {@code log-format}, {@code metrics-file},
 * {@code ping}, {@code keep-nights} and the cache ({@link CacheSettings}).
 */
final class OperationSettings {

    private static final int KEEP_NIGHTS = 400;
    private static final int MOST_NIGHTS = 10_000;

    private OperationSettings() {}

    /**
     * @param metricsFile that the job names, resolved
     * @param cache where what exports said is kept; missing where it is not
     */
    static Operation read(Section job, Path logs, Optional<Path> metricsFile, Optional<CacheSettings> cache) {
        metricsFile.filter(Files::isDirectory).ifPresent(file -> job.problem("metrics-file", file + " is a folder"));
        return new Operation(
                logs,
                job.oneOf("log-format", Operation.LogFormat.class).orElse(Operation.LogFormat.TEXT),
                metricsFile,
                job.section("ping").map(OperationSettings::ping).orElse(PingUrls.NONE),
                job.integer("keep-nights", 1, MOST_NIGHTS).orElse(KEEP_NIGHTS),
                cache);
    }

    private static PingUrls ping(Section ping) {
        for (String key : List.of("start", "success", "failure")) {
            if (ping.text(key).filter(url -> !PingUrls.isUrl(url)).isPresent()) {
                ping.problem(key, "'" + key + "' must be an address such as https://hc-ping.com/UUID/start");
            }
        }
        ping.rejectUnknownKeys();
        return new PingUrls(ping.text("start"), ping.text("success"), ping.text("failure"));
    }
}
