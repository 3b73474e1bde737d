package redflag.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import redflag.oracle.RandomAgency.Shop;

/** Writes figures of a {@link RandomAgency} that no order has to do with: business reports, a performance summary. */
final class FigureFiles {

    private static final List<String> VIOLATIONS = List.of(
            "listingPolicyViolations",
            "productAuthenticityCustomerComplaints",
            "productConditionCustomerComplaints",
            "productSafetyCustomerComplaints",
            "receivedIntellectualPropertyComplaints",
            "restrictedProductPolicyViolations",
            "suspectedIntellectualPropertyViolations",
            "foodAndProductSafetyIssues",
            "customerProductReviewsPolicyViolations",
            "otherPolicyViolations",
            "documentRequests");

    /** Ends of bands of the rating, and what lies beside them. */
    private static final List<Integer> SCORES = List.of(0, 99, 100, 199, 200, 249, 250, 1000);

    private final Random random;
    private final LocalDate asOf;
    private final Path account;

    FigureFiles(Random random, LocalDate asOf, Path account) {
        this.random = random;
        this.asOf = asOf;
        this.account = account;
    }

    void write(List<Shop> shops) throws IOException {
        for (Shop shop : shops) {
            if (random.nextInt(3) > 0) {
                business(shop);
            }
        }
        if (random.nextInt(3) > 0) {
            summary(shops);
        }
    }

    /** Thirty days, or one more or less, up to about the as-of day; an older report has other figures of some of them. */
    private void business(Shop shop) throws IOException {
        LocalDate last = asOf.minusDays(List.of(0, 0, 0, 1, 2, -1).get(random.nextInt(6)));
        report(shop, "business-report.csv", last.minusDays(28L + random.nextInt(3)), last);
        if (random.nextInt(3) == 0) {
            report(shop, "business-report-old.csv", asOf.minusDays(45), asOf.minusDays(10));
        }
    }

    /** Now and then a day is not there, or a day's figure. */
    private void report(Shop shop, String name, LocalDate from, LocalDate to) throws IOException {
        DateTimeFormatter written = DateTimeFormatter.ofPattern(shop.country().feedbackDay(), Locale.ENGLISH);
        int size = List.of(1, 3, 60, 60).get(random.nextInt(4));
        LocalDate without = switch (random.nextInt(8)) {
            case 0 -> asOf.minusDays(29);
            case 1 -> to.minusDays(1 + random.nextInt(25));
            default -> LocalDate.MAX;
        };
        LocalDate blank = random.nextInt(8) == 0 ? to.minusDays(random.nextInt(30)) : LocalDate.MAX;
        List<String> rows = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (!day.equals(without)) {
                rows.add(String.join(
                        ",",
                        written.format(day),
                        Integer.toString(random.nextInt(size)),
                        Integer.toString(random.nextInt(1 + size / 9)),
                        Integer.toString(random.nextInt(size)),
                        day.equals(blank) ? "" : Integer.toString(random.nextInt(1 + size / 20))));
            }
        }
        Collections.shuffle(rows, random);
        Path folder = Files.createDirectories(account.resolve(shop.store()));
        Files.writeString(
                folder.resolve(name),
                "Date,Units ordered,Units refunded,Orders shipped,Negative feedback received\n"
                        + String.join("\n", rows)
                        + "\n");
    }

    /** Of the metrics that only a summary has, and of tracking by category. */
    private void summary(List<Shop> shops) throws IOException {
        List<String> rows = new ArrayList<>();
        for (Shop shop : shops) {
            periods(rows, shop, "returnDissatisfactionRate", 0, "");
            periods(rows, shop, "contactResponseWithin24Hours", 0, "");
            for (String category : List.of("Home", "Toys & Games")) {
                periods(rows, shop, "validTrackingRate", 10, category);
            }
        }
        if (!rows.isEmpty()) {
            Collections.shuffle(rows, random);
            Files.writeString(
                    account.resolve("performance-summary.csv"),
                    "Store,Metric,Period-from,Period-to,Category,Affected,Total\n" + String.join("\n", rows) + "\n");
        }
    }

    /** None or some thirty days that end on different ones, now and then after the as-of date. */
    private void periods(List<String> rows, Shop shop, String metric, int lag, String category) {
        for (int behind : List.of(2, 1, 0, -1, -2)) {
            if (random.nextInt(4) == 0) {
                LocalDate to = asOf.minusDays(lag + (long) behind);
                int total = 1 + random.nextInt(300);
                rows.add(String.join(
                        ",",
                        shop.store(),
                        metric,
                        to.minusDays(29).toString(),
                        to.toString(),
                        category,
                        Integer.toString(random.nextInt(1 + Math.min(total, 30))),
                        Integer.toString(total)));
            }
        }
    }

    /** The parts of a marketplace's figures in the account's own report that are no rates of orders; some are not there. */
    List<String> parts() {
        List<String> parts = new ArrayList<>();
        if (random.nextInt(4) > 0) {
            int orders = random.nextInt(5) == 0 ? 0 : 20 + random.nextInt(80);
            int bad = random.nextInt(1 + Math.min(orders, 6));
            parts.add("\"invoiceDefectRate\": {" + range(7, 7) + ", \"orderCount\": " + orders
                    + ", \"invoiceDefect\": {\"count\": " + bad + "}, \"missingInvoice\": {\"count\": " + bad
                    + "}, \"lateInvoice\": {\"count\": 0}, \"status\": \"GOOD\", \"rate\": 0.5}");
        }
        if (random.nextInt(4) > 0) {
            parts.add("\"accountHealthRating\": {" + range(181, 0) + ", \"ahrScore\": "
                    + SCORES.get(random.nextInt(SCORES.size())) + ", \"ahrStatus\": \"GOOD\"}");
        }
        for (String violations : VIOLATIONS) {
            if (random.nextInt(6) > 0) {
                parts.add("\"" + violations + "\": {" + range(180, 0) + ", \"defectsCount\": "
                        + Math.max(0, random.nextInt(8) - 2) + ", \"status\": \"GOOD\"}");
            }
        }
        parts.add("\"policyViolationWarnings\": {" + range(180, 0) + ", \"warningsCount\": " + random.nextInt(2) + "}");
        return parts;
    }

    private String range(int days, int lag) {
        LocalDate last = asOf.minusDays(lag);
        return "\"reportingDateRange\": {\"reportingDateFrom\": \"" + last.minusDays(days - 1L)
                + "T00:00:00Z\", \"reportingDateTo\": \"" + last + "T23:59:59Z\"}";
    }
}
