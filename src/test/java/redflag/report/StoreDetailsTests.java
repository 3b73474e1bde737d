package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import redflag.notices.Notices;
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
        assertThat(StoreDetails.of(SampleNotices.in(SampleReports.offTarget(), Notices.none()), WORDS)
                        .deadline()
                        .orElseThrow()
                        .on())
                .isEqualTo(SampleReports.AS_OF.plusDays(2));
    }

    @Test
    void aNoticeThatIsToBeAnsweredBeforeItIsTheDeadline() {
        assertThat(StoreDetails.of(SampleReports.offTarget(), WORDS).deadline())
                .contains(new StoreDetail.Deadline(
                        LocalDate.of(2026, 11, 5), "Overdue: answer the notice \"N-3\" (Restricted products)."));
    }

    @Test
    void noticesThatAreNotOverAreTold() {
        assertThat(StoreDetails.of(SampleReports.offTarget(), WORDS).notices())
                .containsExactly(
                        new OpenNotice("N-3", "Restricted products", "", Optional.of(LocalDate.of(2026, 11, 5)), true),
                        new OpenNotice(
                                "N-2", "Restricted products", "", Optional.of(LocalDate.of(2026, 11, 24)), false),
                        new OpenNotice(
                                "N-1",
                                "Intellectual property (trademark, received)",
                                "Tents",
                                Optional.of(LocalDate.of(2026, 11, 25)),
                                true),
                        new OpenNotice("N-4", "\"section 3\" (not known)", "", Optional.empty(), false),
                        new OpenNotice("N-5", "Order defect rate", "", Optional.empty(), false));
    }
}
