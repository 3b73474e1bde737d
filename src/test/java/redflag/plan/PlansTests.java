package redflag.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static redflag.plan.PlanFixture.AS_OF;
import static redflag.plan.PlanFixture.STORE;
import static redflag.plan.PlanFixture.causes;
import static redflag.plan.PlanFixture.draft;
import static redflag.plan.PlanFixture.finding;
import static redflag.plan.PlanFixture.group;
import static redflag.plan.PlanFixture.off;
import static redflag.plan.PlanFixture.shown;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redflag.basics.Fulfilment;
import redflag.basics.Period;
import redflag.causes.Account;
import redflag.causes.Cause;
import redflag.causes.Causes;
import redflag.causes.Dimension;
import redflag.metrics.Defect;
import redflag.metrics.Finding;
import redflag.metrics.MeasuringRules;
import redflag.metrics.PeakSeason;
import redflag.metrics.WatchLines;
import redflag.past.Snapshot;
import redflag.past.Snapshot.SeenDefect;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Status;

/** Plans state what rows give, ask what only people know, and claim no deed. */
class PlansTests {

    private static final Plans PLANS = new Plans(PlanLibrary.shipped(), MeasuringRules.standard());
    private static final Finding LATE = off(Metric.LATE_SHIPMENT_RATE_30, true);
    private static final Finding DEFECTS = off(Metric.ORDER_DEFECT_RATE, true);

    private static Plan asked(Metric metric, boolean isListed) {
        return draft("en", off(metric, isListed), Causes.none());
    }

    @ParameterizedTest
    @MethodSource("redflag.plan.PlanFixture#rates")
    void everyCauseHasItsActionAndItsPreventionUnderTheSameNumber(Reason reason) {
        for (boolean isListed : List.of(true, false)) {
            Plan plan = asked(reason.metrics().get(0), isListed);

            assertThat(plan.reason()).isEqualTo(reason);
            assertThat(numbers(plan.rootCauses())).isNotEmpty();
            assertThat(numbers(plan.actionsTaken())).isEqualTo(numbers(plan.rootCauses()));
            assertThat(numbers(plan.prevention())).isEqualTo(numbers(plan.rootCauses()));
        }
    }

    @ParameterizedTest
    @MethodSource("redflag.plan.PlanFixture#rates")
    void withoutACauseNothingIsClaimed(Reason reason) {
        for (boolean isListed : List.of(true, false)) {
            Plan plan = asked(reason.metrics().get(0), isListed);

            assertThat(plan.actionsTaken()).allSatisfy(p -> assertThat(p.text()).startsWith(Plan.CONFIRM));
            assertThat(plan.rootCauses())
                    .allSatisfy(p -> assertThat(p.text())
                            .startsWith("Question to the seller:")
                            .contains(Plan.CONFIRM));
            assertThat(plan.prevention()).allSatisfy(p -> assertThat(p.text()).startsWith(Plan.CONFIRM));
            assertThat(plan.toConfirm())
                    .isGreaterThanOrEqualTo(3 * plan.rootCauses().size());
        }
    }

    @ParameterizedTest
    @MethodSource("redflag.plan.PlanFixture#rates")
    void everySentenceAboutCountedOrdersCarriesItsEvidence(Reason reason) {
        Plan plan = asked(reason.metrics().get(0), true);

        assertThat(plan.issue()).allSatisfy(p -> assertThat(p.text()).matches("(?s).*\\[\\d+]"));
        int evidence = plan.evidence().size();
        Stream.of(plan.issue(), plan.rootCauses())
                .flatMap(List::stream)
                .flatMap(p -> Pattern.compile("\\[(\\d+)]").matcher(p.text()).results())
                .forEach(reference ->
                        assertThat(Integer.parseInt(reference.group(1))).isBetween(1, evidence));
    }

    /** Five for the item, seven on the weekday; two of them are in both, and two in neither. */
    @Test
    void aCauseThatRowsShowIsStatedWithItsFiguresAndTheLargestShareComesFirst() {
        Plan plan = draft(
                "en",
                LATE,
                causes(
                        LATE,
                        group(LATE, Dimension.SKU, "ACM-7", i -> i < 5),
                        group(LATE, Dimension.WEEKDAY, "FRIDAY", i -> i >= 3 && i < 10)));

        assertThat(numbers(plan.rootCauses())).containsExactly(1, 2, 3);
        assertThat(plan.rootCauses().get(0).text())
                .containsPattern("7 of (the )?12")
                .contains("58.3 %", "12.5 %", "Friday")
                .doesNotContain("Question");
        assertThat(plan.rootCauses().get(1).text()).contains("41.7 %", "SKU ACM-7");
        assertThat(plan.rootCauses().get(2).text()).contains("2 of the 12", "302-1234567-1234520, 302-1234567-1234521");
        assertThat(plan.issue().get(1).text()).contains("12 late orders", "10", "2 ", "[1]");
        assertThat(plan.evidence().get(1).sources()).hasSize(7);
        assertThat(plan.evidence().get(1).text())
                .isEqualTo("The 7 rows of acme/list.csv that the sentence counts. The group has 30; the"
                        + " reports of the same days have 240 in all.");
        assertThat(plan.evidence().get(3).sources())
                .containsExactlyElementsOf(Stream.of(10, 11)
                        .flatMap(i -> LATE.defects().get(i).from().stream())
                        .toList());
    }

    @Test
    void whatAllCausesExplainLeavesNoQuestion() {
        Plan plan = draft("en", LATE, causes(LATE, shown(LATE, "confirmed-late-shipped-on-time", "", i -> true)));

        assertThat(plan.rootCauses()).hasSize(1);
        assertThat(plan.issue().get(1).text()).contains("12 ", "none");
        assertThat(plan.rootCauses().get(0).text()).contains("100.0 %").doesNotContain("Question to the seller");
    }

    /** A kind of defect is told of the orders that no cause explains. */
    @Test
    void ofOrdersWithoutACauseTheKindsOfDefectAreAskedAbout() {
        Plan plan = draft("en", DEFECTS, causes(DEFECTS, group(DEFECTS, Dimension.SKU, "ACM-7", i -> i < 5)));

        assertThat(ids(plan.rootCauses()))
                .containsExactly(
                        "order-defect-rate/cause.item/ACM-7",
                        "order-defect-rate/cause.feedback",
                        "order-defect-rate/cause.claim",
                        "order-defect-rate/cause.chargeback");
        assertThat(plan.rootCauses().get(1).text()).contains("2 orders", "302-1234567-1234515, 302-1234567-1234516");
        assertThat(plan.rootCauses().get(2).text()).contains("3 orders");
    }

    @Test
    void aCauseThatTheLibraryHasNoTextForIsToldInTheWordsOfTheReport() {
        Plan plan = draft("en", DEFECTS, causes(DEFECTS, shown(DEFECTS, "oversold", "", i -> i < 6)));

        assertThat(plan.rootCauses().get(0).text())
                .startsWith("Products with no more than two units left: 6 of the 12 orders");
        assertThat(ids(plan.rootCauses())).contains("order-defect-rate/cause.other/oversold");
    }

    @Test
    void fewDefectsAreToldOneByOneUnderTheirCause() {
        List<Account> accounts = DEFECTS.defects().subList(7, 9).stream()
                .map(defect -> new Account(
                        defect,
                        Optional.of("2026-10-08T22:30:00Z"),
                        Optional.of("2026-10-10"),
                        Optional.of("2026-10-12T05:00:00Z"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false))
                .toList();
        List<Defect> few = accounts.stream().map(Account::defect).toList();
        Causes causes = new Causes(List.of(new Causes.OfMetric(
                Metric.ORDER_DEFECT_RATE,
                Optional.of(Fulfilment.MFN),
                Optional.empty(),
                few,
                true,
                accounts,
                List.of(),
                few)));

        Plan plan = draft("en", DEFECTS, causes);

        assertThat(numbers(plan.rootCauses())).containsExactly(1, 1, 1);
        assertThat(plan.rootCauses().get(1).text())
                .as("in the zone of the marketplace")
                .isEqualTo(
                        "Order 302-1234567-1234517: placed 9 October 2026, 00:30, SKU ACM-7, to be handed over by 10 October 2026,"
                                + " handed over 12 October 2026, 07:00. [2]");
        assertThat(plan.rootCauses().get(1).id()).isEmpty();
    }

    /** Off target over 10 days alone: the causes are looked for in the 30 days, which hold them. */
    @Test
    void theCausesOfTenDaysAreThoseOfThirty() {
        Finding ten = off(Metric.LATE_SHIPMENT_RATE_10, true);
        Finding thirty = finding(Metric.LATE_SHIPMENT_RATE_30, true, Status.WATCH, Precision.EXACT);
        Causes causes = causes(thirty, group(thirty, Dimension.SKU, "ACM-7", i -> i < 5));

        Plan plan = PLANS.draft("en", STORE, AS_OF, List.of(ten, thirty), causes, Optional.empty())
                .get(0);

        assertThat(plan.metrics()).containsExactly(Metric.LATE_SHIPMENT_RATE_10);
        assertThat(plan.rootCauses().get(0).text()).contains("SKU ACM-7");
        assertThat(plan.otherMetrics())
                .extracting(Plan.Paragraph::text)
                .singleElement()
                .satisfies(
                        text -> assertThat(text)
                                .startsWith(
                                        "Late shipment rate, 30 days: 5.00 % (12 of 240 affected, 9 September 2026 to 7 November 2026)"));
    }

    /** By the text in the library, not by the place in the plan; of what the cause is about. */
    @Test
    void whatIsToBeConfirmedHasAnIdThatStays() {
        Cause item = group(LATE, Dimension.SKU, "ACM-7", i -> i < 5);
        Cause weekday = group(LATE, Dimension.WEEKDAY, "FRIDAY", i -> i >= 3 && i < 10);

        assertThat(ids(draft("en", LATE, causes(LATE, item)).actionsTaken()))
                .containsExactly("late-shipment/action.item/ACM-7", "late-shipment/action.unexplained");
        assertThat(ids(draft("zh", LATE, causes(LATE, weekday, item)).prevention()))
                .containsExactly(
                        "late-shipment/prevention.weekday/FRIDAY",
                        "late-shipment/prevention.item/ACM-7",
                        "late-shipment/prevention.unexplained");
        assertThat(ids(asked(Metric.LATE_SHIPMENT_RATE_30, false).rootCauses()))
                .containsExactly("late-shipment/cause.not-listed");
        assertThat(asked(Metric.ORDER_DEFECT_RATE, true).issue())
                .allSatisfy(p -> assertThat(p.id()).isEmpty());
    }

    @Test
    void nothingOffTargetNeedsNoPlan() {
        Finding finding = finding(Metric.LATE_SHIPMENT_RATE_30, true, Status.WATCH, Precision.AT_MOST);

        assertThat(PLANS.draft("en", STORE, AS_OF, List.of(finding), Causes.none(), Optional.empty()))
                .isEmpty();
    }

    /** Half of what is allowed before Christmas: the promise is the line that holds on the day. */
    @Test
    void inASeasonPreventionAimsAtTheLineOfTheSeason() {
        MeasuringRules standard = MeasuringRules.standard();
        PeakSeason season = new PeakSeason(
                new Period(AS_OF.minusDays(21), AS_OF.plusDays(50)), new WatchLines(new BigDecimal("0.50"), Map.of()));
        Plans inSeason = new Plans(
                PlanLibrary.shipped(),
                new MeasuringRules(
                        standard.watch(),
                        List.of(season),
                        List.of(),
                        standard.freshness(),
                        standard.absentMeansNone(),
                        false));

        assertThat(prevention(PLANS, AS_OF)).contains("under 3.2 %");
        assertThat(prevention(inSeason, AS_OF)).contains("under 2 %");
        assertThat(prevention(inSeason, AS_OF.plusDays(51))).contains("under 3.2 %");
    }

    private static String prevention(Plans plans, LocalDate asOf) {
        return plans.draft("en", STORE, asOf, List.of(LATE), Causes.none(), Optional.empty())
                .get(0)
                .prevention()
                .get(0)
                .text();
    }

    /** Of one agency's stores, which a reviewer may see side by side. */
    @Test
    void twoStoresLettersAreNotAlike() {
        Causes causes = causes(LATE, group(LATE, Dimension.SKU, "ACM-7", i -> i < 5));
        long different = Stream.of(
                        "acme-uk", "acme-fr", "acme-it", "acme-es", "acme-nl", "acme-se", "acme-pl", "acme-be")
                .map(id -> PLANS.draft(
                                "en",
                                PlanFixture.store(id, STORE.name()),
                                AS_OF,
                                List.of(LATE),
                                causes,
                                Optional.empty())
                        .get(0))
                .map(plan -> Stream.of(plan.issue(), plan.rootCauses(), plan.actionsTaken(), plan.prevention())
                        .flatMap(List::stream)
                        .map(Plan.Paragraph::text)
                        .toList())
                .distinct()
                .count();

        assertThat(different).isGreaterThanOrEqualTo(5);
    }

    @Test
    void aDefectMayBeDisputedUntilItsLimitFromTheNightThatFirstSawItSo() {
        LocalDate yesterday = AS_OF.minusDays(1);
        Snapshot earlier = new Snapshot(
                yesterday,
                List.of(
                        seen(7, Map.of("A_TO_Z_CLAIM", AS_OF.minusDays(30))),
                        seen(8, Map.of("A_TO_Z_CLAIM", AS_OF.minusDays(31))),
                        seen(9, Map.of("NEGATIVE_FEEDBACK", AS_OF.minusDays(60)))),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of());

        List<Plan.Disputed> claims = PLANS
                .draft("en", STORE, AS_OF, List.of(DEFECTS), Causes.none(), Optional.of(earlier))
                .get(0)
                .disputes()
                .stream()
                .filter(dispute -> dispute.kind().equals("A_TO_Z_CLAIM"))
                .flatMap(dispute -> dispute.orders().stream())
                .toList();

        assertThat(claims)
                .extracting(Plan.Disputed::orderId, order -> order.until().orElseThrow())
                .as("first seen tonight; 30 days ago; 31 days ago is too late; first seen with a claim tonight")
                .containsExactly(
                        tuple("302-1234567-1234510", AS_OF.plusDays(30)),
                        tuple("302-1234567-1234517", AS_OF),
                        tuple("302-1234567-1234519", AS_OF.plusDays(30)));
    }

    /** What is asked for these orders is not asked in general besides; claims on them are another matter. */
    @Test
    void feedbackOnAmazonsDeliveryIsDisputedForAReasonOfItsOwn() {
        Causes causes = causes(DEFECTS, shown(DEFECTS, "feedback-of-amazons-delivery", "", place -> place < 2));

        Map<String, List<String>> disputed =
                PLANS.draft("en", STORE, AS_OF, List.of(DEFECTS), causes, Optional.empty()).get(0).disputes().stream()
                        .collect(Collectors.toMap(
                                Plan.Dispute::kind,
                                dispute -> dispute.orders().stream()
                                        .map(Plan.Disputed::orderId)
                                        .toList()));

        assertThat(disputed.get("FEEDBACK_OF_AMAZONS_DELIVERY"))
                .containsExactly("302-1234567-1234510", "302-1234567-1234511");
        assertThat(disputed.get("NEGATIVE_FEEDBACK"))
                .contains("302-1234567-1234512")
                .doesNotContain("302-1234567-1234510", "302-1234567-1234511");
        assertThat(disputed.get("A_TO_Z_CLAIM")).contains("302-1234567-1234510");
    }

    private static SeenDefect seen(int place, Map<String, LocalDate> kinds) {
        Defect defect = DEFECTS.defects().get(place);
        return new SeenDefect(
                Metric.ORDER_DEFECT_RATE,
                Optional.of(Fulfilment.MFN),
                defect.orderId(),
                defect.leavesOn(),
                AS_OF.minusDays(60),
                kinds);
    }

    private static List<String> ids(List<Plan.Paragraph> paragraphs) {
        return paragraphs.stream().map(p -> p.id().orElse("")).toList();
    }

    private static List<Integer> numbers(List<Plan.Paragraph> paragraphs) {
        return paragraphs.stream().map(Plan.Paragraph::number).toList();
    }
}
