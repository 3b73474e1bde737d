package redflag.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redflag.ledger.Rejection;

/**
 * Rows that were rejected for the same reason in the same column.
 *
 * @param column empty where the whole row is meant
 * @param examples the first ones
 */
record RejectedRows(Rejection.Reason reason, String column, long rows, List<Rejection> examples) {

    private static final int EXAMPLES = 3;

    /** What is alike together, most rows first. */
    static List<RejectedRows> of(List<Rejection> rejections) {
        Map<List<String>, List<Rejection>> alike = new LinkedHashMap<>();
        for (Rejection rejection : rejections) {
            alike.computeIfAbsent(List.of(rejection.reason().name(), rejection.column()), k -> new ArrayList<>())
                    .add(rejection);
        }
        return alike.values().stream()
                .map(all -> new RejectedRows(
                        all.get(0).reason(),
                        all.get(0).column(),
                        all.size(),
                        all.stream().limit(EXAMPLES).toList()))
                .sorted(Comparator.comparing(RejectedRows::rows).reversed())
                .toList();
    }
}
