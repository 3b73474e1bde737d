package redflag.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Every header that exports.md documents, in each of its generations, and those of the tables that people keep by hand:
 * in {@code documented-headers.txt} a line with kind, form and section, then the names as they stand, with tabs between.
 */
record DocumentedHeaders(String kind, String form, String section, List<String> names) {

    static List<DocumentedHeaders> all() {
        List<String> lines;
        try (InputStream in = DocumentedHeaders.class.getResourceAsStream("documented-headers.txt")) {
            lines = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<DocumentedHeaders> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 2) {
            String[] about = lines.get(i).split("\t");
            all.add(new DocumentedHeaders(
                    about[0], about[1], about[2], List.of(lines.get(i + 1).split("\t"))));
        }
        return all;
    }

    /** A table without rows. */
    static MadeTable table(String kind, String form) {
        return all().stream()
                .filter(header -> header.kind.equals(kind) && header.form.equals(form))
                .map(DocumentedHeaders::table)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(kind + ", " + form));
    }

    MadeTable table() {
        return new MadeTable(names);
    }

    @Override
    public String toString() {
        return kind + ", " + form + " (exports.md " + section + ")";
    }
}
