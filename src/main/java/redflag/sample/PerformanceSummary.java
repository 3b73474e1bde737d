package redflag.sample;

import java.io.IOException;
import java.math.BigDecimal;
import redflag.basics.Period;

/**
 * The agency's own workbook of rates that have no download of their own: one row a store and metric. {@code affected}
 * counts the bad ones; {@code rate-percent} is what the Account Health page states, the good share.
 */
final class PerformanceSummary {

    private final Table table =
            new Table("store", "metric", "period-from", "period-to", "fulfilment", "affected", "total", "rate-percent");

    private PerformanceSummary() {}

    static void write(ExportFolder folder) throws IOException {
        Period units = Period.window(SampleAgency.AS_OF, 14, 7);
        Period tracking = Period.window(SampleAgency.AS_OF, 30, 10);
        Period invoices = Period.window(SampleAgency.AS_OF, 7, 7);
        PerformanceSummary summary = new PerformanceSummary()
                .row("hazel-us", "validTrackingRate", tracking, 4, 148, "97.30")
                .row("hazel-us", "unitOnTimeDeliveryRate", units, 8, 84, "90.48")
                .row("elder-uk", "unitOnTimeDeliveryRate", units, 3, 14, "78.57")
                .row("elder-de", "unitOnTimeDeliveryRate", units, 2, 61, "96.72")
                .row("elder-fr", "unitOnTimeDeliveryRate", units, 1, 38, "97.37")
                .row("elder-it", "unitOnTimeDeliveryRate", units, 0, 27, "100.00")
                .row("oak-us", "validTrackingRate", tracking, 2, 80, "97.50")
                .row("elder-it", "invoiceDefectRate", invoices, 12, 9, "4.85");
        folder.put("performance-summary.xlsx", Workbooks.xlsx(summary.table, "Performance"));
    }

    private PerformanceSummary row(
            String store, String metric, Period period, int affected, int total, String ratePercent) {
        table.add(store, metric, period.from(), period.to(), "MFN", affected, total, new BigDecimal(ratePercent));
        return this;
    }
}
