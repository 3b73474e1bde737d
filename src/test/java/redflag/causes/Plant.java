package redflag.causes;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import redflag.calendar.BusinessDays;
import redflag.ledger.Code;
import redflag.rules.Metric;

/** Causes that can be planted in a healthy store, each with what looks like it and is none. */
enum Plant {
    /** From 8 November on one business day instead of two; what takes two is late since. */
    HANDLING_TIME_SHORTENED(
            "handling-time-shortened",
            Metric.LATE_SHIPMENT_RATE_30,
            "2026-11-0",
            store -> shorten(store, order -> true, 0.2),
            // as short, and nothing takes longer than it may
            store -> shorten(store, order -> true, 0)),
    HANDLING_TIME_OF_A_PRODUCT_SHORTENED(
            "handling-time-shortened-of-sku",
            Metric.LATE_SHIPMENT_RATE_30,
            "/SKU-03",
            store -> shorten(store, order -> order.sku == 3, 0.8),
            store -> shorten(store, order -> order.sku == 3, 0)),
    DEMAND_SPIKE(
            "demand-spike",
            Metric.LATE_SHIPMENT_RATE_30,
            "2026-11-07/2026-11-09",
            store -> {
                rush(store, 100);
                store.with(order -> delay(store, order, isOfTheRush(order) ? 0.3 : 0));
            },
            // as many orders, in time
            store -> rush(store, 100)),
    CUT_OFF(
            "placed-after-cut-off",
            Metric.LATE_SHIPMENT_RATE_30,
            "1",
            store -> {
                store.with(order -> order.takes = 1);
                store.with(order -> delay(store, order, order.time.getHour() >= 16 ? 0.15 : 0.004));
            },
            // more often late in the evening, and not only then
            store -> store.with(order -> delay(store, order, order.time.getHour() >= 16 ? 0.15 : 0.06))),
    WEEKEND(
            "due-on-weekend",
            Metric.LATE_SHIPMENT_RATE_30,
            "",
            store -> weekends(store, 0.2),
            // due on weekends as well, and as often late as on other days
            store -> weekends(store, 0.02)),
    PUBLIC_HOLIDAY(
            "public-holiday",
            Metric.LATE_SHIPMENT_RATE_30,
            "2026-11-11/US/Veterans Day",
            store -> closed(store, LocalDate.of(2026, 11, 11)),
            // as many days, and no holiday
            store -> closed(store, LocalDate.of(2026, 11, 4))),
    CARRIER_NEVER_VALID(
            "carrier-never-valid",
            Metric.VALID_TRACKING_RATE,
            "Pigeon Post",
            store -> pigeons(store, 1),
            store -> pigeons(store, 0.7)),
    UNTRACKED_SERVICE(
            "untracked-service",
            Metric.VALID_TRACKING_RATE,
            "Letter",
            store -> letters(store, 0.75),
            store -> letters(store, 0.25)),
    DESTINATION_OF_LATE_UNITS(
            "listed-more-often-by-destination",
            Metric.UNIT_ON_TIME_DELIVERY_RATE,
            "CA",
            store -> store.with(order -> order.isDeliveredLate |= order.country.equals("CA") && store.happens(0.25)),
            store -> store.with(order -> order.isDeliveredLate |= store.happens(0.05))),
    CARRIER_OF_LATE_UNITS(
            "listed-more-often-by-carrier",
            Metric.UNIT_ON_TIME_DELIVERY_RATE,
            "USPS",
            store -> store.with(order -> order.isDeliveredLate |= order.carrier.equals("USPS") && store.happens(0.2)),
            store -> store.with(order -> order.isDeliveredLate |= store.happens(0.1))),
    PRODUCT_OF_LATE_UNITS(
            "listed-more-often-by-sku",
            Metric.UNIT_ON_TIME_DELIVERY_RATE,
            "SKU-03",
            store -> store.with(order -> order.isDeliveredLate |= order.sku == 3 && store.happens(0.6)),
            store -> store.with(order -> order.isDeliveredLate |= store.happens(0.05))),
    DAYS_OF_LATE_UNITS(
            "listed-block-of-days",
            Metric.UNIT_ON_TIME_DELIVERY_RATE,
            "2026-11-0",
            store -> store.with(order -> order.isDeliveredLate |= isOfTheStrike(order) && store.happens(0.3)),
            store -> store.with(order -> order.isDeliveredLate |= store.happens(0.1))),
    FEW_LARGE_ORDERS(
            "large-orders",
            Metric.UNIT_ON_TIME_DELIVERY_RATE,
            "",
            store -> largeOnes(store, 60),
            store -> largeOnes(store, 4)),
    DESTINATION_OF_CANCELLATIONS(
            "more-often-by-destination",
            Metric.PRE_FULFILLMENT_CANCELLATION_RATE,
            "MX",
            store -> store.with(order -> order.isCancelled |= order.country.equals("MX") && store.happens(0.5)),
            store -> store.with(order -> order.isCancelled |= store.happens(0.05))),
    DEFECTS_OF_A_PRODUCT_FROM_ONE_DATE(
            "asin-from-one-date",
            Metric.ORDER_DEFECT_RATE,
            PlantedStore.asin(2),
            store -> store.with(order ->
                    order.hasDefect |= order.sku == 2 && order.day >= PlantedStore.LAST - 30 && store.happens(0.4)),
            // the same product, and all the time
            store -> store.with(order -> order.hasDefect |= order.sku == 2 && store.happens(0.1))),
    FEEDBACK_ON_DAMAGE(
            "feedback-damaged",
            Metric.ORDER_DEFECT_RATE,
            "",
            store -> complain(store, Code.DAMAGED, 0.6),
            // as many say something, and something else
            store -> complain(store, Code.DEFECTIVE, 0.6)),
    FEEDBACK_ON_NOTHING_RECEIVED(
            "feedback-not-received",
            Metric.ORDER_DEFECT_RATE,
            "",
            store -> complain(store, Code.NOT_RECEIVED, 0.4),
            // it came, and late
            store -> complain(store, Code.ARRIVED_LATE, 0.4)),
    FEEDBACK_ON_ONE_PRODUCT(
            "feedback-not-as-described",
            Metric.ORDER_DEFECT_RATE,
            PlantedStore.asin(2),
            store -> store.with(order -> {
                order.hasDefect |= order.sku == 2 && store.happens(0.1);
                order.complaints = order.sku == 2 ? Set.of(Code.NOT_AS_DESCRIBED) : Set.of();
            }),
            // as many are wrong with the product, and nobody says how
            store -> store.with(order -> order.hasDefect |= order.sku == 2 && store.happens(0.1))),
    MALFORMED_NUMBERS(
            "number-malformed",
            Metric.VALID_TRACKING_RATE,
            "",
            store -> spoil(store, Code.MALFORMED_NUMBER, 0.5),
            // as many are wrong, and in another way
            store -> spoil(store, Code.NO_NUMBER, 0.5)),
    NUMBERS_ON_SEVERAL_ORDERS(
            "number-on-several-orders",
            Metric.VALID_TRACKING_RATE,
            "",
            store -> spoil(store, Code.NUMBER_ON_SEVERAL_ORDERS, 0.3),
            // as many are wrong, and in another way
            store -> spoil(store, Code.NUMBER_OF_ANOTHER_CARRIER, 0.3)),
    NO_INVOICES(
            "no-business-order-invoiced",
            Metric.INVOICE_DEFECT_RATE,
            "",
            store -> withoutInvoices(store, 1),
            // most are without, and some are not
            store -> withoutInvoices(store, 0.9)),
    NO_INVOICES_OF_NOBODY_KNOWS_HOW_MANY(
            "listed-invoices-all-missing",
            Metric.INVOICE_DEFECT_RATE,
            "",
            store -> {
                store.tellsOfBusinesses = false;
                withoutInvoices(store, 1);
            },
            // as many are on the list, and a few of them were late
            store -> {
                store.tellsOfBusinesses = false;
                store.with(order -> {
                    if (order.isBusiness && !order.isCancelled) {
                        order.invoice = Optional.of(store.happens(0.1) ? Code.LATE_INVOICE : Code.MISSING_INVOICE);
                    }
                });
            }),
    INVOICES_LATE_OVER_THE_WEEKEND(
            "invoices-late-over-weekend",
            Metric.INVOICE_DEFECT_RATE,
            "",
            store -> lateInvoices(store, 0.9, 0),
            // as often late, on whichever day they were shipped
            store -> lateInvoices(store, 0.2, 0.2));

    final String id;
    final Metric metric;
    private final String value;
    private final Consumer<PlantedStore> cause;
    private final Consumer<PlantedStore> nearMiss;

    Plant(String id, Metric metric, String value, Consumer<PlantedStore> cause, Consumer<PlantedStore> nearMiss) {
        this.id = id;
        this.metric = metric;
        this.value = value;
        this.cause = cause;
        this.nearMiss = nearMiss;
    }

    PlantedStore store(long seed) {
        PlantedStore store = healthy(country(), seed);
        cause.accept(store);
        return store;
    }

    PlantedStore nearMiss(long seed) {
        PlantedStore store = healthy(country(), seed);
        nearMiss.accept(store);
        return store;
    }

    /** Invoices are counted in Europe. */
    private String country() {
        return metric == Metric.INVOICE_DEFECT_RATE ? "DE" : "US";
    }

    static PlantedStore healthy(String country, long seed) {
        return new PlantedStore(country, seed, 4400).withBadLuck();
    }

    /** @param cause of one of its stores */
    boolean isIt(Cause cause) {
        return cause.id().equals(id)
                && cause.metric() == metric
                && cause.value().contains(value);
    }

    private static final int RUSH = (int) LocalDate.of(2026, 11, 7).toEpochDay();

    private static void shorten(
            PlantedStore store, java.util.function.Predicate<PlantedStore.Order> which, double takingTwo) {
        store.with(order -> {
            if (which.test(order)) {
                boolean isLate = order.isLate();
                order.due = order.day > RUSH ? BusinessDays.plus(order.day, 1) : order.due;
                order.takes = isLate ? order.takes : store.happens(takingTwo) ? 2 : 1;
            }
        });
    }

    private static void rush(PlantedStore store, int more) {
        for (int day = RUSH; day < RUSH + 3; day++) {
            for (int i = 0; i < more; i++) {
                store.add(day);
            }
        }
    }

    private static boolean isOfTheRush(PlantedStore.Order order) {
        return order.day >= RUSH && order.day < RUSH + 4;
    }

    /** Their units were promised into the window of deliveries. */
    private static boolean isOfTheStrike(PlantedStore.Order order) {
        return order.day >= RUSH - 3 && order.day < RUSH;
    }

    private static void delay(PlantedStore store, PlantedStore.Order order, double probability) {
        if (store.happens(probability)) {
            order.delay();
        }
    }

    /** Due two days after the order, whichever day that is. */
    private static void weekends(PlantedStore store, double risk) {
        store.with(order -> {
            order.due = order.day + 2;
            order.takes = 0;
            if (store.happens(BusinessDays.isOne(order.due) ? 0.02 : risk)) {
                order.delay();
            }
        });
    }

    /** Due on the day or the day after it, and nobody there. */
    private static void closed(PlantedStore store, LocalDate from) {
        int day = (int) from.toEpochDay();
        store.with(order -> delay(store, order, order.due == day || order.due == day + 1 ? 0.4 : 0));
    }

    /** Every tenth order that comes late is one of so many units, all others are of one. */
    private static void largeOnes(PlantedStore store, int units) {
        store.with(order -> order.isDeliveredLate |= store.happens(0.05));
        int late = 0;
        for (PlantedStore.Order order : store.orders) {
            late += order.isDeliveredLate ? 1 : 0;
            order.units = order.isDeliveredLate && late % 10 == 0 ? units : 1;
        }
    }

    private static void pigeons(PlantedStore store, double invalid) {
        store.with(order -> {
            if (store.happens(0.03)) {
                order.carrier = "Pigeon Post";
                order.isUntracked = store.happens(invalid);
            }
        });
    }

    private static void complain(PlantedStore store, Code complaint, double share) {
        store.with(order -> order.complaints = store.happens(share) ? Set.of(complaint) : Set.of());
    }

    private static void spoil(PlantedStore store, Code fault, double share) {
        store.with(order -> order.numberFaults = store.happens(share) ? Set.of(fault) : Set.of());
    }

    private static void withoutInvoices(PlantedStore store, double share) {
        store.with(order -> order.invoice = order.isBusiness && !order.isCancelled && store.happens(share)
                ? Optional.of(Code.MISSING_INVOICE)
                : Optional.empty());
    }

    /** Of what is handed over on a Friday, and of the rest; all buyers are businesses. */
    private static void lateInvoices(PlantedStore store, double onFridays, double otherwise) {
        store.with(order -> {
            boolean isOnFriday = !BusinessDays.isOne(order.handedOver() + 1);
            order.isBusiness = true;
            if (!order.isCancelled && store.happens(isOnFriday ? onFridays : otherwise)) {
                order.invoice = Optional.of(Code.LATE_INVOICE);
            }
        });
    }

    private static void letters(PlantedStore store, double untracked) {
        store.with(order -> {
            if (store.happens(0.05)) {
                order.service = "Letter";
                order.isUntracked = store.happens(untracked);
            }
        });
    }
}
