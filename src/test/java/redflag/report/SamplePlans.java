package redflag.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import redflag.ledger.ActionRow;
import redflag.ledger.Source;
import redflag.plan.Measure;
import redflag.plan.Plan;
import redflag.plan.Reason;
import redflag.rules.Metric;

/** The plan of the sample report, and what it asks people to confirm. */
final class SamplePlans {

    private SamplePlans() {}

    static List<Measure> measures() {
        ActionRow done = new ActionRow(
                "order-defect-rate/action.feedback",
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 11, 20)),
                Optional.empty(),
                Optional.of("Dana Liu"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Ann"),
                Optional.of("2026-11-24"),
                new Source("acme/actions.csv", 2));
        return List.of(
                new Measure(
                        "order-defect-rate/cause.feedback",
                        "what do the buyers write, and which step of ours let it happen?",
                        Optional.empty(),
                        Optional.empty(),
                        Measure.State.OPEN,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new Measure(
                        done.id(),
                        "we answered all 7 buyers and refunded them where they were right",
                        Optional.empty(),
                        Optional.empty(),
                        Measure.State.NO_NOTE,
                        Optional.of(done),
                        done.owner(),
                        done.due(),
                        Optional.empty(),
                        Optional.empty()));
    }

    static List<Measure> measuresReadInChinese() {
        List<Measure> measures = measures();
        return List.of(
                measures.get(0).readBy(List.of(copy(measures.get(0), "买家写了什么，是我们的哪个步骤造成的？"))),
                measures.get(1).readBy(List.of(copy(measures.get(1), "已答复全部 7 位买家，属实的已退款"))));
    }

    private static Measure copy(Measure of, String what) {
        return new Measure(
                of.id(),
                what,
                Optional.empty(),
                Optional.empty(),
                of.state(),
                of.row(),
                of.owner(),
                of.due(),
                of.unusable(),
                of.evidence());
    }

    static Plan readingCopy() {
        return new Plan(
                Reason.ORDER_DEFECT_RATE,
                "行动计划：订单缺陷率",
                List.of(Metric.ORDER_DEFECT_RATE),
                List.of(new Plan.Paragraph(0, "在 812 个卖家自配送订单中，有 12 个有缺陷：订单缺陷率为 1.48 %，限额为低于 1 %。[1]")),
                List.of(new Plan.Paragraph(1, "12 个有缺陷的订单中有 7 个有负面反馈。[1] [待确认：买家写了什么，是我们的哪个步骤造成的？]")),
                List.of(new Plan.Paragraph(1, "[待确认：已答复全部 7 位买家，属实的已退款]")),
                List.of(new Plan.Paragraph(1, "每个工作日查看新的反馈，并在 24 小时内答复。")),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Plan.Evidence(
                        1,
                        Plan.Basis.ROWS,
                        "12 个有缺陷的订单。",
                        List.of(new Source("acme/order-defects-2026-11-21.csv", 3)))));
    }

    static Plan plan() {
        return new Plan(
                Reason.ORDER_DEFECT_RATE,
                "Plan of action: order defect rate, seller-fulfilled",
                List.of(Metric.ORDER_DEFECT_RATE),
                List.of(new Plan.Paragraph(
                        0,
                        "Between 9 September 2026 and 7 November 2026, 12 of 812 seller-fulfilled orders of Acme & Sons"
                                + " Outdoor had a defect (1.48 %; the limit is under 1 %): 7 with negative feedback, 4 with"
                                + " an A-to-z claim and 2 with a chargeback; one order counts in two of these [1].")),
                List.of(
                        new Plan.Paragraph(
                                1,
                                "7 of the 12 orders have negative feedback [1]. [confirm: what do the buyers write, and which"
                                        + " step of ours let it happen?]"),
                        new Plan.Paragraph(
                                2, "4 orders have an A-to-z claim [1]. [confirm: why did these buyers claim?]")),
                List.of(
                        new Plan.Paragraph(
                                1, "[confirm: we answered all 7 buyers and refunded them where they were right]"),
                        new Plan.Paragraph(2, "[confirm: we checked the 4 claimed orders with the carrier]")),
                List.of(
                        new Plan.Paragraph(
                                1,
                                "We read new feedback every working day and answer within 24 hours. Should two negative"
                                        + " ratings come within a week, the article is taken off sale until the cause is found."),
                        new Plan.Paragraph(2, "[confirm: orders above 50 USD are sent with signature on delivery]")),
                List.of(new Plan.Paragraph(
                        0,
                        "Late shipment rate, 30 days: 1.25 % (10 of 800 affected, 24 October 2026 to 22 November 2026); the limit"
                                + " is under 4 %. [2]")),
                List.of(new Plan.Question(
                        new Plan.Paragraph(
                                0,
                                "[confirm: which items came damaged, and what their packing lacks]",
                                Optional.of("order-defect-rate/cause.packing")),
                        new Plan.Paragraph(0, "[confirm: which stock was repacked]"),
                        new Plan.Paragraph(0, "[confirm: the packing that each item has to have] Our target: 0.5 %."))),
                List.of(new Plan.Dispute(
                        "A_TO_Z_CLAIM",
                        "If you have proof of delivery: appeal within 30 days of the decision.",
                        List.of(new Plan.Disputed("111-0000001-0000001", Optional.of(LocalDate.of(2026, 12, 20)))))),
                List.of(new Plan.Evidence(
                        1,
                        Plan.Basis.ROWS,
                        "12 orders with a defect",
                        IntStream.range(3, 15)
                                .mapToObj(row -> new Source("acme/order-defects-2026-11-21.csv", row))
                                .toList())));
    }
}
