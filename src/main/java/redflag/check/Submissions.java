package redflag.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import redflag.basics.StoreId;
import redflag.plan.Reason;

/** What the agency has sent to Amazon: {@code <submissions>/<store>/} with letters as .docx, .txt or .md. */
public final class Submissions {

    private final List<Path> folders;

    /** @param folders those that do not exist are passed over */
    public Submissions(List<Path> folders) {
        this.folders = folders.stream().filter(Files::isDirectory).toList();
    }

    /** Where they lie: beside the working folder, and beside the job file. */
    public static List<Path> folders(Optional<Path> jobFile) {
        Path here = Path.of("submissions").toAbsolutePath().normalize();
        return Stream.concat(
                        Stream.of(here),
                        jobFile.stream()
                                .map(file -> file.toAbsolutePath().normalize().resolveSibling("submissions")))
                .distinct()
                .toList();
    }

    /** The files of a store that may be letters, by name. */
    public List<Path> of(StoreId store) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            files.addAll(letters(folder.resolve(store.value())));
        }
        return files;
    }

    /** The folders of all stores, by name. */
    List<Path> stores() throws IOException {
        List<Path> stores = new ArrayList<>();
        for (Path folder : folders) {
            stores.addAll(list(folder));
        }
        return stores;
    }

    static List<Path> letters(Path ofStore) throws IOException {
        return list(ofStore).stream()
                .filter(file -> Files.isRegularFile(file) && LetterFile.isOne(file))
                .toList();
    }

    /** Of a letter on another problem the figures are other ones. */
    public static boolean isAbout(Letter letter, Reason reason) {
        int own = Subject.timesNamed(letter, reason);
        return own > 0 && Subject.others(reason).allMatch(other -> Subject.timesNamed(letter, other) <= own);
    }

    static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
