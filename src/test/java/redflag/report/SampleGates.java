package redflag.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.basics.Remark;
import redflag.metrics.GateCheck;
import redflag.metrics.GateCheck.Answer;
import redflag.metrics.GateCheck.Criterion;
import redflag.metrics.GateCheck.State;

/** A check before the holiday season: met, not met, open and unknown. */
final class SampleGates {

    private SampleGates() {}

    static List<GateCheck> gates() {
        LocalDate decided = LocalDate.of(2026, 10, 14);
        Period rates = new Period(LocalDate.of(2026, 9, 15), decided);
        return List.of(new GateCheck(
                "Toys & Games",
                decided,
                List.of(
                        gate(Criterion.FIRST_SALE, State.MET, "2026-09-01", Optional.empty(), Optional.empty()),
                        new Answer(
                                Criterion.ORDERS,
                                State.OPEN,
                                "25",
                                Optional.of(new Period(LocalDate.of(2026, 8, 15), decided)),
                                Optional.empty(),
                                Optional.of(24L),
                                Optional.empty()),
                        gate(
                                Criterion.CANCELLATION,
                                State.NOT_MET,
                                "0.0175",
                                Optional.of(rates),
                                Optional.of(new Rate(2, 100))),
                        gate(
                                Criterion.LATE_SHIPMENT,
                                State.MET,
                                "0.04",
                                Optional.of(rates),
                                Optional.of(new Rate(4, 100))),
                        new Answer(
                                Criterion.ORDER_DEFECT,
                                State.UNKNOWN,
                                "0.01",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(Remark.of("why.missing", "metric", "orderDefectRate"))))));
    }

    private static Answer gate(
            Criterion criterion, State state, String asked, Optional<Period> days, Optional<Rate> rate) {
        return new Answer(criterion, state, asked, days, rate, Optional.empty(), Optional.empty());
    }
}
