package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is too long for a sheet is whole in a file beside the workbook. */
class EvidenceCsvTests {

    private static final String ACME = "acme-us-account-health-2026-11-22.xlsx";

    @Test
    void ordersPastTheMostAreCountedAndListedInAFileBeside() throws IOException {
        MemorySink sink = new MemorySink();
        String evidence = "acme-us-orders-2026-11-22.csv";
        assertThat(new WorkbookWriter(5).write(SampleReports.offTarget(), sink)).containsExactly(ACME, evidence);

        List<String> rows =
                new String(sink.file(evidence), StandardCharsets.UTF_8).lines().toList();
        assertThat(rows).hasSize(14);
        assertThat(rows.get(0)).startsWith("\uFEFFMetric,Order");
        assertThat(rows.get(13))
                .isEqualTo(
                        "\"Late shipment rate, 10 days\",112-0001900-4002900,2026-11-15,confirmed late,'+SKU-9,UPS,1,"
                                + "2026-11-15,2027-01-29,acme/order-defects-2026-11-21.csv,903,"
                                + "\"acme/all-orders.txt, row 1211\"");
        assertThat(WorkbookText.of(sink.file(ACME)))
                .contains("Only the first 5 of 13 are listed here; all are in " + evidence + " beside this workbook.")
                .contains("Orders!B9 ")
                .doesNotContain("Orders!B10 ");
    }
}
