package redflag.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import redflag.basics.Remark;
import redflag.ledger.FactTable;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;

/**
 * What one file turned out to be.
 *
 * @param path by which it was named
 * @param kind missing where it is of none
 * @param layout missing where it is no table
 * @param facts missing where it is refused
 * @param refused why it can't be used as a whole
 * @param nearest of a file whose columns are of no kind
 */
public record Inspection(
        String path,
        long bytes,
        Optional<ExportKind> kind,
        Optional<Layout> layout,
        Optional<FileFacts> facts,
        Optional<Remark> refused,
        List<NearKind> nearest) {

    public Inspection {
        nearest = List.copyOf(nearest);
    }

    static Inspection refused(String path, long bytes, Remark why) {
        return new Inspection(
                path, bytes, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(why), List.of());
    }

    /** The same, refused for what it is and not for its content. */
    Inspection because(Remark why) {
        return new Inspection(path, bytes, kind, layout, Optional.empty(), Optional.of(why), List.of());
    }

    /** Whether a night would use all of it. */
    public boolean isSound() {
        return refused.isEmpty() && facts.filter(f -> f.rowsRejected() == 0).isPresent();
    }

    /** How many rows name each store, marketplace or sales channel; the most frequent first. */
    public Map<String, Long> places(Field field) {
        Map<String, Long> rows = new TreeMap<>();
        Set<FactTable> tables = Collections.newSetFromMap(new IdentityHashMap<>());
        facts.ifPresent(f -> tables.addAll(f.tables().values()));
        for (FactTable table : tables) {
            for (int row = 0; row < table.size() && table.hasColumn(field); row++) {
                table.text(field, row).ifPresent(name -> rows.merge(name, 1L, Long::sum));
            }
        }
        Map<String, Long> sorted = new LinkedHashMap<>();
        rows.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    /**
     * What a column means.
     *
     * @param metric whose figure stands in it, where a row holds figures of several
     */
    public record Meaning(Field field, Optional<String> metric) {}

    /** The headings that are read, as they stand there, with what each means; in the file's order. */
    public Map<String, Meaning> used() {
        return meanings(false);
    }

    /** The headings of which the text is looked at and not kept, with what is looked for. */
    public Map<String, Meaning> lookedAt() {
        return meanings(true);
    }

    private Map<String, Meaning> meanings(boolean lookedAt) {
        Map<String, Meaning> used = new LinkedHashMap<>();
        if (kind.isEmpty() || layout.isEmpty()) {
            return used;
        }
        List<String> header = layout.get().header();
        Headers.match(kind.get(), names()).orElse(Map.of()).entrySet().stream()
                .filter(e -> Glances.isOf(e.getKey()) == lookedAt)
                .sorted(Map.Entry.<ExportKind.Column, Integer>comparingByValue(Comparator.naturalOrder()))
                .forEach(e -> used.put(
                        header.get(e.getValue()),
                        new Meaning(e.getKey().field(), e.getKey().metric())));
        return used;
    }

    /** The header by the names that the kind has for it: a path that asks only whether there is a value ends so. */
    private List<String> names() {
        List<String> header = layout.orElseThrow().header();
        Set<String> asked = kind.orElseThrow().asked();
        return header.stream()
                .map(name -> asked.contains(name) ? name + "?" : name)
                .toList();
    }

    /** Headings with data of buyers that the kind knows: what stands under them is dropped. */
    public List<String> personal() {
        return unused(true);
    }

    /** The other headings that are not read. */
    public List<String> ignored() {
        return unused(false);
    }

    private List<String> unused(boolean personal) {
        List<String> names = new ArrayList<>();
        if (kind.isPresent() && layout.isPresent()) {
            Set<String> used = new HashSet<>(used().keySet());
            used.addAll(lookedAt().keySet());
            layout.get().header().stream()
                    .filter(name -> !name.isBlank() && !used.contains(name))
                    .filter(name -> kind.get().isPersonal(name) == personal)
                    .forEach(names::add);
        }
        return names;
    }
}
