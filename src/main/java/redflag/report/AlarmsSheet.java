package redflag.report;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What several accounts have in common in one night; there only where something is. */
final class AlarmsSheet {

    static final String NAME = "sheet.alarms";

    static final List<Column<Row>> COLUMNS = List.of(
            Column.number("alarms.number", 9, (row, words) -> new Content.Ordinal(row.number())),
            new Column<>(
                    "alarms.kind",
                    24,
                    (row, words) -> Content.of(
                            words.messages().text("alarm.kind." + row.alarm().kind()))),
            new Column<>(
                    "alarms.what", 58, (row, words) -> Content.of(row.alarm().what())),
            new Column<>(
                    "alarms.store",
                    22,
                    (row, words) -> Content.of(row.hit().store().store().value())),
            new Column<>(
                    "alarms.manager",
                    26,
                    (row, words) -> Content.of(row.hit().store().manager())),
            new Column<>(
                    "alarms.evidence", 58, (row, words) -> Content.of(row.hit().evidence())));

    private AlarmsSheet() {}

    record Row(long number, Alarm alarm, Alarm.Hit hit) {}

    static void write(Book book, List<Alarm> alarms) {
        if (alarms.isEmpty()) {
            return;
        }
        Page page = book.page(NAME, List.of(COLUMNS));
        page.title(page.text(NAME));
        page.line(page.text("sheet.alarms.about"));
        for (int i = 0; i < alarms.size(); i++) {
            page.line(book.messages()
                    .text(
                            "sheet.alarms.line",
                            Map.of("number", i + 1L, "what", alarms.get(i).what())));
        }
        page.gap();
        page.section(page.text("sheet.alarms.stores"));
        page.filteredTable(
                "Alarms",
                COLUMNS,
                IntStream.range(0, alarms.size())
                        .boxed()
                        .flatMap(i -> alarms.get(i).hits().stream().map(hit -> new Row(i + 1L, alarms.get(i), hit)))
                        .toList());
    }
}
