package redflag.causes;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import redflag.OneStore;
import redflag.basics.Store;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Moments;
import redflag.ledger.StoreLedger;
import redflag.metrics.Finding;
import redflag.metrics.Measurements;
import redflag.metrics.MeasuringRules;
import redflag.past.Past;
import redflag.rules.Metric;
import redflag.rules.TargetFile;
import redflag.stock.Stock;

/** A store of the US whose orders are late by chance, and more often where a cause is planted. */
final class MadeUpStore {

    static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final Store US = OneStore.of("US");

    /** An order before it is known whether it is late. */
    record Order(LocalDate day, LocalTime time, int sku, String service, String carrier, int units) {}

    /** The probability with which an order is late. */
    @FunctionalInterface
    interface Risk {
        double of(Order order);
    }

    private final List<Order> orders = new ArrayList<>();
    private final List<Boolean> late = new ArrayList<>();

    /** Orders of 60 days, busier products and services among them. */
    MadeUpStore(long seed, int count, Risk risk) {
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            Order order = new Order(
                    AS_OF.minusDays(random.nextInt(60)),
                    LocalTime.of(random.nextInt(24), random.nextInt(60)),
                    (int) (30 * Math.pow(random.nextDouble(), 2)),
                    random.nextInt(4) == 0 ? "Expedited" : "Standard",
                    List.of("UPS", "USPS", "FedEx").get(random.nextInt(3)),
                    1 + (int) (4 * Math.pow(random.nextDouble(), 3)));
            orders.add(order);
            late.add(random.nextDouble() < risk.of(order));
        }
    }

    static String sku(int number) {
        return "SKU-%02d".formatted(number);
    }

    /** The causes of the late shipments of 30 days. */
    List<Cause> causes() {
        StoreLedger ledger = ledger();
        List<Finding> findings =
                Measurements.of(ledger, TargetFile.shipped(), MeasuringRules.standard(), Past.none()).stream()
                        .filter(finding -> finding.reading().metric() == Metric.LATE_SHIPMENT_RATE_30)
                        .toList();
        return Causes.of(ledger, findings, Stock.none(), List.of()).metrics().stream()
                .flatMap(metric -> metric.causes().stream())
                .toList();
    }

    private StoreLedger ledger() {
        FactTable.Builder lines = new FactTable.Builder(EnumSet.of(
                Field.ORDER,
                Field.PURCHASED,
                Field.ORDER_STATUS,
                Field.FULFILMENT,
                Field.SALES_CHANNEL,
                Field.SKU,
                Field.ASIN,
                Field.QUANTITY,
                Field.SHIP_SERVICE,
                Field.CARRIER));
        FactTable.Builder list = new FactTable.Builder(EnumSet.of(Field.ORDER));
        for (int number = 0; number < orders.size(); number++) {
            Order order = orders.get(number);
            String id = "111-%07d-0000001".formatted(number);
            lines.order(id)
                    .moment(
                            Field.PURCHASED,
                            Moments.ofEpochSecond(order.day()
                                    .atTime(order.time())
                                    .atZone(US.marketplace().zone())
                                    .toEpochSecond()))
                    .code(Field.ORDER_STATUS, Code.SHIPPED)
                    .code(Field.FULFILMENT, Code.MFN)
                    .text(Field.SALES_CHANNEL, "Amazon.com")
                    .text(Field.SKU, sku(order.sku()))
                    // two SKUs of one product
                    .text(Field.ASIN, "B0%08d".formatted(order.sku() / 2))
                    .count(Field.QUANTITY, order.units())
                    .text(Field.SHIP_SERVICE, order.service())
                    .text(Field.CARRIER, order.carrier())
                    .endRow(number + 2);
            if (late.get(number)) {
                list.order(id).endRow(number + 2);
            }
        }
        return OneStore.ledger(
                US, AS_OF, List.of(file(FactType.ORDER_LINE, lines), file(FactType.LATE_SHIPMENT, list)));
    }

    private static FileFacts file(FactType type, FactTable.Builder builder) {
        FactTable table = builder.build();
        return OneStore.file(type, table);
    }
}
