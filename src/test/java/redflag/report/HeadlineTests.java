package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.basics.Rate;
import redflag.metrics.Finding;
import redflag.rules.Basis;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.rules.Target;
import redflag.words.Messages;

/** The verdict in one sentence. */
class HeadlineTests {

    /** product.md, Words: a count that may be off is not told as if it were exact. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "ORDER_DEFECT_RATE, EXACT, is 1.48",
        "ORDER_DEFECT_RATE, AT_LEAST, is at least 1.48",
        "ORDER_DEFECT_RATE, AT_MOST, is at most 1.48",
        "ORDER_DEFECT_RATE, ESTIMATE, is about 1.48",
        "VALID_TRACKING_RATE, AT_LEAST, is at most 98.52",
        "VALID_TRACKING_RATE, AT_MOST, is at least 98.52"
    })
    void itSaysHowFarTheFigureCanBeTrusted(Metric metric, Precision precision, String words) {
        String headline = new ReportWords(Messages.english()).headline(report(metric, precision));

        assertThat(headline).startsWith("Off target: ").contains(" " + words);
    }

    private static RiskReport report(Metric metric, Precision precision) {
        Target target = SampleFindings.target(metric);
        Measured measured = new Measured(
                new Figure.Counts(new Rate(12, 812)),
                Basis.COMPUTED,
                precision,
                Optional.empty(),
                SampleReports.AS_OF,
                Map.of(),
                Optional.empty(),
                Optional.empty());
        Reading reading = new Reading(
                metric,
                Optional.empty(),
                Optional.empty(),
                Optional.of(measured),
                Optional.empty(),
                Optional.of(measured),
                target,
                Status.OFF_TARGET,
                Optional.empty(),
                false,
                false,
                Optional.empty());
        RiskReport report = SampleReports.offTarget();
        return new RiskReport(
                report.asOf(),
                report.version(),
                report.rulesHash(),
                report.store(),
                report.verdict(),
                report.amazon(),
                List.of(new Finding(reading, List.of())),
                report.causes(),
                report.plans(),
                report.readingCopies(),
                report.measures(),
                report.targets(),
                report.reconciliations(),
                report.previous(),
                report.dataQuality(),
                report.history(),
                report.gates(),
                report.stock(),
                report.notices(),
                report.documents(),
                report.packs(),
                report.rules());
    }
}
