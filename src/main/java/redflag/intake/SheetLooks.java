package redflag.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Remark;

/** Looks over all visible sheets of a workbook: one of them is read, and none that holds rows is lost silently. */
final class SheetLooks implements WorkbookTable.SheetCells {

    private final List<ExportKind> kinds;
    private final List<Look> looks = new ArrayList<>();

    SheetLooks(List<ExportKind> kinds) {
        this.kinds = kinds;
    }

    @Override
    public boolean sheet(int number, String name) {
        looks.add(new Look(kinds));
        return looks.get(looks.size() - 1).sheet(number, name);
    }

    @Override
    public boolean row(int row, String[] cells) {
        return looks.get(looks.size() - 1).row(row, cells);
    }

    /**
     * The sheet of a risk report that can be filled in, whatever its other sheets hold: they repeat what exports say. Of any
     * other workbook the sheet with a known header and rows; without rows the first with such a header.
     *
     * @throws Unreadable if several sheets have both
     */
    Look chosen() throws Unreadable {
        Optional<Look> ofReport = looks.stream().filter(Look::isOfReport).findFirst();
        if (ofReport.isPresent()) {
            return ofReport.get();
        }
        List<Look> known = looks.stream().filter(Look::isKnown).toList();
        List<Look> withRows = known.stream().filter(Look::hasRows).toList();
        if (withRows.size() > 1) {
            throw new Unreadable(new Remark(
                    "quarantine.several-sheets",
                    Map.of(
                            "first", withRows.get(0).sheetName(),
                            "second", withRows.get(1).sheetName())));
        }
        if (!withRows.isEmpty()) {
            return withRows.get(0);
        }
        if (!known.isEmpty()) {
            return known.get(0);
        }
        return looks.stream()
                .filter(Look::isTooWide)
                .findFirst()
                .orElseGet(() -> looks.isEmpty() ? new Look(kinds) : looks.get(looks.size() - 1));
    }
}
