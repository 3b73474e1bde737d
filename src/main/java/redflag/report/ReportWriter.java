package redflag.report;

import java.io.IOException;

/** Renders a report into files. What it renders with never crosses this line. */
public interface ReportWriter {

    /** @return the names of the files that it opened */
    java.util.List<String> write(RiskReport report, Sink sink) throws IOException;
}
