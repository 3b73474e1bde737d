package redflag.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A download with a header: cells are texts, days, whole numbers or decimals. */
final class Table {

    private final List<String> header;
    private final List<List<Object>> rows = new ArrayList<>();

    Table(String... header) {
        this.header = List.of(header);
    }

    Table add(Object... cells) {
        rows.add(List.of(cells));
        return this;
    }

    List<String> header() {
        return header;
    }

    List<List<Object>> rows() {
        return rows;
    }

    /** Comma-separated UTF-8; no cell of a sample holds a comma or a quote. */
    byte[] csv(String lineEnd) {
        return text(",", lineEnd).getBytes(StandardCharsets.UTF_8);
    }

    /** Tab-separated UTF-8. */
    byte[] tsv(String lineEnd) {
        return text("\t", lineEnd).getBytes(StandardCharsets.UTF_8);
    }

    private String text(String delimiter, String lineEnd) {
        StringBuilder text = new StringBuilder(String.join(delimiter, header)).append(lineEnd);
        for (List<Object> row : rows) {
            text.append(row.stream().map(Object::toString).collect(Collectors.joining(delimiter)))
                    .append(lineEnd);
        }
        return text.toString();
    }
}
