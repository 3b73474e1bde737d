package redflag.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import redflag.smtp.Handover;

/**
 * Keeps each message as a file, such as {@code ADDRESS.eml}, that any mail program opens. What is put there twice is there
 * once.
 */
final class FilePostbox implements Postbox {

    private final Path folder;

    FilePostbox(Path folder) {
        this.folder = folder;
    }

    @Override
    public Handover put(MimeMessage message, String to, String name) {
        Path file = folder.resolve(name.replaceAll("[^a-z0-9.@_+-]", "_") + ".eml");
        Path unfinished = folder.resolve("." + file.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                message.writeTo(out);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return new Handover.Accepted(file.toString());
        } catch (IOException | MessagingException e) {
            return new Handover.NotNow("can't write " + file + ": " + e.getMessage(), true);
        }
    }
}
