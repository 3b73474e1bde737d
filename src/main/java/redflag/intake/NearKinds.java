package redflag.intake;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the kinds that a table's first rows come nearest to: those with most known columns and least that they lack. */
final class NearKinds implements WorkbookTable.SheetCells {

    private static final int MOST_SHOWN = 3;

    /** One word that is a heading somewhere, such as "date", makes no header. */
    private static final int FEWEST_KNOWN = 2;

    private final List<ExportKind> kinds;
    private final Map<String, NearKind> best = new HashMap<>();
    private String sheet = "";
    private String sheetName = "";
    private int headerRow;
    private int score = Integer.MIN_VALUE;
    private int rowsSeen;

    NearKinds(List<ExportKind> kinds) {
        this.kinds = kinds.stream()
                .filter(k -> k.format() == ExportKind.Format.TABLE)
                .toList();
    }

    /** How many cells of this row are headings of one of the kinds, whatever that kind lacks; 0 if it is no header. */
    static int headings(List<ExportKind> kinds, List<String> row) {
        int most = kinds.stream()
                .filter(k -> k.format() == ExportKind.Format.TABLE)
                .mapToInt(kind -> Headers.fit(kind, row).places().size())
                .max()
                .orElse(0);
        return most < FEWEST_KNOWN ? 0 : most;
    }

    @Override
    public boolean sheet(int number, String name) {
        sheet = name;
        rowsSeen = 0;
        return true;
    }

    @Override
    public boolean row(int row, String[] cells) {
        if (cells.length > Look.MOST_COLUMNS) {
            return false;
        }
        for (ExportKind kind : kinds) {
            Headers.Fit fit = Headers.fit(kind, List.of(cells));
            NearKind near = new NearKind(kind, fit.places().size(), fit.lacks());
            if (near.known() < FEWEST_KNOWN) {
                continue;
            }
            best.merge(kind.id(), near, (one, other) -> score(other) > score(one) ? other : one);
            if (score(near) > score) {
                score = score(near);
                headerRow = row;
                sheetName = sheet;
            }
        }
        return ++rowsSeen < Dialect.ROWS_LOOKED_AT;
    }

    private static int score(NearKind near) {
        return near.known() - near.lacks().size();
    }

    /** The nearest first. */
    List<NearKind> nearest() {
        return best.values().stream()
                .sorted(Comparator.comparing(NearKinds::score)
                        .reversed()
                        .thenComparing(near -> near.lacks().size())
                        .thenComparing(near -> near.kind().id()))
                .limit(MOST_SHOWN)
                .toList();
    }

    /** Of a workbook the sheet that comes nearest to a kind. */
    String sheetName() {
        return sheetName;
    }

    /** The row that comes nearest to a header; 0 if none does. */
    int headerRow() {
        return headerRow;
    }
}
