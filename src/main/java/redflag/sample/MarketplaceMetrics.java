package redflag.sample;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The figures of one marketplace in a {@link PerformanceReport}, filled in the order in which they are called. */
final class MarketplaceMetrics {

    private final PerformanceReport report;
    private final ObjectNode node;

    MarketplaceMetrics(PerformanceReport report, ObjectNode node) {
        this.report = report;
        this.node = node;
    }

    /**
     * Orders and defects of one way of fulfilment, 60 days. Orders with defects are fewer than the signals together when
     * an order has two.
     */
    MarketplaceMetrics orderDefects(
            String fulfilment, int orders, int defects, int feedback, int claims, int chargebacks) {
        ObjectNode parent = node.has("orderDefectRate")
                ? (ObjectNode) node.get("orderDefectRate")
                : node.putObject("orderDefectRate");
        ObjectNode rate = report.window(parent.putObject(fulfilment), 60, 15);
        rate.put("orderCount", orders);
        count(rate, "orderWithDefects", defects);
        count(rate, "claims", claims);
        count(rate, "chargebacks", chargebacks);
        count(rate, "negativeFeedback", feedback);
        rate.put("fulfillmentType", fulfilment);
        PerformanceReport.judgeUnder(rate, defects, orders, "0.01");
        return this;
    }

    private static void count(ObjectNode parent, String name, int count) {
        parent.putObject(name).put("count", count).put("status", count == 0 ? "GOOD" : "BAD");
    }

    /** Late orders of 30 and of 10 days. */
    MarketplaceMetrics lateShipments(int late30, int orders30, int late10, int orders10) {
        late(node.putObject("lateShipmentRate"), 30, late30, orders30);
        var list = node.putArray("lateShipmentRateList");
        late(list.addObject(), 10, late10, orders10);
        late(list.addObject(), 30, late30, orders30);
        return this;
    }

    private void late(ObjectNode rate, int days, int late, int orders) {
        report.window(rate, days, 0).put("orderCount", orders).put("lateShipmentCount", late);
        PerformanceReport.judgeUnder(rate, late, orders, "0.04");
    }

    MarketplaceMetrics cancellations(int cancelled, int orders) {
        ObjectNode rate = node.putObject(report.key("preFulfillmentCancellationRate", "prefulfillmentCancelRate"));
        report.window(rate, 7, 1).put("orderCount", orders).put("cancellationCount", cancelled);
        PerformanceReport.judgeUnder(rate, cancelled, orders, "0.025");
        return this;
    }

    MarketplaceMetrics validTracking(int valid, int packages) {
        ObjectNode rate = report.window(node.putObject("validTrackingRate"), 30, 10);
        rate.put("shipmentCount", packages).put("validTrackingCount", valid);
        PerformanceReport.judgeOver(rate, valid, packages, "0.95");
        return this;
    }

    MarketplaceMetrics onTimeDelivery(int onTime, int packages) {
        ObjectNode rate = report.window(node.putObject("onTimeDeliveryRate"), 30, 10);
        rate.put("shipmentCountWithValidTracking", packages).put("onTimeDeliveryCount", onTime);
        PerformanceReport.judgeOver(rate, onTime, packages, "0.97");
        return this;
    }

    /** Only reports of the US have it. */
    MarketplaceMetrics unitOnTimeDelivery(int onTime, int units) {
        ObjectNode rate = report.window(node.putObject("unitOnTimeDeliveryRate"), 14, 7);
        rate.put("unitOnTimeDeliveryCount", onTime).put("totalUnitCount", units);
        PerformanceReport.judgeOver(rate, onTime, units, "0.9");
        return this;
    }

    /** Orders of companies without an invoice in time; only reports of Europe have it. */
    MarketplaceMetrics invoiceDefects(int missing, int late, int orders) {
        ObjectNode rate = report.window(node.putObject("invoiceDefectRate"), 7, 7);
        rate.put("orderCount", orders);
        count(rate, "invoiceDefect", missing + late);
        count(rate, "missingInvoice", missing);
        count(rate, "lateInvoice", late);
        PerformanceReport.judgeUnder(rate, missing + late, orders, "0.05");
        return this;
    }

    /** The account health rating and the policy counters; categories that {@code counts} leaves out are zero. */
    MarketplaceMetrics health(int score, String status, Map<String, Integer> counts) {
        ObjectNode rating = report.window(node.putObject("accountHealthRating"), 181, 0);
        rating.put("ahrScore", score).put(report.key("ahrStatus", "accountHealthRatingStatus"), status);
        for (String policy : PerformanceReport.POLICIES) {
            int count = counts.getOrDefault(policy, 0);
            String key = policy.equals("documentRequests") ? report.key(policy, "documentRequest") : policy;
            report.window(node.putObject(key), 180, 0)
                    .put("defectsCount", count)
                    .put("status", count == 0 ? "GOOD" : "BAD")
                    .put("targetValue", 0)
                    .put("targetCondition", "EQUALS");
        }
        report.window(node.putObject("policyViolationWarnings"), 180, 0).put("warningsCount", 0);
        node.putArray(report.key("warningStates", "warningState"));
        return this;
    }
}
