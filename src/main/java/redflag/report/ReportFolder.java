package redflag.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reports on their way into a night's folder: all of them are written whole beside it first, then moved into place one
 * by one, each at once. A process that dies leaves whole files, old or new, and a rerun replaces them. One that cannot be
 * replaced, for a program holds it open, stays, and the new one lies beside it as {@code NAME-new.xlsx} until a rerun can
 * replace both.
 */
public final class ReportFolder {

    /** How the names of folders in a store's folder end. */
    static final String PACK = "-pack";

    private final Path reports;
    private final Path night;
    private final Path staging;
    private final Map<String, Set<String>> staged = new LinkedHashMap<>();

    /**
     * @param reports the reports folder
     * @param night the night's folder in it
     * @param name of whoever writes, unique among those who write at the same time
     */
    public ReportFolder(Path reports, Path night, String name) throws IOException {
        this.reports = reports;
        this.night = night;
        this.staging = reports.resolve(".staging")
                .resolve(reports.relativize(night).toString().replace('/', '_').replace('\\', '_'))
                .resolve(name);
        delete(staging);
    }

    /** @param folder in the night's folder, or with {@code /} one in that; empty for the night's folder itself */
    public Sink sink(String folder) throws IOException {
        Path into = staging.resolve("files").resolve(folder);
        Files.createDirectories(into);
        Set<String> names = staged.computeIfAbsent(folder, f -> new HashSet<>());
        return name -> {
            names.add(name);
            OutputStream out = Files.newOutputStream(into.resolve(name));
            return new BufferedOutputStream(out, 1 << 16);
        };
    }

    /**
     * Moves everything into place, and removes what an earlier attempt wrote there under other names.
     *
     * @return what a program held open
     */
    public List<HeldOpen> publish() throws IOException {
        List<HeldOpen> held = new ArrayList<>();
        for (Map.Entry<String, Set<String>> folder : staged.entrySet()) {
            Path into = night.resolve(folder.getKey());
            Files.createDirectories(into);
            Set<String> kept = new HashSet<>(folder.getValue());
            for (String name : folder.getValue()) {
                Path from = staging.resolve("files").resolve(folder.getKey()).resolve(name);
                String beside = besideOf(name);
                if (isMoved(from, into.resolve(name))) {
                    Files.deleteIfExists(into.resolve(beside));
                } else {
                    move(from, into.resolve(beside));
                    kept.add(beside);
                    held.add(new HeldOpen(pathOf(into.resolve(name)), pathOf(into.resolve(beside))));
                }
            }
            if (!folder.getKey().isEmpty()) {
                held.addAll(removeOthers(into, prefixOf(folder.getKey()), kept));
                held.addAll(removeFolders(into, folder.getKey()));
            }
        }
        staged.clear();
        delete(staging);
        return held;
    }

    private static boolean isPack(Path folder) {
        return folder.getFileName().toString().endsWith(PACK) && Files.isDirectory(folder);
    }

    /** How the names of the files in a folder begin. */
    private static String prefixOf(String folder) {
        return folder.substring(folder.lastIndexOf('/') + 1) + "-";
    }

    /** Of folders in this one those that nothing was written into this time: what is ours in them. */
    private List<HeldOpen> removeFolders(Path into, String key) throws IOException {
        List<Path> others = new ArrayList<>();
        try (Stream<Path> folders = Files.list(into)) {
            folders.filter(folder -> isPack(folder)
                            && folder.getFileName().toString().startsWith(prefixOf(key))
                            && !staged.containsKey(key + "/" + folder.getFileName()))
                    .forEach(others::add);
        }
        List<HeldOpen> held = new ArrayList<>();
        for (Path other : others) {
            held.addAll(removeOthers(other, prefixOf(String.valueOf(other.getFileName())), Set.of()));
            try {
                Files.deleteIfExists(other);
            } catch (DirectoryNotEmptyException e) {
                // what a person put there stays
            }
        }
        return held;
    }

    private static String besideOf(String name) {
        int ending = name.lastIndexOf('.');
        return name.substring(0, ending) + "-new" + name.substring(ending);
    }

    /** As outcomes name it. */
    public String pathOf(Path file) {
        return reports.relativize(file).toString().replace('\\', '/');
    }

    private static boolean isMoved(Path from, Path to) throws IOException {
        try {
            move(from, to);
            return true;
        } catch (FileSystemException e) {
            if (Files.exists(to)) {
                return false;
            }
            throw e;
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes what all who wrote the night leave behind; for the last of them, while nobody else writes. */
    public void tidy() throws IOException {
        Path ofNight = Objects.requireNonNull(staging.getParent());
        try {
            Files.deleteIfExists(ofNight);
            Files.deleteIfExists(Objects.requireNonNull(ofNight.getParent()));
        } catch (DirectoryNotEmptyException e) {
            // of an account that failed: its next try removes it; or of another night
        }
    }

    /** Only files that bear the folder's name are ours; what a person put there stays. */
    private List<HeldOpen> removeOthers(Path folder, String prefix, Set<String> kept) throws IOException {
        List<Path> others = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> !isPack(file)
                            && file.getFileName().toString().startsWith(prefix)
                            && !kept.contains(file.getFileName().toString()))
                    .forEach(others::add);
        }
        List<HeldOpen> held = new ArrayList<>();
        for (Path other : others) {
            try {
                Files.deleteIfExists(other);
            } catch (FileSystemException e) {
                held.add(new HeldOpen(pathOf(other), ""));
            }
        }
        return held;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @org.jspecify.annotations.Nullable IOException e)
                    throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
