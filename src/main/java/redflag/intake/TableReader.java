package redflag.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redflag.basics.Remark;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Rejection;

/**
 * Turns the rows under a header into facts: streamed into columns, a bad row rejected singly with column, what was found
 * and what was expected. Always rows read = accepted + rejected.
 */
final class TableReader implements Cells {

    /** How often the rows ask whether the night is being stopped. */
    private static final int ROWS_BETWEEN_POLLS = 4_096;

    private static final byte[] NOTHING = {};

    static final String AMBIGUOUS_DATES = "quarantine.ambiguous-dates";
    private static final String ONE_DAY =
            "a date that is only one day, such as 2026-11-02; the order of its numbers can"
                    + " be said under reading in the job";

    private final ExportKind kind;
    private final boolean isWide;
    private final List<Map.Entry<Field, Code>> constants;
    private final Numbers numbers;
    private final String file;
    private final int headerRow;
    private final Hints hints;
    private final DateOrders.Told told;
    private final boolean places;
    private final Runnable poll;
    private final List<CellReader> columns = new ArrayList<>();
    private final List<CellReader> common = new ArrayList<>();
    private final List<CellReader> figures = new ArrayList<>();
    private final OddWords odd;
    private final List<Rejection> rejections = new ArrayList<>();
    private FactTable.Builder table = new FactTable.Builder(Set.of());
    private Optional<Remark> refusal = Optional.empty();
    private Optional<String> toldStore = Optional.empty();
    private RowShape shape;
    private Glances glances = new Glances(Map.of(), table);
    private Quotes quotes;
    private Optional<StraightRow> straight = Optional.empty();
    private long read;
    private long rejected;

    /**
     * @param hints what is known of the file
     * @param told what all of its dates together tell
     * @param places whether cells have places of their own, as in a workbook, so that those that are missing are blank
     */
    TableReader(
            ExportKind kind,
            String file,
            int headerRow,
            Hints hints,
            DateOrders.Told told,
            boolean places,
            Runnable poll) {
        this.kind = kind;
        this.isWide = kind.isWide();
        this.constants = List.copyOf(kind.constants().entrySet());
        this.numbers = new Numbers(hints.said().decimalSign());
        this.file = file;
        this.odd = new OddWords(file);
        this.headerRow = headerRow;
        this.hints = hints;
        this.told = told;
        this.places = places;
        this.poll = poll;
        this.shape = new RowShape(kind, List.of(), List.of(), places);
        this.quotes = new Quotes(shape, columns, table);
    }

    @Override
    public boolean row(int row, String[] cells) {
        if (row < headerRow) {
            return true;
        }
        if (row > headerRow && columns.isEmpty()) {
            // a header read in the charset of its first rows and not in the one that fits the whole file
            return false;
        }
        if (row == headerRow) {
            header(List.of(cells));
            return true;
        }
        countRow();
        take(row, cells);
        return refusal.isEmpty();
    }

    @Override
    public boolean line(int row, String line, Dialect dialect) {
        byte[] bytes = straight.isEmpty() ? NOTHING : line.getBytes(StandardCharsets.UTF_8);
        return bytes(row, bytes, 0, bytes.length, dialect) || row(row, dialect.split(line));
    }

    @Override
    public boolean bytes(int row, byte[] bytes, int from, int to, Dialect dialect) {
        if (straight.isEmpty() || dialect.quoted()) {
            return false;
        }
        odd.startRow(row);
        if (!straight.get().take(bytes, from, to) || odd.areInRow()) {
            straight.get().drop();
            table.dropRow();
            return false;
        }
        countRow();
        takeConstants();
        table.endRow(row);
        return true;
    }

    private void countRow() {
        if (++read % ROWS_BETWEEN_POLLS == 0) {
            poll.run();
        }
    }

    /** Once the first row has told how many cells there are; where a row has to be looked at as a whole no row is. */
    private void readStraight() {
        if (!isWide && !glances.isNeeded() && !kind.feeds(FactType.PRINTED_FIGURE) && !columns.isEmpty()) {
            straight = Optional.of(new StraightRow(columns, shape.width(), table));
        }
    }

    private void header(List<String> header) {
        Map<ExportKind.Column, Integer> found = Headers.match(kind, header).orElse(Map.of());
        Set<Field> fields = EnumSet.noneOf(Field.class);
        fields.addAll(kind.constants().keySet());
        found.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .sorted(Comparator.comparing((Map.Entry<ExportKind.Column, Integer> e) -> !ignoresRows(e.getKey()))
                        .thenComparing(e -> e.getKey().field()))
                .forEach(e -> {
                    ExportKind.Column column = e.getKey();
                    fields.add(column.field());
                    if (Glances.isOf(column)) {
                        return;
                    }
                    if (column.metric().isPresent()) {
                        fields.add(Field.METRIC);
                    }
                    CellReader reader = new CellReader(
                            column,
                            e.getValue(),
                            header.get(e.getValue()).strip(),
                            dates(column),
                            numbers,
                            isOfDays(column) ? odd::noDay : odd::word);
                    columns.add(reader);
                    if (reader.keepsWhatIsNoDay()) {
                        fields.add(Field.NOT_A_DAY);
                    }
                });
        toldStore =
                fields.contains(Field.STORE) ? Optional.empty() : hints.said().store();
        toldStore.ifPresent(store -> fields.add(Field.STORE));
        table = new FactTable.Builder(fields);
        shape = new RowShape(kind, header, columns, places);
        quotes = new Quotes(shape, columns, table);
        glances = new Glances(found, table);
        for (CellReader column : columns) {
            (column.column().metric().isPresent() ? figures : common).add(column);
        }
    }

    /** Whether its words tell rows that say something here from others: it is asked first. */
    private static boolean ignoresRows(ExportKind.Column column) {
        return column.unknownWords() == ExportKind.UnknownWords.IGNORE_ROW;
    }

    /** The job's word on the order of numbers is certain; the country's is only likely. */
    private Dates dates(ExportKind.Column column) {
        Optional<DateOrder> said = hints.said().dateOrder().or(told::order);
        Optional<DateOrder> country = kind.byCountry() ? hints.dateOrder() : Optional.empty();
        Dates dates = new Dates(column.formats(), column.zone().or(kind::zone), said.or(() -> country), said.isEmpty());
        return column.type() == ExportKind.Type.DAY || isDay(column) ? dates.writtenDays() : dates;
    }

    private static boolean isDay(ExportKind.Column column) {
        return column.field().form() == Field.Form.DAY;
    }

    private static boolean isOfDays(ExportKind.Column column) {
        return isDay(column) || column.field().form() == Field.Form.MOMENT;
    }

    private void take(int row, String[] cells) {
        odd.startRow(row);
        if (read == 1) {
            shape.first(cells);
            readStraight();
        }
        if (shape.isTooLong(cells)) {
            // which cell is which can't be known, so that none of them is quoted
            reject(
                    row,
                    Rejection.Reason.TOO_MANY_CELLS,
                    "",
                    cells.length + " cells",
                    shape.width() + " cells",
                    Map.of());
            return;
        }
        Outcome outcome = isWide ? takeFigures(row, cells) : takeAll(row, cells, columns);
        if (outcome == Outcome.REFUSED) {
            return;
        }
        Optional<String> contradiction = outcome == Outcome.TAKEN && kind.feeds(FactType.PRINTED_FIGURE)
                ? contradiction(cells)
                : Optional.empty();
        if (contradiction.isPresent()) {
            table.dropRow();
            reject(
                    row,
                    Rejection.Reason.CONTRADICTION,
                    "",
                    contradiction.get(),
                    "affected at most total",
                    quotes.of(cells));
            return;
        }
        boolean passedOver = outcome == Outcome.DONE && !isWide;
        if (odd.haveWordInRow() && (!passedOver || quotes.isRestSound(cells))) {
            odd.keepWords();
        }
        if (outcome == Outcome.TAKEN) {
            odd.keepNoDays();
            if (!shape.isShort(cells)) {
                glances.take(cells);
            }
            table.endRow(row);
        }
    }

    private enum Outcome {
        /** Its cells stand in the table's open row. */
        TAKEN,
        /** It is accepted, and nothing more is to be done. */
        DONE,
        /** It is rejected, or the file is refused. */
        REFUSED
    }

    private Outcome takeAll(int row, String[] cells, List<CellReader> readers) {
        for (CellReader column : readers) {
            String cell = shape.mayBePersonal(column, cells, columns) ? "" : column.cell(cells);
            if (column.isRequired() && CellReader.isBlank(cell)) {
                table.dropRow();
                reject(row, Rejection.Reason.MISSING_VALUE, column.header(), "nothing", "a value", quotes.of(cells));
                return Outcome.REFUSED;
            }
            CellReader.Found found = column.read(cell, table);
            if (found == CellReader.Found.VALUE) {
                continue;
            }
            table.dropRow();
            if (found == CellReader.Found.IGNORED) {
                return Outcome.DONE;
            }
            refuse(row, cells, column, found);
            return Outcome.REFUSED;
        }
        takeConstants();
        return Outcome.TAKEN;
    }

    private void takeConstants() {
        for (Map.Entry<Field, Code> constant : constants) {
            table.code(constant.getKey(), constant.getValue());
        }
        toldStore.ifPresent(store -> table.text(Field.STORE, store));
    }

    private void refuse(int row, String[] cells, CellReader column, CellReader.Found found) {
        if (found instanceof CellReader.Found.Undecided undecided
                && !(told.strays() && undecided.why().key().equals(AMBIGUOUS_DATES))) {
            Map<String, Object> facts = new LinkedHashMap<>(undecided.why().facts());
            facts.put("row", (long) row);
            refusal = Optional.of(new Remark(undecided.why().key(), facts));
        } else {
            String expected = found instanceof CellReader.Found.Wrong wrong ? wrong.expected() : ONE_DAY;
            reject(
                    row,
                    Rejection.Reason.BAD_VALUE,
                    column.header(),
                    quotes.found(cells, column),
                    expected,
                    quotes.of(cells));
        }
    }

    /** A row of figures: what is common to them, and each of them, become a row of the table. */
    private Outcome takeFigures(int row, String[] cells) {
        // all of it is tried before any of it stays
        Outcome first = takeAll(row, cells, columns);
        table.dropRow();
        if (first != Outcome.TAKEN) {
            return first;
        }
        for (CellReader figure : figures) {
            String cell = figure.cell(cells);
            if (CellReader.isBlank(cell)) {
                continue;
            }
            takeAll(row, cells, common);
            table.text(Field.METRIC, figure.column().metric().orElseThrow());
            figure.read(cell, table);
            table.endRow(row);
        }
        if (kind.feeds(FactType.ACCOUNT_STATE)) {
            takeAll(row, cells, common);
            table.endRow(row);
        }
        return Outcome.DONE;
    }

    /** Counts that can't be. */
    private Optional<String> contradiction(String[] cells) {
        Optional<Long> affected = number(cells, Field.AFFECTED);
        Optional<Long> total = number(cells, Field.TOTAL);
        if (affected.isEmpty() || total.isEmpty()) {
            return Optional.empty();
        }
        if (affected.get().compareTo(total.get()) > 0) {
            return Optional.of(affected.get() + " of " + total.get());
        }
        return Optional.empty();
    }

    private Optional<Long> number(String[] cells, Field field) {
        return columns.stream()
                .filter(c -> c.field() == field)
                .flatMap(c -> numbers.whole(c.cell(cells)).stream())
                .findFirst();
    }

    private void reject(
            int row, Rejection.Reason reason, String column, String found, String expected, Map<String, String> cells) {
        rejected++;
        if (rejections.size() < FileFacts.REJECTIONS_KEPT) {
            rejections.add(new Rejection(file, row, reason, column, found, expected, cells));
        }
    }

    /** @throws Unreadable if the header never came */
    FileFacts facts(String sha256, String charset) throws Unreadable {
        if (refusal.isPresent()) {
            throw new Unreadable(refusal.get());
        }
        if (columns.isEmpty()) {
            throw new Unreadable(Remark.of("quarantine.unknown-kind"));
        }
        glances.finish();
        return new FileFacts(
                file,
                sha256,
                kind.id(),
                kind.version(),
                charset,
                read,
                rejected,
                rejections,
                odd.warnings(),
                tables(kind, table.build()));
    }

    /** One table says all that the kind feeds: each reader of facts asks for the columns that it knows. */
    static Map<FactType, FactTable> tables(ExportKind kind, FactTable table) {
        Map<FactType, FactTable> tables = new EnumMap<>(FactType.class);
        kind.feeds().forEach(feed -> tables.put(feed, table));
        return tables;
    }

    /** Whether it was given up because a date could be two days: then all of the file's dates may tell. */
    boolean needsDateOrder() {
        return !told.asked()
                && refusal.filter(r -> r.key().equals(AMBIGUOUS_DATES)).isPresent();
    }
}
