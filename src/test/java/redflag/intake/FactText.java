package redflag.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import redflag.ledger.FactTable;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Moments;

/** Facts as a person would note them down: {@code order 111-0000001-0000001, quantity 2}, what is blank left out. */
final class FactText {

    private FactText() {}

    /** A line a row. */
    static List<String> of(FileFacts facts) {
        List<String> rows = new ArrayList<>();
        FactTable table = facts.tables().values().iterator().next();
        for (int row = 0; row < table.size(); row++) {
            rows.add(of(table, row));
        }
        return rows;
    }

    private static String of(FactTable table, int row) {
        return table.columns().stream()
                .filter(field -> field.form() == Field.Form.SIGNS
                        ? !table.signs(field, row).isEmpty()
                        : table.has(field, row))
                .map(field -> name(field) + " " + cell(table, field, row))
                .collect(Collectors.joining(", "));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String cell(FactTable table, Field field, int row) {
        return switch (field.form()) {
            case ORDER_ID -> table.orderId(row);
            case MOMENT -> Moments.text(table.moment(field, row));
            case DAY -> table.day(field, row).orElseThrow().toString();
            case COUNT -> table.count(field, row).orElseThrow().toString();
            case FLAG -> table.isTrue(field, row) ? "yes" : "no";
            case CODE -> name(table.code(field, row).orElseThrow());
            case SIGNS -> table.signs(field, row).stream().map(FactText::name).collect(Collectors.joining(" and "));
            case TEXT, DECIMAL -> table.text(field, row).orElseThrow();
        };
    }
}
