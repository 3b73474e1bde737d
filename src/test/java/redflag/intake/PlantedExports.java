package redflag.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import redflag.ledger.Field;

/** Exports under every documented header, with the data of {@link PlantedBuyer} in what is not read of them. */
public final class PlantedExports {

    private PlantedExports() {}

    /** Flat files by name: whole rows, rows with a bad value, and rows broken within an address. */
    public static Map<String, String> all() {
        Map<String, String> files = new TreeMap<>();
        for (DocumentedHeaders header : DocumentedHeaders.all()) {
            MadeTable table = header.table();
            table.cells(row(header, place -> true));
            badRows(header).forEach(table::cells);
            brokenRows(header).forEach(table::cells);
            files.put(header.kind() + "-" + files.size() + ".txt", table.tsv());
        }
        return files;
    }

    static ExportKind kind(DocumentedHeaders header) {
        return Exports.INTAKE.kind(header.kind()).orElseThrow();
    }

    static IntPredicate isPersonal(DocumentedHeaders header) {
        Set<String> personal = Set.copyOf(kind(header).personal());
        return place -> personal.contains(Headers.fold(header.names().get(place)));
    }

    /** A row that is read without complaint, with the buyer's data in all other places that {@code planted} takes. */
    static String[] row(DocumentedHeaders header, IntPredicate planted) {
        Map<Integer, ExportKind.Column> read = read(header);
        String[] row = new String[header.names().size()];
        for (int place = 0; place < row.length; place++) {
            ExportKind.Column column = read.get(place);
            row[place] = column != null ? sound(column) : planted.test(place) ? PlantedBuyer.text(place) : "";
        }
        return row;
    }

    /** A row for each column that is read, with a value there that it does not take, or none. */
    static List<String[]> badRows(DocumentedHeaders header) {
        List<String[]> rows = new ArrayList<>();
        read(header).forEach((place, column) -> {
            String[] bad = row(header, p -> true);
            bad[place] = column.required() || column.field().form() == Field.Form.TEXT ? "" : "?!";
            rows.add(bad);
        });
        return rows;
    }

    /** A line end within each cell with data of a buyer makes two rows of one. */
    static List<String[]> brokenRows(DocumentedHeaders header) {
        List<String[]> rows = new ArrayList<>();
        for (int place = 0; place < header.names().size(); place++) {
            if (isPersonal(header).test(place)) {
                String[] cells = row(header, isPersonal(header));
                String[] rest = Arrays.copyOfRange(cells, place, cells.length);
                rest[0] = PlantedBuyer.text(place + 1);
                rows.add(Arrays.copyOf(cells, place + 1));
                rows.add(rest);
            }
        }
        return rows;
    }

    /** The columns that are read, by place; those that are only looked at have a buyer's data like those that are not. */
    private static Map<Integer, ExportKind.Column> read(DocumentedHeaders header) {
        Map<Integer, ExportKind.Column> read = new TreeMap<>();
        Headers.match(kind(header), header.names()).orElseThrow().forEach((column, place) -> {
            if (!Glances.isOf(column)) {
                read.put(place, column);
            }
        });
        return read;
    }

    private static String sound(ExportKind.Column column) {
        return switch (column.field().form()) {
            case ORDER_ID -> "123-1234567-0000001";
            case MOMENT -> "2026-11-05T10:19:22+00:00";
            case DAY -> "2026-11-05";
            case COUNT -> "1";
            case FLAG -> "Y";
            case CODE -> column.values().keySet().iterator().next().replace("*", "");
            case TEXT -> "BELL-1";
            case SIGNS -> throw new IllegalStateException(column.field() + " is only looked at");
            case DECIMAL -> column.unit() == ExportKind.Unit.FRACTION ? "0.01" : "1%";
        };
    }
}
