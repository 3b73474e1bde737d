package redflag.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import redflag.basics.Remark;
import redflag.ledger.FileFacts;
import tools.jackson.databind.JsonNode;

/** Reads exports. Which export a file is, its content decides, never its name. */
public final class Intake {

    private final List<ExportKind> kinds;

    /** @param kinds all that are known, own ones in place of shipped ones */
    public Intake(List<ExportKind> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    /** The kind with this id. */
    public Optional<ExportKind> kind(String id) {
        return kinds.stream().filter(k -> k.id().equals(id)).findFirst();
    }

    public List<ExportKind> kinds() {
        return kinds;
    }

    private enum Container {
        TEXT,
        WORKBOOK,
        JSON
    }

    /**
     * What the head of a file tells.
     *
     * @param orderIds the first hundred, as far as it has them
     * @param carriesFigures whether it says anything that two accounts would not say alike
     */
    record Recognised(ExportKind kind, List<String> orderIds, boolean carriesFigures) {}

    Recognised recognise(Path path, Hints hints) throws Unreadable {
        try {
            Container container = containerOf(path);
            if (container == Container.JSON) {
                JsonNode report = AccountHealthJson.find(path)
                        .orElseThrow(() -> new Unreadable(Remark.of("quarantine.unknown-kind")));
                return new Recognised(jsonKind(), List.of(), AccountHealthJson.carriesFigures(report));
            }
            Look look = look(path, container, kinds);
            return new Recognised(look.kind(), look.orderIds(), look.hasRows());
        } catch (IOException e) {
            throw new Unreadable(Remark.of("quarantine.unreadable"));
        }
    }

    private ExportKind jsonKind() throws Unreadable {
        return kinds.stream()
                .filter(k -> k.format() == ExportKind.Format.ACCOUNT_HEALTH_JSON)
                .findFirst()
                .orElseThrow(() -> new Unreadable(Remark.of("quarantine.unknown-kind")));
    }

    private static Look look(Path path, Container container, List<ExportKind> kinds) throws Unreadable, IOException {
        if (container == Container.WORKBOOK) {
            Look look = new Look(kinds);
            new WorkbookTable(path).read(look);
            return look;
        }
        AtomicReference<Look> look = new AtomicReference<>(new Look(kinds));
        new TextTable(path).head(TextTable.charsets(false), () -> {
            look.set(new Look(kinds));
            return Objects.requireNonNull(look.get());
        });
        return Objects.requireNonNull(look.get());
    }

    private static Container containerOf(Path path) throws Unreadable, IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(512);
            if (start.length == 0) {
                throw new Unreadable(Remark.of("quarantine.empty"));
            }
            if (start.length > 3 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4) {
                return Container.WORKBOOK;
            }
            int first = 0;
            while (first < start.length && (start[first] <= ' ')) {
                // blanks, and the three bytes of a byte order mark, which are negative
                first++;
            }
            boolean json = first < start.length && (start[first] == '{' || start[first] == '[');
            return json ? Container.JSON : Container.TEXT;
        }
    }

    /**
     * Reads all of a file.
     *
     * @param exports the exports folder
     * @param hints what is known of the file before it is opened
     * @param poll called every few thousand rows; may throw {@link StopReading}
     * @throws Unreadable if it can't be used as a whole; its rows then count nowhere
     */
    public FileFacts read(Path exports, InboxFile file, Hints hints, Runnable poll) throws Unreadable {
        Path path = exports.resolve(file.path());
        ExportKind kind = kind(file.kind()).orElseThrow(() -> new Unreadable(Remark.of("quarantine.unknown-kind")));
        try {
            Container container = containerOf(path);
            if (container == Container.JSON) {
                JsonNode report = AccountHealthJson.find(path)
                        .orElseThrow(() -> new Unreadable(Remark.of("quarantine.unknown-kind")));
                return new AccountHealthJson(file.path(), kind).read(report, hash(path));
            }
            Look look = look(path, container, List.of(kind));
            look.kind();
            return container == Container.WORKBOOK
                    ? readWorkbook(path, file, kind, look, poll)
                    : readText(path, file, kind, look, hints, poll);
        } catch (IOException e) {
            throw new Unreadable(Remark.of("quarantine.unreadable"));
        }
    }

    private static FileFacts readText(Path path, InboxFile file, ExportKind kind, Look look, Hints hints, Runnable poll)
            throws Unreadable, IOException {
        MessageDigest digest = sha256();
        AtomicReference<TableReader> reader = new AtomicReference<>();
        Charset charset = new TextTable(path).read(TextTable.charsets(hints.mayBeJapanese()), digest, () -> {
            reader.set(new TableReader(kind, file.path(), look.headerRow(), poll));
            return Objects.requireNonNull(reader.get());
        });
        return Objects.requireNonNull(reader.get()).facts(HexFormat.of().formatHex(digest.digest()), charset.name());
    }

    private static FileFacts readWorkbook(Path path, InboxFile file, ExportKind kind, Look look, Runnable poll)
            throws Unreadable, IOException {
        TableReader reader = new TableReader(kind, file.path(), look.headerRow(), poll);
        new WorkbookTable(path).read(new WorkbookTable.SheetCells() {
            @Override
            public boolean sheet(int number) {
                return number == look.sheet();
            }

            @Override
            public boolean row(int row, String[] cells) {
                return reader.row(row, cells);
            }
        });
        return reader.facts(hash(path), "");
    }

    /** SHA-256 of the bytes, in hexadecimal. */
    static String hash(Path path) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
