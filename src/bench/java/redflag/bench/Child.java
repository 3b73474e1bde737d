package redflag.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Java process of its own, cold, as an operator would run it. */
final class Child {

    private static final int POLL_MILLIS = 20;

    private final Path folder;

    /** @param folder takes what the process prints */
    Child(Path folder) {
        this.folder = folder;
    }

    /**
     * What one run took.
     *
     * @param seconds from start to end
     * @param cpuSeconds of all its threads: on a machine that others use too, this is what to go by
     * @param peakMiB the most memory that it held; 0 where the machine does not tell
     */
    record Run(double seconds, double cpuSeconds, long peakMiB, List<String> out) {}

    /** @throws IllegalStateException with all that it printed, unless it ends with 0 */
    Run run(List<String> options, String main, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("child.out");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        long peak = 0;
        Duration cpu = Duration.ZERO;
        while (process.isAlive()) {
            peak = Math.max(peak, residentPeak(process.pid()));
            cpu = process.info().totalCpuDuration().orElse(cpu);
            process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        List<String> lines = Files.readAllLines(out, StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    main + " ended with exit " + process.exitValue() + ":\n" + String.join("\n", lines));
        }
        return new Run(seconds, cpu.toMillis() / 1e3, peak, lines);
    }

    private static long residentPeak(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }
}
