package redflag.report;

import java.util.List;
import java.util.function.BiFunction;
import redflag.words.Messages;

/**
 * A column of a sheet's table.
 *
 * @param key names its heading ({@code column.KEY}) and its explanation on the About sheet ({@code about.KEY})
 * @param width in digits of the normal font
 * @param ofNumbers whether numbers stand in it, which end at its right
 * @param cell what stands in it for a row
 */
record Column<R>(String key, int width, boolean ofNumbers, BiFunction<R, ReportWords, Content> cell) {

    Column(String key, int width, BiFunction<R, ReportWords, Content> cell) {
        this(key, width, false, cell);
    }

    static <R> Column<R> number(String key, int width, BiFunction<R, ReportWords, Content> cell) {
        return new Column<>(key, width, true, cell);
    }

    String heading(Messages messages) {
        return messages.text("column." + key);
    }

    String explanation(Messages messages) {
        return messages.text("about." + key);
    }

    /**
     * The columns of a sheet, for the About sheet.
     *
     * @param sheet key of its name
     */
    record OfSheet(String sheet, List<? extends Column<?>> columns) {}
}
