package redflag.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import redflag.OneStore;
import redflag.basics.Marketplaces;
import redflag.basics.Rate;
import redflag.basics.Store;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Moments;
import redflag.past.Past;
import redflag.rules.Figure;
import redflag.rules.Metric;
import redflag.rules.Target;
import redflag.rules.TargetFile;
import redflag.settings.Problems;
import redflag.settings.YamlFile;

/** Whether claims on cancelled orders count, sources disagree (domain.md §6.1): a setting of the target. */
class CancelledOrdersTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final Store STORE = OneStore.of("US");

    @Test
    void aClaimOnACancelledOrderCountsUnlessItIsToBeLeftOut() {
        assertThat(counts("")).as("Amazon's staff: yes").isEqualTo(new Rate(2, 10));
        assertThat(counts("cancelled-orders: count")).isEqualTo(new Rate(2, 10));
        assertThat(counts("cancelled-orders: leave-out"))
                .as("a copy of a UK page: no; the order itself stays among all orders")
                .isEqualTo(new Rate(1, 10));
    }

    private static Rate counts(String setting) {
        Problems problems = new Problems();
        List<Target> own = TargetFile.read(
                YamlFile.read("own.yaml", """
                                targets:
                                  - metric: orderDefectRate
                                    marketplaces: [US]
                                    condition: less-than
                                    value: 1%%
                                    window-days: 60
                                    lag-days: 15
                                    axis: order-date
                                    enforced: true
                                    from: 2015-01-01
                                    source: our own rule
                                    %s
                                """.formatted(setting), problems).orElseThrow(),
                Marketplaces.known(),
                problems);
        assertThat(problems.list()).isEmpty();
        Figure figure = Measurements.of(
                        OneStore.ledger(STORE, AS_OF, files()),
                        TargetFile.shipped().overriddenBy(own),
                        MeasuringRules.standard(),
                        Past.none())
                .stream()
                .filter(finding -> finding.reading().metric() == Metric.ORDER_DEFECT_RATE)
                .flatMap(finding -> finding.reading().measured().stream())
                .findFirst()
                .orElseThrow()
                .figure();
        return ((Figure.Counts) figure).rate();
    }

    /** Ten orders in the window, the first of them cancelled, and a claim on it and on the second. */
    private static List<FileFacts> files() {
        FactTable.Builder orders = new FactTable.Builder(
                EnumSet.of(Field.ORDER, Field.PURCHASED, Field.FULFILMENT, Field.ORDER_STATUS, Field.SALES_CHANNEL));
        FactTable.Builder claims = new FactTable.Builder(EnumSet.of(Field.ORDER, Field.A_TO_Z_CLAIM));
        int row = 1;
        for (int i = 0; i < 10; i++) {
            order(orders, "111-0000000-000000" + i, AS_OF.minusDays(20 + i), i == 0 ? Code.CANCELLED : Code.SHIPPED);
            if (i < 2) {
                claims.order("111-0000000-000000" + i)
                        .flag(Field.A_TO_Z_CLAIM, true)
                        .endRow(++row);
            }
        }
        order(orders, "111-0000000-0000098", AS_OF.minusDays(100), Code.SHIPPED);
        order(orders, "111-0000000-0000099", AS_OF, Code.SHIPPED);
        return List.of(file(FactType.ORDER_LINE, orders.build()), file(FactType.DEFECT_TRACE, claims.build()));
    }

    private static void order(FactTable.Builder orders, String id, LocalDate day, Code status) {
        orders.order(id)
                .moment(Field.PURCHASED, Moments.ofDay(day))
                .code(Field.FULFILMENT, Code.MFN)
                .code(Field.ORDER_STATUS, status)
                .text(Field.SALES_CHANNEL, STORE.marketplace().salesChannel())
                .endRow(2);
    }

    private static FileFacts file(FactType type, FactTable table) {
        return OneStore.file(type, table);
    }
}
