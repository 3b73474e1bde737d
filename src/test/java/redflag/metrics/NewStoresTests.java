package redflag.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import redflag.basics.Fulfilment;
import redflag.basics.Remark;
import redflag.ledger.Code;
import redflag.outlook.Assumption;
import redflag.outlook.CourseDay;
import redflag.outlook.Outlook;
import redflag.past.Past;
import redflag.rules.Metric;
import redflag.rules.Status;
import redflag.rules.TargetFile;

/** The order defect rate of the US on 22 November: orders up to 7 November count, later ones are behind the window. */
class NewStoresTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final LocalDate IN_PIPE = LocalDate.of(2026, 11, 16);

    private final Ledgers store = Ledgers.of("US");

    private List<Finding> findings() {
        return Measurements.of(store.asOf(AS_OF), TargetFile.shipped(), MeasuringRules.standard(), Past.none()).stream()
                .filter(finding -> finding.reading().metric() == Metric.ORDER_DEFECT_RATE)
                .toList();
    }

    private static List<String> inPipe(Finding finding) {
        return finding.inPipe().stream().map(Defect::orderId).toList();
    }

    @Test
    void aDefectBehindAWindowWithoutOrdersIsNamedAndHasAnOutlook() {
        store.sellingSince(LocalDate.of(2026, 11, 12));
        String defective = "";
        for (LocalDate day = LocalDate.of(2026, 11, 12); !day.isAfter(AS_OF); day = day.plusDays(1)) {
            String order = store.order(day, Code.MFN, Code.SHIPPED);
            defective = day.equals(IN_PIPE) ? order : defective;
        }
        store.negativeFeedback(defective);

        Finding finding = findings().get(0);

        assertThat(finding.reading().status()).isEqualTo(Status.NOT_MEASURED);
        assertThat(finding.reading().why()).contains(Remark.of("why.nothing-to-count"));
        assertThat(finding.reading().missing()).isFalse();
        assertThat(inPipe(finding)).containsExactly(defective);
        Outlook outlook = finding.outlook().orElseThrow();
        assertThat(outlook.standing()).isEqualTo(Outlook.Standing.NOTHING);
        List<CourseDay> days =
                outlook.course(Assumption.NO_NEW_DEFECTS).orElseThrow().days();
        assertThat(days.get(7).affected())
                .as("on 30 November it does not count yet")
                .isZero();
        assertThat(days.get(8))
                .as("on 1 December it does, of 12 to 16 November")
                .isEqualTo(new CourseDay(LocalDate.of(2026, 12, 1), 1, 5));
    }

    @Test
    void besideOrdersByAmazonTheSellersOwnInThePipeAreNotForgotten() {
        for (LocalDate day = AS_OF.minusDays(100); !day.isAfter(AS_OF); day = day.plusDays(1)) {
            store.order(day, Code.AFN, Code.SHIPPED);
        }
        String own = store.order(IN_PIPE, Code.MFN, Code.SHIPPED);
        store.negativeFeedback(own);

        List<Finding> findings = findings();

        assertThat(findings)
                .extracting(finding -> finding.reading().fulfilment())
                .containsExactly(Optional.of(Fulfilment.MFN), Optional.of(Fulfilment.AFN));
        assertThat(inPipe(findings.get(0))).containsExactly(own);
    }

    @Test
    void withoutADefectInThePipeThereIsNothingToSayOfAFulfilmentWithoutOrders() {
        for (LocalDate day = AS_OF.minusDays(100); !day.isAfter(AS_OF); day = day.plusDays(1)) {
            store.order(day, Code.AFN, Code.SHIPPED);
        }
        store.order(IN_PIPE, Code.MFN, Code.SHIPPED);
        store.defectList();

        assertThat(findings())
                .extracting(finding -> finding.reading().fulfilment())
                .containsExactly(Optional.of(Fulfilment.AFN));
    }
}
