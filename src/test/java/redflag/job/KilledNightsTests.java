package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nights of 40 accounts that {@code kill -9} ends at counted places, and the same command again: as if nothing had been.
 * System property {@code kills} says at how many of the places, evenly spread; 5 if it says nothing.
 */
class KilledNightsTests {

    private static final int ACCOUNTS = 40;
    private static final int ORDERS = 40;
    private static final int KILLS = Integer.getInteger("kills", 5);
    private static final String REPEATED =
            " (an earlier try may have arrived too: the program ended while it was handed over)";

    @TempDir
    private static Path folder;

    private static TestAgency agency;
    private static Left undisturbed;

    /** All that a night leaves, as text. */
    private record Left(Map<String, String> files, Map<String, List<String>> rows) {}

    @BeforeAll
    static void anUndisturbedNight() throws Exception {
        agency = TestAgency.large(folder, ACCOUNTS, ORDERS)
                .with("mail: {transport: file, from: redflag@example.com, lead: lead@example.com,"
                        + " operators: operators@example.com}");
        for (String account : List.of("a0003", "a0010", "a0022")) {
            Files.writeString(
                    agency.exports().resolve(account).resolve("order-defects.csv"),
                    "no order id,at all\n",
                    StandardOpenOption.APPEND);
        }
        TestAgency.Ran night = agency.run();
        assertThat(night.exitCode()).as(night.err() + night.out()).isZero();
        assertThat(night.out()).contains("3 rejected");
        undisturbed = left();
    }

    @Test
    void theUndisturbedNightHasSomethingOfEverything() {
        assertThat(undisturbed.rows().get("NIGHT")).hasSize(1);
        assertThat(undisturbed.rows().get("ACCOUNT_OUTCOME")).hasSize(ACCOUNTS);
        assertThat(undisturbed.rows().get("SNAPSHOT")).hasSize(ACCOUNTS + 3 * ACCOUNTS / 10);
        assertThat(undisturbed.rows().get("READING")).hasSizeGreaterThan(10 * ACCOUNTS);
        assertThat(undisturbed.rows().get("OUTBOX")).hasSizeGreaterThan(10);
        assertThat(undisturbed.files().keySet())
                .anyMatch(file -> file.endsWith(".xlsx"))
                .anyMatch(file -> file.endsWith(".eml"));
    }

    static List<String> places() {
        List<String> all = new ArrayList<>();
        for (FailPoint point : FailPoint.values()) {
            int times = switch (point) {
                case FILES_MOVED, OUTCOME_STORED -> ACCOUNTS;
                case MAIL_SENDING, MAIL_TAKEN ->
                    undisturbed.rows().get("OUTBOX").size();
                default -> 1;
            };
            IntStream.rangeClosed(1, times).forEach(time -> all.add(point + ":" + time));
        }
        int kills = Math.min(KILLS, all.size());
        return IntStream.range(0, kills)
                .mapToObj(i -> all.get((2 * i + 1) * all.size() / (2 * kills)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("places")
    void killedAndRunAgainItEndsAsIfNothingHadBeen(String place) throws Exception {
        forget();

        TestAgency.Ran killed = agency.runAsProcess(place);
        assertThat(killed.exitCode()).as(killed.out()).isEqualTo(137);
        TestAgency.Ran rerun = agency.run();

        assertThat(rerun.exitCode()).as(rerun.err() + rerun.out()).isZero();
        Left left = left();
        assertThat(left.files().keySet()).isEqualTo(undisturbed.files().keySet());
        left.files()
                .forEach((name, text) ->
                        assertSame(name, text, undisturbed.files().get(name)));
        left.rows()
                .forEach((table, rows) -> assertSame(
                        table,
                        String.join("\n", rows),
                        String.join("\n", undisturbed.rows().get(table))));
        assertThat(agency.rows("OUTBOX", "2026-11-22").stream().filter(row -> row.contains(REPEATED)))
                .hasSize(place.startsWith("MAIL_") ? 1 : 0);
        assertThat(agency.timesWorkedOn().values().stream().filter(times -> times > 1))
                .as("at most the accounts that were being worked on: " + agency.timesWorkedOn())
                .hasSizeLessThanOrEqualTo(2);
        assertThat(agency.run().exitCode()).isEqualTo(3);
    }

    /** Says where two texts part, for each is long. */
    private static void assertSame(String what, String found, String expected) {
        int same = 0;
        while (same < Math.min(found.length(), expected.length()) && found.charAt(same) == expected.charAt(same)) {
            same++;
        }
        assertThat(around(found, same)).as(what + " at " + same).isEqualTo(around(expected, same));
    }

    private static String around(String text, int place) {
        return text.length() == place
                ? "the end"
                : text.substring(Math.max(0, place - 100), Math.min(text.length(), place + 100));
    }

    /** Without the plan of the night, which another process may write in another order; of messages without their tries. */
    private static Left left() throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : List.of("NIGHT", "SHARED_FACTS", "ACCOUNT_OUTCOME", "READING", "SNAPSHOT", "OUTBOX")) {
            rows.put(
                    table,
                    agency.rows(table, "2026-01-01").stream()
                            .map(row -> switch (table) {
                                case "NIGHT" -> row.replaceFirst("\\|\\{\"key\".*\\}\\|(?=2026-)", "|");
                                case "OUTBOX" ->
                                    row.replaceFirst("^((?:[^|]*\\|){8})[0-9]+", "$1")
                                            .replace(REPEATED, "");
                                default -> withoutTheRun(row);
                            })
                            .sorted()
                            .toList());
        }
        return new Left(files(), rows);
    }

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        Path reports = folder.resolve("reports");
        try (Stream<Path> walk = Files.walk(reports)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                files.put(reports.relativize(file).toString(), file.endsWith("run.json") ? withoutTheRun(text) : text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** How long an account took, and what need not be read again, differ between two equal nights of the same moment. */
    private static String withoutTheRun(String text) {
        return text.replaceAll("\"(seconds|unchanged)\"\\s*:\\s*[0-9.E-]+", "");
    }

    private static void forget() throws IOException {
        for (String name : List.of("reports", "data")) {
            try (Stream<Path> walk = Files.walk(folder.resolve(name))) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
