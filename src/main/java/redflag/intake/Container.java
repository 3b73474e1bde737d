package redflag.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import redflag.basics.Remark;

/** How a file's bytes are to be taken. What can't be taken is refused by what it is, with a way out for its owner. */
enum Container {
    TEXT,
    WORKBOOK,
    JSON;

    private static final int HEAD = 4_096;
    private static final int LONGEST_MEDIA_TYPE = 200;

    /** What the content says; the name says nothing. */
    static Container of(ExportBytes bytes) throws Unreadable, IOException {
        byte[] head;
        try (InputStream in = bytes.open()) {
            head = in.readNBytes(HEAD);
        }
        if (head.length == 0) {
            throw refused("quarantine.empty");
        }
        boolean gzip = bytes.isGzip();
        boolean zip = head.length > 3 && head[0] == 'P' && head[1] == 'K' && (head[2] == 3 || head[2] == 5);
        boolean gzipInside = gzip && head.length > 1 && head[0] == 0x1F && head[1] == (byte) 0x8B;
        FileMagic magic = FileMagic.valueOf(head);
        if (gzipInside || gzip && (zip || magic == FileMagic.OLE2)) {
            throw refused("quarantine.packed-twice");
        }
        if (zip) {
            checkWorkbook(bytes.path());
            return WORKBOOK;
        }
        if (magic == FileMagic.OLE2) {
            throw oldOffice(bytes.path());
        }
        if (magic == FileMagic.PDF) {
            throw refused("quarantine.pdf");
        }
        if (magic == FileMagic.PNG || magic == FileMagic.JPEG || magic == FileMagic.GIF) {
            throw refused("quarantine.picture");
        }
        return ofText(head);
    }

    private static Container ofText(byte[] head) throws Unreadable {
        Charset charset = Charsets.byteOrderMark(head).orElse(StandardCharsets.ISO_8859_1);
        String text = new String(head, charset)
                .replace("\uFEFF", "")
                .replace("\u00EF\u00BB\u00BF", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype html") || text.startsWith("<") && text.contains("<html")) {
            throw refused("quarantine.web-page");
        }
        if (text.startsWith("<?xml") || text.startsWith("<amazonenvelope")) {
            throw refused("quarantine.xml");
        }
        return text.startsWith("{") || text.startsWith("[") ? JSON : TEXT;
    }

    private static void checkWorkbook(Path path) throws Unreadable, IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            Set<String> names = zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
            if (names.contains("mimetype") && mediaType(zip).startsWith("application/vnd.oasis.opendocument")) {
                throw refused("quarantine.open-document");
            }
            if (names.stream().anyMatch(name -> name.endsWith("vbaProject.bin"))) {
                throw refused("quarantine.macro-workbook");
            }
            if (names.contains("xl/workbook.bin")) {
                throw refused("quarantine.binary-workbook");
            }
            if (!names.contains("[Content_Types].xml")) {
                throw refused("quarantine.zip");
            }
        } catch (ZipException | IllegalArgumentException e) {
            // an IllegalArgumentException tells of names that are no text
            throw refused("quarantine.broken-workbook");
        }
    }

    private static String mediaType(ZipFile zip) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry("mimetype"))) {
            return new String(in.readNBytes(LONGEST_MEDIA_TYPE), StandardCharsets.ISO_8859_1);
        }
    }

    private static Unreadable oldOffice(Path path) {
        try (POIFSFileSystem file = new POIFSFileSystem(path.toFile(), true)) {
            DirectoryNode root = file.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                return refused("quarantine.password");
            }
            return refused(
                    root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")
                            ? "quarantine.old-workbook"
                            : "quarantine.old-office");
        } catch (IOException | RuntimeException e) {
            return refused("quarantine.broken-workbook");
        }
    }

    private static Unreadable refused(String key) {
        return new Unreadable(Remark.of(key));
    }
}
