package redflag.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import redflag.outlook.WhatIf;
import redflag.report.OutlookDaysSheet.Cells;
import redflag.rules.Condition;
import redflag.rules.Target;
import redflag.xlsx.Area;
import redflag.xlsx.Rule;

/** What a reader may try: orders a day and new defects a week, which plain formulas carry through the days to come. */
final class WhatIfTable {

    private static final int ORDERS = 1;
    private static final int DEFECTS = 2;

    static final List<Column<Row>> COLUMNS = List.of(
            new Column<>(
                    "what-if.metric",
                    38,
                    (row, words) -> Content.of(words.metric(row.told().reading()))),
            Column.number(
                    "what-if.orders",
                    14,
                    (row, words) -> new Content.Input(row.whatIf().ordersADay())),
            Column.number(
                    "what-if.defects",
                    16,
                    (row, words) -> new Content.Input(row.whatIf().defectsAWeek())),
            new Column<>(
                    "what-if.on-target",
                    13,
                    (row, words) -> row.first(false, row.whatIf().firstDayOnTarget(), words)),
            new Column<>(
                    "what-if.off-target",
                    13,
                    (row, words) -> row.first(true, row.whatIf().firstDayOffTarget(), words)));

    private WhatIfTable() {}

    /** @param place of the metric on the sheet of days */
    record Row(OutlookSheet.Told told, WhatIf whatIf, int place) {

        /** The first of the days to come that is off target, or on it. */
        private Content first(boolean off, Optional<LocalDate> day, ReportWords words) {
            Target target = told.reading().target();
            String none = words.messages().text("sheet.outlook.never");
            String holds = "(" + OutlookDaysSheet.of(Cells.OWN_RATE, place, words) + sign(target.condition(), off)
                    + target.value().toPlainString() + ")*(" + OutlookDaysSheet.of(Cells.OWN_TOTAL, place, words) + ">="
                    + Math.max(1, target.minimum()) + ")";
            return new Content.Formula(
                    "IFERROR(INDEX(" + OutlookDaysSheet.of(Cells.DAY, place, words) + ",MATCH(1,INDEX(" + holds
                            + ",0),0)),\"" + none.replace("\"", "\"\"") + "\")",
                    day.<Content>map(Content.Day::new).orElseGet(() -> new Content.Text(none)));
        }

        private static String sign(Condition condition, boolean off) {
            boolean isBelow = condition.isOfTheGood() == off;
            return (isBelow ? "<" : ">") + (condition.isMetAtTheLimit() == off ? "" : "=");
        }
    }

    /** @return the cells that the reader changes */
    static List<OutlookDaysSheet.Own> write(Page page, List<OutlookSheet.Told> watched) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < watched.size(); i++) {
            int place = i;
            OutlookSheet.Told told = watched.get(i);
            WhatIf.of(told.outlook(), told.reading().target())
                    .ifPresent(whatIf -> rows.add(new Row(told, whatIf, place)));
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        page.gap();
        page.section(page.text("sheet.outlook.what-if"));
        page.line(page.text("sheet.outlook.what-if.about"));
        Area table = page.table("WhatIf", COLUMNS, rows);
        Rule notNegative = new Rule.AtLeast(0, page.text("sheet.outlook.what-if.rule"));
        page.restrict(table.ofColumn(ORDERS), notNegative);
        page.restrict(table.ofColumn(DEFECTS), notNegative);
        List<OutlookDaysSheet.Own> cells = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            cells.add(new OutlookDaysSheet.Own(
                    row.whatIf(),
                    row.place(),
                    cell(page, ORDERS, table.firstRow() + i),
                    cell(page, DEFECTS, table.firstRow() + i)));
        }
        return cells;
    }

    private static String cell(Page page, int column, int row) {
        return Area.cellOn(page.text(OutlookSheet.NAME), column, row);
    }
}
