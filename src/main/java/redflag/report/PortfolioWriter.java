package redflag.report;

import java.util.List;

public final class PortfolioWriter {
    public List<String> write(Portfolio r, Sink s) {
        return List.of();
    }
}
