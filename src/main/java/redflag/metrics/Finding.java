package redflag.metrics;

import java.util.List;
import java.util.Optional;
import redflag.outlook.Outlook;
import redflag.rules.Reading;

/**
 * A reading with the rows behind it.
 *
 * @param defects by axis date, then order id; empty where no export lists them
 * @param contributions by dimension, the greatest drop of the rate first; empty where rows do not give the rate by order
 * @param outlook the days to come, where rows give the rate day by day
 */
public record Finding(
        Reading reading, List<Defect> defects, List<Contribution> contributions, Optional<Outlook> outlook) {

    public Finding {
        defects = List.copyOf(defects);
        contributions = List.copyOf(contributions);
    }

    /** Without an outlook and contributions. */
    public Finding(Reading reading, List<Defect> defects) {
        this(reading, defects, List.of(), Optional.empty());
    }
}
