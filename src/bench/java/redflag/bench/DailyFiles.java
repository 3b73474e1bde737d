package redflag.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import redflag.sample.SampleAgency;

/** Splits the order file of each account by the day on which orders were placed, as an agency has it that downloads each night. */
final class DailyFiles {

    private static final int PURCHASED = 2;
    private static final int DAY = 10;

    private DailyFiles() {}

    /** @param days that are kept, the last ones */
    static void split(Path exports, int days) throws IOException {
        LocalDate first = SampleAgency.AS_OF.minusDays(days - 1);
        try (Stream<Path> accounts = Files.list(exports)) {
            for (Path account : accounts.toList()) {
                Path whole = account.resolve("all-orders.txt");
                if (Files.exists(whole)) {
                    split(whole, account, first.toString());
                    Files.delete(whole);
                }
            }
        }
    }

    private static void split(Path whole, Path to, String first) throws IOException {
        Map<String, Writer> writers = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(whole)) {
            String header = lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String day = line.split("\t", PURCHASED + 2)[PURCHASED].substring(0, DAY);
                if (day.compareTo(first) >= 0) {
                    writers.computeIfAbsent(day, d -> open(to.resolve("orders-" + d + ".txt"), header))
                            .write(line + "\n");
                }
            }
        } finally {
            for (Writer writer : writers.values()) {
                writer.close();
            }
        }
    }

    private static Writer open(Path file, String header) {
        try {
            Writer writer = Files.newBufferedWriter(file);
            writer.write(header + "\n");
            return writer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves the newest day of every account between the exports and a place beside them. */
    static void moveNewest(Path from, Path to) throws IOException {
        String name = "orders-" + SampleAgency.AS_OF + ".txt";
        for (String account : names(from)) {
            if (Files.exists(from.resolve(account).resolve(name))) {
                Files.createDirectories(to.resolve(account));
                Files.move(
                        from.resolve(account).resolve(name), to.resolve(account).resolve(name));
            }
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    /** As if every file had been written an hour ago. */
    static void age(Path exports) throws IOException {
        FileTime hourAgo = FileTime.from(Instant.now().minusSeconds(3_600));
        try (Stream<Path> files = Files.walk(exports)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, hourAgo);
            }
        }
    }
}
