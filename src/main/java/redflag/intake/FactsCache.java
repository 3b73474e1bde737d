package redflag.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redflag.ledger.FileFacts;

/**
 * What exports said when they were last read, kept in a folder, so that a file which has not changed is not read again.
 * Its size and the time it was written prove that; every so many days, and where they prove nothing, its bytes are
 * hashed. Facts are those of the same bytes, read by the same program, as the same kind, with the same settings: whatever
 * of these is another makes them anew. What is damaged, or can't be kept, is as if it had never been there.
 */
public final class FactsCache {

    private static final long NEVER = Long.MIN_VALUE;
    private static final String ENTRY = ".facts";
    private static final String UNFINISHED = ".tmp";

    private final Optional<Place> place;
    private final AtomicLong bytes = new AtomicLong();
    private long since = NEVER;
    private volatile @Nullable Kinds kinds;

    /**
     * Where it is, and what may be relied on.
     *
     * @param folder of its own
     * @param program a word for everything in the program that has a say in what a file's facts are
     * @param today of which the days until files are hashed are counted
     * @param hashAfterDays so many days after a file was last hashed it is hashed again
     * @param mostBytes so large the folder may become
     * @param readsAnew whether every file is read, whatever is known of it
     */
    public record Place(
            Path folder, String program, LocalDate today, int hashAfterDays, long mostBytes, boolean readsAnew) {

        /** Files are not due on the same day, though all of them came on one. */
        boolean isDue(String path, long hashedOn) {
            int shift = Math.floorMod(path.hashCode(), hashAfterDays);
            return Math.floorDiv(today.toEpochDay() + shift, (long) hashAfterDays)
                    != Math.floorDiv(hashedOn + shift, (long) hashAfterDays);
        }
    }

    /** The text that stands for all kinds, which is long. */
    private record Kinds(List<ExportKind> of, String hash) {}

    /** @param isUnchanged whether the file was not read again */
    public record Known(FileFacts facts, boolean isUnchanged) {}

    private FactsCache(Optional<Place> place) {
        this.place = place;
    }

    /** Remembers nothing: every file is read. */
    public static FactsCache none() {
        return new FactsCache(Optional.empty());
    }

    public static FactsCache in(Place place) {
        return new FactsCache(Optional.of(place));
    }

    /** The facts of a file, as {@link Intake#read} gives them. */
    public Known read(Intake intake, Path exports, InboxFile file, Hints hints, Runnable poll) throws Unreadable {
        if (place.isEmpty()) {
            return new Known(intake.read(exports, file, hints, poll), false);
        }
        Path export = exports.resolve(file.path());
        FactsEntry entry = new FactsEntry(
                place.get(),
                entryOf(file.path()),
                file.path(),
                key(intake, hints, file.path() + '\t' + file.kind()),
                since());
        Optional<Stamp> stamp = stampOf(export);
        Optional<FileFacts> known = stamp.flatMap(now -> entry.recall(export, now));
        if (known.isPresent()) {
            return new Known(known.get(), true);
        }
        FileFacts facts = intake.read(exports, file, hints, poll);
        stamp.ifPresent(now -> entry.keep(now, facts, bytes));
        return new Known(facts, false);
    }

    private static Optional<Stamp> stampOf(Path export) {
        try {
            return Optional.of(Stamp.of(export));
        } catch (IOException e) {
            // whoever reads it says what is wrong with it
            return Optional.empty();
        }
    }

    /** When it was first asked, by the clock of the folder; by that of the exports it may be somewhat otherwise. */
    private synchronized long since() {
        if (since == NEVER) {
            try {
                Path folder = Files.createDirectories(place.orElseThrow().folder());
                Path probe = Files.createTempFile(folder, "now", UNFINISHED);
                since = Stamp.nanos(Files.getLastModifiedTime(probe));
                Files.delete(probe);
                for (Path entry : entries(folder)) {
                    bytes.addAndGet(Files.size(entry));
                }
            } catch (IOException e) {
                // then nothing is kept that would need it
                since = NEVER + 1;
            }
        }
        return since;
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(FactsCache::isOurs).toList();
        }
    }

    private Path entryOf(String path) {
        return place.orElseThrow().folder().resolve(name(path));
    }

    private static String name(String path) {
        return ExportBytes.sha256(path.getBytes(StandardCharsets.UTF_8)).substring(0, 32) + ENTRY;
    }

    /** What the heads of files told, as far as it is known; in an order of paths. */
    Heads heads() {
        return new Heads(place, this::key, place.isPresent() ? since() : NEVER);
    }

    /** A hash of all but the file's bytes that has a say in what is read of it. @param more that distinguishes it */
    private String key(Intake intake, Hints hints, String more) {
        Kinds all = kinds;
        if (all == null || all.of() != intake.kinds()) {
            all = new Kinds(intake.kinds(), ExportBytes.sha256(text(intake.kinds())));
            kinds = all;
        }
        String stores = hints.stores().stream()
                .map(store -> store.marketplace() + " " + store.language())
                .distinct()
                .sorted()
                .collect(Collectors.joining("\t"));
        String key = String.join(
                "\n",
                place.orElseThrow().program(),
                all.hash(),
                stores,
                hints.said().toString(),
                more);
        return ExportBytes.sha256(key.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] text(List<ExportKind> kinds) {
        return kinds.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Makes the folder, if it has to be, and takes out of it what is of no file any more, then what was made first until
     * what is left is no larger than it may be.
     *
     * @param paths of all exports
     * @throws IOException if the folder can't be used
     */
    public void tidy(Set<String> paths) throws IOException {
        if (place.isEmpty()) {
            return;
        }
        Path folder = Files.createDirectories(place.get().folder());
        Set<String> names = new HashSet<>();
        paths.forEach(path -> names.add(name(path)));
        long size = 0;
        List<Path> left = new ArrayList<>();
        for (Path file : entries(folder)) {
            if (names.contains(file.getFileName().toString())) {
                left.add(file);
                size += Files.size(file);
            } else {
                Files.deleteIfExists(file);
            }
        }
        if (size > place.get().mostBytes()) {
            left.sort(Comparator.comparing(FactsCache::madeAt));
            for (Path file : left) {
                if (size > place.get().mostBytes()) {
                    size -= Files.size(file);
                    Files.deleteIfExists(file);
                }
            }
        }
        bytes.set(size);
    }

    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENTRY) || name.endsWith(UNFINISHED);
    }

    private static long madeAt(Path file) {
        return file.toFile().lastModified();
    }

    /** A file beside this one that stands in its place once it is whole. */
    static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + UNFINISHED);
    }
}
