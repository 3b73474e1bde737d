package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import redflag.basics.Rate;
import redflag.metrics.Finding;
import redflag.outlook.Outlook;
import redflag.outlook.Outlooks;
import redflag.outlook.Tally;
import redflag.rules.Headroom;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.rules.Target;
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
    void noDayIsNamedWhereAnExactPrintedRateDecidesAndTheRowsAreNot() {
        Finding finding = SampleFindings.orderDefects();
        Optional<Headroom> headroom = finding.reading().headroom();
        for (Precision precision : List.of(Precision.AT_LEAST, Precision.AT_MOST, Precision.ESTIMATE)) {
            Reading rows = with(finding.reading(), precision, headroom);
            assertThat(WORDS.headroom(printedDecides(rows), finding.outlook()))
                    .as("rows are %s", precision)
                    .isEqualTo("389 clean orders to recover");
        }
        assertThat(WORDS.headroom(printedDecides(finding.reading()), finding.outlook()))
                .as("rows are exact")
                .endsWith("or wait until 5 December 2026");
    }

    @Test
    void noDayIsNamedWhereTheRowsThemselvesAreNotOffTarget() {
        Finding finding = SampleFindings.orderDefects();
        Outlook clean =
                Outlooks.of(aDay(14, 120), finding.reading().target(), SampleReports.AS_OF, SampleReports.AS_OF);

        assertThat(clean.standing()).isEqualTo(Outlook.Standing.ON_TARGET);
        assertThat(WORDS.headroom(printedDecides(finding.reading()), Optional.of(clean)))
                .isEqualTo("389 clean orders to recover");
    }

    @Test
    void fewerThanAmazonActsOnAreNeitherOnNorOffTarget() {
        Finding exact = SampleFindings.orderDefects();
        Target target = SampleFindings.target(Metric.UNIT_ON_TIME_DELIVERY_RATE);
        Outlook few = Outlooks.of(aDay(1, 60), target, SampleReports.AS_OF, SampleReports.AS_OF);
        assertThat(few.today()).contains(new Rate(0, 14));

        Reading reading = SampleFindings.rate(
                Metric.UNIT_ON_TIME_DELIVERY_RATE,
                0,
                14,
                Status.NOT_MEASURED,
                new Headroom(Optional.empty(), Optional.empty(), Optional.empty()));
        Finding finding = new Finding(
                reading,
                List.of(),
                List.of(),
                List.of(),
                exact.tally(),
                exact.source(),
                Optional.empty(),
                List.of(),
                Optional.of(few));
        assertThat(sheet(exact, finding))
                .contains(
                        "too few today for Amazon to act on (14, and it acts from 20 on); at the usual pace of defects it"
                                + " stays so for 60 days.");
    }

    @Test
    void whatHeadroomAndCoursesCantKnowIsSaidOnceASheet() {
        Finding orders = SampleFindings.orderDefects();
        Reading late = SampleFindings.rate(
                Metric.LATE_SHIPMENT_RATE_30,
                0,
                14,
                Status.ON_TARGET,
                new Headroom(Optional.of(0L), Optional.of(0L), Optional.empty()));
        Outlook days = Outlooks.of(aDay(1, 60), late.target(), SampleReports.AS_OF, SampleReports.AS_OF);
        Finding shipping = new Finding(
                late,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(days));
        String lag = "A new order counts only when the window reaches it: Order defect rate after 15 days.";
        String clean = "it must stay clean as long as buyers can claim: 90 days after its latest delivery estimate.";
        String ripe = "The order defect rate of the last weeks is not ripe";
        String due = "some are not due yet.";

        assertThat(sheet(orders, orders, shipping, shipping))
                .satisfies(text -> assertThat(text.split(Pattern.quote(lag), -1))
                        .as("summary, outlook")
                        .hasSize(3))
                .satisfies(text -> assertThat(text.split(Pattern.quote(clean), -1))
                        .as("summary, outlook")
                        .hasSize(3))
                .containsOnlyOnce(ripe)
                .containsOnlyOnce(due);
        assertThat(sheet(orders)).contains(ripe).doesNotContain(due);
        assertThat(WORDS.headroomCaveats(List.of(late))).as("no lag").isEmpty();
    }

    private static Tally aDay(int orders, int days) {
        int[] totals = new int[days];
        Arrays.fill(totals, orders);
        return new Tally(SampleReports.AS_OF.minusDays(days - 1L), totals, new int[days]);
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
        return sheet(new Finding(
                with(exact.reading(), precision, exact.reading().headroom()),
                exact.defects(),
                exact.inPipe(),
                exact.gone(),
                exact.tally(),
                exact.source(),
                exact.population(),
                exact.contributions(),
                exact.outlook()));
    }

    private static String sheet(Finding... findings) {
        RiskReport report = SampleReports.offTarget();
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
                                    List.of(findings),
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
                                    report.rules()),
                            sink)
                    .get(0);
            // a sentence may go on in the next row
            return WorkbookText.of(sink.file(name)).replaceAll("\n(Outlook|Summary)!A\\d+ ", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, decided by what is printed. */
    private static Reading printedDecides(Reading reading) {
        return new Reading(
                reading.metric(),
                reading.fulfilment(),
                reading.category(),
                reading.printed(),
                reading.printed(),
                reading.computed(),
                reading.target(),
                reading.status(),
                reading.why(),
                reading.missing(),
                reading.fragile(),
                reading.headroom());
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
