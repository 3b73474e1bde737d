package redflag.report;

import static redflag.report.SampleReports.AS_OF;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import redflag.basics.AccountId;
import redflag.basics.Fulfilment;
import redflag.basics.Remark;
import redflag.basics.StoreId;
import redflag.report.StoreDetail.Change;
import redflag.report.StoreDetail.CommonCause;
import redflag.report.StoreDetail.Deadline;
import redflag.report.StoreDetail.Exact;
import redflag.report.StoreDetail.ReadingDetail;
import redflag.report.StoreDetail.Yardstick;
import redflag.report.StoreOutcome.ReadingInBrief;
import redflag.risk.RiskLevel;
import redflag.rules.Condition;
import redflag.rules.DefectKind;
import redflag.rules.Metric;
import redflag.rules.Status;
import redflag.rules.Target;
import redflag.words.Messages;

/** Portfolios made by hand. */
public final class SamplePortfolios {

    /** Of the one store of a new account. */
    static final String READINESS =
            "1 of 2 papers that Amazon always verifies are there; not there: Utility bill: Too old";

    private static final MissingExport TRACKING = new MissingExport(
            "validTracking",
            "Valid tracking rate download",
            "Seller Central > Performance > Account Health > Valid tracking rate > View details > Download report",
            List.of(Metric.VALID_TRACKING_RATE));

    private static final CommonCause CARRIER = new CommonCause(
            Metric.UNIT_ON_TIME_DELIVERY_RATE,
            Optional.empty(),
            "more-often-by-carrier",
            "Swift",
            "Carrier Swift",
            Optional.empty(),
            Optional.empty(),
            5,
            8);

    private SamplePortfolios() {}

    public static Portfolio nightly() {
        List<StoreOutcome> stores = List.of(
                store(
                        "elder-jp",
                        "Elder Japan",
                        "JP",
                        "ken@agency.example",
                        RiskLevel.DEACTIVATED,
                        "Deactivated: Amazon states the account as DEACTIVATED.",
                        Status.ON_TARGET,
                        Status.ON_TARGET,
                        "at least 90 %",
                        List.of(),
                        0),
                store(
                        "acme-us",
                        "Acme & Sons Outdoor",
                        "US",
                        "mia@agency.example",
                        RiskLevel.OFF_TARGET,
                        "Off target: Order defect rate, seller-fulfilled is 1.48 % (12 of 812), target under 1 %. 2 further metrics are off target.",
                        Status.OFF_TARGET,
                        Status.WATCH,
                        "at least 90 %",
                        List.of(TRACKING),
                        1),
                store(
                        "acme-uk",
                        "Acme & Sons UK",
                        "UK",
                        "mia@agency.example",
                        RiskLevel.WATCH,
                        "Watch: On-time delivery rate, by unit is 92.00 % (8 of 100 missed), target at least 90 %.",
                        Status.ON_TARGET,
                        Status.WATCH,
                        "at least 90 %",
                        List.of(),
                        0),
                store(
                        "cedar-de",
                        "Cedar",
                        "DE",
                        "anton@agency.example",
                        RiskLevel.UNKNOWN,
                        "Unknown: nothing is off target as far as is known, but 1 metric could not be measured. The download checklist says what is missing.",
                        Status.ON_TARGET,
                        Status.NOT_MEASURED,
                        "at least 90 % (not enforced)",
                        List.of(TRACKING),
                        0),
                store(
                        "birch-us",
                        "=Birch",
                        "US",
                        "anton@agency.example",
                        RiskLevel.HEALTHY,
                        "Healthy: every metric that Amazon acts on is on target.",
                        Status.ON_TARGET,
                        Status.ON_TARGET,
                        "at least 90 %",
                        List.of(),
                        0));
        List<QuarantinedFile> quarantined = List.of(
                new QuarantinedFile(
                        "acme/old/broken.xlsx", Optional.empty(), Remark.of("quarantine.broken-workbook"), true),
                new QuarantinedFile(
                        "nobody/orders.csv",
                        Optional.empty(),
                        Remark.of("quarantine.no-account", "folder", "nobody"),
                        false));
        List<FileRead> files = List.of(new FileRead(
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
                List.of()));
        return new Portfolio(
                "nightly",
                AS_OF,
                stores,
                List.of(
                        new AccountOutcome(
                                AccountOutcome.VERSION,
                                new AccountId("acme"),
                                stores.subList(1, 3),
                                files,
                                0,
                                List.of(),
                                List.of(),
                                3.25,
                                Optional.empty()),
                        new AccountOutcome(
                                AccountOutcome.VERSION,
                                new AccountId("cedar"),
                                stores.subList(3, 5),
                                List.of(),
                                0,
                                List.of(),
                                List.of(),
                                1,
                                Optional.empty()),
                        AccountOutcome.failed(
                                new AccountId("zelkova"), "IllegalStateException: the ledger can't be opened", 0.4)),
                quarantined,
                files,
                List.of());
    }

    /** The nightly one, with a store in it whose detail comes of a report. */
    static Portfolio withEveryKindOfStore(Messages messages) {
        Portfolio nightly = nightly();
        List<StoreOutcome> stores = new ArrayList<>(nightly.stores());
        RiskReport report = SampleReports.offTarget();
        stores.set(
                1,
                StoreOutcome.of(
                        report,
                        StoreLinks.NONE,
                        nightly.stores().get(1).files(),
                        nightly.stores().get(1).packs(),
                        new ReportWords(messages)));
        return new Portfolio(
                nightly.job(),
                nightly.asOf(),
                stores,
                nightly.accounts(),
                nightly.quarantined(),
                nightly.files(),
                nightly.warnings());
    }

    static Portfolio empty() {
        return new Portfolio("nightly", AS_OF, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static StoreOutcome store(
            String id,
            String name,
            String marketplace,
            String manager,
            RiskLevel risk,
            String headline,
            Status defects,
            Status delivery,
            String deliveryTarget,
            List<MissingExport> missing,
            int plans) {
        boolean enforced = !deliveryTarget.contains("not enforced");
        return new StoreOutcome(
                new StoreId(id),
                name,
                marketplace,
                manager,
                AS_OF,
                risk,
                List.of(),
                risk == RiskLevel.WATCH,
                Outcomes.words(headline, List.of(), id.equals("cedar-de") ? READINESS : ""),
                List.of(
                        new ReadingInBrief(
                                Metric.ORDER_DEFECT_RATE,
                                Optional.of(Fulfilment.MFN),
                                Optional.empty(),
                                defects,
                                true,
                                defects == Status.OFF_TARGET ? "1.48 % (12 of 812)" : "0.31 % (2 of 640)",
                                "under 1 %",
                                ""),
                        new ReadingInBrief(
                                Metric.UNIT_ON_TIME_DELIVERY_RATE,
                                Optional.empty(),
                                Optional.empty(),
                                delivery,
                                enforced,
                                delivery == Status.NOT_MEASURED ? "" : "92.00 % (8 of 100 missed)",
                                deliveryTarget,
                                ""),
                        new ReadingInBrief(
                                Metric.DOCUMENT_REQUESTS,
                                Optional.empty(),
                                Optional.empty(),
                                Status.ON_TARGET,
                                true,
                                "0",
                                "0",
                                "")),
                missing,
                List.of(),
                plans,
                List.of(
                        AS_OF + "/" + id + "/" + id + "-account-health-" + AS_OF + ".xlsx",
                        AS_OF + "/" + id + "/" + id + "-account-health-" + AS_OF + ".json"),
                packs(id, risk),
                detail(defects, delivery, missing.isEmpty() ? List.of() : List.of(CARRIER)),
                StoreLinks.NONE);
    }

    /** Of stores off target two. */
    private static List<PackInBrief> packs(String id, RiskLevel risk) {
        return risk != RiskLevel.OFF_TARGET
                ? List.of()
                : List.of(pack(id, "N-7", "Inauthentic"), pack(id, "N-9", "Linked accounts"));
    }

    private static PackInBrief pack(String id, String notice, String reason) {
        String name = id + "-" + notice + "-pack";
        String folder = AS_OF + "/" + id + "/" + name;
        return new PackInBrief(notice, reason, folder, folder + "/" + name + "-overview-" + AS_OF + "-internal.docx");
    }

    private static StoreDetail detail(Status defects, Status delivery, List<CommonCause> common) {
        boolean isOff = defects == Status.OFF_TARGET;
        boolean isMeasured = delivery != Status.NOT_MEASURED;
        return new StoreDetail(
                List.of(
                        reading(
                                isOff ? "1.48 %" : "0.31 %",
                                isOff ? "1.478" : "0.313",
                                false,
                                Optional.of(isOff ? exact(12, 812) : exact(2, 640))),
                        reading(isMeasured ? "92.00 %" : "", isMeasured ? "92" : "", true, Optional.empty()),
                        reading("0", "0", false, Optional.empty())),
                isOff ? Optional.of(new Change(AS_OF.minusDays(1), 2, 1, 1, 0, "Told.")) : Optional.empty(),
                Optional.empty(),
                isOff ? Optional.of(new Deadline(AS_OF.plusDays(2), "Answer the notice.")) : Optional.empty(),
                List.of(),
                0,
                List.of(),
                common,
                false,
                List.of());
    }

    private static Exact exact(long affected, long total) {
        return new Exact(
                BigDecimal.valueOf(affected),
                BigDecimal.valueOf(total),
                new Yardstick(
                        Condition.LESS_THAN,
                        new BigDecimal("0.01"),
                        60,
                        0,
                        Target.Axis.ORDER_DATE,
                        EnumSet.allOf(DefectKind.class),
                        true));
    }

    private static ReadingDetail reading(String brief, String number, boolean moreIsBetter, Optional<Exact> exact) {
        Optional<BigDecimal> value = number.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(number));
        return new ReadingDetail(brief, value, moreIsBetter, "", Optional.empty(), false, exact, Optional.empty());
    }
}
