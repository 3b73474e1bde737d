package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redflag.ledger.FactsCodec;

/** When a file is read, and when what it said is known. */
class FactsCacheTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Instant WRITTEN = Instant.parse("2020-01-01T00:00:00Z");
    private static final String FILE = "north/orders.txt";

    @TempDir
    Path dir;

    private Path exports() throws IOException {
        return Files.createDirectories(dir.resolve("exports"));
    }

    private Path folder() {
        return dir.resolve("cache");
    }

    private FactsCache cache() {
        return cache("program", TODAY, 1_000_000, false);
    }

    private FactsCache cache(String program, LocalDate today, long mostBytes, boolean readsAnew) {
        return FactsCache.in(new FactsCache.Place(folder(), program, today, 7, mostBytes, readsAnew));
    }

    private void write(String text, Instant written) throws IOException {
        write(FILE, text, written);
    }

    private void write(String path, String text, Instant written) throws IOException {
        Path file = exports().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(written));
    }

    private static String orders(int first, int rows) {
        return OrderRows.HEADER
                + IntStream.range(first, first + rows).mapToObj(OrderRows::row).collect(Collectors.joining());
    }

    private FactsCache.Known read(FactsCache cache) throws IOException, Unreadable {
        return read(cache, Exports.INTAKE, FILE, Hints.none());
    }

    private FactsCache.Known read(FactsCache cache, Intake intake, String path, Hints hints)
            throws IOException, Unreadable {
        return cache.read(
                intake,
                exports(),
                new InboxFile(path, Files.size(exports().resolve(path)), "allOrders"),
                hints,
                () -> {});
    }

    @Test
    void aFileThatHasNotChangedIsKnownAndSaysTheSame() throws IOException, Unreadable {
        write(orders(1, 500) + "no order\t\n", WRITTEN);
        FactsCache.Known first = read(cache());

        FactsCache.Known second = read(cache());

        assertThat(first.isUnchanged()).isFalse();
        assertThat(second.isUnchanged()).isTrue();
        assertThat(second.facts().rowsRejected()).isOne();
        assertThat(FactsCodec.encode(second.facts())).isEqualTo(FactsCodec.encode(first.facts()));
    }

    @Test
    void otherBytesOfTheSameSizeWrittenLaterAreRead() throws IOException, Unreadable {
        write(orders(1, 5), WRITTEN);
        read(cache());
        write(orders(2, 5), WRITTEN.plusNanos(1_000_000));

        FactsCache.Known second = read(cache());

        assertThat(second.isUnchanged()).isFalse();
        assertThat(second.facts().tables().values().iterator().next().orderId(0))
                .isEqualTo(OrderRows.id(2));
    }

    @Test
    void theSameBytesWrittenLaterAreKnownByTheirHash() throws IOException, Unreadable {
        write(orders(1, 5), WRITTEN);
        read(cache());
        write(orders(1, 5), WRITTEN.plusSeconds(60));

        assertThat(read(cache()).isUnchanged()).isTrue();
    }

    @Test
    void aFileWrittenAsItWasReadMayHaveChangedWithinTheSameMoment() throws IOException, Unreadable {
        Instant now = Instant.now();
        write(orders(1, 5), now);
        read(cache());
        write(orders(2, 5), now);

        assertThat(read(cache()).isUnchanged()).isFalse();
    }

    @Test
    void afterSoManyDaysTheBytesAreHashedThoughNothingSpeaksForAChange() throws IOException, Unreadable {
        write(orders(1, 5), WRITTEN);
        read(cache());
        write(orders(2, 5), WRITTEN);
        List<Boolean> unchanged = new ArrayList<>();
        for (int day = 0; day <= 7; day++) {
            unchanged.add(read(cache("program", TODAY.plusDays(day), 1_000_000, false))
                    .isUnchanged());
        }

        assertThat(unchanged.get(0)).isTrue();
        assertThat(unchanged).containsOnlyOnce(false);
    }

    @Test
    void whoeverAsksForItReadsAllAnew() throws IOException, Unreadable {
        write(orders(1, 5), WRITTEN);
        read(cache());

        assertThat(read(cache("program", TODAY, 1_000_000, true)).isUnchanged()).isFalse();
    }

    @Test
    void anotherProgramAnotherKindOrOtherSettingsReadAnew() throws IOException, Unreadable {
        write(orders(1, 5), WRITTEN);
        read(cache());
        ReadingRule charset = new ReadingRule(
                "**",
                Optional.empty(),
                Optional.of("windows-1252"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        List<ExportKind> fewer = KindFile.shipped().stream()
                .filter(kind -> !kind.id().equals("feedback"))
                .toList();

        assertThat(read(cache(), Exports.INTAKE, FILE, new Hints(List.of(), charset))
                        .isUnchanged())
                .isFalse();
        assertThat(read(cache(), new Intake(fewer), FILE, Hints.none()).isUnchanged())
                .isFalse();
        assertThat(read(cache("newer", TODAY, 1_000_000, false)).isUnchanged()).isFalse();
        assertThat(read(cache("newer", TODAY, 1_000_000, false)).isUnchanged()).isTrue();
    }

    @Test
    void whateverIsDamagedIsMadeAnew() throws IOException, Unreadable {
        write(orders(1, 20), WRITTEN);
        byte[] expected = FactsCodec.encode(read(cache()).facts());
        Path entry = entry();
        byte[] whole = Files.readAllBytes(entry);
        for (int at = 0; at < whole.length; at += 7) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x41;
            Files.write(entry, damaged);
            FactsCache.Known known = read(cache());
            assertThat(known.isUnchanged()).as("byte " + at).isFalse();
            assertThat(FactsCodec.encode(known.facts())).isEqualTo(expected);
            assertThat(Files.readAllBytes(entry)).isEqualTo(whole);
        }
        for (int length : List.of(0, 1, 8, whole.length / 2, whole.length - 1)) {
            Files.write(entry, java.util.Arrays.copyOf(whole, length));
            assertThat(read(cache()).isUnchanged()).as("cut to " + length).isFalse();
        }
    }

    private Path entry() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".facts"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void whatIsOfNoFileGoesAndTheOldestMakesRoom() throws IOException, Unreadable {
        FactsCache cache = cache();
        Set<String> paths = Set.of("north/1.txt", "north/2.txt", "north/3.txt");
        for (String path : paths) {
            write(path, orders(1, 50), WRITTEN);
            read(cache, Exports.INTAKE, path, Hints.none());
        }
        long one = Files.size(entry());

        cache.tidy(Set.of("north/1.txt", "north/2.txt"));
        assertThat(entries()).isEqualTo(2);

        cache("program", TODAY, one + one / 2, false).tidy(paths);
        assertThat(entries()).isEqualTo(1);
        FactsCache full = cache("program", TODAY, one + one / 2, false);
        for (String path : paths) {
            read(full, Exports.INTAKE, path, Hints.none());
        }
        assertThat(entries()).isEqualTo(1);
    }

    private long entries() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".facts")).count();
        }
    }

    @Test
    void theHeadsOfFilesAreKnownToo() throws IOException {
        write(orders(1, 200), WRITTEN);
        write("north/no-export.txt", "anything", WRITTEN);
        Inbox first = lookOver();
        // were it opened, it would be no export any more
        write("x".repeat((int) Files.size(exports().resolve(FILE))), WRITTEN);

        Inbox second = lookOver();

        assertThat(second).usingRecursiveComparison().isEqualTo(first);
        assertThat(second.files().values().iterator().next()).hasSize(1);
        Path heads = folder().resolve("heads");
        byte[] damaged = Files.readAllBytes(heads);
        damaged[damaged.length / 2] ^= 1;
        Files.write(heads, damaged);
        assertThat(lookOver().quarantined()).extracting(Quarantine::path).contains(FILE);
    }

    private Inbox lookOver() throws IOException {
        return Inbox.lookOver(exports(), List.of(InboxTests.STORES.get(0)), List.of(), Exports.INTAKE, cache());
    }
}
