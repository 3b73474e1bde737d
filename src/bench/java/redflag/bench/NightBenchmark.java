package redflag.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import redflag.sample.LargeAgency;

/**
 * Times whole nights over a made-up agency: each a process of its own, cold, with a limited heap, as an operator would
 * run it. System properties: {@code accounts} (40), {@code orders} rows an account (25000), {@code heap} (512m),
 * {@code runs} (3), {@code dir} (target/bench). Prints minimum, median and maximum; passes or fails nothing.
 */
public final class NightBenchmark {

    private NightBenchmark() {}

    /** Seconds of one run and the most memory that the process held, in MiB; 0 where the machine does not tell. */
    private record Run(double seconds, long peakMiB) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int accounts = Integer.getInteger("accounts", 40);
        int orders = Integer.getInteger("orders", 25_000);
        String heap = System.getProperty("heap", "512m");
        int runs = Integer.getInteger("runs", 3);
        Path agency = Path.of(System.getProperty("dir", "target/bench"), accounts + "x" + orders);
        if (!Files.exists(agency.resolve("jobs/agency.yaml"))) {
            new LargeAgency(accounts, orders, 1).write(agency);
        }
        long bytes = size(agency.resolve("exports"));
        print(
                "%d accounts x %d order rows, %.1f MB of exports, -Xmx%s, Java %s%n",
                accounts, orders, bytes / 1e6, heap, System.getProperty("java.version"));
        List<Run> nights = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Run run = night(agency, heap);
            nights.add(run);
            print("run %d: %.2f s, peak %d MiB%n", i + 1, run.seconds, run.peakMiB);
        }
        List<Double> seconds = nights.stream().map(Run::seconds).sorted().toList();
        double median = seconds.get(seconds.size() / 2);
        print(
                "seconds: min %.2f, median %.2f, max %.2f; %.0f order rows/s, %.1f MB/s at the median%n",
                seconds.get(0),
                median,
                seconds.get(seconds.size() - 1),
                (double) accounts * orders / median,
                bytes / 1e6 / median);
    }

    private static Run night(Path agency, String heap) throws IOException, InterruptedException {
        Path log = agency.resolve("night.log");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "redflag.Redflag",
                        "run",
                        agency.resolve("jobs/agency.yaml").toString(),
                        "--again")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, residentPeak(process.pid()));
            process.waitFor(50, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException("the night ended with exit " + process.exitValue() + ":\n"
                    + Files.readString(log, StandardCharsets.UTF_8));
        }
        return new Run(seconds, peak);
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

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
