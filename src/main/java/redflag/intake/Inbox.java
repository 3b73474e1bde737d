package redflag.intake;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redflag.basics.AccountId;
import redflag.basics.Remark;
import redflag.basics.Store;

/**
 * The exports folder looked over: which files, which kinds, whose. A file lies in the folder of its account, at any
 * depth; a file beside the account folders is shared and names its stores in a column, or orders whose stores another
 * such file names.
 *
 * @param files by account, by path; an account without a file has an empty list
 */
public record Inbox(Map<AccountId, List<InboxFile>> files, List<InboxFile> shared, List<Quarantine> quarantined) {

    public Inbox {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        shared = List.copyOf(shared);
        quarantined = quarantined.stream()
                .sorted(Comparator.comparing(Quarantine::path))
                .toList();
    }

    /**
     * @param cache what is known of files that have not changed
     * @throws IOException if the folder itself can't be read
     */
    public static Inbox lookOver(
            Path exports, List<Store> stores, List<ReadingRule> rules, Intake intake, FactsCache cache)
            throws IOException {
        Heads known = cache.heads();
        Set<String> accounts = stores.stream().map(s -> s.account().value()).collect(Collectors.toSet());
        Map<AccountId, List<InboxFile>> files = new TreeMap<>();
        stores.forEach(store -> files.computeIfAbsent(store.account(), a -> new ArrayList<>()));
        List<InboxFile> shared = new ArrayList<>();
        List<Quarantine> quarantined = new ArrayList<>();
        List<SameOrders.Head> heads = new ArrayList<>();
        List<Beside> beside = new ArrayList<>();
        List<Found> found = new ArrayList<>();
        for (Found one : walk(exports, quarantined)) {
            String folder = folderOf(one.path);
            if (one.path.indexOf('/') >= 0 && !accounts.contains(folder)) {
                quarantined.add(new Quarantine(one.path, Remark.of("quarantine.no-account", "folder", folder)));
            } else {
                found.add(one);
            }
        }
        for (Looked looked :
                InParallel.of(found, one -> look(one, known, intake, exports, hints(one.path, stores, rules)))) {
            String path = looked.found.path;
            if (looked.recognised.isEmpty()) {
                quarantined.add(new Quarantine(path, looked.why.orElseThrow()));
                continue;
            }
            Intake.Recognised recognised = looked.recognised.get();
            InboxFile file = new InboxFile(
                    path, looked.found.bytes, recognised.kind().id(), Optional.of(looked.found.writtenAt));
            if (path.indexOf('/') >= 0) {
                heads.add(new SameOrders.Head(new AccountId(folderOf(path)), file, recognised));
            } else {
                beside.add(new Beside(
                        file, recognised.namesStores(), recognised.kind().namesOrders()));
            }
        }
        known.keep();
        boolean ordersHaveStores = beside.stream().anyMatch(b -> b.namesStores && b.namesOrders);
        for (Beside one : beside) {
            if (one.namesStores || ordersHaveStores && one.namesOrders) {
                shared.add(one.file);
            } else {
                quarantined.add(new Quarantine(one.file.path(), Remark.of("quarantine.no-store-column")));
            }
        }
        List<Quarantine> strays = SameOrders.strays(exports, heads);
        quarantined.addAll(strays);
        Set<String> out = strays.stream().map(Quarantine::path).collect(Collectors.toSet());
        for (SameOrders.Head head : heads) {
            if (!out.contains(head.file().path())) {
                files.computeIfAbsent(head.account(), a -> new ArrayList<>()).add(head.file());
            }
        }
        return new Inbox(files, shared, quarantined);
    }

    /** What a file turned out to be, or why it is none that can be used. */
    private record Looked(Found found, Optional<Intake.Recognised> recognised, Optional<Remark> why) {}

    private static Looked look(Found found, Heads known, Intake intake, Path exports, Hints hints) {
        try {
            return new Looked(
                    found, Optional.of(known.recognise(intake, exports, found.path, hints)), Optional.empty());
        } catch (Unreadable e) {
            return new Looked(found, Optional.empty(), Optional.of(e.why()));
        }
    }

    /** The account's folder; empty for a file beside the account folders. */
    static String folderOf(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** What is known of a file of the exports folder. @param stores all of the agency */
    static Hints hints(String path, List<Store> stores, List<ReadingRule> rules) {
        return Hints.of(path, candidates(stores, folderOf(path)), rules);
    }

    /** The stores of the account with this folder; of a file beside the account folders all. */
    private static List<Store> candidates(List<Store> stores, String folder) {
        return folder.isEmpty()
                ? stores
                : stores.stream()
                        .filter(s -> s.account().value().equals(folder))
                        .toList();
    }

    /** A file beside the account folders: its rows name stores, or orders that such a file gives to stores. */
    private record Beside(InboxFile file, boolean namesStores, boolean namesOrders) {}

    record Found(String path, long bytes, Instant writtenAt) {}

    /** Every file by path, without following links; hidden files and Excel's lock files are nobody's exports. */
    static List<Found> walk(Path exports, List<Quarantine> quarantined) throws IOException {
        List<Found> found = new ArrayList<>();
        // the folder itself may be a link to where the files really are
        Path folder = exports.toRealPath();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (name.startsWith(".") || name.startsWith("~$")) {
                    return FileVisitResult.CONTINUE;
                }
                if (attributes.isRegularFile()) {
                    found.add(new Found(
                            pathIn(folder, file),
                            attributes.size(),
                            attributes.lastModifiedTime().toInstant()));
                } else {
                    quarantined.add(new Quarantine(pathIn(folder, file), noFile(folder, file, attributes)));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) {
                if (e != null) {
                    quarantined.add(new Quarantine(pathIn(folder, visited), Remark.of("quarantine.unreadable")));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (file.equals(folder)) {
                    throw e;
                }
                quarantined.add(new Quarantine(pathIn(folder, file), Remark.of("quarantine.unreadable")));
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(Comparator.comparing(Found::path));
        return found;
    }

    static Remark noFile(Path exports, Path file, BasicFileAttributes attributes) {
        if (!attributes.isSymbolicLink()) {
            return Remark.of("quarantine.not-a-file");
        }
        try {
            Path target = file.resolveSibling(Files.readSymbolicLink(file)).normalize();
            return Remark.of(target.startsWith(exports) ? "quarantine.link" : "quarantine.link-outside");
        } catch (IOException e) {
            return Remark.of("quarantine.unreadable");
        }
    }

    private static String pathIn(Path exports, Path file) {
        return exports.relativize(file).toString().replace('\\', '/');
    }
}
