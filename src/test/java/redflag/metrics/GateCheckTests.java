package redflag.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.basics.Remark;
import redflag.ledger.Code;
import redflag.ledger.FactType;
import redflag.ledger.StoreLedger;
import redflag.metrics.GateCheck.Answer;
import redflag.metrics.GateCheck.Criterion;
import redflag.metrics.GateCheck.State;
import redflag.rules.TargetFile;

/** The gate of domain.md §4 as of 2019, with the dates of 2026; exactly the limit is enough. */
class GateCheckTests {

    private static final LocalDate DECIDED = LocalDate.of(2026, 10, 14);
    private static final Period RATES = new Period(LocalDate.of(2026, 9, 15), DECIDED);
    private static final HolidayGate GATE = new HolidayGate(
            "Toys & Games",
            Set.of("US"),
            Optional.of(LocalDate.of(2026, 9, 1)),
            new Period(LocalDate.of(2026, 8, 15), DECIDED),
            25,
            RATES,
            new BigDecimal("0.0175"),
            new BigDecimal("0.04"),
            new BigDecimal("0.01"),
            DECIDED);

    private final Ledgers north = Ledgers.of("US");

    private void orders(LocalDate from, LocalDate to) {
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            north.order(day, Code.MFN, Code.SHIPPED);
        }
    }

    private Map<Criterion, Answer> check(LocalDate asOf) {
        return check(north.asOf(asOf));
    }

    private static Map<Criterion, Answer> check(StoreLedger ledger) {
        MeasuringRules standard = MeasuringRules.standard();
        List<GateCheck> checks = GateCheck.of(
                ledger,
                TargetFile.shipped(),
                new MeasuringRules(standard.watch(), List.of(), List.of(GATE), standard.freshness(), Set.of(), false));
        return checks.stream()
                .flatMap(check -> check.answers().stream())
                .collect(java.util.stream.Collectors.toMap(Answer::criterion, answer -> answer));
    }

    private static State state(Map<Criterion, Answer> answers, Criterion criterion) {
        return answer(answers, criterion).state();
    }

    private static Answer answer(Map<Criterion, Answer> answers, Criterion criterion) {
        return Optional.ofNullable(answers.get(criterion)).orElseThrow();
    }

    @Test
    void aStoreOfAnotherMarketplaceIsNotAsked() {
        assertThat(check(Ledgers.of("DE").asOf(DECIDED))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"23, NOT_MET", "24, MET", "25, MET"})
    void twentyFiveOrdersAreEnoughAndBothEndsCount(int onTheFirstDay, State state) {
        north.order(LocalDate.of(2026, 8, 1), Code.MFN, Code.SHIPPED);
        north.order(LocalDate.of(2026, 8, 14), Code.MFN, Code.SHIPPED); // the day before
        for (int i = 0; i < onTheFirstDay; i++) {
            north.order(LocalDate.of(2026, 8, 15), Code.MFN, Code.SHIPPED);
        }
        north.order(DECIDED, Code.AFN, Code.SHIPPED); // FBA is exempt
        north.order(DECIDED, Code.MFN, Code.SHIPPED);

        Answer answer = answer(check(DECIDED), Criterion.ORDERS);

        assertThat(answer.state()).isEqualTo(state);
        assertThat(answer.orders()).contains(onTheFirstDay + 1L);
    }

    @Test
    void whatIsShortBeforeTheLastDayIsOpen() {
        orders(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 9, 1));

        Map<Criterion, Answer> answers = check(LocalDate.of(2026, 9, 1));

        assertThat(state(answers, Criterion.ORDERS)).isEqualTo(State.OPEN); // 18 so far
        assertThat(state(answers, Criterion.CANCELLATION))
                .as("its days have not begun")
                .isEqualTo(State.OPEN);
    }

    @Test
    void anExportThatBeginsTooLateDoesNotTell() {
        orders(LocalDate.of(2026, 10, 1), DECIDED);

        Map<Criterion, Answer> answers = check(DECIDED);

        assertThat(state(answers, Criterion.ORDERS)).isEqualTo(State.UNKNOWN);
        assertThat(state(answers, Criterion.LATE_SHIPMENT)).isEqualTo(State.UNKNOWN);
        assertThat(state(answers, Criterion.FIRST_SALE)).isEqualTo(State.UNKNOWN);
    }

    @Test
    void whatIsNotKnownSaysWhy() {
        orders(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 2));

        Map<Criterion, Answer> answers = check(DECIDED);

        assertThat(answer(answers, Criterion.ORDERS).why())
                .contains(new Remark(
                        "why.orders-begin-later",
                        Map.of("from", LocalDate.of(2026, 10, 1), "needed", LocalDate.of(2026, 8, 15))));
        assertThat(answer(answers, Criterion.FIRST_SALE).why())
                .contains(Remark.of("why.first-sale-not-shown", "oldest", LocalDate.of(2026, 10, 1)));
    }

    @Test
    void ordersThatEndTooEarlyAreNotKnownEither() {
        orders(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 20));

        Map<Criterion, Answer> answers = check(DECIDED);

        assertThat(answer(answers, Criterion.ORDERS).why())
                .contains(new Remark(
                        "why.orders-end-earlier", Map.of("to", LocalDate.of(2026, 8, 20), "needed", DECIDED)));
        assertThat(answer(answers, Criterion.FIRST_SALE).why())
                .as("it is known")
                .isEmpty();
    }

    @Test
    void withoutAnOrderReportNothingIsKnown() {
        Map<Criterion, Answer> answers = check(DECIDED);

        assertThat(answer(answers, Criterion.ORDERS).why()).contains(Remark.of("why.no-order-report"));
        assertThat(answer(answers, Criterion.FIRST_SALE).why()).contains(Remark.of("why.first-sale-unknown"));
    }

    @Test
    void anOrderBeforeTheDayShowsTheFirstSale() {
        orders(LocalDate.of(2026, 8, 31), DECIDED);

        assertThat(state(check(DECIDED), Criterion.FIRST_SALE)).isEqualTo(State.MET);
    }

    /** 25 orders from 15 September to 14 October: one late is exactly 4 %; of 24 it is more. */
    @ParameterizedTest
    @CsvSource({"24, MET", "23, NOT_MET"})
    void exactlyTheLimitOfLateShipmentsIsEnough(int clean, State state) {
        orders(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 14));
        north.late(north.order(LocalDate.of(2026, 9, 15), Code.MFN, Code.SHIPPED));
        for (int i = 0; i < clean; i++) {
            north.order(DECIDED, Code.MFN, Code.SHIPPED);
        }

        Answer answer = answer(check(DECIDED), Criterion.LATE_SHIPMENT);

        assertThat(answer.rate()).contains(new Rate(1, clean + 1L));
        assertThat(answer.days()).contains(RATES);
        assertThat(answer.state()).isEqualTo(state);
    }

    /** A list of 30 days that is asked of in November says nothing of 15 September. */
    @Test
    void aListThatDoesNotReachBackAnswersNothing() {
        orders(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 11, 22));
        north.lateList();

        assertThat(state(check(LocalDate.of(2026, 11, 22)), Criterion.LATE_SHIPMENT))
                .isEqualTo(State.UNKNOWN);
    }

    /** Written five days before it is asked: what it would say of the last days, nobody knows. */
    @Test
    void aListOfAnEarlierDaySaysUntilWhenItKnows() {
        LocalDate written = LocalDate.of(2026, 9, 28);
        LocalDate asOf = written.plusDays(5);
        orders(LocalDate.of(2026, 7, 1), asOf);
        north.late(north.order(written.minusDays(3), Code.MFN, Code.SHIPPED));

        Answer answer = answer(
                check(north.asOf(asOf, Map.of("north/" + FactType.LATE_SHIPMENT, written))), Criterion.LATE_SHIPMENT);

        assertThat(answer.state()).isEqualTo(State.UNKNOWN);
        assertThat(answer.why()).contains(Remark.of("why.known-until", "on", written));
    }

    @Test
    void beforeTheDecisionARateIsOpenWithWhatIsKnown() {
        orders(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 10, 1));
        north.lateList();

        Answer answer = answer(check(LocalDate.of(2026, 10, 1)), Criterion.LATE_SHIPMENT);

        assertThat(answer.state()).isEqualTo(State.OPEN);
        assertThat(answer.rate()).as("17 days so far").contains(new Rate(0, 17));
    }

    /** Without Amazon's list a cancellation may be the buyer's: on the limit it proves nothing. */
    @Test
    void cancellationsByAnybodyProveNothingUnlessThereAreFew() {
        orders(LocalDate.of(2026, 7, 1), DECIDED);
        north.order(DECIDED, Code.MFN, Code.CANCELLED);

        assertThat(state(check(DECIDED), Criterion.CANCELLATION))
                .as("1 of 31 at most")
                .isEqualTo(State.UNKNOWN);
    }

    /** On the day of decision the order defect rate is that of 1 August to 29 September. */
    @Test
    void theOrderDefectRateIsThatOfTheDayOfDecisionWheneverItIsAsked() {
        orders(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 29));
        String defective = north.order(LocalDate.of(2026, 8, 1), Code.MFN, Code.SHIPPED);
        for (int i = 0; i < 39; i++) {
            north.order(LocalDate.of(2026, 9, 29), Code.MFN, Code.SHIPPED);
        }
        orders(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 10, 20));
        north.negativeFeedback(defective);

        Answer answer = answer(check(LocalDate.of(2026, 10, 20)), Criterion.ORDER_DEFECT);

        assertThat(answer.rate()).as("60 days, and 40 more").contains(new Rate(1, 100));
        assertThat(answer.state()).as("exactly 1 %").isEqualTo(State.MET);
    }
}
