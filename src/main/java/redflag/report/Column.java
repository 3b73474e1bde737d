package redflag.report;

import java.util.List;
import java.util.function.BiFunction;
import redflag.words.Messages;

/**
 * A column of a sheet's table.
 *
 * @param key names its heading ({@code column.KEY}) and its explanation on the About sheet ({@code about.KEY})
 * @param width in digits of the normal font
 * @param cell what stands in it for a row
 */
record Column<R>(String key, int width, BiFunction<R, ReportWords, Content> cell) {

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
