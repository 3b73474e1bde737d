package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import redflag.outlook.Assumption;
import redflag.report.StoreDetail.Chart;
import redflag.report.StoreDetail.Point;
import redflag.report.StoreDetail.ReadingDetail;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.words.Messages;

class StoreDetailsTests {

    private static final ReportWords WORDS = new ReportWords(Messages.english());

    @Test
    void everyReadingHasADetailAtItsPlace() {
        RiskReport report = SampleReports.offTarget();

        List<ReadingDetail> details = StoreDetails.of(report, WORDS).readings();

        assertThat(details).hasSameSizeAs(report.findings());
        assertThat(details.get(0).brief()).isEqualTo("1.48 %");
        assertThat(details.get(0).number().orElseThrow()).isEqualByComparingTo("1.478");
        assertThat(details.get(0).before()).contains(Status.WATCH);
    }

    @Test
    void onlyWhatBurnsHasAChart() {
        RiskReport report = SampleReports.offTarget();

        List<ReadingDetail> details = StoreDetails.of(report, WORDS).readings();

        for (int i = 0; i < details.size(); i++) {
            Reading reading = report.findings().get(i).reading();
            if (details.get(i).chart().isPresent()) {
                assertThat(reading.decides()).isTrue();
                assertThat(reading.status()).isIn(Status.OFF_TARGET, Status.WATCH);
            }
        }
        assertThat(StoreDetails.of(SampleReports.healthy(), WORDS).readings())
                .extracting(ReadingDetail::chart)
                .containsOnly(Optional.empty());
    }

    @Test
    void aChartEndsItsTrendTonightAndGoesOnFromTheNextDay() {
        Chart chart = StoreDetails.of(SampleReports.offTarget(), WORDS)
                .readings()
                .get(0)
                .chart()
                .orElseThrow();

        assertThat(chart.title())
                .isEqualTo("Order defect rate, seller-fulfilled: 1.48 % (12 of 812), target under 1 %.");
        assertThat(chart.says()).contains("without a new defect it is on target from 5 December 2026");
        assertThat(chart.target()).isEqualByComparingTo("1");
        assertThat(chart.trend()).last().extracting(Point::day).isEqualTo(SampleReports.AS_OF);
        assertThat(chart.courses().get(Assumption.NO_NEW_DEFECTS))
                .hasSize(60)
                .first()
                .extracting(Point::day)
                .isEqualTo(SampleReports.AS_OF.plusDays(1));
    }

    @Test
    void theNextDueDateOfWhatIsLeftToConfirmIsTheDeadline() {
        assertThat(StoreDetails.of(SampleReports.offTarget(), WORDS)
                        .deadline()
                        .orElseThrow()
                        .on())
                .isEqualTo(SampleReports.AS_OF.plusDays(2));
    }
}
