package redflag.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.AccountId;
import redflag.basics.Fulfilment;
import redflag.basics.Marketplace;
import redflag.basics.Marketplaces;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.basics.Remark;
import redflag.basics.Store;
import redflag.basics.StoreId;
import redflag.causes.Causes;
import redflag.changes.History;
import redflag.documents.Documents;
import redflag.ledger.Code;
import redflag.ledger.Rejection;
import redflag.ledger.SkuSales.Pace;
import redflag.ledger.Source;
import redflag.metrics.Finding;
import redflag.metrics.Freshness;
import redflag.metrics.MeasuringRules;
import redflag.notices.Notices;
import redflag.reconciliation.Reconciliation;
import redflag.reconciliation.Reconciliation.Difference;
import redflag.reconciliation.Reconciliation.Explanation;
import redflag.reconciliation.Reconciliation.Kind;
import redflag.risk.AmazonState;
import redflag.risk.RiskLevel;
import redflag.risk.Verdict;
import redflag.rules.Figure;
import redflag.rules.Headroom;
import redflag.rules.Metric;
import redflag.rules.Status;
import redflag.stock.Product;
import redflag.stock.Product.Flag;
import redflag.stock.Stock;

/** Reports made by hand, with one of each thing that a report can say. */
final class SampleReports {

    static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    static final String FORMULA = "=HYPERLINK(\"http://evil.example\",\"click\")";

    private static final Marketplace US = Marketplaces.known().find("US").orElseThrow();

    private SampleReports() {}

    static Store store(String id, String name) {
        return new Store(
                new StoreId(id),
                new AccountId("acme"),
                US,
                name,
                Optional.empty(),
                "en",
                "mia@agency.example",
                List.of());
    }

    /** Off target by orders of its own, with a plan, rejected rows, a broken file and missing exports. */
    static RiskReport offTarget() {
        List<Finding> findings = new ArrayList<>();
        findings.add(SampleFindings.orderDefects());
        findings.add(new Finding(
                SampleFindings.rate(
                        Metric.LATE_SHIPMENT_RATE_10,
                        3,
                        82,
                        Status.WATCH,
                        new Headroom(Optional.of(0L), Optional.of(0L), Optional.empty())),
                List.of(SampleFindings.defect(
                        900, LocalDate.of(2026, 11, 15), List.of("LATE_SHIPMENT"), Optional.of("+SKU-9")))));
        findings.add(new Finding(
                SampleFindings.rate(
                        Metric.LATE_SHIPMENT_RATE_30,
                        7,
                        290,
                        Status.ON_TARGET,
                        new Headroom(Optional.of(4L), Optional.of(4L), Optional.empty())),
                List.of()));
        findings.add(new Finding(
                SampleFindings.rate(
                        Metric.PRE_FULFILLMENT_CANCELLATION_RATE,
                        0,
                        61,
                        Status.ON_TARGET,
                        new Headroom(Optional.of(1L), Optional.of(1L), Optional.empty())),
                List.of()));
        findings.add(SampleFindings.unknown(Metric.VALID_TRACKING_RATE, Remark.of("why.missing")));
        findings.add(new Finding(
                SampleFindings.rate(
                        Metric.ON_TIME_DELIVERY_RATE,
                        40,
                        290,
                        Status.OFF_TARGET,
                        new Headroom(Optional.empty(), Optional.empty(), Optional.of(1044L))),
                List.of()));
        findings.add(SampleFindings.unknown(Metric.UNIT_ON_TIME_DELIVERY_RATE, Remark.of("why.nothing-to-count")));
        findings.add(SampleFindings.single(Metric.ACCOUNT_HEALTH_RATING, new Figure.Score(312), Status.ON_TARGET));
        for (Metric metric : Metric.values()) {
            if (metric.form() == Metric.Form.COUNT && metric.isAlwaysReported() && SampleFindings.hasTarget(metric)) {
                boolean received = metric == Metric.RECEIVED_INTELLECTUAL_PROPERTY_COMPLAINTS;
                findings.add(SampleFindings.single(
                        metric, new Figure.Count(received ? 2 : 0), received ? Status.WATCH : Status.ON_TARGET));
            }
        }
        return new RiskReport(
                AS_OF,
                "0.1.0",
                "9f2c".repeat(16),
                store("acme-us", "Acme & Sons Outdoor"),
                new Verdict(RiskLevel.OFF_TARGET, List.of("orderDefectRate"), false),
                Optional.of(new AmazonState(
                        Optional.of(AmazonState.Known.NORMAL), "NORMAL", Optional.of(LocalDate.of(2026, 11, 21)))),
                findings,
                SampleCauses.of(findings.get(0)),
                List.of(SamplePlans.plan()),
                List.of(),
                SamplePlans.measures(),
                SampleFindings.TARGETS,
                reconciliations(),
                Optional.of(new Previous(
                        AS_OF.minusDays(1),
                        List.of(
                                SampleFindings.past(
                                        Metric.ORDER_DEFECT_RATE, Optional.of(Fulfilment.MFN), Status.WATCH),
                                SampleFindings.past(Metric.LATE_SHIPMENT_RATE_10, Optional.empty(), Status.ON_TARGET),
                                SampleFindings.past(Metric.DOCUMENT_REQUESTS, Optional.empty(), Status.WATCH)))),
                dataQuality(),
                History.none(),
                SampleGates.gates(),
                stock(),
                SampleNotices.ofAllSorts(store("acme-us", "Acme & Sons Outdoor"), AS_OF),
                SampleDocuments.of(SampleNotices.rows(), store("acme-us", "Acme & Sons Outdoor"), AS_OF),
                List.of(),
                MeasuringRules.standard());
    }

    /** The same for managers who read Chinese, with a reading copy of its plan. */
    static RiskReport offTargetInChinese() {
        RiskReport report = offTarget();
        Store of = report.store();
        return new RiskReport(
                report.asOf(),
                report.version(),
                report.rulesHash(),
                new Store(
                        of.id(),
                        of.account(),
                        of.marketplace(),
                        of.name(),
                        of.sellerSince(),
                        "zh",
                        of.manager(),
                        of.cc()),
                report.verdict(),
                report.amazon(),
                report.findings(),
                report.causes(),
                report.plans(),
                List.of(SamplePlans.readingCopy()),
                SamplePlans.measuresReadInChinese(),
                report.targets(),
                report.reconciliations(),
                report.previous(),
                report.dataQuality(),
                report.history(),
                report.gates(),
                report.stock(),
                report.notices(),
                report.documents(),
                report.packs(),
                report.rules());
    }

    /** Nothing to tell: no defect, no plan, no file. */
    static RiskReport healthy() {
        List<Finding> findings = List.of(
                new Finding(
                        SampleFindings.rate(
                                Metric.LATE_SHIPMENT_RATE_30,
                                0,
                                1204,
                                Status.ON_TARGET,
                                new Headroom(Optional.of(48L), Optional.of(50L), Optional.empty())),
                        List.of()),
                SampleFindings.single(Metric.ACCOUNT_HEALTH_RATING, new Figure.Score(1000), Status.ON_TARGET),
                SampleFindings.single(Metric.LISTING_POLICY_VIOLATIONS, new Figure.Count(0), Status.ON_TARGET),
                SampleFindings.single(Metric.DOCUMENT_REQUESTS, new Figure.Count(0), Status.ON_TARGET));
        return new RiskReport(
                AS_OF,
                "0.1.0",
                "9f2c".repeat(16),
                store("birch-us", "Birch"),
                new Verdict(RiskLevel.HEALTHY, List.of(), false),
                Optional.empty(),
                findings,
                Causes.none(),
                List.of(),
                List.of(),
                List.of(),
                SampleFindings.TARGETS,
                List.of(),
                Optional.empty(),
                new DataQuality(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
                History.none(),
                List.of(),
                Stock.none(),
                Notices.none(),
                Documents.none(),
                List.of(),
                MeasuringRules.standard());
    }

    /** The same with another statement of Amazon's. */
    static RiskReport stated(RiskReport report, AmazonState amazon) {
        return new RiskReport(
                report.asOf(),
                report.version(),
                report.rulesHash(),
                report.store(),
                report.verdict(),
                Optional.of(amazon),
                report.findings(),
                report.causes(),
                report.plans(),
                report.readingCopies(),
                report.measures(),
                report.targets(),
                report.reconciliations(),
                report.previous(),
                report.dataQuality(),
                report.history(),
                report.gates(),
                report.stock(),
                report.notices(),
                report.documents(),
                report.packs(),
                report.rules());
    }

    private static Stock stock() {
        Source listed = new Source("acme/listings.txt", 2);
        return new Stock(
                List.of(
                        new Product(
                                "TENT-1",
                                Optional.of("B0TENT0001"),
                                Optional.of("Tent for two"),
                                Optional.of(Code.MFN),
                                Optional.of(0L),
                                Optional.of(2L),
                                Optional.empty(),
                                Optional.of(new Pace(42, 28)),
                                Optional.of(0L),
                                Optional.of(AS_OF),
                                Optional.of(AS_OF.minusDays(3)),
                                EnumSet.of(Flag.CANCELLED_TWICE_IN_A_ROW, Flag.LIVE_WITHOUT_STOCK),
                                listed),
                        new Product(
                                FORMULA,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(Code.AFN),
                                Optional.of(30L),
                                Optional.empty(),
                                Optional.of(12L),
                                Optional.of(new Pace(90, 30)),
                                Optional.of(10L),
                                Optional.of(AS_OF.plusDays(11)),
                                Optional.empty(),
                                EnumSet.of(Flag.LOW_COVER),
                                listed)),
                Optional.of(new Stock.Export("acme/listings.txt", Optional.of(AS_OF), false)),
                Optional.of(new Stock.Export("acme/afn.txt", Optional.of(AS_OF.minusDays(9)), true)),
                Map.of());
    }

    private static List<Reconciliation> reconciliations() {
        Period printed = new Period(LocalDate.of(2026, 9, 8), LocalDate.of(2026, 11, 6));
        return List.of(new Reconciliation(
                Metric.ORDER_DEFECT_RATE,
                Optional.of(Fulfilment.MFN),
                new Figure.Counts(new Rate(11, 809)),
                Optional.of(printed),
                new Rate(12, 812),
                new Period(LocalDate.of(2026, 9, 9), LocalDate.of(2026, 11, 7)),
                List.of(new Explanation(
                        Kind.OTHER_DAYS,
                        Optional.of(new Difference(-1, -4)),
                        Optional.of(printed),
                        List.of("113-4477768-0617298"))),
                Optional.of(new Difference(0, 1))));
    }

    private static DataQuality dataQuality() {
        return new DataQuality(
                List.of(
                        new FileRead(
                                "acme/all-orders.txt",
                                "allOrders",
                                "All Orders report",
                                "ab12".repeat(16),
                                "UTF-8",
                                5231,
                                5229,
                                2,
                                Optional.empty(),
                                Optional.empty(),
                                List.of()),
                        new FileRead(
                                "acme/order-defects-2026-11-21.csv",
                                "orderDefects",
                                "Order defects download",
                                "cd34".repeat(16),
                                "windows-1252",
                                14,
                                14,
                                0,
                                Optional.empty(),
                                Optional.empty(),
                                List.of()),
                        new FileRead(
                                "acme/" + "late-shipments".repeat(4) + ".xlsx",
                                "lateShipments",
                                "Late shipments download",
                                "ef56".repeat(16),
                                "",
                                0,
                                0,
                                0,
                                Optional.empty(),
                                Optional.empty(),
                                List.of())),
                List.of(
                        new Rejection(
                                "acme/all-orders.txt",
                                77,
                                Rejection.Reason.BAD_VALUE,
                                "purchase-date",
                                "31/31/2026",
                                "a date such as 2026-11-22T10:00:00+00:00",
                                Map.of("amazon-order-id", "112-0001077-4002077")),
                        new Rejection(
                                "acme/all-orders.txt",
                                1204,
                                Rejection.Reason.MISSING_VALUE,
                                "amazon-order-id",
                                "",
                                "",
                                Map.of("order-status", "@SUM(1+1)"))),
                List.of(
                        new QuarantinedFile(
                                FORMULA + ".csv", Optional.empty(), Remark.of("quarantine.unknown-kind"), false),
                        new QuarantinedFile(
                                "acme/old/broken.xlsx",
                                Optional.empty(),
                                Remark.of("quarantine.broken-workbook"),
                                true)),
                List.of(
                        Remark.of("warning.non-amazon-orders", "orders", 3L),
                        new Remark("warning.channel-without-store", Map.of("channel", "Amazon.ca", "orders", 41L))),
                List.of(new MissingExport(
                        "validTracking",
                        "Valid tracking rate download",
                        "Seller Central > Performance > Account Health > Valid tracking rate > View details > Download report",
                        List.of(Metric.VALID_TRACKING_RATE))),
                List.of(
                        new ExportAge(
                                "allOrders",
                                "All Orders report",
                                "Reports > Fulfillment > All Orders",
                                AS_OF,
                                0,
                                Freshness.Level.FRESH,
                                false),
                        new ExportAge(
                                "lateShipments",
                                "Late Shipment Rate download",
                                "Performance > Account Health > Late Shipment Rate > Download report",
                                AS_OF.minusDays(5),
                                5,
                                Freshness.Level.STALE,
                                true)),
                List.of(new Remark(
                        "warning.short-file",
                        Map.of("found", 4L, "expected", 61L, "from", AS_OF.minusDays(3), "to", AS_OF.minusDays(1)))));
    }
}
