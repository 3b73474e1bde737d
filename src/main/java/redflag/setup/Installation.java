package redflag.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.AccountId;
import redflag.basics.Marketplaces;
import redflag.basics.Store;
import redflag.intake.StoresFile;
import redflag.settings.Problems;

/**
 * The folder of an agency that begins: job file, stores file, a folder for the downloads of each account, empty tables
 * that are kept by hand, and what to do with it. Nothing that is there is ever overwritten, so that it can be made again
 * when accounts have come in.
 */
public final class Installation {

    /** What must be filled in; no stores file with it is valid. */
    static final String FILL_IN = "FILL-IN";

    private static final String ENGLISH = "en";

    /** A mark that the file is UTF-8, without which spreadsheets take it for something else. */
    private static final String MARK = "\ufeff";

    private static final String STORES = "account,store,marketplace,name,seller since,language,manager,cc\n";

    private final Path folder;
    private final List<Path> made = new ArrayList<>();
    private final List<Path> left = new ArrayList<>();

    private Installation(Path folder) {
        this.folder = folder;
    }

    /**
     * What became of it.
     *
     * @param job its job file
     * @param made folders and files
     * @param left what was there and stays as it is
     */
    public record Made(Path job, List<Path> made, List<Path> left) {
        public Made {
            made = List.copyOf(made);
            left = List.copyOf(left);
        }
    }

    /**
     * @param accounts for which the stores file gets a row each, to be filled in
     * @param stores a valid stores file that is copied
     */
    public static Made make(Path folder, List<AccountId> accounts, Optional<Path> stores) throws IOException {
        Installation installation = new Installation(folder);
        Path job = installation.write(accounts, stores);
        return new Made(job, installation.made, installation.left);
    }

    private Path write(List<AccountId> accounts, Optional<Path> stores) throws IOException {
        Path inbox = folder.resolve("inbox");
        Path exports = inbox.resolve("exports");
        for (Path one : List.of(
                folder.resolve("jobs"),
                exports,
                folder.resolve("reports"),
                folder.resolve("data"),
                folder.resolve("logs"),
                folder.resolve("cache"))) {
            folder(one);
        }
        Path job = folder.resolve("jobs").resolve("nightly.yaml");
        file(job, resource("nightly.yaml"));
        Path storesFile = inbox.resolve("stores.csv");
        file(storesFile, stores.isPresent() ? Files.readAllBytes(stores.get()) : rows(accounts));
        Map<AccountId, String> languages = new LinkedHashMap<>();
        accounts.forEach(account -> languages.put(account, ENGLISH));
        for (Store store : StoresFile.read(storesFile, Marketplaces.known(), new Problems())) {
            languages.merge(store.account(), store.language(), (one, other) -> one.equals(ENGLISH) ? other : one);
        }
        for (Map.Entry<AccountId, String> account : languages.entrySet()) {
            folder(exports.resolve(account.getKey().value()));
            templates(inbox.resolve("templates").resolve(account.getKey().value()), account.getValue());
        }
        file(folder.resolve("QUICKSTART.md"), resource("quickstart.md"));
        file(folder.resolve("QUICKSTART.zh.md"), resource("quickstart.zh.md"));
        return job;
    }

    /** A store of its own for each account, until somebody says otherwise. */
    private static byte[] rows(List<AccountId> accounts) {
        StringBuilder text = new StringBuilder(MARK + STORES);
        for (AccountId account : accounts) {
            text.append(String.join(",", account.value(), account.value(), FILL_IN, "", "", ENGLISH, FILL_IN, ""))
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Told of as one: there may be many accounts. */
    private void templates(Path path, String language) throws IOException {
        Files.createDirectories(path);
        boolean any = false;
        for (DeskTemplate template : DeskTemplate.values()) {
            any |= isMade(path.resolve(template.file()), resource("/desk/" + language + "/" + template.file()));
        }
        (any ? made : left).add(path);
    }

    private void folder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
            made.add(path);
        }
    }

    private void file(Path path, byte[] content) throws IOException {
        (isMade(path, content) ? made : left).add(path);
    }

    private static boolean isMade(Path path, byte[] content) throws IOException {
        try {
            Files.write(path, content, StandardOpenOption.CREATE_NEW);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Installation.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program has no " + name);
            }
            return in.readAllBytes();
        }
    }
}
