package redflag.documents;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import redflag.basics.Store;

/**
 * Where an agency keeps the papers themselves: {@code <account>/<store>/…} for those of one store, {@code <account>/…} for
 * those of all. Presence, type and size of a file are looked at, never its inside.
 */
public record DocumentFolder(Path path) {

    /** @param named by the register */
    DocumentFile look(Store store, Optional<String> named) {
        if (named.isEmpty()) {
            return DocumentFile.without(DocumentFile.State.NOT_NAMED, "");
        }
        String relative = named.get().replace('\\', '/');
        Path account = path.resolve(store.account().value()).normalize();
        DocumentFile found = DocumentFile.without(DocumentFile.State.MISSING, relative);
        for (Path folder : List.of(account.resolve(store.id().value()), account)) {
            found = look(account, folder, relative);
            if (found.state() != DocumentFile.State.MISSING) {
                return found;
            }
        }
        return found;
    }

    private static DocumentFile look(Path account, Path folder, String relative) {
        try {
            Path file = folder.resolve(relative).normalize();
            if (!file.startsWith(account)) {
                return DocumentFile.without(DocumentFile.State.OUTSIDE, relative);
            }
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    ? new DocumentFile(DocumentFile.State.THERE, relative, attributes.size())
                    : DocumentFile.without(DocumentFile.State.NO_FILE, relative);
        } catch (NoSuchFileException | InvalidPathException e) {
            return DocumentFile.without(DocumentFile.State.MISSING, relative);
        } catch (IOException e) {
            return DocumentFile.without(DocumentFile.State.NO_FILE, relative);
        }
    }
}
