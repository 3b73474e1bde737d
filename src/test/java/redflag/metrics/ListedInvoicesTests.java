package redflag.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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
import redflag.rules.Status;
import redflag.rules.TargetFile;

/** Amazon's list of orders without an invoice in time names them; whatever orders there are, it makes no rate. */
class ListedInvoicesTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final Store DE = OneStore.of("DE");

    private final List<FileFacts> files = new ArrayList<>();

    /** The window is 9 to 15 November by the day of the order. */
    @Test
    void theDayOnWhichAnOrderWasPlacedPutsItIntoTheWindow() {
        orders("2026-11-08", "2026-11-09", "2026-11-15", "2026-11-16");
        list("1", "2", "3", "4");

        Finding invoices = invoices(DE);

        assertThat(invoices.reading().status()).isEqualTo(Status.NOT_MEASURED);
        assertThat(invoices.reading().why()).contains(Remark.of("why.listed-without-total", "affected", 3L));
        assertThat(invoices.defects()).extracting(Defect::orderId).containsExactly(id(2), id(3));
        assertThat(invoices.inPipe()).extracting(Defect::orderId).containsExactly(id(4));
        assertThat(invoices.gone()).extracting(Defect::orderId).containsExactly(id(1));
        Defect first = invoices.defects().get(0);
        assertThat(first.axisDate()).isEqualTo(LocalDate.of(2026, 11, 9));
        assertThat(first.leavesOn()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(first.count()).isEqualTo(1);
    }

    @Test
    void aDefectSaysWhetherTheInvoiceIsMissingOrLateAndWhy() {
        orders("2026-11-10", "2026-11-10", "2026-11-10");
        list("1 MISSING_INVOICE Upload failed", "2 LATE_INVOICE", "3", "1 LATE_INVOICE Other");

        assertThat(invoices(DE).defects())
                .extracting(defect -> defect.kinds() + " " + defect.reason().orElse("-") + " "
                        + defect.from().size())
                .containsExactly(
                        "[MISSING_INVOICE, LATE_INVOICE] Other 2", "[LATE_INVOICE] - 1", "[NO_INVOICE_IN_TIME] - 1");
    }

    @Test
    void thePrintedRateStandsBesideTheListWhateverThatNames() {
        orders("2026-11-10", "2026-11-10");
        list("1", "2");
        FactTable.Builder figures = new FactTable.Builder(
                EnumSet.of(Field.STORE, Field.METRIC, Field.AFFECTED, Field.TOTAL, Field.STATED_ON));
        figures.text(Field.STORE, "north")
                .text(Field.METRIC, "invoiceDefectRate")
                .count(Field.AFFECTED, 1)
                .count(Field.TOTAL, 40)
                .day(Field.STATED_ON, AS_OF)
                .endRow(1);
        files.add(OneStore.file(FactType.PRINTED_FIGURE, figures.build()));

        Finding invoices = invoices(DE);

        assertThat(invoices.reading().status()).isEqualTo(Status.ON_TARGET);
        assertThat(invoices.reading().measured()).isEqualTo(invoices.reading().printed());
        assertThat(invoices.reading().computed()).isEmpty();
        assertThat(invoices.population()).isEmpty();
        assertThat(invoices.defects()).hasSize(2);
    }

    @Test
    void aListWithoutRowsIsNoRateEither() {
        orders("2026-11-10");
        list();

        Finding invoices = invoices(DE);

        assertThat(invoices.reading().status()).isEqualTo(Status.NOT_MEASURED);
        assertThat(invoices.namesDefects()).isTrue();
        assertThat(invoices.defects()).isEmpty();
    }

    @Test
    void whereAmazonHasNoLimitForItNothingIsSaid() {
        orders("2026-11-10");
        list("1");

        assertThat(found(OneStore.of("US"))).isEmpty();
    }

    private void orders(String... placed) {
        FactTable.Builder lines =
                new FactTable.Builder(EnumSet.of(Field.ORDER, Field.PURCHASED, Field.ORDER_STATUS, Field.FULFILMENT));
        for (int i = 0; i < placed.length; i++) {
            lines.order(id(i + 1))
                    .moment(Field.PURCHASED, Moments.ofDay(LocalDate.parse(placed[i])))
                    .code(Field.ORDER_STATUS, Code.SHIPPED)
                    .code(Field.FULFILMENT, Code.MFN)
                    .endRow(i + 2);
        }
        files.add(OneStore.file(FactType.ORDER_LINE, lines.build()));
    }

    /** @param rows number, type and reason, separated by blanks; the last two may be left out */
    private void list(String... rows) {
        FactTable.Builder list = new FactTable.Builder(EnumSet.of(Field.ORDER, Field.DEFECT_KIND, Field.REASON));
        for (int i = 0; i < rows.length; i++) {
            String[] parts = rows[i].split(" ", 3);
            list.order(id(Integer.parseInt(parts[0])));
            if (parts.length > 1) {
                list.code(Field.DEFECT_KIND, Code.valueOf(parts[1]));
            }
            if (parts.length > 2) {
                list.text(Field.REASON, parts[2]);
            }
            list.endRow(i + 2);
        }
        files.add(OneStore.file(FactType.INVOICE_DEFECT, list.build()));
    }

    private static String id(int number) {
        return "302-0000000-%07d".formatted(number);
    }

    private Finding invoices(Store store) {
        return found(store).orElseThrow();
    }

    private Optional<Finding> found(Store store) {
        return Measurements.of(
                        OneStore.ledger(store, AS_OF, files),
                        TargetFile.shipped(),
                        MeasuringRules.standard(),
                        Past.none())
                .stream()
                .filter(finding -> finding.reading().metric() == Metric.INVOICE_DEFECT_RATE)
                .findFirst();
    }
}
