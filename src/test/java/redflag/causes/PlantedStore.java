package redflag.causes;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import redflag.OneStore;
import redflag.basics.Store;
import redflag.calendar.BusinessDays;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Moments;
import redflag.ledger.StoreLedger;
import redflag.metrics.Measurements;
import redflag.metrics.MeasuringRules;
import redflag.past.Past;
import redflag.rules.Metric;
import redflag.rules.TargetFile;
import redflag.stock.Stock;

/**
 * A store over 110 days, with all of Amazon's lists: healthy until somebody does something to its orders. Orders have two
 * business days to be handed over, most take one, and five days until they are promised. Every third is of a business customer.
 */
final class PlantedStore {

    static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    static final int FIRST = (int) AS_OF.minusDays(109).toEpochDay();
    static final int LAST = (int) AS_OF.toEpochDay();
    /** An order, and what befell it. */
    static final class Order {
        int day;
        LocalTime time = LocalTime.NOON;
        int sku;
        String service = "Standard";
        String carrier = "UPS";
        String country = "US";
        int units = 1;
        /** The day until which it is due, since 1970-01-01. */
        int due;
        /** Business days that it takes until it is handed over. */
        int takes;

        boolean isUntracked;
        boolean isDeliveredLate;
        boolean hasDefect;
        boolean isBusiness;
        /** Of business customers, in Europe: what Amazon's list says of its invoice. */
        Optional<Code> invoice = Optional.empty();

        boolean isCancelled;
        /** What the feedback on an order with a defect complains of. */
        Set<Code> complaints = Set.of();
        /** What is wrong with the number of an untracked one. */
        Set<Code> numberFaults = Set.of();

        /** Whether it is on Amazon's list of late shipments. */
        boolean isLate() {
            return handedOver() > due;
        }

        int handedOver() {
            return BusinessDays.plus(day, takes);
        }

        /** Late by one business day. */
        void delay() {
            takes = Math.max(1, BusinessDays.between(day, due) + 1);
        }
    }

    final List<Order> orders = new ArrayList<>();
    final Random random;
    /** Whether the order export has a column for business customers. */
    boolean tellsOfBusinesses = true;

    private final Random luckOfInvoices;
    private final Store store;

    /** In the US. */
    PlantedStore(long seed, int count) {
        this("US", seed, count);
    }

    PlantedStore(String country, long seed, int count) {
        store = OneStore.of(country);
        random = new Random(seed);
        luckOfInvoices = new Random(-seed);
        for (int i = 0; i < count; i++) {
            add(FIRST + random.nextInt(LAST - FIRST + 1));
        }
    }

    Order add(int day) {
        Order order = new Order();
        order.day = day;
        order.time = LocalTime.of(random.nextInt(24), random.nextInt(60));
        order.sku = (int) (30 * Math.pow(random.nextDouble(), 2));
        order.service = random.nextInt(4) == 0 ? "Expedited" : "Standard";
        order.carrier = List.of("UPS", "USPS", "FedEx").get(random.nextInt(3));
        order.country = List.of("US", "US", "US", "US", "US", "US", "US", "US", "CA", "MX")
                .get(random.nextInt(10));
        order.units = 1 + (int) (4 * Math.pow(random.nextDouble(), 3));
        order.due = BusinessDays.plus(day, 2);
        order.takes = 1;
        order.isBusiness = orders.size() % 3 == 0;
        orders.add(order);
        return order;
    }

    /**
     * What befalls orders of any store: 2 % are late, 2 % without tracking, 3 % late at the buyer's, 0.5 % have a defect;
     * of business orders 2 % have no invoice, and of 2 % it is late.
     */
    PlantedStore withBadLuck() {
        return with(order -> {
            if (random.nextDouble() < 0.02) {
                order.delay();
            } else if (random.nextDouble() < 0.02) {
                order.isUntracked = true;
            } else if (random.nextDouble() < 0.03) {
                order.isDeliveredLate = true;
            } else if (random.nextDouble() < 0.005) {
                order.hasDefect = true;
            } else if (random.nextDouble() < 0.02) {
                order.isCancelled = true;
            }
            if (order.isBusiness && !order.isCancelled && luckOfInvoices.nextDouble() < 0.04) {
                order.invoice = Optional.of(luckOfInvoices.nextBoolean() ? Code.MISSING_INVOICE : Code.LATE_INVOICE);
            }
        });
    }

    PlantedStore with(Consumer<Order> change) {
        orders.forEach(change);
        return this;
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    static String sku(int number) {
        return "SKU-%02d".formatted(number);
    }

    static String asin(int number) {
        return "B0%08d".formatted(number);
    }

    /** The causes of all metrics. */
    List<Cause> causes() {
        StoreLedger ledger = ledger();
        return Causes.of(
                        ledger,
                        Measurements.of(ledger, TargetFile.shipped(), MeasuringRules.standard(), Past.none()),
                        Stock.none(),
                        List.of())
                .metrics()
                .stream()
                .flatMap(metric -> metric.causes().stream())
                .toList();
    }

    List<Cause> causes(Metric metric) {
        return causes().stream().filter(cause -> cause.metric() == metric).toList();
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
                Field.SHIP_COUNTRY,
                Field.CARRIER,
                Field.EXPECTED_SHIP,
                Field.BUSINESS_ORDER,
                Field.BUYER_REQUESTED_CANCELLATION));
        FactTable.Builder late = new FactTable.Builder(
                EnumSet.of(Field.ORDER, Field.EXPECTED_SHIP, Field.SHIPPED, Field.SHIP_CONFIRMED));
        FactTable.Builder packages = new FactTable.Builder(EnumSet.of(
                Field.ORDER, Field.EXPECTED_DELIVERY, Field.CARRIER, Field.SHIP_SERVICE, Field.NUMBER_FAULTS));
        FactTable.Builder feedback = new FactTable.Builder(EnumSet.of(Field.ORDER, Field.RATING, Field.COMPLAINTS));
        FactTable.Builder units = new FactTable.Builder(EnumSet.of(
                Field.ORDER, Field.EXPECTED_DELIVERY, Field.QUANTITY, Field.SKU, Field.CARRIER, Field.SHIP_SERVICE));
        FactTable.Builder defects =
                new FactTable.Builder(EnumSet.of(Field.ORDER, Field.FULFILMENT, Field.NEGATIVE_FEEDBACK));
        FactTable.Builder invoices = new FactTable.Builder(EnumSet.of(Field.ORDER, Field.SHIPPED, Field.DEFECT_KIND));
        for (int number = 0; number < orders.size(); number++) {
            Order order = orders.get(number);
            String id = "111-%07d-0000001".formatted(number);
            int row = number + 2;
            line(lines, id, order, number + 2);
            long promised = moment(order.day + 5);
            if (order.isCancelled) {
                continue;
            }
            if (order.isLate() && order.handedOver() <= LAST) {
                late.order(id)
                        .moment(Field.EXPECTED_SHIP, moment(order.due))
                        .moment(Field.SHIPPED, moment(order.handedOver()))
                        .moment(Field.SHIP_CONFIRMED, moment(order.handedOver()))
                        .endRow(number + 2);
            }
            if (order.isUntracked) {
                packages.order(id)
                        .moment(Field.EXPECTED_DELIVERY, promised)
                        .text(Field.CARRIER, order.carrier)
                        .text(Field.SHIP_SERVICE, order.service)
                        .signs(Field.NUMBER_FAULTS, order.numberFaults)
                        .endRow(number + 2);
            }
            if (order.isDeliveredLate) {
                units.order(id)
                        .moment(Field.EXPECTED_DELIVERY, promised)
                        .count(Field.QUANTITY, order.units)
                        .text(Field.SKU, sku(order.sku))
                        .text(Field.CARRIER, order.carrier)
                        .text(Field.SHIP_SERVICE, order.service)
                        .endRow(number + 2);
            }
            if (order.hasDefect) {
                defects.order(id)
                        .code(Field.FULFILMENT, Code.MFN)
                        .flag(Field.NEGATIVE_FEEDBACK, true)
                        .endRow(number + 2);
                feedback.order(id)
                        .count(Field.RATING, 1)
                        .signs(Field.COMPLAINTS, order.complaints)
                        .endRow(number + 2);
            }
            order.invoice.ifPresent(defect -> invoices.order(id)
                    .moment(Field.SHIPPED, moment(order.handedOver()))
                    .code(Field.DEFECT_KIND, defect)
                    .endRow(row));
        }
        return OneStore.ledger(
                store,
                AS_OF,
                List.of(
                        file(FactType.ORDER_LINE, lines),
                        file(FactType.LATE_SHIPMENT, late),
                        file(FactType.UNTRACKED_PACKAGE, packages),
                        file(FactType.LATE_DELIVERY, units),
                        file(FactType.ORDER_DEFECT, defects),
                        file(FactType.DEFECT_TRACE, feedback),
                        file(FactType.INVOICE_DEFECT, invoices)));
    }

    private void line(FactTable.Builder lines, String id, Order order, int row) {
        lines.order(id)
                .moment(
                        Field.PURCHASED,
                        Moments.ofEpochSecond(LocalDate.ofEpochDay(order.day)
                                .atTime(order.time)
                                .atZone(store.marketplace().zone())
                                .toEpochSecond()))
                .code(Field.ORDER_STATUS, order.isCancelled ? Code.CANCELLED : Code.SHIPPED)
                .code(Field.FULFILMENT, Code.MFN)
                .text(Field.SALES_CHANNEL, store.marketplace().salesChannel())
                .text(Field.SKU, sku(order.sku))
                .text(Field.ASIN, asin(order.sku))
                .count(Field.QUANTITY, order.units)
                .text(Field.SHIP_SERVICE, order.service)
                .text(Field.SHIP_COUNTRY, order.country)
                .text(Field.CARRIER, order.carrier)
                .moment(Field.EXPECTED_SHIP, moment(order.due))
                .flag(Field.BUYER_REQUESTED_CANCELLATION, false);
        if (tellsOfBusinesses) {
            lines.flag(Field.BUSINESS_ORDER, order.isBusiness);
        }
        lines.endRow(row);
    }

    private static long moment(int day) {
        return Moments.ofDay(LocalDate.ofEpochDay(day));
    }

    private static FileFacts file(FactType type, FactTable.Builder builder) {
        return OneStore.file(type, builder.build());
    }
}
