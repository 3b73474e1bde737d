package redflag.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redflag.Golden;
import redflag.basics.AccountId;
import redflag.basics.Fulfilment;
import redflag.basics.Marketplaces;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.basics.Store;
import redflag.basics.StoreId;
import redflag.ledger.Source;
import redflag.metrics.Defect;
import redflag.metrics.Finding;
import redflag.metrics.MeasuringRules;
import redflag.metrics.PeakSeason;
import redflag.metrics.WatchLines;
import redflag.rules.Basis;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.rules.Target;
import redflag.rules.TargetFile;
import redflag.words.Messages;

/** Plans state what rows give, ask what only people know, and claim no deed. */
class PlansTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final Store STORE = new Store(
            new StoreId("acme-de"),
            new AccountId("acme"),
            Marketplaces.known().find("DE").orElseThrow(),
            "Acme Haushalt",
            Optional.empty(),
            "en",
            "anna@example.com",
            List.of());

    private final Plans plans = new Plans(Messages.english(), MeasuringRules.standard());

    @Test
    void anOrderDefectPlanReadsAsExpected() {
        Golden.assertMatches(getClass(), "order-defect-rate.txt", text(draft(Metric.ORDER_DEFECT_RATE, true)));
    }

    @Test
    void aLateShipmentPlanReadsAsExpected() {
        Golden.assertMatches(getClass(), "late-shipment.txt", text(draft(Metric.LATE_SHIPMENT_RATE_30, true)));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyCauseHasItsActionAndItsPreventionUnderTheSameNumber(Reason reason) {
        for (boolean listed : List.of(true, false)) {
            Plan plan = draft(reason.metrics().get(0), listed);

            assertThat(plan.reason()).isEqualTo(reason);
            assertThat(numbers(plan.rootCauses())).isNotEmpty();
            assertThat(numbers(plan.actionsTaken())).isEqualTo(numbers(plan.rootCauses()));
            assertThat(numbers(plan.prevention())).isEqualTo(numbers(plan.rootCauses()));
        }
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void noDeedIsClaimedThatNobodyConfirmed(Reason reason) {
        Plan plan = draft(reason.metrics().get(0), true);

        assertThat(plan.actionsTaken()).allSatisfy(p -> assertThat(p.text()).startsWith(Plan.CONFIRM));
        assertThat(plan.rootCauses())
                .allSatisfy(p -> assertThat(p.text())
                        .startsWith("Question to the seller:")
                        .contains(Plan.CONFIRM));
        assertThat(plan.prevention()).allSatisfy(p -> assertThat(p.text()).startsWith(Plan.CONFIRM));
        assertThat(plan.toConfirm())
                .isGreaterThanOrEqualTo(3 * plan.rootCauses().size());
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everySentenceAboutCountedOrdersCarriesItsEvidence(Reason reason) {
        Plan plan = draft(reason.metrics().get(0), true);

        assertThat(plan.issue()).allSatisfy(p -> assertThat(p.text()).matches("(?s).*\\[\\d+]"));
        int evidence = plan.evidence().size();
        Stream.of(plan.issue(), plan.rootCauses())
                .flatMap(List::stream)
                .flatMap(p -> java.util.regex.Pattern.compile("\\[(\\d+)]")
                        .matcher(p.text())
                        .results())
                .forEach(reference ->
                        assertThat(Integer.parseInt(reference.group(1))).isBetween(1, evidence));
    }

    /** By the text in the library, not by the place in the plan; of an item or a weekday that the text names. */
    @Test
    void whatIsToBeConfirmedHasAnIdThatStays() {
        Plan odr = draft(Metric.ORDER_DEFECT_RATE, true);
        Plan late = draft(Metric.LATE_SHIPMENT_RATE_30, true);

        assertThat(ids(odr.actionsTaken()))
                .containsExactly(
                        "order-defect-rate/action.1",
                        "order-defect-rate/action.2",
                        "order-defect-rate/action.3",
                        "order-defect-rate/action.4/ACM-7");
        assertThat(ids(late.rootCauses()))
                .containsExactly("late-shipment/cause.1/Friday", "late-shipment/cause.2/ACM-7");
        assertThat(ids(late.actionsTaken())).containsExactly("late-shipment/action.1", "late-shipment/action.2/ACM-7");
        assertThat(ids(late.prevention())).containsExactly("late-shipment/prevention.1", "late-shipment/prevention.2");
        assertThat(ids(draft(Metric.LATE_SHIPMENT_RATE_30, false).actionsTaken()))
                .as("the only action of this plan, and another text")
                .containsExactly("late-shipment/action.3");
        assertThat(odr.issue()).allSatisfy(p -> assertThat(p.id()).isEmpty());
    }

    private static List<String> ids(List<Plan.Paragraph> paragraphs) {
        return paragraphs.stream().map(p -> p.id().orElse("")).toList();
    }

    @Test
    void nothingOffTargetNeedsNoPlan() {
        Finding finding = finding(Metric.LATE_SHIPMENT_RATE_30, true, Status.WATCH, Precision.AT_MOST);

        assertThat(plans.draft(STORE, AS_OF, List.of(finding))).isEmpty();
    }

    /** Half of what is allowed before Christmas: the promise is the line that holds on the day. */
    @Test
    void inASeasonPreventionAimsAtTheLineOfTheSeason() {
        MeasuringRules standard = MeasuringRules.standard();
        PeakSeason season = new PeakSeason(
                new Period(AS_OF.minusDays(21), AS_OF.plusDays(50)), new WatchLines(new BigDecimal("0.50"), Map.of()));
        Plans inSeason = new Plans(
                Messages.english(),
                new MeasuringRules(
                        standard.watch(),
                        List.of(season),
                        List.of(),
                        standard.freshness(),
                        standard.absentMeansNone(),
                        false));
        List<Finding> off = List.of(finding(Metric.LATE_SHIPMENT_RATE_30, true, Status.OFF_TARGET, Precision.EXACT));

        assertThat(prevention(plans.draft(STORE, AS_OF, off))).contains("under 3.2 %");
        assertThat(prevention(inSeason.draft(STORE, AS_OF, off))).contains("under 2 %");
        assertThat(prevention(inSeason.draft(STORE, AS_OF.plusDays(51), off))).contains("under 3.2 %");
    }

    private static String prevention(List<Plan> drafted) {
        return drafted.get(0).prevention().get(0).text();
    }

    private Plan draft(Metric metric, boolean listed) {
        List<Plan> drafted =
                plans.draft(STORE, AS_OF, List.of(finding(metric, listed, Status.OFF_TARGET, Precision.EXACT)));
        assertThat(drafted).hasSize(1);
        return drafted.get(0);
    }

    private static Finding finding(Metric metric, boolean listed, Status status, Precision precision) {
        Target target =
                TargetFile.shipped().inForce(metric, STORE.marketplace(), AS_OF).orElseThrow();
        List<Defect> defects = new ArrayList<>();
        for (int i = 0; listed && i < 12; i++) {
            LocalDate day = LocalDate.of(2026, 10, 2).plusDays(i % 3 == 0 ? i : 7L * (i % 4));
            defects.add(new Defect(
                    "302-1234567-12345" + (10 + i),
                    day,
                    1,
                    kinds(metric, i),
                    Optional.of(i < 5 ? "ACM-7" : "ACM-" + i),
                    Optional.empty(),
                    day.plusDays(75),
                    List.of(new Source("acme/list.csv", i + 2))));
        }
        Measured measured = new Measured(
                new Figure.Counts(new Rate(12, 240)),
                listed ? Basis.COMPUTED : Basis.PRINTED,
                precision,
                Optional.of(new Period(LocalDate.of(2026, 9, 9), LocalDate.of(2026, 11, 7))),
                AS_OF,
                metric == Metric.ORDER_DEFECT_RATE
                        ? Map.of("negativeFeedback", 7L, "aToZClaims", 4L, "chargebacks", 2L)
                        : Map.of(),
                listed ? Optional.empty() : Optional.of("acme/account-health.json"),
                Optional.empty());
        Reading reading = new Reading(
                metric,
                metric.isSplitByFulfilment() ? Optional.of(Fulfilment.MFN) : Optional.empty(),
                Optional.empty(),
                Optional.of(measured),
                Optional.empty(),
                listed ? Optional.of(measured) : Optional.empty(),
                withLimit(target),
                status,
                Optional.empty(),
                false,
                false,
                Optional.empty());
        return new Finding(reading, defects);
    }

    /** So that a change of a limit does not change the expected text. */
    private static Target withLimit(Target target) {
        BigDecimal limit = target.condition().isOfTheGood() ? new BigDecimal("0.95") : new BigDecimal("0.04");
        return new Target(
                target.metric(),
                target.marketplace(),
                target.condition(),
                limit,
                target.windowDays(),
                target.lagDays(),
                target.axis(),
                target.counts(),
                target.minimum(),
                true,
                target.from(),
                target.source(),
                target.verified(),
                true,
                Optional.empty(),
                target.note());
    }

    private static List<String> kinds(Metric metric, int i) {
        if (metric != Metric.ORDER_DEFECT_RATE) {
            return List.of("LATE_SHIPMENT");
        }
        if (i == 0) {
            return List.of("NEGATIVE_FEEDBACK", "A_TO_Z_CLAIM");
        }
        return List.of(i < 7 ? "NEGATIVE_FEEDBACK" : i < 10 ? "A_TO_Z_CLAIM" : "CHARGEBACK");
    }

    private static List<Integer> numbers(List<Plan.Paragraph> paragraphs) {
        return paragraphs.stream().map(Plan.Paragraph::number).toList();
    }

    private static String text(Plan plan) {
        StringBuilder text = new StringBuilder(plan.title()).append('\n');
        append(text, "Issue", plan.issue());
        append(text, "Root causes", plan.rootCauses());
        append(text, "Actions taken", plan.actionsTaken());
        append(text, "Prevention", plan.prevention());
        text.append("\nEvidence\n");
        plan.evidence()
                .forEach(e -> text.append('[')
                        .append(e.number())
                        .append("] ")
                        .append(e.text())
                        .append(' ')
                        .append(e.sources().size())
                        .append(" rows\n"));
        return text.toString();
    }

    private static void append(StringBuilder text, String heading, List<Plan.Paragraph> paragraphs) {
        text.append('\n').append(heading).append('\n');
        paragraphs.forEach(p -> text.append(p.number() == 0 ? "" : p.number() + ". ")
                .append(p.text())
                .append('\n'));
    }
}
