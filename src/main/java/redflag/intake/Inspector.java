package redflag.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import redflag.basics.Remark;
import redflag.basics.Store;
import redflag.ledger.Field;

/** Looks at files one by one, as a night would read them. What only all files together tell, it does not see. */
public final class Inspector {

    private final Intake intake;
    private final Optional<Path> exports;
    private final List<Store> stores;
    private final List<ReadingRule> rules;

    /**
     * @param exports the exports folder of a job, whose folders say whose a file is
     * @param stores whose the files may be
     * @param rules what the job says of its exports
     */
    public Inspector(Intake intake, Optional<Path> exports, List<Store> stores, List<ReadingRule> rules) {
        this.intake = intake;
        this.exports = exports;
        this.stores = List.copyOf(stores);
        this.rules = List.copyOf(rules);
    }

    /** Tells of the file, or of every file of the folder by path. */
    public void inspect(Path named, Consumer<Inspection> told) throws IOException {
        if (!Files.isDirectory(named)) {
            told.accept(one(named, named.toString().replace('\\', '/')));
            return;
        }
        List<Quarantine> no = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        Inbox.walk(named, no).forEach(found -> paths.add(found.path()));
        no.forEach(quarantine -> paths.add(quarantine.path()));
        paths.sort(Comparator.naturalOrder());
        for (String path : paths) {
            String shown = named.resolve(path).toString().replace('\\', '/');
            Optional<Quarantine> refused =
                    no.stream().filter(q -> q.path().equals(path)).findFirst();
            told.accept(
                    refused.isPresent()
                            ? Inspection.refused(shown, 0, refused.get().why())
                            : one(named.resolve(path), shown));
        }
    }

    private Inspection one(Path file, String shown) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return Inspection.refused(shown, 0, Remark.of("quarantine.link"));
        }
        Optional<String> path = pathInExports(file);
        String name = path.orElse(String.valueOf(file.getFileName()));
        Inspection inspection = intake.inspect(file, shown, Inbox.hints(name, stores, rules));
        if (path.isEmpty()) {
            return inspection;
        }
        String folder = Inbox.folderOf(name);
        if (!folder.isEmpty()
                && stores.stream().noneMatch(s -> s.account().value().equals(folder))) {
            return inspection.because(Remark.of("quarantine.no-account", "folder", folder));
        }
        return folder.isEmpty()
                        && inspection.refused().isEmpty()
                        && inspection.used().values().stream().noneMatch(m -> m.field() == Field.STORE)
                ? inspection.because(Remark.of("quarantine.no-store-column"))
                : inspection;
    }

    private Optional<String> pathInExports(Path file) throws IOException {
        if (exports.isEmpty() || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        Path folder = exports.get().toRealPath();
        Path real = file.toRealPath();
        return real.startsWith(folder)
                ? Optional.of(folder.relativize(real).toString().replace('\\', '/'))
                : Optional.empty();
    }
}
