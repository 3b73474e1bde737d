package redflag.metrics;

import java.util.List;
import redflag.rules.Reading;

/**
 * A reading with the rows behind it.
 *
 * @param defects by axis date, then order id; empty where no export lists them
 */
public record Finding(Reading reading, List<Defect> defects) {

    public Finding {
        defects = List.copyOf(defects);
    }
}
