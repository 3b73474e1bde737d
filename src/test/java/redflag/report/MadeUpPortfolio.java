package redflag.report;

import static redflag.report.SampleReports.AS_OF;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import redflag.basics.AccountId;
import redflag.basics.Fulfilment;
import redflag.basics.Rate;
import redflag.basics.StoreId;
import redflag.outlook.Assumption;
import redflag.report.StoreDetail.Change;
import redflag.report.StoreDetail.Chart;
import redflag.report.StoreDetail.CommonCause;
import redflag.report.StoreDetail.Deadline;
import redflag.report.StoreDetail.Exact;
import redflag.report.StoreDetail.Point;
import redflag.report.StoreDetail.ReadingDetail;
import redflag.report.StoreDetail.Yardstick;
import redflag.report.StoreOutcome.ReadingInBrief;
import redflag.risk.RiskLevel;
import redflag.rules.Condition;
import redflag.rules.Metric;
import redflag.rules.Status;
import redflag.rules.Target;
import redflag.words.Percent;

/** A portfolio of as many made-up stores as are asked for, the same each time: most of them healthy, some of each kind. */
final class MadeUpPortfolio {

    private static final List<String> MARKETPLACES = List.of("US", "UK", "DE", "JP", "FR");
    private static final List<String> MANAGERS =
            List.of("anton@agency.example", "ken@agency.example", "mia@agency.example");
    private static final MissingExport TRACKING = new MissingExport(
            "validTracking",
            "Valid tracking rate download",
            "Seller Central > Performance > Account Health > Valid tracking rate > View details > Download report",
            List.of(Metric.VALID_TRACKING_RATE));

    private static final CommonCause CARRIER = new CommonCause(
            Metric.LATE_SHIPMENT_RATE_30,
            Optional.empty(),
            "more-often-by-carrier",
            "Swift",
            "Carrier Swift",
            Optional.empty(),
            Optional.empty(),
            12,
            20);
    private static final Yardstick BY =
            new Yardstick(Condition.LESS_THAN, BigDecimal.ONE, 30, 0, Target.Axis.ORDER_DATE, Set.of(), false);

    private final Random random;

    private MadeUpPortfolio(long seed) {
        this.random = new Random(seed);
    }

    static Portfolio of(int stores) {
        MadeUpPortfolio made = new MadeUpPortfolio(20261122);
        List<StoreOutcome> outcomes =
                new ArrayList<>(IntStream.range(0, stores).mapToObj(made::store).toList());
        outcomes.sort(Comparator.comparing(StoreOutcome::risk).thenComparing(StoreOutcome::store));
        List<AccountOutcome> accounts = IntStream.range(0, stores / 2)
                .mapToObj(i -> new AccountOutcome(
                        AccountOutcome.VERSION,
                        new AccountId("account-" + i),
                        outcomes.subList(2 * i, 2 * i + 2),
                        List.of(),
                        0,
                        List.of(),
                        List.of(),
                        1,
                        Optional.empty()))
                .toList();
        return new Portfolio("nightly", AS_OF, outcomes, accounts, List.of(), List.of(), List.of());
    }

    private StoreOutcome store(int number) {
        int kind = random.nextInt(10);
        RiskLevel risk = kind == 0 ? RiskLevel.OFF_TARGET : kind < 3 ? RiskLevel.WATCH : RiskLevel.HEALTHY;
        String id = "store-" + number;
        List<ReadingInBrief> readings = new ArrayList<>();
        List<ReadingDetail> details = new ArrayList<>();
        rate(Metric.ORDER_DEFECT_RATE, Optional.of(Fulfilment.MFN), risk, 100, number, readings, details);
        rate(Metric.ORDER_DEFECT_RATE, Optional.of(Fulfilment.AFN), RiskLevel.HEALTHY, 100, number, readings, details);
        rate(Metric.LATE_SHIPMENT_RATE_10, Optional.empty(), RiskLevel.HEALTHY, 25, number, readings, details);
        rate(Metric.LATE_SHIPMENT_RATE_30, Optional.empty(), risk, 25, number, readings, details);
        rate(
                Metric.PRE_FULFILLMENT_CANCELLATION_RATE,
                Optional.empty(),
                RiskLevel.HEALTHY,
                40,
                number,
                readings,
                details);
        rate(Metric.VALID_TRACKING_RATE, Optional.empty(), RiskLevel.HEALTHY, 20, number, readings, details);
        for (Metric metric : Metric.values()) {
            if (metric.form() == Metric.Form.COUNT) {
                readings.add(new ReadingInBrief(
                        metric, Optional.empty(), Optional.empty(), Status.ON_TARGET, true, "0", "0", ""));
                details.add(new ReadingDetail(
                        "0",
                        Optional.of(BigDecimal.ZERO),
                        false,
                        "",
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty()));
            }
        }
        boolean burns = risk != RiskLevel.HEALTHY;
        return new StoreOutcome(
                new StoreId(id),
                "Store " + number + (number % 7 == 0 ? " Outdoor & Garden Supplies" : ""),
                MARKETPLACES.get(number % MARKETPLACES.size()),
                MANAGERS.get(number % MANAGERS.size()),
                AS_OF,
                risk,
                List.of(),
                number % 11 == 0,
                Outcomes.words(
                        burns
                                ? "Order defect rate, seller-fulfilled is not what it should be. 1 further metric needs watching."
                                : "Healthy: every metric that Amazon acts on is on target.",
                        burns
                                ? List.of(
                                        "Confirm 3 things in the plan \"Plan of action: late shipment\" (sheet Plan).")
                                : List.of()),
                readings,
                number % 9 == 0 ? List.of(TRACKING) : List.of(),
                List.of(),
                burns ? 1 : 0,
                List.of(file(id, ".xlsx"), file(id, ".json")),
                List.of(),
                new StoreDetail(
                        details,
                        Optional.of(new Change(AS_OF.minusDays(1), number % 3, number % 2, burns ? 1 : 0, 0, "Told.")),
                        risk == RiskLevel.WATCH ? Optional.of(AS_OF.plusDays(1 + number % 50)) : Optional.empty(),
                        burns && number % 2 == 0
                                ? Optional.of(new Deadline(AS_OF.plusDays(number % 20), "Answer the notice."))
                                : Optional.empty(),
                        burns
                                ? List.of("Who packs on Saturdays since 1 November 2026, and how it is checked.")
                                : List.of(),
                        0,
                        burns ? List.of("Late shipment rate, 30 days: SKU SKU-9 (12 of 20 defects).") : List.of(),
                        burns ? List.of(CARRIER) : List.of(),
                        false,
                        List.of()),
                StoreLinks.NONE);
    }

    private static String file(String store, String ending) {
        return AS_OF + "/" + store + "/" + store + "-account-health-" + AS_OF + ending;
    }

    /** @param per one of so many is the limit */
    private void rate(
            Metric metric,
            Optional<Fulfilment> fulfilment,
            RiskLevel risk,
            int per,
            int number,
            List<ReadingInBrief> readings,
            List<ReadingDetail> details) {
        boolean good = metric == Metric.VALID_TRACKING_RATE;
        int total = 400 + random.nextInt(4000);
        int limit = total / per;
        int affected = risk == RiskLevel.OFF_TARGET ? limit * 2 : risk == RiskLevel.WATCH ? limit - 1 : limit / 4;
        Rate rate = new Rate(affected, total);
        Status status = risk == RiskLevel.OFF_TARGET
                ? Status.OFF_TARGET
                : risk == RiskLevel.WATCH ? Status.WATCH : Status.ON_TARGET;
        String percent = Percent.of(rate, good);
        String counts = good ? " (" + affected + " of " + total + " missed)" : " (" + affected + " of " + total + ")";
        BigDecimal limitInPercent = new BigDecimal(100).divide(new BigDecimal(per));
        BigDecimal target = good ? new BigDecimal(100).subtract(limitInPercent) : limitInPercent;
        readings.add(new ReadingInBrief(
                metric,
                fulfilment,
                Optional.empty(),
                status,
                true,
                percent + counts,
                (good ? "at least " : "under ") + target + " %",
                ""));
        details.add(new ReadingDetail(
                percent,
                Optional.of(new BigDecimal(percent.replace(" %", ""))),
                good,
                "3 more defects",
                Optional.of(number % 8 == 3 ? Status.ON_TARGET : status),
                false,
                Optional.of(new Exact(
                        BigDecimal.valueOf(good ? total - affected : affected), BigDecimal.valueOf(total), BY)),
                status == Status.ON_TARGET
                        ? Optional.empty()
                        : Optional.of(new Chart(
                                target,
                                "Order defect rate: " + percent + ", target under " + target + " %.",
                                "The rate is " + percent + "; target under " + target + " %.",
                                days(-59, 0),
                                Map.of(
                                        Assumption.NO_NEW_DEFECTS, days(1, 60),
                                        Assumption.USUAL_PACE, days(1, 60))))));
    }

    private List<Point> days(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(this::day).toList();
    }

    private Point day(int after) {
        LocalDate day = AS_OF.plusDays(after);
        return new Point(day, BigDecimal.valueOf(500 + random.nextInt(1500), 3));
    }
}
