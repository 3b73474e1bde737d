package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import redflag.basics.Remark;
import redflag.metrics.Defect;
import redflag.metrics.Finding;

/** Order defects count from the fifteenth day after their order on. */
class SummaryRowTests {

    private static final LocalDate AS_OF = SampleReports.AS_OF;

    private static Optional<Remark> inPipe(LocalDate... ordered) {
        Finding finding = SampleFindings.orderDefects();
        List<Defect> defects = java.util.Arrays.stream(ordered)
                .map(day -> SampleFindings.defect(1, day, List.of("NEGATIVE_FEEDBACK"), Optional.empty()))
                .toList();
        RiskReport report = SampleReports.offTarget();
        return SummaryRow.of(
                        new RiskReport(
                                report.asOf(),
                                report.version(),
                                report.rulesHash(),
                                report.store(),
                                report.verdict(),
                                report.amazon(),
                                List.of(new Finding(
                                        finding.reading(),
                                        finding.defects(),
                                        defects,
                                        finding.gone(),
                                        finding.tally(),
                                        finding.source(),
                                        finding.population(),
                                        finding.contributions(),
                                        finding.outlook())),
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
                        TrendFigures.NONE)
                .get(0)
                .inPipe();
    }

    @Test
    void whatIsInThePipeCountsFromADayToComeOn() {
        assertThat(inPipe(AS_OF.minusDays(16), AS_OF.minusDays(15), AS_OF.minusDays(13), AS_OF.minusDays(2)))
                .as("a list that was written yesterday leaves out what counts since today")
                .contains(new Remark("summary.in-pipe", Map.of("defects", 2L, "from", AS_OF.plusDays(2))));
    }

    @Test
    void whatCountsByNowIsNotInThePipe() {
        assertThat(inPipe(AS_OF.minusDays(16))).isEmpty();
    }
}
