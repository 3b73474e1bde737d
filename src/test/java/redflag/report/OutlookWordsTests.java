package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import redflag.metrics.Finding;
import redflag.rules.Headroom;
import redflag.rules.Measured;
import redflag.rules.Precision;
import redflag.rules.Reading;
import redflag.words.Messages;

/** What is said of the days to come, and of what is not certain about them. */
class OutlookWordsTests {

    private static final ReportWords WORDS = new ReportWords(Messages.english());

    @Test
    void theDayToWaitForIsNamedOnlyWhereTheCountsAreExact() {
        Finding finding = SampleFindings.orderDefects();
        assertThat(WORDS.headroom(finding.reading(), finding.outlook()))
                .isEqualTo("389 clean orders to recover, or wait until 5 December 2026");
        assertThat(WORDS.headroom(finding.reading(), Optional.empty())).isEqualTo("389 clean orders to recover");
        assertThat(WORDS.headroom(with(finding.reading(), Precision.AT_LEAST, Optional.empty()), finding.outlook()))
                .isEmpty();
    }

    @Test
    void anInexactCountSaysSoOfItsCourse() {
        Map.of(
                        Precision.AT_LEAST,
                                "There may be more defects than the rows show, now and on every day to come.",
                        Precision.AT_MOST,
                                "Amazon may count fewer defects than the rows show, now and on every day to come.",
                        Precision.ESTIMATE, "The rows give an estimate, now and on every day to come.")
                .forEach((precision, words) -> assertThat(sheet(precision)).contains(words));
        assertThat(sheet(Precision.EXACT)).doesNotContain("every day to come.");
    }

    private static String sheet(Precision precision) {
        Finding exact = SampleFindings.orderDefects();
        RiskReport report = SampleReports.offTarget();
        Finding finding = new Finding(
                with(exact.reading(), precision, exact.reading().headroom()),
                exact.defects(),
                exact.inPipe(),
                exact.gone(),
                exact.namesDefects(),
                exact.tally(),
                exact.contributions(),
                exact.outlook());
        MemorySink sink = new MemorySink();
        try {
            String name = new WorkbookWriter()
                    .write(
                            new RiskReport(
                                    report.asOf(),
                                    report.version(),
                                    report.rulesHash(),
                                    report.store(),
                                    report.verdict(),
                                    report.amazon(),
                                    List.of(finding),
                                    report.plans(),
                                    report.targets(),
                                    report.reconciliations(),
                                    report.previous(),
                                    report.dataQuality(),
                                    report.history(),
                                    report.gates(),
                                    report.stock(),
                                    report.rules()),
                            sink)
                    .get(0);
            // a sentence may go on in the next row
            return WorkbookText.of(sink.file(name)).replaceAll("\nOutlook!A\\d+ ", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reading with(Reading reading, Precision precision, Optional<Headroom> headroom) {
        Optional<Measured> computed = reading.computed()
                .map(m -> new Measured(
                        m.figure(),
                        m.basis(),
                        precision,
                        m.window(),
                        m.knownOn(),
                        m.components(),
                        m.file(),
                        m.asStated()));
        return new Reading(
                reading.metric(),
                reading.fulfilment(),
                reading.category(),
                computed,
                reading.printed(),
                computed,
                reading.target(),
                reading.status(),
                reading.why(),
                reading.missing(),
                reading.fragile(),
                headroom);
    }
}
