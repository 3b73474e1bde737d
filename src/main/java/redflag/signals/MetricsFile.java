package redflag.signals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file in the text format of Prometheus, as node_exporter's textfile collector reads it. It is there whole, the old one or
 * the new one.
 *
 * @param path its name must end in {@code .prom} for the collector
 */
public record MetricsFile(Path path) {

    private static final Pattern LAST_SUCCESS = Pattern.compile(
            "^" + NightFigures.LAST_SUCCESS.replace('.', '_') + "_seconds\\{" + NightFigures.JOB
                    + "=\"([^\"]*)\"} (\\S+)$",
            Pattern.MULTILINE);

    public void write(NightFigures figures) throws IOException {
        Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        Path unfinished = folder.resolve("." + path.getFileName() + ".part");
        try {
            Files.writeString(unfinished, PrometheusText.of(List.of(figures)));
            readableByOthers(unfinished);
            Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Whoever collects it is another user. */
    private static void readableByOthers(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    /** What the file says of the last success of a job, for a night that can't ask its history; missing where it does not. */
    public Optional<Instant> lastSuccess(String job) {
        try {
            return Files.exists(path) ? lastSuccess(job, Files.readString(path)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> lastSuccess(String job, String text) {
        Matcher line = LAST_SUCCESS.matcher(text);
        while (line.find()) {
            if (line.group(1).equals(job)) {
                return Optional.of(Instant.ofEpochSecond(new BigDecimal(line.group(2)).longValue()));
            }
        }
        return Optional.empty();
    }
}
