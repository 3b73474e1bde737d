package redflag.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import redflag.basics.Fulfilment;
import redflag.basics.StoreId;
import redflag.risk.RiskLevel;
import redflag.rules.Metric;
import redflag.rules.Status;

/**
 * What came of one store in a night, in brief.
 *
 * @param marketplace country code
 * @param because names of the metrics that the risk level rests on, worst first
 * @param headline the verdict in one sentence, in English
 * @param files the report's files, paths in the reports folder with {@code /}; the workbook first, then the machine copy
 */
public record StoreOutcome(
        StoreId store,
        String name,
        String marketplace,
        String manager,
        LocalDate asOf,
        RiskLevel risk,
        List<String> because,
        boolean fragile,
        String headline,
        List<ReadingInBrief> readings,
        List<MissingExport> missing,
        int plans,
        List<String> files) {

    public StoreOutcome {
        because = List.copyOf(because);
        readings = List.copyOf(readings);
        missing = List.copyOf(missing);
        files = List.copyOf(files);
    }

    /**
     * A reading in brief.
     *
     * @param value as people read it, such as {@code 1.48 % (12 of 812)}; empty where there is none
     * @param target as people read it
     * @param why in English; empty where there is nothing to say
     */
    public record ReadingInBrief(
            Metric metric,
            Optional<Fulfilment> fulfilment,
            Optional<String> category,
            Status status,
            boolean enforced,
            String value,
            String target,
            String why) {}
}
