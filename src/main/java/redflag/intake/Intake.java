package redflag.intake;

import com.carrotsearch.hppc.LongArrayList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

    /**
     * What the head of a file tells.
     *
     * @param orderIds the first hundred, as far as it has them, as numbers
     * @param carriesFigures whether it says anything that two accounts would not say alike
     */
    record Recognised(ExportKind kind, LongArrayList orderIds, boolean carriesFigures) {}

    Recognised recognise(Path path, Hints hints) throws Unreadable {
        try {
            ExportBytes bytes = new ExportBytes(path);
            Container container = Container.of(bytes);
            List<ExportKind> among = hints.among(kinds);
            if (container == Container.JSON) {
                return recogniseJson(JsonFile.read(bytes), among);
            }
            Look look = look(bytes, container, hints, among);
            return new Recognised(look.kind(), look.orderIds(), look.hasRows());
        } catch (IOException e) {
            throw ExportBytes.unreadable(e);
        }
    }

    private static Recognised recogniseJson(JsonNode document, List<ExportKind> kinds) throws Unreadable {
        Optional<JsonNode> report = AccountHealthJson.find(document);
        Optional<ExportKind> health = kinds.stream()
                .filter(k -> k.format() == ExportKind.Format.ACCOUNT_HEALTH_JSON)
                .findFirst();
        if (report.isPresent() && health.isPresent()) {
            return new Recognised(health.get(), new LongArrayList(0), AccountHealthJson.carriesFigures(report.get()));
        }
        ExportKind best = null;
        int most = -1;
        for (ExportKind kind : kinds) {
            Optional<JsonTable> table = table(kind, document);
            if (table.isPresent() && table.get().columns() > most) {
                best = kind;
                most = table.get().columns();
            }
        }
        if (best == null) {
            throw JsonFile.unknown(document);
        }
        Look look = new Look(List.of(best), ExportKind.Format.JSON);
        JsonTable table = table(best, document).orElseThrow();
        table.read(look);
        return new Recognised(best, look.orderIds(), !table.isEmpty());
    }

    private static Optional<JsonTable> table(ExportKind kind, JsonNode document) {
        return kind.format() == ExportKind.Format.JSON ? JsonTable.find(kind, document) : Optional.empty();
    }

    private static Look look(ExportBytes bytes, Container container, Hints hints, List<ExportKind> kinds)
            throws Unreadable, IOException {
        if (container == Container.WORKBOOK) {
            Look look = new Look(kinds);
            new WorkbookTable(bytes.path()).read(look);
            return look;
        }
        AtomicReference<Look> look = new AtomicReference<>(new Look(kinds));
        text(bytes, hints, kinds).head(() -> {
            look.set(new Look(kinds));
            return Objects.requireNonNull(look.get());
        });
        return Objects.requireNonNull(look.get());
    }

    private static TextTable text(ExportBytes bytes, Hints hints, List<ExportKind> kinds) {
        return new TextTable(
                bytes,
                hints.said().charset().map(Charsets::declared),
                Charsets.likely(hints.stores()),
                row -> Look.headings(kinds, row));
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
        ExportKind kind = kind(file.kind()).orElseThrow(() -> new Unreadable(Remark.of("quarantine.unknown-kind")));
        try {
            ExportBytes bytes = new ExportBytes(exports.resolve(file.path()));
            FileFacts facts = read(bytes, file, kind, hints, poll);
            bytes.checkUnchanged();
            return facts;
        } catch (IOException e) {
            throw ExportBytes.unreadable(e);
        }
    }

    private static FileFacts read(ExportBytes bytes, InboxFile file, ExportKind kind, Hints hints, Runnable poll)
            throws Unreadable, IOException {
        Container container = Container.of(bytes);
        if (container == Container.JSON) {
            return readJson(bytes, file, kind, hints, poll);
        }
        Look look = look(bytes, container, hints, List.of(kind));
        look.kind();
        Rows rows = container == Container.WORKBOOK
                ? cells -> readWorkbook(bytes, look.sheet(), cells.get())
                : cells -> text(bytes, hints, List.of(kind)).read(cells);
        return read(rows, file, kind, look.headerRow(), hints, container, poll);
    }

    private static FileFacts readJson(ExportBytes bytes, InboxFile file, ExportKind kind, Hints hints, Runnable poll)
            throws Unreadable, IOException {
        JsonNode document = JsonFile.read(bytes);
        if (kind.format() == ExportKind.Format.ACCOUNT_HEALTH_JSON) {
            JsonNode report = AccountHealthJson.find(document).orElseThrow(() -> JsonFile.unknown(document));
            return new AccountHealthJson(file.path(), kind).read(report, bytes.hash());
        }
        JsonTable table = JsonTable.find(kind, document).orElseThrow(() -> JsonFile.unknown(document));
        Rows rows = cells -> {
            table.read(cells.get());
            return new TextTable.Done(StandardCharsets.UTF_8, bytes.hash());
        };
        return read(rows, file, kind, 0, hints, Container.JSON, poll);
    }

    /** The rows of a file, which may be read more than once. */
    private interface Rows {

        /** @param cells every attempt gets some of its own */
        TextTable.Done read(Supplier<Cells> cells) throws Unreadable, IOException;
    }

    private static FileFacts read(
            Rows rows, InboxFile file, ExportKind kind, int headerRow, Hints hints, Container container, Runnable poll)
            throws Unreadable, IOException {
        boolean places = container != Container.TEXT;
        Last<TableReader> reader = new Last<>(
                () -> new TableReader(kind, file.path(), headerRow, hints, DateOrders.Told.NOTHING, places, poll));
        TextTable.Done done = rows.read(reader);
        if (reader.last().needsDateOrder()) {
            Last<DateOrders> dates = new Last<>(() -> new DateOrders(kind, headerRow));
            rows.read(dates);
            DateOrders.Told told = dates.last().told();
            reader = new Last<>(() -> new TableReader(kind, file.path(), headerRow, hints, told, places, poll));
            done = rows.read(reader);
        }
        String charset = done.charset() == null ? "" : Charsets.name(done.charset());
        return reader.last().facts(done.sha256(), charset);
    }

    /** Makes receivers of rows and knows the last one, which heard all of them. */
    private static final class Last<C extends Cells> implements Supplier<Cells> {

        private final Supplier<C> maker;
        private @Nullable C last;

        Last(Supplier<C> maker) {
            this.maker = maker;
        }

        @Override
        public Cells get() {
            C made = maker.get();
            last = made;
            return made;
        }

        C last() {
            return Objects.requireNonNull(last);
        }
    }

    private static TextTable.Done readWorkbook(ExportBytes bytes, int sheet, Cells cells)
            throws Unreadable, IOException {
        new WorkbookTable(bytes.path()).read(new WorkbookTable.SheetCells() {
            @Override
            public boolean sheet(int number) {
                return number == sheet;
            }

            @Override
            public boolean row(int row, String[] of) {
                return cells.row(row, of);
            }
        });
        return new TextTable.Done(null, bytes.hash());
    }
}
