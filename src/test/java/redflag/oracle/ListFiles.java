package redflag.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import redflag.oracle.RandomAgency.Shop;

/** Writes what else the account of a {@link RandomAgency} exports: lists of defects, traces of them, printed figures. */
final class ListFiles {

    private static final DateTimeFormatter NAMED = DateTimeFormatter.ofPattern("dd-MMM-uuuu", Locale.ENGLISH);
    private static final String DEFECTS = "Order Id,Order Date,Fulfilled By,Pre-fulfillment Cancellation,Late Shipment,"
            + "Negative Feedback,A-to-z Guarantee claim,Chargeback claim";
    private static final String LATE =
            "Order Date,Order ID,Expected Ship Date,Actual Ship Date,Ship Confirmation Date,Impacts Account Health";
    private static final String CANCELLED = "Order Date,Order ID,Impacts Account Health";
    private static final String FEEDBACK = "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email";
    private static final String RETURNS =
            "Order ID\tOrder date\tReturn request date\tReturn request status\tAmazon RMA ID"
                    + "\tA-to-Z Claim\tASIN\tMerchant SKU\tReturn quantity\tReturn Reason";
    private static final String SETTLEMENT = "settlement-id\tsettlement-start-date\tsettlement-end-date\tdeposit-date"
            + "\ttotal-amount\tcurrency\ttransaction-type\torder-id\tshipment-fee-type\tposted-date\tsku";

    private final Random random;
    private final LocalDate asOf;
    private final Path account;

    ListFiles(Random random, LocalDate asOf, Path account) {
        this.random = random;
        this.asOf = asOf;
        this.account = account;
    }

    void write(Shop shop, RandomAgency.Book book) throws IOException {
        switch (random.nextInt(6)) {
            case 0 -> defects(shop, "order-defects", MadeUpOrder::merchant);
            case 1 -> defects(shop, "order-defects", order -> true);
            case 2 -> header(shop, "order-defects.csv", DEFECTS);
            case 3 -> {
                defects(shop, "order-defects-mfn", MadeUpOrder::merchant);
                defects(shop, "order-defects-afn", order -> !order.merchant());
            }
            default -> {
                // without a list
            }
        }
        switch (random.nextInt(4)) {
            case 0, 1 -> late(shop);
            case 2 -> header(shop, "late-shipments.csv", LATE);
            default -> {
                // without a list
            }
        }
        switch (random.nextInt(book == RandomAgency.Book.LINES_91 ? 6 : 4)) {
            case 0 -> cancelled(shop);
            case 1 -> header(shop, "cancellations.csv", CANCELLED);
            default -> {
                // the orders say it
            }
        }
        if (random.nextInt(3) == 0) {
            feedback(shop);
        }
        if (random.nextInt(3) == 0) {
            returns(shop);
        }
        if (random.nextInt(3) == 0) {
            settlement(shop);
        }
    }

    /** Some orders, the latest and the first of them more often; none where the store has none. */
    private List<MadeUpOrder> some(Shop shop, Predicate<MadeUpOrder> which, int inHundred) {
        List<MadeUpOrder> some = new ArrayList<>();
        for (MadeUpOrder order : shop.orders()) {
            if (which.test(order) && random.nextInt(100) < inHundred) {
                some.add(order);
            }
        }
        return some;
    }

    private Path file(Shop shop, String name, boolean anywhere) throws IOException {
        boolean mixed = anywhere && random.nextInt(3) == 0;
        Path folder = account.resolve(mixed ? "lists" : shop.store());
        return Files.createDirectories(folder).resolve(mixed ? name.replace(".", "-" + shop.store() + ".") : name);
    }

    private void header(Shop shop, String name, String header) throws IOException {
        Files.writeString(file(shop, name, false), header + "\n");
    }

    /** A list without a row would say that there is none; where nothing is to be listed, there is no list. */
    private void rows(Shop shop, String name, boolean anywhere, String header, List<String> rows) throws IOException {
        if (!rows.isEmpty()) {
            Collections.shuffle(rows, random);
            Files.writeString(file(shop, name, anywhere), header + "\n" + String.join("\n", rows) + "\n");
        }
    }

    private String mark() {
        return random.nextInt(3) == 0 ? "X" : "";
    }

    private void defects(Shop shop, String name, Predicate<MadeUpOrder> which) throws IOException {
        List<String> rows = new ArrayList<>();
        for (MadeUpOrder order : some(shop, which, 1 + random.nextInt(4))) {
            for (int i = random.nextInt(8) == 0 ? 2 : 1; i > 0; i--) {
                rows.add(String.join(
                        ",",
                        order.id(),
                        order.day().toString(),
                        order.merchant() ? "Seller" : "Amazon",
                        mark(),
                        mark(),
                        mark(),
                        mark(),
                        mark()));
            }
        }
        rows(shop, name + ".csv", true, DEFECTS, rows);
    }

    private void late(Shop shop) throws IOException {
        List<String> rows = new ArrayList<>();
        for (MadeUpOrder order : some(shop, MadeUpOrder::merchant, 1 + random.nextInt(8))) {
            rows.add(order.day() + "," + order.id() + "," + order.shipBy() + "," + order.shipBy() + "," + order.shipBy()
                    + "," + (random.nextInt(4) == 0 ? "No" : "Yes"));
        }
        rows(shop, "late-shipments.csv", true, LATE, rows);
    }

    private void cancelled(Shop shop) throws IOException {
        List<String> rows = new ArrayList<>();
        for (MadeUpOrder order : some(shop, MadeUpOrder::merchant, 1 + random.nextInt(8))) {
            rows.add(order.day() + "," + order.id() + "," + (random.nextInt(4) == 0 ? "No" : "Yes"));
        }
        rows(shop, "cancellations.csv", true, CANCELLED, rows);
    }

    /** A day on which something befell the order, now and then just before or after the end of the as-of day. */
    private LocalDate later(MadeUpOrder order) {
        return random.nextInt(4) == 0
                ? asOf.plusDays(random.nextInt(2))
                : order.day().plusDays(random.nextInt(40));
    }

    private void feedback(Shop shop) throws IOException {
        DateTimeFormatter day = DateTimeFormatter.ofPattern(shop.country().feedbackDay(), Locale.ENGLISH);
        List<String> rows = new ArrayList<>();
        for (MadeUpOrder order : some(shop, order -> true, 5)) {
            rows.add(String.join(
                    "\t",
                    day.format(later(order)),
                    Integer.toString(1 + random.nextInt(5)),
                    "never \"came",
                    "",
                    order.id(),
                    "b@example.com"));
        }
        rows(shop, "feedback.txt", false, FEEDBACK, rows);
    }

    private void returns(Shop shop) throws IOException {
        List<String> rows = new ArrayList<>();
        for (MadeUpOrder order : some(shop, MadeUpOrder::merchant, 5)) {
            rows.add(String.join(
                    "\t",
                    order.id(),
                    NAMED.format(order.day()),
                    NAMED.format(later(order)),
                    "Approved",
                    "R1",
                    random.nextInt(3) == 0 ? "Y" : "N",
                    "B0MADEUP01",
                    "SKU-0",
                    "1",
                    "CR-DEFECTIVE"));
        }
        rows(shop, "returns.txt", true, RETURNS, rows);
    }

    private void settlement(Shop shop) throws IOException {
        List<String> rows = new ArrayList<>();
        for (MadeUpOrder order : some(shop, o -> true, 5)) {
            Instant midnight =
                    later(order).plusDays(1).atStartOfDay(shop.country().zone()).toInstant();
            rows.add(String.join(
                    "\t",
                    "10000000001",
                    "",
                    "",
                    "",
                    "",
                    "",
                    List.of("Order", "Refund", "A-to-z Guarantee Refund", "Chargeback Refund")
                            .get(random.nextInt(4)),
                    order.id(),
                    "",
                    midnight.plusSeconds(random.nextInt(3) - 1L).toString(),
                    "SKU-0"));
        }
        rows(shop, "settlement.txt", false, SETTLEMENT, rows);
    }

    /** The account's own report: counts that have nothing to do with its orders, some totals of zero. */
    void printed(List<Shop> shops, FigureFiles figures) throws IOException {
        List<String> markets = new ArrayList<>();
        for (Shop shop : shops) {
            List<String> parts = new ArrayList<>();
            parts.add("\"marketplaceId\": \"" + shop.country().id() + "\"");
            parts.add("\"orderDefectRate\": {\"mfn\": " + orderDefects() + ", \"afn\": " + orderDefects() + "}");
            parts.add("\"lateShipmentRateList\": ["
                    + rate("orderCount", "lateShipmentCount", 10, 0, false) + ", "
                    + rate("orderCount", "lateShipmentCount", 30, 0, false) + "]");
            parts.add("\"preFulfillmentCancellationRate\": " + rate("orderCount", "cancellationCount", 7, 1, false));
            parts.add("\"validTrackingRate\": " + rate("shipmentCount", "validTrackingCount", 30, 10, true));
            parts.add("\"onTimeDeliveryRate\": "
                    + rate("shipmentCountWithValidTracking", "onTimeDeliveryCount", 30, 10, true));
            parts.add("\"unitOnTimeDeliveryRate\": " + rate("totalUnitCount", "unitOnTimeDeliveryCount", 14, 7, true));
            parts.addAll(figures.parts());
            markets.add("{" + String.join(", ", parts) + "}");
        }
        Files.writeString(
                account.resolve("account-health.json"),
                "{\"accountStatuses\": [], \"performanceMetrics\": [" + String.join(",\n", markets) + "]}\n");
    }

    private String range(int days, int lag) {
        LocalDate last = asOf.minusDays(lag);
        return "\"reportingDateRange\": {\"reportingDateFrom\": \"" + last.minusDays(days - 1L)
                + "T00:00:00Z\", \"reportingDateTo\": \"" + last + "T23:59:59Z\"}";
    }

    private String rate(String total, String counted, int days, int lag, boolean ofTheGood) {
        int all = random.nextInt(5) == 0 ? random.nextInt(2) : 100 + random.nextInt(400);
        int bad = random.nextInt(1 + Math.min(all, 20));
        return "{" + range(days, lag) + ", \"" + total + "\": " + all + ", \"" + counted + "\": "
                + (ofTheGood ? all - bad : bad) + ", \"status\": \"GOOD\", \"rate\": 0.5}";
    }

    private String orderDefects() {
        int all = random.nextInt(5) == 0 ? 0 : 100 + random.nextInt(400);
        int bad = random.nextInt(1 + Math.min(all, 9));
        return "{" + range(60, 15) + ", \"orderCount\": " + all + ", \"orderWithDefects\": {\"count\": " + bad
                + "}, \"claims\": {\"count\": " + bad + "}, \"chargebacks\": {\"count\": 0}, \"negativeFeedback\":"
                + " {\"count\": " + bad / 2 + "}, \"status\": \"GOOD\", \"rate\": 0.5}";
    }
}
