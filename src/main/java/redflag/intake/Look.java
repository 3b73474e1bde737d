package redflag.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Remark;
import redflag.ledger.Field;

/**
 * What the first rows of a table tell: its kind, where its header stands and whose orders it holds. The header need not
 * be the first row; the kind that knows most of its columns wins, and a tie is nobody's.
 */
final class Look implements WorkbookTable.SheetCells {

    private static final int ROWS_LOOKED_AT = 20;
    private static final int ORDER_IDS_KEPT = 100;
    private static final int ROWS_LOOKED_AT_BELOW = 1_000;

    private final List<ExportKind> kinds;
    private final List<String> orderIds = new ArrayList<>();
    private Optional<ExportKind> kind = Optional.empty();
    private Optional<Integer> orderColumn = Optional.empty();
    private List<String> ambiguous = List.of();
    private int sheet;
    private int headerRow;
    private int rowsSeen;
    private int rowsBelow;
    private boolean hasRows;

    Look(List<ExportKind> kinds) {
        this.kinds = kinds.stream()
                .filter(k -> k.format() == ExportKind.Format.TABLE)
                .toList();
    }

    @Override
    public boolean sheet(int number) {
        if (kind.isPresent()) {
            return false;
        }
        sheet = number;
        rowsSeen = 0;
        return true;
    }

    @Override
    public boolean row(int row, String[] cells) {
        if (kind.isPresent()) {
            hasRows = true;
            orderColumn
                    .filter(place -> place < cells.length)
                    .map(place -> cells[place].strip())
                    .filter(CellReader::isOrderId)
                    .ifPresent(orderIds::add);
            return orderColumn.isPresent() && orderIds.size() < ORDER_IDS_KEPT && ++rowsBelow < ROWS_LOOKED_AT_BELOW;
        }
        decide(row, List.of(cells));
        return kind.isPresent() || ++rowsSeen < ROWS_LOOKED_AT;
    }

    private void decide(int row, List<String> header) {
        int best = 0;
        for (ExportKind candidate : kinds) {
            Optional<Map<ExportKind.Column, Integer>> match = Headers.match(candidate, header);
            int known = match.map(Map::size).orElse(0);
            if (known > 0 && known == best) {
                ambiguous = List.of(kind.orElseThrow().id(), candidate.id());
            } else if (known > best) {
                best = known;
                ambiguous = List.of();
                kind = Optional.of(candidate);
                headerRow = row;
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
        if (!ambiguous.isEmpty()) {
            throw new Unreadable(Remark.of("quarantine.ambiguous-kind", "kinds", String.join(", ", ambiguous)));
        }
        return kind.orElseThrow(() -> new Unreadable(Remark.of("quarantine.unknown-kind")));
    }

    int sheet() {
        return sheet;
    }

    int headerRow() {
        return headerRow;
    }

    /** The first hundred, as far as the file has them. */
    List<String> orderIds() {
        return orderIds;
    }

    boolean hasRows() {
        return hasRows;
    }
}
