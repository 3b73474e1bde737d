package redflag.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table of targets in src/docs/metrics.md is what the targets say. */
class DocumentedTargetsTests {

    @Test
    void theTableOfTheDocumentIsWhatTheTargetsSay() throws IOException {
        assertThat(Files.readString(Path.of("src/docs/metrics.md"))).contains(table());
    }

    /** A row for each limit, with all that it is the limit of and all marketplaces where it is. */
    static String table() {
        Map<String, List<String>> metrics = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            Map<String, List<String>> own = new LinkedHashMap<>();
            for (Target target : TargetFile.shipped().targets()) {
                if (target.metric() == metric) {
                    own.computeIfAbsent(limit(target), key -> new ArrayList<>()).add(target.marketplace());
                }
            }
            own.forEach((limit, where) -> {
                String row = limit + " | " + String.join(", ", where);
                metrics.computeIfAbsent(row, key -> new ArrayList<>()).add(metric.jsonName());
            });
        }
        StringBuilder table = new StringBuilder(
                "| Metric | Counts | By | Days | Lag | Least | Limit | Acted on | Since"
                        + " | Stated there | Marketplaces |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        metrics.forEach((row, names) -> table.append("| " + String.join(", ", names) + " | " + row + " |\n"));
        return table.toString();
    }

    private static String limit(Target target) {
        return String.join(
                " | ",
                words(target.metric().level()),
                words(target.axis()),
                String.valueOf(target.windowDays()),
                String.valueOf(target.lagDays()),
                target.minimum() == 0 ? "" : String.valueOf(target.minimum()),
                words(target.condition()) + " " + value(target)
                        + target.repeatLimit()
                                .map(limit -> "; " + limit + " alike")
                                .orElse(""),
                target.enforced() ? "yes" : "no",
                target.from().toString(),
                target.verified() ? "yes" : "no");
    }

    private static String value(Target target) {
        return target.metric().form() == Metric.Form.RATE
                ? target.value().movePointRight(2).stripTrailingZeros().toPlainString() + " %"
                : target.value().toPlainString();
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
