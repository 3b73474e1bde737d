package redflag.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import redflag.basics.Remark;
import redflag.ledger.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The rows of a list of objects in JSON. A column is the path to a value: names with points between, {@code []} behind a
 * list. An object with lists has a row for each of their elements, the first of one beside the first of another, and
 * what stands outside of them on each; {@code ?} at the end of a path asks only whether the element has the value.
 */
final class JsonTable {

    /** Where whoever saved the file may have wrapped it. */
    private static final int DEEPEST = 5;

    private static final int LONGEST_LIST = 10_000;

    private static final Set<Field.Form> HOLD_ON = EnumSet.of(Field.Form.MOMENT, Field.Form.FLAG, Field.Form.CODE);

    /** So many objects are asked whether they are of a kind: a single one may be broken. */
    private static final int ASKED = 20;

    private final ExportKind kind;
    private final ArrayNode records = JsonNodeFactory.instance.arrayNode();
    private boolean found;
    private Optional<String> errorCode = Optional.empty();

    private JsonTable(ExportKind kind) {
        this.kind = kind;
    }

    /** The table of this kind within a document, however it is wrapped, of all its pages; missing if there is none. */
    static Optional<JsonTable> find(ExportKind kind, JsonNode document) {
        JsonTable table = new JsonTable(kind);
        table.collect(document, 0);
        return table.found ? Optional.of(table) : Optional.empty();
    }

    /** Whether there is a list within the node. */
    private boolean collect(JsonNode node, int depth) {
        JsonNode list = node.path(kind.records());
        boolean isList = list.isArray() && isOf(kind, list);
        if (!isList && depth == 0 && node.isArray() && !node.isEmpty() && isOf(kind, node)) {
            list = node;
            isList = true;
        }
        if (isList) {
            list.forEach(records::add);
            found = true;
            return true;
        }
        boolean within = false;
        if (depth < DEEPEST && node.isContainer()) {
            for (JsonNode child : node) {
                within |= collect(child, depth + 1);
            }
        }
        if (!within && errorCode.isEmpty()) {
            errorCode = JsonFile.errorCode(node);
        }
        return within;
    }

    /** @throws Unreadable if an answer that something went wrong stands in place of one of the pages */
    void checkPages() throws Unreadable {
        if (errorCode.isPresent()) {
            throw new Unreadable(Remark.of("quarantine.api-error-page", "code", errorCode.get()));
        }
    }

    /** Whether one of its first objects has all that the kind requires; a list without objects says none. */
    private static boolean isOf(ExportKind kind, JsonNode list) {
        return list.isEmpty()
                || isAnyOf(
                        list,
                        object -> kind.columns().stream()
                                .filter(ExportKind.Column::required)
                                .allMatch(column -> has(object, column)));
    }

    private static boolean isAnyOf(JsonNode list, Predicate<JsonNode> asked) {
        for (int i = 0; i < Math.min(ASKED, list.size()); i++) {
            if (asked.test(list.path(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(JsonNode object, ExportKind.Column column) {
        return column.headers().stream().anyMatch(path -> !values(object, path).isEmpty());
    }

    ExportKind kind() {
        return kind;
    }

    /** How many columns of the kind the first objects have. */
    int columns() {
        return (int) kind.columns().stream()
                .filter(column -> isAnyOf(records, object -> has(object, column)))
                .count();
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    /** The header as row 0, then the rows of the first object as row 1, and so on. */
    void read(Cells cells) {
        String[] paths = kind.columns().stream()
                .flatMap(column -> column.headers().stream())
                .distinct()
                .filter(path -> records.isEmpty() || isAnywhere(path))
                .toArray(String[]::new);
        if (!cells.row(0, paths)) {
            return;
        }
        int number = 0;
        for (JsonNode object : records) {
            number++;
            for (String[] row : rows(object, paths)) {
                if (!cells.row(number, row)) {
                    return;
                }
            }
        }
    }

    /** The paths of the values that the first object has, whether a column means them or not. */
    List<String> leaves() {
        Set<String> leaves = new LinkedHashSet<>();
        leaves(records.path(0), "", leaves, 0);
        return List.copyOf(leaves);
    }

    private static void leaves(JsonNode node, String path, Set<String> leaves, int depth) {
        if (node.isArray() && depth < DEEPEST) {
            leaves(node.path(0), path + "[]", leaves, depth + 1);
        } else if (node.isObject() && depth < DEEPEST) {
            node.properties()
                    .forEach(child -> leaves(
                            child.getValue(),
                            path.isEmpty() ? child.getKey() : path + "." + child.getKey(),
                            leaves,
                            depth + 1));
        } else if (!path.isEmpty() && !node.isMissingNode()) {
            leaves.add(path);
        }
    }

    private boolean isAnywhere(String path) {
        for (JsonNode object : records) {
            if (!values(object, path).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private List<String[]> rows(JsonNode object, String[] paths) {
        List<List<String>> columns = new ArrayList<>();
        int height = 1;
        for (String path : paths) {
            List<String> values = values(object, path);
            columns.add(values);
            height = Math.max(height, values.size());
        }
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < height; i++) {
            String[] row = new String[paths.length];
            for (int column = 0; column < paths.length; column++) {
                row[column] = cell(paths[column], columns.get(column), i);
            }
            rows.add(row);
        }
        return rows;
    }

    /** Behind the end of a list: what its last element says of the whole order, such as a date, holds on; a text does not. */
    private String cell(String path, List<String> values, int row) {
        if (values.isEmpty() || !path.contains("[]")) {
            return values.isEmpty() ? "" : values.get(0);
        }
        if (row < values.size()) {
            return values.get(row);
        }
        boolean holdsOn = kind.columns().stream()
                .filter(column -> column.headers().contains(path))
                .map(column -> column.field().form())
                .anyMatch(HOLD_ON::contains);
        return holdsOn ? values.get(values.size() - 1) : "";
    }

    /** The value at the path, or one of each element of its list; empty where the path leads nowhere. */
    private static List<String> values(JsonNode object, String path) {
        boolean asked = path.endsWith("?");
        String plain = asked ? path.substring(0, path.length() - 1) : path;
        int list = plain.indexOf("[]");
        if (list < 0) {
            JsonNode value = at(object, plain);
            return value.isMissingNode() || value.isNull() && !asked ? List.of() : List.of(text(value, asked));
        }
        JsonNode elements = at(object, plain.substring(0, list));
        String rest = plain.length() > list + 2 ? plain.substring(list + 3) : "";
        List<String> values = new ArrayList<>();
        for (JsonNode element : elements) {
            if (values.size() < LONGEST_LIST) {
                values.add(text(rest.isEmpty() ? element : at(element, rest), asked));
            }
        }
        return values;
    }

    private static JsonNode at(JsonNode object, String path) {
        JsonNode node = object;
        for (String name : Arrays.asList(path.split("\\."))) {
            node = node.path(name);
        }
        return node;
    }

    private static String text(JsonNode value, boolean asked) {
        boolean finite = value.isNumber() && Double.isFinite(value.doubleValue());
        String text = finite ? value.decimalValue().toPlainString() : WholeText.of(value.asString(""));
        return asked ? text.isBlank() ? "no" : "yes" : text;
    }
}
