package redflag.report;

import com.opencsv.CSVWriter;
import com.opencsv.ICSVWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The whole of a table that is too long for its sheet, as a file beside the workbook: comma-separated UTF-8 that Excel
 * opens by itself. A text that looks like a formula has an apostrophe before it, for here no format keeps it a text.
 */
final class EvidenceCsv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private EvidenceCsv() {}

    static <R> void write(String name, List<Column<R>> columns, Iterable<R> rows, ReportWords words, Sink sink)
            throws IOException {
        try (Writer out = new OutputStreamWriter(sink.open(name), StandardCharsets.UTF_8);
                CSVWriter csv = new CSVWriter(
                        out,
                        ICSVWriter.DEFAULT_SEPARATOR,
                        ICSVWriter.DEFAULT_QUOTE_CHARACTER,
                        ICSVWriter.DEFAULT_QUOTE_CHARACTER,
                        "\r\n")) {
            out.write(BYTE_ORDER_MARK);
            csv.writeNext(
                    columns.stream()
                            .map(column -> column.heading(words.messages()))
                            .toArray(String[]::new),
                    false);
            for (R row : rows) {
                csv.writeNext(
                        columns.stream()
                                .map(column -> text(column.cell().apply(row, words)))
                                .toArray(String[]::new),
                        false);
            }
            csv.flush();
            if (csv.checkError()) {
                throw csv.getException();
            }
        }
    }

    private static String text(Content content) {
        if (content instanceof Content.Text text) {
            return CellWriter.looksLikeFormula(text.text()) ? "'" + text.text() : text.text();
        }
        if (content instanceof Content.Count count) {
            return Long.toString(count.value());
        }
        if (content instanceof Content.Ordinal ordinal) {
            return Long.toString(ordinal.value());
        }
        if (content instanceof Content.Day day) {
            return day.day().toString();
        }
        if (content instanceof Content.Nothing) {
            return "";
        }
        throw new IllegalArgumentException("evidence holds no " + content);
    }
}
