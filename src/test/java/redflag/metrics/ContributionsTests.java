package redflag.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import redflag.OneStore;
import redflag.basics.Rate;
import redflag.basics.Store;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Moments;
import redflag.ledger.StoreLedger;
import redflag.metrics.Contribution.Dimension;
import redflag.past.Past;
import redflag.rules.Metric;
import redflag.rules.TargetFile;

/** The rate without one SKU or order day (domain.md §5.3, E). Late shipments, 30 days, under 4 %. */
class ContributionsTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final LocalDate FIRST = AS_OF.minusDays(29);
    private static final Store NORTH = OneStore.of("US");

    private final FactTable.Builder orders = new FactTable.Builder(EnumSet.of(
            Field.ORDER, Field.PURCHASED, Field.ORDER_STATUS, Field.FULFILMENT, Field.SALES_CHANNEL, Field.SKU));
    private final FactTable.Builder late = new FactTable.Builder(EnumSet.of(Field.ORDER, Field.SKU, Field.PURCHASED));
    private int rows;

    private String order(LocalDate day, Code fulfilment, String sku) {
        String id = "111-0000000-%07d".formatted(++rows);
        orders.order(id)
                .moment(Field.PURCHASED, Moments.ofDay(day))
                .code(Field.ORDER_STATUS, Code.SHIPPED)
                .code(Field.FULFILMENT, fulfilment)
                .text(Field.SALES_CHANNEL, NORTH.marketplace().salesChannel());
        if (!sku.isEmpty()) {
            orders.text(Field.SKU, sku);
        }
        orders.endRow(rows + 1);
        return id;
    }

    private void late(String order) {
        late.order(order).endRow(++rows);
    }

    private void orders(int count, LocalDate day, String sku, int late) {
        for (int i = 0; i < count; i++) {
            String id = order(day, Code.MFN, sku);
            if (i < late) {
                late(id);
            }
        }
    }

    private List<Contribution> found() {
        List<FileFacts> files = new ArrayList<>();
        Map.of(FactType.ORDER_LINE, orders, FactType.LATE_SHIPMENT, late).forEach((type, rows) -> {
            FactTable table = rows.build();
            files.add(OneStore.file(type, table));
        });
        StoreLedger ledger = OneStore.ledger(NORTH, AS_OF, files);
        return Measurements.of(ledger, TargetFile.shipped(), MeasuringRules.standard(), Past.none()).stream()
                .filter(finding -> finding.reading().metric() == Metric.LATE_SHIPMENT_RATE_30)
                .findFirst()
                .orElseThrow()
                .contributions();
    }

    @Test
    void theGreatestDropComesFirstAndOnlyDropsAreTold() {
        // 6 of 100: TENT 4 of 20, STOVE 1 of 10, LAMP 1 of 60, without a SKU 0 of 10
        orders(20, FIRST, "TENT", 4);
        orders(10, AS_OF, "STOVE", 1);
        orders(60, AS_OF, "LAMP", 1);
        orders(10, AS_OF, "", 0);
        // neither is counted: the day before the window, and the other fulfilment
        orders(5, FIRST.minusDays(1), "TENT", 1);
        order(AS_OF, Code.AFN, "TENT");

        assertThat(found())
                .containsExactly(
                        contribution(Dimension.SKU, "TENT", new Rate(4, 20), new Rate(2, 80), true),
                        contribution(Dimension.SKU, "STOVE", new Rate(1, 10), new Rate(5, 90), false),
                        contribution(Dimension.DAY, "2026-10-24", new Rate(4, 20), new Rate(2, 80), true));
    }

    @Test
    void aRateThatIsExactlyTheTargetWithoutAGroupIsNotOnTarget() {
        orders(10, FIRST, "TENT", 2);
        orders(25, AS_OF, "LAMP", 1);

        assertThat(found().get(0))
                .isEqualTo(contribution(Dimension.SKU, "TENT", new Rate(2, 10), new Rate(1, 25), false));
    }

    @Test
    void whereAllIsOneGroupNothingIsLeft() {
        orders(5, FIRST, "TENT", 2);
        orders(5, AS_OF, "TENT", 0);

        assertThat(found())
                .containsExactly(
                        new Contribution(Dimension.SKU, "TENT", new Rate(2, 10), Optional.empty(), false),
                        contribution(Dimension.DAY, "2026-10-24", new Rate(2, 5), new Rate(0, 5), true));
    }

    @Test
    void ofManyGroupsTenAreTold() {
        for (int i = 0; i < 12; i++) {
            orders(2, FIRST, "SKU-" + (char) ('A' + i), 1);
        }
        orders(10, AS_OF, "CLEAN", 0);

        assertThat(found())
                .filteredOn(found -> found.dimension() == Dimension.SKU)
                .extracting(Contribution::group)
                .as("of equal drops in the order of their names")
                .hasSize(10)
                .startsWith("SKU-A", "SKU-B")
                .endsWith("SKU-J");
    }

    private static Contribution contribution(Dimension by, String group, Rate of, Rate without, boolean onTarget) {
        return new Contribution(by, group, of, Optional.of(without), onTarget);
    }
}
