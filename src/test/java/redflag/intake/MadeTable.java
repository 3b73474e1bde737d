package redflag.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A table that a test makes up, in each of the forms that exports come in. */
final class MadeTable {

    private final List<String> header;
    private final List<String[]> rows = new ArrayList<>();

    MadeTable(List<String> header) {
        this.header = List.copyOf(header);
    }

    List<String> header() {
        return header;
    }

    /** @param cells names of columns, each with its value behind it; the other cells are blank */
    MadeTable row(String... cells) {
        String[] row = new String[header.size()];
        Arrays.fill(row, "");
        for (int i = 0; i < cells.length; i += 2) {
            int place = header.indexOf(cells[i]);
            if (place < 0) {
                throw new IllegalArgumentException("no column " + cells[i]);
            }
            row[place] = cells[i + 1];
        }
        return cells(row);
    }

    /** A row as it stands, of any length. */
    MadeTable cells(String... cells) {
        rows.add(cells);
        return this;
    }

    String tsv() {
        return lines("\t", cell -> cell);
    }

    /** Quoted where it must be. */
    String csv() {
        return lines(",", cell -> cell.matches("(?s).*[,\"\n].*") ? quote(cell) : cell);
    }

    /** Every cell in quotes, as Seller Central's own downloads. */
    String quotedCsv() {
        return lines(",", MadeTable::quote);
    }

    private static String quote(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private String lines(String separator, java.util.function.UnaryOperator<String> form) {
        StringBuilder text = new StringBuilder(line(header.toArray(String[]::new), separator, form));
        rows.forEach(row -> text.append(line(row, separator, form)));
        return text.toString();
    }

    private static String line(String[] cells, String separator, java.util.function.UnaryOperator<String> form) {
        return Arrays.stream(cells).map(form).collect(Collectors.joining(separator)) + "\n";
    }

    /** All cells as text. */
    byte[] xlsx() throws IOException {
        Workbook workbook = Workbook.of(header.toArray());
        rows.forEach(row -> workbook.row((Object[]) row));
        return workbook.bytes();
    }
}
