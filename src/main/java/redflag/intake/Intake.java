package redflag.intake;

import com.carrotsearch.hppc.LongArrayList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import redflag.basics.Remark;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import tools.jackson.databind.JsonNode;

/** Reads exports. Which export a file is, its content decides, never its name. */
public final class Intake {

    static final String UNKNOWN_KIND = "quarantine.unknown-kind";

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
     * @param namesStores whether a column of it says whose its rows are
     * @param orderIds the first hundred, as far as it has them, as numbers
     * @param carriesFigures whether it says anything that two accounts would not say alike
     */
    record Recognised(ExportKind kind, boolean namesStores, LongArrayList orderIds, boolean carriesFigures) {}

    Recognised recognise(Path path, Hints hints) throws Unreadable {
        try {
            ExportBytes bytes = new ExportBytes(path);
            Container container = Container.of(bytes);
            List<ExportKind> among = hints.among(kinds);
            if (container == Container.JSON) {
                return recogniseJson(JsonFile.read(bytes), among);
            }
            Look look = look(bytes, container, hints, among).look();
            return new Recognised(look.kind(), namesStores(look), look.orderIds(), look.hasRows());
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
            return new Recognised(
                    health.get(), false, new LongArrayList(0), AccountHealthJson.carriesFigures(report.get()));
        }
        JsonTable table = kinds.stream()
                .flatMap(kind -> table(kind, document).stream())
                .reduce((one, other) -> other.columns() > one.columns() ? other : one)
                .orElseThrow(() -> JsonFile.unknown(document));
        table.checkPages();
        Look look = new Look(List.of(table.kind()), ExportKind.Format.JSON);
        table.read(look);
        return new Recognised(table.kind(), namesStores(look), look.orderIds(), !table.isEmpty());
    }

    private static boolean namesStores(Look look) throws Unreadable {
        return Headers.match(look.kind(), look.header()).stream()
                .flatMap(columns -> columns.keySet().stream())
                .anyMatch(column -> column.field() == Field.STORE);
    }

    private static Optional<JsonTable> table(ExportKind kind, JsonNode document) {
        return kind.format() == ExportKind.Format.JSON ? JsonTable.find(kind, document) : Optional.empty();
    }

    /** A table's first rows, and how they are laid out. */
    private record Head(Look look, Layout layout) {}

    private static Head look(ExportBytes bytes, Container container, Hints hints, List<ExportKind> kinds)
            throws Unreadable, IOException {
        if (container == Container.WORKBOOK) {
            SheetLooks sheets = new SheetLooks(kinds);
            new WorkbookTable(bytes.path()).read(sheets);
            Look look = sheets.chosen();
            return new Head(look, Layout.workbook(look.sheetName(), look.headerRow(), look.header()));
        }
        Last<Look> looks = new Last<>(() -> new Look(kinds));
        TextTable.Written written =
                text(bytes, hints, row -> Look.headings(kinds, row)).head(looks);
        Look look = looks.last();
        return new Head(look, Layout.text(written, look.headerRow(), look.header()));
    }

    private static TextTable text(ExportBytes bytes, Hints hints, ToIntFunction<List<String>> known) {
        return new TextTable(
                bytes, hints.said().charset().map(Charsets::declared), Charsets.likely(hints.stores()), known);
    }

    /** Tells all of a file that `inspect` shows. @param path by which it is named */
    Inspection inspect(Path file, String path, Hints hints) {
        long size = 0;
        Optional<ExportKind> kind = Optional.empty();
        try {
            size = Files.size(file);
            ExportBytes bytes = new ExportBytes(file);
            kind = Optional.of(recognise(file, hints).kind());
            Contents contents = read(bytes, path, kind.get(), hints, () -> {});
            return new Inspection(
                    path,
                    size,
                    kind,
                    Optional.of(contents.layout()),
                    Optional.of(contents.facts()),
                    Optional.empty(),
                    List.of());
        } catch (Unreadable e) {
            return refused(file, path, size, hints, kind, e.why());
        } catch (IOException e) {
            return refused(
                    file, path, size, hints, kind, ExportBytes.unreadable(e).why());
        }
    }

    /** What is refused for its columns only may be near to a kind that is known. */
    private Inspection refused(Path file, String path, long size, Hints hints, Optional<ExportKind> kind, Remark why) {
        List<ExportKind> among = hints.among(kinds);
        try {
            ExportBytes bytes = new ExportBytes(file);
            Container container = Container.of(bytes);
            if (why.key().equals(UNKNOWN_KIND) && container != Container.JSON) {
                NearKinds near = new NearKinds(among);
                Layout layout = near(bytes, container, hints, among, near);
                return new Inspection(
                        path, size, kind, Optional.of(layout), Optional.empty(), Optional.of(why), near.nearest());
            }
            Optional<Layout> layout = container == Container.JSON
                    ? Optional.of(Layout.json(List.of()))
                    : Optional.of(look(bytes, container, hints, among).layout());
            return new Inspection(path, size, kind, layout, Optional.empty(), Optional.of(why), List.of());
        } catch (Unreadable | IOException e) {
            return Inspection.refused(path, size, why);
        }
    }

    private static Layout near(
            ExportBytes bytes, Container container, Hints hints, List<ExportKind> among, NearKinds near)
            throws Unreadable, IOException {
        if (container == Container.WORKBOOK) {
            new WorkbookTable(bytes.path()).read(near);
            return Layout.workbook(near.sheetName(), near.headerRow(), List.of());
        }
        TextTable.Written written =
                text(bytes, hints, row -> NearKinds.headings(among, row)).head(() -> near);
        return Layout.text(written, near.headerRow(), List.of());
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
        ExportKind kind = kind(file.kind()).orElseThrow(() -> new Unreadable(Remark.of(UNKNOWN_KIND)));
        try {
            ExportBytes bytes = new ExportBytes(exports.resolve(file.path()));
            FileFacts facts = read(bytes, file.path(), kind, hints, poll).facts();
            bytes.checkUnchanged();
            return facts;
        } catch (IOException e) {
            throw ExportBytes.unreadable(e);
        }
    }

    /** All of a file. */
    private record Contents(FileFacts facts, Layout layout) {}

    private static Contents read(ExportBytes bytes, String file, ExportKind kind, Hints hints, Runnable poll)
            throws Unreadable, IOException {
        Container container = Container.of(bytes);
        if (container == Container.JSON) {
            return readJson(bytes, file, kind, hints, poll);
        }
        Head head = look(bytes, container, hints, List.of(kind));
        Look look = head.look();
        look.kind();
        Rows rows = container == Container.WORKBOOK
                ? cells -> readWorkbook(bytes, look.sheet(), cells.get())
                : cells -> text(bytes, hints, row -> Look.headings(List.of(kind), row))
                        .read(cells);
        return read(rows, file, kind, head.layout(), hints, poll);
    }

    private static Contents readJson(ExportBytes bytes, String file, ExportKind kind, Hints hints, Runnable poll)
            throws Unreadable, IOException {
        JsonNode document = JsonFile.read(bytes);
        if (kind.format() == ExportKind.Format.ACCOUNT_HEALTH_JSON) {
            JsonNode report = AccountHealthJson.find(document).orElseThrow(() -> JsonFile.unknown(document));
            return new Contents(new AccountHealthJson(file, kind).read(report, bytes.hash()), Layout.json(List.of()));
        }
        JsonTable table = JsonTable.find(kind, document).orElseThrow(() -> JsonFile.unknown(document));
        table.checkPages();
        Rows rows = cells -> {
            table.read(cells.get());
            return new TextTable.Done(null, bytes.hash());
        };
        return read(rows, file, kind, Layout.json(table.leaves()), hints, poll);
    }

    /** The rows of a file, which may be read more than once. */
    private interface Rows {

        /** @param cells every attempt gets some of its own */
        TextTable.Done read(Supplier<Cells> cells) throws Unreadable, IOException;
    }

    private static Contents read(Rows rows, String file, ExportKind kind, Layout layout, Hints hints, Runnable poll)
            throws Unreadable, IOException {
        int headerRow = layout.headerRow();
        boolean places = layout.cellsHavePlaces();
        Last<TableReader> reader =
                new Last<>(() -> new TableReader(kind, file, headerRow, hints, DateOrders.Told.NOTHING, places, poll));
        TextTable.Done done = rows.read(reader);
        if (reader.last().needsDateOrder()) {
            Last<DateOrders> dates = new Last<>(() -> new DateOrders(kind, headerRow, hints.stores()));
            rows.read(dates);
            DateOrders.Told told = dates.last().told();
            reader = new Last<>(() -> new TableReader(kind, file, headerRow, hints, told, places, poll));
            done = rows.read(reader);
        }
        // the whole file may have another charset than its first rows let hope
        Layout read = done.written() == null ? layout : Layout.text(done.written(), headerRow, layout.header());
        return new Contents(reader.last().facts(done.sha256(), read.charset()), read);
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
            public boolean sheet(int number, String name) {
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
