package redflag.risk;

import java.util.List;

/**
 * A store's risk level and what it rests on.
 *
 * @param because names of the metrics, or {@code accountStatus}; worst first, each once; empty for a healthy store
 * @param fragile whether it is healthy only as long as not a single defect turns up
 */
public record Verdict(RiskLevel level, List<String> because, boolean fragile) {

    public Verdict {
        because = List.copyOf(because);
    }
}
