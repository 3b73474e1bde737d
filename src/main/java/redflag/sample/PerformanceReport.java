package redflag.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import redflag.basics.Marketplace;
import redflag.basics.Period;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a seller performance report (V2, JSON) of one account. Windows end as Amazon's own lag behind the as-of date;
 * {@code rate} is a fraction that agrees with its counts.
 */
final class PerformanceReport {

    /** How the report spells its keys and dates. */
    enum Style {
        /** As the schema names the keys, dates to the second. */
        SCHEMA,
        /** As the schema's example names them where the two differ, dates to the minute. */
        EXAMPLE
    }

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final DefaultPrettyPrinter PRINTER =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private final LocalDate asOf;
    private final Style style;
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final ArrayNode statuses;
    private final ArrayNode metrics;

    PerformanceReport(LocalDate asOf, Style style) {
        this.asOf = asOf;
        this.style = style;
        this.statuses = root.putArray("accountStatuses");
        this.metrics = root.putArray("performanceMetrics");
    }

    /** Begins the figures of one marketplace; {@code accountStatus} is {@code NORMAL}, {@code AT_RISK} and so on. */
    MarketplaceMetrics add(Marketplace marketplace, String accountStatus) {
        statuses.addObject().put("marketplaceId", marketplace.id()).put("status", accountStatus);
        ObjectNode node = metrics.addObject().put("marketplaceId", marketplace.id());
        return new MarketplaceMetrics(this, node);
    }

    byte[] bytes() {
        return written(root);
    }

    /** Inside the envelope that some tools save a response with. */
    byte[] wrapped() {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode().put("status", 200);
        envelope.set("body", root);
        return written(envelope);
    }

    private static byte[] written(ObjectNode node) {
        return MAPPER.writer().with(PRINTER).writeValueAsBytes(node);
    }

    String key(String schema, String example) {
        return style == Style.EXAMPLE ? example : schema;
    }

    /** Adds the window of {@code lengthDays} days that ends {@code lagDays} days before the as-of date. */
    ObjectNode window(ObjectNode node, int lengthDays, int lagDays) {
        Period period = Period.window(asOf, lengthDays, lagDays);
        String seconds = style == Style.EXAMPLE ? "" : ":00";
        String lastSecond = style == Style.EXAMPLE ? "" : ":59";
        node.putObject("reportingDateRange")
                .put("reportingDateFrom", period.from() + "T00:00" + seconds + "Z")
                .put("reportingDateTo", period.to() + "T23:59" + lastSecond + "Z");
        return node;
    }

    /** Adds status, rate and target of a rate that has to stay under its target. */
    static void judgeUnder(ObjectNode node, int affected, int total, String target) {
        judge(
                node,
                affected,
                total,
                target,
                affected == 0 || fraction(affected, total).compareTo(new BigDecimal(target)) < 0);
        node.put("targetCondition", "LESS_THAN");
    }

    /** Adds status, rate and target of a rate that has to stay over its target. */
    static void judgeOver(ObjectNode node, int good, int total, String target) {
        judge(node, good, total, target, total == 0 || fraction(good, total).compareTo(new BigDecimal(target)) > 0);
        node.put("targetCondition", "GREATER_THAN");
    }

    private static void judge(ObjectNode node, int part, int total, String target, boolean good) {
        node.put("status", total == 0 ? "NONE" : good ? "GOOD" : "BAD");
        node.put("rate", total == 0 ? BigDecimal.ZERO : fraction(part, total));
        node.put("targetValue", new BigDecimal(target));
    }

    /** To six places, half up. */
    private static BigDecimal fraction(int part, int total) {
        BigDecimal exact = BigDecimal.valueOf(part).divide(BigDecimal.valueOf(total), 6, RoundingMode.HALF_UP);
        return exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    }

    static final List<String> POLICIES = List.of(
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
}
