package redflag.intake;

import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongHashSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redflag.basics.Remark;
import redflag.ledger.Field;
import redflag.ledger.OrderIds;

/**
 * What the first rows of a table tell: its kind, where its header stands and whose orders it holds. The header need not
 * be the first row; the kind that knows most of its columns wins, and a tie is nobody's.
 */
final class Look implements WorkbookTable.SheetCells {

    /** No sheet has more, and no export a tenth of them. */
    static final int MOST_COLUMNS = 16_384;

    private static final int ORDER_IDS_KEPT = 100;
    private static final int ROWS_LOOKED_AT_BELOW = 1_000;

    private final List<ExportKind> kinds;
    private final LongHashSet orderIds = new LongHashSet();
    private Optional<ExportKind> kind = Optional.empty();
    private Optional<Integer> orderColumn = Optional.empty();
    private List<String> ambiguous = List.of();
    private Optional<Remark> tooWide = Optional.empty();
    private int sheet;
    private String sheetName = "";
    private List<String> header = List.of();
    private int headerRow;
    private int rowsSeen;
    private int rowsBelow;
    private boolean hasRows;

    Look(List<ExportKind> kinds) {
        this(kinds, ExportKind.Format.TABLE);
    }

    /** @param format of the kinds that it may be of */
    Look(List<ExportKind> kinds, ExportKind.Format format) {
        this.kinds = kinds.stream().filter(k -> k.format() == format).toList();
    }

    @Override
    public boolean sheet(int number, String name) {
        sheet = number;
        sheetName = name;
        return true;
    }

    @Override
    public boolean row(int row, String[] cells) {
        if (kind.isPresent()) {
            hasRows |= !Arrays.stream(cells).allMatch(String::isBlank);
            orderColumn
                    .filter(place -> place < cells.length)
                    .map(place -> cells[place].strip())
                    .filter(CellReader::isOrderId)
                    .ifPresent(id -> orderIds.add(number(id)));
            boolean more = !hasRows || orderColumn.isPresent() && orderIds.size() < ORDER_IDS_KEPT;
            return more && ++rowsBelow < ROWS_LOOKED_AT_BELOW;
        }
        if (cells.length > MOST_COLUMNS) {
            tooWide = Optional.of(
                    new Remark("quarantine.too-many-columns", Map.of("row", (long) row, "most", (long) MOST_COLUMNS)));
            return false;
        }
        decide(row, List.of(cells));
        return kind.isPresent() || ++rowsSeen < Dialect.ROWS_LOOKED_AT;
    }

    /** Of an id that can't be packed a number below those that can. */
    private static long number(String orderId) {
        long packed = OrderIds.pack(orderId);
        return packed == OrderIds.NOT_PACKED ? Integer.MIN_VALUE + (long) orderId.hashCode() - 1 : packed;
    }

    /** How many cells of this row are headings of one of the kinds; 0 if it is the header of none. */
    static int headings(List<ExportKind> kinds, List<String> row) {
        Map<String, Integer> places = Headers.places(row);
        return kinds.stream()
                .mapToInt(kind -> Headers.match(kind, places).map(Map::size).orElse(0))
                .max()
                .orElse(0);
    }

    private void decide(int row, List<String> cells) {
        int best = 0;
        Map<String, Integer> places = Headers.places(cells);
        for (ExportKind candidate : kinds) {
            Optional<Map<ExportKind.Column, Integer>> match = Headers.match(candidate, places);
            int known = match.map(Map::size).orElse(0);
            if (known > 0 && known == best) {
                ambiguous = List.of(kind.orElseThrow().id(), candidate.id());
            } else if (known > best) {
                best = known;
                ambiguous = List.of();
                kind = Optional.of(candidate);
                headerRow = row;
                header = cells;
                orderColumn = match.flatMap(Look::orderColumn);
            }
        }
    }

    private static Optional<Integer> orderColumn(Map<ExportKind.Column, Integer> places) {
        return places.entrySet().stream()
                .filter(e -> e.getKey().field() == Field.ORDER)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    ExportKind kind() throws Unreadable {
        if (tooWide.isPresent() && kind.isEmpty()) {
            throw new Unreadable(tooWide.get());
        }
        if (!ambiguous.isEmpty()) {
            throw new Unreadable(Remark.of("quarantine.ambiguous-kind", "kinds", String.join(", ", ambiguous)));
        }
        return kind.orElseThrow(() -> new Unreadable(Remark.of(Intake.UNKNOWN_KIND)));
    }

    boolean isKnown() {
        return kind.isPresent();
    }

    /** Whether it is a sheet of a risk report that somebody filled in. */
    boolean isOfReport() {
        return kind.map(ExportKind::reportSheet)
                .filter(names ->
                        !names.isEmpty() && hasAll(names, Headers.places(header).keySet()))
                .isPresent();
    }

    /** Each of them in one language or another. */
    private static boolean hasAll(List<List<String>> names, Set<String> headings) {
        return names.stream().allMatch(name -> name.stream().anyMatch(headings::contains));
    }

    boolean isTooWide() {
        return tooWide.isPresent();
    }

    int sheet() {
        return sheet;
    }

    /** Of a workbook the sheet with the header; empty for what has none. */
    String sheetName() {
        return sheetName;
    }

    List<String> header() {
        return header;
    }

    int headerRow() {
        return headerRow;
    }

    /** The first hundred, as far as the file has them, as numbers. */
    LongArrayList orderIds() {
        return LongArrayList.from(orderIds.toArray());
    }

    boolean hasRows() {
        return hasRows;
    }
}
