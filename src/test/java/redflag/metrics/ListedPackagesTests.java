package redflag.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import redflag.OneStore;
import redflag.basics.Remark;
import redflag.basics.Store;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Moments;
import redflag.past.Past;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Status;
import redflag.rules.TargetFile;

/** Amazon's list of packages without valid tracking names each of them once, whatever else is known. */
class ListedPackagesTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final LocalDate IN_WINDOW = LocalDate.of(2026, 11, 1);
    private static final Store US = OneStore.of("US");

    private final List<FileFacts> files = new ArrayList<>();

    @Test
    void packagesOfCategoriesThatAreNotPrintedAreNamedBesideThoseThatAre() {
        list("1 Home", "2 Toys", "3 ");
        printed("Home", 90);

        List<Finding> findings = tracking();

        assertThat(named(findings)).containsExactly("whole [2, 3]", "Home [1]");
        Finding whole = findings.get(0);
        assertThat(whole.reading().status()).isEqualTo(Status.NOT_MEASURED);
        assertThat(whole.reading().why()).contains(Remark.of("why.listed-without-total", "affected", 2L));
        assertThat(whole.reading().missing())
                .as("Amazon judges by category, and that is there")
                .isFalse();
    }

    @Test
    void aPrintedCategoryWithoutPackagesSaysNothingSoThatTheWholeNamesThoseListed() {
        list("1 Home", "2 home");
        printed("Home", 0);

        assertThat(named(tracking())).containsExactly("whole [1, 2]");
    }

    @Test
    void whereAllAreOfPrintedCategoriesThereIsNothingElseToTell() {
        list("1 Home", "2 HOME");
        printed("Home", 90);

        assertThat(named(tracking())).containsExactly("Home [1, 2]");
    }

    @Test
    void anEstimateByOrdersHidesNoListedPackageAndKeepsItsFigure() {
        list("1 Home", "9 ");
        orders(1, 2);

        List<Finding> findings = tracking();

        assertThat(named(findings)).containsExactly("whole [1, 2, 9]");
        Finding whole = findings.get(0);
        assertThat(whole.reading().measured().orElseThrow().precision()).isEqualTo(Precision.ESTIMATE);
        assertThat(whole.reading().measured().orElseThrow().figure().toString()).contains("affected=2, total=40");
        assertThat(whole.source()).contains(DefectSource.ORDERS_AND_LIST);
        assertThat(whole.countsWhatItNames())
                .as("the list's packages are not in the estimate's count")
                .isFalse();
        assertThat(whole.defects().get(0).kinds())
                .as("Amazon's word before ours")
                .containsExactly("NO_VALID_TRACKING");
        assertThat(whole.defects().get(1).kinds()).containsExactly("UNTRACKED");
    }

    @Test
    void aPackageOfAPrintedCategoryIsNamedThereAndNotOnceMoreByTheEstimate() {
        list("1 Home", "9 ");
        printed("Home", 90);
        orders(1, 2);

        List<Finding> findings = tracking();

        assertThat(named(findings)).containsExactly("whole [2, 9]", "Home [1]");
        Finding whole = findings.get(0);
        assertThat(whole.reading().measured().orElseThrow().figure().toString())
                .as("the figure is of all orders")
                .contains("affected=2, total=40");
        assertThat(whole.countsWhatItNames())
                .as("it names other ones than it counts")
                .isFalse();
    }

    /** @param packages "number of the order, category" */
    private void list(String... packages) {
        FactTable.Builder table =
                new FactTable.Builder(EnumSet.of(Field.ORDER, Field.EXPECTED_DELIVERY, Field.CATEGORY));
        int row = 1;
        for (String one : packages) {
            String[] parts = one.split(" ", -1);
            table.order(id(Integer.parseInt(parts[0]))).moment(Field.EXPECTED_DELIVERY, Moments.ofDay(IN_WINDOW));
            if (!parts[1].isEmpty()) {
                table.text(Field.CATEGORY, parts[1]);
            }
            table.endRow(++row);
        }
        add(FactType.UNTRACKED_PACKAGE, table);
    }

    private void printed(String category, long total) {
        FactTable.Builder table = new FactTable.Builder(
                EnumSet.of(Field.STORE, Field.METRIC, Field.CATEGORY, Field.AFFECTED, Field.TOTAL, Field.STATED_ON));
        table.text(Field.STORE, "north")
                .text(Field.METRIC, "validTrackingRate")
                .text(Field.CATEGORY, category)
                .count(Field.AFFECTED, 0)
                .count(Field.TOTAL, total)
                .day(Field.STATED_ON, AS_OF)
                .endRow(2);
        add(FactType.PRINTED_FIGURE, table);
    }

    /** Forty orders handed over in time, of which some have no tracking number; and two that reach over the windows. */
    private void orders(Integer... untracked) {
        FactTable.Builder table = new FactTable.Builder(EnumSet.of(
                Field.ORDER,
                Field.PURCHASED,
                Field.ORDER_STATUS,
                Field.FULFILMENT,
                Field.SALES_CHANNEL,
                Field.SHIPPED,
                Field.TRACKED,
                Field.EXPECTED_DELIVERY));
        for (int number = 1; number <= 40; number++) {
            order(table, number, IN_WINDOW.minusDays(5), Code.MFN)
                    .moment(Field.SHIPPED, Moments.ofDay(IN_WINDOW.minusDays(4)))
                    .flag(Field.TRACKED, !List.of(untracked).contains(number))
                    .moment(Field.EXPECTED_DELIVERY, Moments.ofDay(IN_WINDOW))
                    .endRow(number + 1);
        }
        order(table, 41, AS_OF.minusDays(100), Code.AFN).endRow(42);
        order(table, 42, AS_OF, Code.AFN).endRow(43);
        add(FactType.ORDER_LINE, table);
    }

    private static FactTable.Builder order(FactTable.Builder table, int number, LocalDate day, Code fulfilment) {
        return table.order(id(number))
                .moment(Field.PURCHASED, Moments.ofDay(day))
                .code(Field.ORDER_STATUS, Code.SHIPPED)
                .code(Field.FULFILMENT, fulfilment)
                .text(Field.SALES_CHANNEL, US.marketplace().salesChannel());
    }

    private void add(FactType type, FactTable.Builder builder) {
        FactTable table = builder.build();
        files.add(OneStore.file(type, table));
    }

    private static String id(int number) {
        return "111-0000000-%07d".formatted(number);
    }

    private List<Finding> tracking() {
        return Measurements.of(
                        OneStore.ledger(US, AS_OF, files), TargetFile.shipped(), MeasuringRules.standard(), Past.none())
                .stream()
                .filter(finding -> finding.reading().metric() == Metric.VALID_TRACKING_RATE)
                .toList();
    }

    private static List<String> named(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.reading().category().orElse("whole") + " "
                        + finding.defects().stream()
                                .map(defect -> Integer.parseInt(
                                        defect.orderId().substring(13).replaceFirst("^0+", "")))
                                .toList())
                .toList();
    }
}
