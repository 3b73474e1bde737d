package redflag.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipOutputStream;
import redflag.delivery.Recipient.Role;
import redflag.ooxml.FixedEntry;
import redflag.report.EncryptedCopy;
import redflag.smtp.Secret;

/**
 * Which reports go with a message. Those of the worst stores come first; what would make the message too large is left
 * out and named.
 *
 * @param groups each becomes one attachment if it is packed, else one a file
 * @param packed whether the files of each store are put into one archive
 * @param leftOut names of files that are too much
 * @param password with which workbooks and plans open
 */
record Enclosures(List<Group> groups, boolean packed, List<String> leftOut, Optional<Secret> password) {

    /** Base64 with its line breaks takes so many bytes for three. */
    private static final double ENCODED = 4.0 / 3 * 78 / 76;

    /** Left for the bodies, and for what encryption adds. */
    private static final long BODIES = 300_000;

    Enclosures {
        groups = List.copyOf(groups);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Files of one store, or of the portfolio.
     *
     * @param archive name of the archive if they are packed; empty for files that never are
     */
    record Group(String archive, List<Path> files) {
        Group {
            files = List.copyOf(files);
        }

        long bytes() throws IOException {
            long bytes = 0;
            for (Path file : files) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }

    /** Of a message that takes nothing along. */
    static Enclosures none() {
        return new Enclosures(List.of(), false, List.of(), Optional.empty());
    }

    /** @throws IOException if a report that is to go with it is not there */
    static Enclosures of(News news, Recipient recipient, MailSettings settings) throws IOException {
        Optional<Secret> password = recipient.rule().password();
        List<Group> wanted = new ArrayList<>();
        if (recipient.is(Role.LEAD)) {
            wanted.add(portfolio(news, password.isPresent()));
        }
        for (StoreNews store : recipient.stores()) {
            if (recipient.rule().attach().wants(store) && store.outcome().isPresent()) {
                List<Path> files = store.outcome().get().files().stream()
                        .filter(EncryptedCopy::isFor)
                        .map(news.reports()::resolve)
                        .toList();
                wanted.add(new Group(store.store().id() + "-" + news.portfolio().asOf() + ".zip", files));
            }
        }
        long all = 0;
        for (Group group : wanted) {
            all += group.bytes();
        }
        List<Group> chosen = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        long used = BODIES;
        for (Group group : wanted) {
            long bytes = (long) (group.bytes() * ENCODED);
            if (used + bytes <= settings.largest()) {
                used += bytes;
                chosen.add(group);
            } else {
                group.files().forEach(file -> leftOut.add(nameOf(file)));
            }
        }
        return new Enclosures(chosen, all > settings.zipAbove(), leftOut, password);
    }

    /** The page can't be encrypted, so it only goes to who needs no password. */
    private static Group portfolio(News news, boolean isEncrypted) {
        Path folder = news.reports().resolve(news.portfolio().asOf().toString());
        String name = "portfolio-" + news.portfolio().asOf();
        Path workbook = newest(folder, name, ".xlsx");
        return new Group("", isEncrypted ? List.of(workbook) : List.of(workbook, newest(folder, name, ".html")));
    }

    /** Of a file that a program held open the new one lies beside it. */
    private static Path newest(Path folder, String name, String ending) {
        Path beside = folder.resolve(name + "-new" + ending);
        return Files.exists(beside) ? beside : folder.resolve(name + ending);
    }

    private boolean isPacked(Group group) {
        return packed && !group.archive().isEmpty();
    }

    boolean encrypted() {
        return password.isPresent() && !groups.isEmpty();
    }

    /** As the message has them. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Group group : groups) {
            if (isPacked(group)) {
                names.add(group.archive());
            } else {
                group.files().forEach(file -> names.add(nameOf(file)));
            }
        }
        return names;
    }

    /** The files as they are, by name, in order: what makes two messages alike. */
    List<Attachment> plain() throws IOException {
        List<Attachment> files = new ArrayList<>();
        for (Group group : groups) {
            for (Path file : group.files()) {
                files.add(new Attachment(nameOf(file), Files.readAllBytes(file)));
            }
        }
        return files;
    }

    /** What goes with the message: encrypted where it is to be, then packed. */
    List<Attachment> attachments() throws IOException {
        List<Attachment> attachments = new ArrayList<>();
        for (Group group : groups) {
            List<Attachment> files = new ArrayList<>();
            for (Path file : group.files()) {
                byte[] bytes = Files.readAllBytes(file);
                String name = nameOf(file);
                boolean isSecret = password.isPresent() && EncryptedCopy.isFor(name);
                files.add(new Attachment(
                        name, isSecret ? EncryptedCopy.of(bytes, password.get().text()) : bytes));
            }
            if (isPacked(group)) {
                attachments.add(new Attachment(group.archive(), archive(files)));
            } else {
                attachments.addAll(files);
            }
        }
        return attachments;
    }

    private static byte[] archive(List<Attachment> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Attachment file : files) {
                zip.putNextEntry(FixedEntry.named(file.name()));
                zip.write(file.bytes());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }
}
