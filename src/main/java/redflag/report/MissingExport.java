package redflag.report;

import java.util.List;
import redflag.rules.Metric;

/**
 * An export that would measure what is not measured.
 *
 * @param name what Seller Central calls it
 * @param where Seller Central has it
 */
public record MissingExport(String kind, String name, String where, List<Metric> metrics) {

    public MissingExport {
        metrics = List.copyOf(metrics);
    }
}
