package redflag.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import redflag.basics.Remark;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Rejection;
import tools.jackson.databind.JsonNode;

/**
 * Reads GET_V2_SELLER_PERFORMANCE_REPORT, plain or wrapped by whoever saved it, by the rules of domain.md §2.3: aliases
 * of the schema's own example, a missing node costs only itself, Amazon's words are kept as they stand, windows are the
 * report's own, what is not known is warned of.
 */
final class AccountHealthJson {

    private static final double LARGEST_RATE = 1_000_000;

    /** Nodes that hold counts under names of their own: node → metric, bad count, good count, total. */
    private record Rate(String metric, List<String> affected, List<String> good, List<String> total) {}

    private static final Rate LATE_SHIPMENTS =
            new Rate("", List.of("lateShipmentCount"), List.of(), List.of("orderCount"));

    private static final Map<String, Rate> RATES = Map.ofEntries(
            Map.entry("preFulfillmentCancellationRate", cancellations()),
            Map.entry("prefulfillmentCancelRate", cancellations()),
            Map.entry(
                    "validTrackingRate",
                    new Rate("validTrackingRate", List.of(), List.of("validTrackingCount"), List.of("shipmentCount"))),
            Map.entry(
                    "onTimeDeliveryRate",
                    new Rate(
                            "onTimeDeliveryRate",
                            List.of(),
                            List.of("onTimeDeliveryCount"),
                            List.of("shipmentCountWithValidTracking"))),
            Map.entry(
                    "unitOnTimeDeliveryRate",
                    new Rate(
                            "unitOnTimeDeliveryRate",
                            List.of(),
                            List.of("unitOnTimeDeliveryCount"),
                            List.of("totalUnitCount"))));

    private static Rate cancellations() {
        return new Rate(
                "preFulfillmentCancellationRate", List.of("cancellationCount"), List.of(), List.of("orderCount"));
    }

    private static final Map<String, String> POLICY_ALIASES = Map.of("documentRequest", "documentRequests");
    private static final Set<String> NOT_FIGURES =
            Set.of("marketplaceId", "warningStates", "warningState", "lateShipmentRateList");

    /** What a figure of it may have. */
    static final Set<Field> FIELDS = Collections.unmodifiableSet(EnumSet.of(
            Field.MARKETPLACE,
            Field.METRIC,
            Field.FULFILMENT,
            Field.FROM,
            Field.TO,
            Field.AFFECTED,
            Field.TOTAL,
            Field.RATE,
            Field.SCORE,
            Field.STATED_ON,
            Field.NEGATIVE_FEEDBACK_COUNT,
            Field.A_TO_Z_CLAIM_COUNT,
            Field.CHARGEBACK_COUNT,
            Field.STATUS));

    private final String file;
    private final ExportKind kind;
    private final FactTable.Builder figures = new FactTable.Builder(FIELDS);
    private final FactTable.Builder states =
            new FactTable.Builder(EnumSet.of(Field.MARKETPLACE, Field.ACCOUNT_STATUS, Field.STATED_ON));
    private final List<Rejection> rejections = new ArrayList<>();
    private final Set<String> unknownKeys = new TreeSet<>();
    private int row;
    private int rejected;

    AccountHealthJson(String file, ExportKind kind) {
        this.file = file;
        this.kind = kind;
    }

    /** The report inside a document, if it holds one. */
    static Optional<JsonNode> find(JsonNode document) {
        return find(document, 0);
    }

    private static Optional<JsonNode> find(JsonNode node, int depth) {
        if (node.isObject() && (node.has("performanceMetrics") || node.has("accountStatuses"))) {
            return Optional.of(node);
        }
        if (depth < 4 && node.isContainer()) {
            for (JsonNode child : node) {
                Optional<JsonNode> found = find(child, depth + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether any count in the report is above zero: two dormant accounts may have equal reports, others not. */
    static boolean carriesFigures(JsonNode report) {
        return report.findValues("orderCount").stream().anyMatch(n -> n.asLong(0) > 0)
                || report.findValues("shipmentCount").stream().anyMatch(n -> n.asLong(0) > 0);
    }

    FileFacts read(JsonNode report, String sha256) {
        JsonNode metrics = report.path("performanceMetrics");
        Map<String, LocalDate> newest = new LinkedHashMap<>();
        List<JsonNode> marketplaces = new ArrayList<>();
        if (metrics.isArray()) {
            metrics.forEach(marketplaces::add);
        } else if (metrics.isObject()) {
            marketplaces.add(metrics);
        }
        for (JsonNode marketplace : marketplaces) {
            String id = text(marketplace.path("marketplaceId"));
            Optional<LocalDate> on = marketplace.findValues("reportingDateTo").stream()
                    .flatMap(to -> day(to).stream())
                    .max(LocalDate::compareTo);
            on.ifPresent(day -> newest.put(id, day));
            marketplace(marketplace, id, on);
        }
        for (JsonNode status : report.path("accountStatuses")) {
            String id = text(status.path("marketplaceId"));
            states.text(Field.MARKETPLACE, id).text(Field.ACCOUNT_STATUS, text(status.path("status")));
            Optional.ofNullable(newest.get(id)).ifPresent(day -> states.day(Field.STATED_ON, day));
            states.endRow(++row);
        }
        List<Remark> warnings = unknownKeys.stream()
                .map(key -> new Remark("warning.unknown-key", Map.of("file", file, "name", key)))
                .toList();
        return new FileFacts(
                file,
                sha256,
                kind.id(),
                kind.version(),
                "UTF-8",
                row,
                rejected,
                rejections,
                warnings,
                Map.of(FactType.PRINTED_FIGURE, figures.build(), FactType.ACCOUNT_STATE, states.build()));
    }

    private void marketplace(JsonNode metrics, String id, Optional<LocalDate> on) {
        Set<String> listed = new TreeSet<>();
        for (JsonNode entry : metrics.path("lateShipmentRateList")) {
            listed.add(lateShipmentMetric(entry));
            rate(id, on, lateShipmentMetric(entry), entry, LATE_SHIPMENTS);
        }
        for (Map.Entry<String, JsonNode> entry : metrics.properties()) {
            String key = entry.getKey();
            JsonNode node = entry.getValue();
            Rate rate = RATES.get(key);
            if (node.isNull()) {
                // said not to be reported: as if it were not there
                continue;
            }
            if (key.equals("lateShipmentRate")) {
                if (!listed.contains(lateShipmentMetric(node))) {
                    rate(id, on, lateShipmentMetric(node), node, LATE_SHIPMENTS);
                }
            } else if (rate != null) {
                rate(id, on, rate.metric(), node, rate);
            } else if (key.equals("orderDefectRate")) {
                orderDefects(id, on, Code.MFN, node.path("mfn"));
                orderDefects(id, on, Code.AFN, node.path("afn"));
            } else if (key.equals("invoiceDefectRate")) {
                counts(id, on, key, node, count(node.path("invoiceDefect"), "count"), count(node, "orderCount"));
            } else if (key.equals("accountHealthRating")) {
                rating(id, on, node);
            } else if (node.has("defectsCount") || node.has("warningsCount")) {
                Optional<Long> affected = count(node, "defectsCount").or(() -> count(node, "warningsCount"));
                counts(id, on, POLICY_ALIASES.getOrDefault(key, key), node, affected, Optional.empty());
            } else if (!NOT_FIGURES.contains(key)) {
                unknownKeys.add(WholeText.of(key));
            }
        }
    }

    /** The list has a 10-day and a 30-day entry; which is which, its days tell. */
    private static String lateShipmentMetric(JsonNode node) {
        Optional<LocalDate> from = day(node.path("reportingDateRange").path("reportingDateFrom"));
        Optional<LocalDate> to = day(node.path("reportingDateRange").path("reportingDateTo"));
        boolean shorter =
                from.isPresent() && to.isPresent() && from.get().plusDays(15).isAfter(to.get());
        return shorter ? "lateShipmentRate10" : "lateShipmentRate30";
    }

    private void rate(String marketplace, Optional<LocalDate> on, String metric, JsonNode node, Rate names) {
        Optional<Long> total = first(node, names.total());
        Optional<Long> affected = first(node, names.affected());
        Optional<Long> good = first(node, names.good());
        if (affected.isEmpty() && good.isPresent() && total.isPresent()) {
            affected = Optional.of(total.get() - good.get());
        }
        counts(marketplace, on, metric, node, affected, total);
    }

    private void orderDefects(String marketplace, Optional<LocalDate> on, Code fulfilment, JsonNode node) {
        if (!node.isObject()) {
            return;
        }
        Optional<Long> affected = count(node.path("orderWithDefects"), "count");
        if (!possible("orderDefectRate", affected, count(node, "orderCount"))) {
            return;
        }
        begin(marketplace, on, "orderDefectRate", node);
        figures.code(Field.FULFILMENT, fulfilment);
        affected.ifPresent(n -> figures.count(Field.AFFECTED, n));
        count(node, "orderCount").ifPresent(n -> figures.count(Field.TOTAL, n));
        fromZero(node.path("claims")).ifPresent(n -> figures.count(Field.A_TO_Z_CLAIM_COUNT, n));
        fromZero(node.path("chargebacks")).ifPresent(n -> figures.count(Field.CHARGEBACK_COUNT, n));
        fromZero(node.path("negativeFeedback")).ifPresent(n -> figures.count(Field.NEGATIVE_FEEDBACK_COUNT, n));
        figures.endRow(row);
    }

    private void counts(
            String marketplace,
            Optional<LocalDate> on,
            String metric,
            JsonNode node,
            Optional<Long> affected,
            Optional<Long> total) {
        if (!possible(metric, affected, total)) {
            return;
        }
        begin(marketplace, on, metric, node);
        affected.ifPresent(n -> figures.count(Field.AFFECTED, n));
        total.ifPresent(n -> figures.count(Field.TOTAL, n));
        figures.endRow(row);
    }

    /** A figure whose counts can't be is rejected as a row of a table would be. */
    private boolean possible(String metric, Optional<Long> affected, Optional<Long> total) {
        boolean fromZero = affected.orElse(0L) >= 0 && total.orElse(0L) >= 0;
        if (fromZero && (affected.isEmpty() || total.isEmpty() || affected.get() <= total.get())) {
            return true;
        }
        row++;
        if (++rejected <= FileFacts.REJECTIONS_KEPT) {
            rejections.add(new Rejection(
                    file,
                    row,
                    Rejection.Reason.CONTRADICTION,
                    metric,
                    affected.map(n -> n + " affected").orElse("")
                            + total.map(n -> " of " + n).orElse(""),
                    "counts from 0 up to their total",
                    Map.of()));
        }
        return false;
    }

    private void rating(String marketplace, Optional<LocalDate> on, JsonNode node) {
        begin(marketplace, on, "accountHealthRating", node);
        count(node, "ahrScore").filter(score -> score >= 0).ifPresent(score -> figures.count(Field.SCORE, score));
        String stated = node.path("ahrStatus")
                .asString(node.path("accountHealthRatingStatus").asString(""));
        if (!stated.isEmpty()) {
            figures.text(Field.STATUS, WholeText.of(stated));
        }
        figures.endRow(row);
    }

    private void begin(String marketplace, Optional<LocalDate> on, String metric, JsonNode node) {
        row++;
        figures.text(Field.MARKETPLACE, marketplace).text(Field.METRIC, metric);
        on.ifPresent(day -> figures.day(Field.STATED_ON, day));
        JsonNode range = node.path("reportingDateRange");
        day(range.path("reportingDateFrom")).ifPresent(day -> figures.day(Field.FROM, day));
        day(range.path("reportingDateTo")).ifPresent(day -> figures.day(Field.TO, day));
        rateOf(node.path("rate")).ifPresent(rate -> figures.text(Field.RATE, rate));
        String status = text(node.path("status"));
        if (!status.isEmpty()) {
            figures.text(Field.STATUS, status);
        }
    }

    private static Optional<String> rateOf(JsonNode rate) {
        double value = rate.isNumber() ? rate.asDouble(Double.NaN) : Double.NaN;
        return Math.abs(value) <= LARGEST_RATE ? Optional.of(rate.decimalValue().toPlainString()) : Optional.empty();
    }

    private static Optional<Long> first(JsonNode node, List<String> names) {
        return names.stream().flatMap(name -> count(node, name).stream()).findFirst();
    }

    private static Optional<Long> count(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isIntegralNumber() && value.canConvertToLong() ? Optional.of(value.asLong()) : Optional.empty();
    }

    private static String text(JsonNode node) {
        return WholeText.of(node.asString(""));
    }

    private static Optional<Long> fromZero(JsonNode node) {
        return count(node, "count").filter(n -> n >= 0);
    }

    /** The day of a moment in UTC, with or without seconds. */
    private static Optional<LocalDate> day(JsonNode moment) {
        String text = moment.asString("");
        try {
            return text.length() < 10 ? Optional.empty() : Optional.of(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
