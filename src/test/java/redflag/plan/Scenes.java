package redflag.plan;

import static redflag.plan.PlanFixture.causes;
import static redflag.plan.PlanFixture.group;
import static redflag.plan.PlanFixture.off;
import static redflag.plan.PlanFixture.shown;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import redflag.basics.Fulfilment;
import redflag.basics.Rate;
import redflag.causes.Account;
import redflag.causes.Cause;
import redflag.causes.Causes;
import redflag.causes.Dimension;
import redflag.metrics.Defect;
import redflag.metrics.Finding;
import redflag.metrics.MeasuringRules;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Reading;

/** Stores whose letters are not like most: what is off target, and what rows show of it. */
enum Scenes {
    /** Seller-fulfilled orders and those that Amazon fulfils, each with causes of its own. */
    BOTH_FULFILMENTS {
        @Override
        Plan plan(String language) {
            Finding own = off(Metric.ORDER_DEFECT_RATE, true);
            Finding amazons = with(own, Optional.of(Fulfilment.AFN), Optional.empty(), own.defects());
            return draft(
                    language,
                    List.of(own, amazons),
                    of(own, true, group(own, Dimension.SKU, "ACM-7", i -> i < 5)),
                    of(amazons, true, shown(amazons, "damaged", "", i -> i >= 5 && i < 9)));
        }
    },
    /** What the words of feedback say of orders that the seller ships, and of those that Amazon ships. */
    FEEDBACK {
        @Override
        Plan plan(String language) {
            Finding own = off(Metric.ORDER_DEFECT_RATE, true);
            Finding amazons = with(own, Optional.of(Fulfilment.AFN), Optional.empty(), own.defects());
            return draft(
                    language,
                    List.of(own, amazons),
                    of(
                            own,
                            true,
                            shown(own, "feedback-damaged", "", i -> i < 4),
                            shown(own, "feedback-late-shipped-in-time", "", i -> i >= 4 && i < 7),
                            shown(own, "feedback-poor-service", "", i -> i >= 3 && i < 5)),
                    of(
                            amazons,
                            true,
                            shown(amazons, "feedback-not-as-described", "B0ACM7", i -> i < 2),
                            shown(amazons, "feedback-of-amazons-delivery", "", i -> i >= 2 && i < 6)));
        }
    },
    /** Tracking numbers that are wrong, each in its way. */
    NUMBERS {
        @Override
        Plan plan(String language) {
            Finding packages = off(Metric.VALID_TRACKING_RATE, true);
            return draft(
                    language,
                    List.of(packages),
                    of(
                            packages,
                            false,
                            shown(packages, "number-missing", "", i -> i < 4),
                            shown(packages, "number-malformed", "", i -> i >= 4 && i < 7),
                            shown(packages, "number-of-another-carrier", "", i -> i >= 7 && i < 9),
                            shown(packages, "number-on-several-orders", "", i -> i >= 8 && i < 10)));
        }
    },
    /** One category with many packages on Amazon's list, one with three. */
    CATEGORIES {
        @Override
        Plan plan(String language) {
            Finding packages = off(Metric.VALID_TRACKING_RATE, true);
            Finding toys = with(packages, Optional.empty(), Optional.of("Toys"), packages.defects());
            Finding garden = with(
                    packages,
                    Optional.empty(),
                    Optional.of("Garden"),
                    packages.defects().subList(9, 12));
            return draft(
                    language,
                    List.of(toys, garden),
                    of(
                            toys,
                            false,
                            shown(toys, "listed-more-often-by-carrier", "Hermes", i -> i < 7),
                            shown(toys, "confirmed-after-delivery", "", i -> i == 8)),
                    of(garden, false));
        }
    },
    /** Four late orders: what rows say of each. */
    FEW_DEFECTS {
        @Override
        Plan plan(String language) {
            Finding late = off(Metric.LATE_SHIPMENT_RATE_30, true);
            Finding few = with(
                    late,
                    late.reading().fulfilment(),
                    Optional.empty(),
                    late.defects().subList(4, 8));
            return draft(
                    language,
                    List.of(few),
                    of(few, true, shown(few, "confirmed-late-shipped-on-time", "", i -> i < 1)));
        }
    },
    /** More causes than a letter has room for. */
    MANY_CAUSES {
        @Override
        Plan plan(String language) {
            Finding defects = off(Metric.ORDER_DEFECT_RATE, true);
            return draft(
                    language,
                    List.of(defects),
                    causes(defects, manyCauses(defects)).metrics().get(0));
        }
    };

    /** The plan as drafted. */
    abstract Plan plan(String language);

    /** Nine causes, from nine defects down to one each; the last two orders have none but the two smallest. */
    static Cause[] manyCauses(Finding finding) {
        List<String> ids = List.of(
                "order-shipped-late",
                "order-delivered-late",
                "not-received",
                "damaged",
                "wrong-or-missing-item",
                "defective",
                "return-not-answered");
        List<Cause> causes = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            int most = 9 - i;
            causes.add(shown(finding, ids.get(i), "", place -> place < most));
        }
        causes.add(shown(finding, "order-out-of-stock", "", place -> place == 10 || place == 3));
        causes.add(shown(finding, "order-cancelled-by-seller", "", place -> place == 9));
        return causes.toArray(Cause[]::new);
    }

    static Plan draft(String language, List<Finding> findings, Causes.OfMetric... causes) {
        return new Plans(PlanLibrary.shipped(), MeasuringRules.standard())
                .draft(
                        language,
                        PlanFixture.STORE,
                        PlanFixture.AS_OF,
                        findings,
                        new Causes(List.of(causes)),
                        Optional.empty())
                .get(0);
    }

    /** The causes of a finding: each of few defects is told as well. @param hasTotal see {@link Causes.OfMetric} */
    static Causes.OfMetric of(Finding finding, boolean hasTotal, Cause... causes) {
        List<Defect> defects = finding.defects();
        List<Defect> rest = new ArrayList<>(defects);
        Stream.of(causes).filter(cause -> !cause.isToBeDisputed()).forEach(cause -> rest.removeAll(cause.explains()));
        return new Causes.OfMetric(
                finding.reading().metric(),
                finding.reading().fulfilment(),
                finding.reading().category(),
                defects,
                hasTotal,
                defects.size() < Causes.FEW
                        ? defects.stream().map(Scenes::account).toList()
                        : List.of(),
                List.of(causes),
                rest);
    }

    private static Account account(Defect defect) {
        LocalDate day = defect.axisDate();
        return new Account(
                defect,
                Optional.of(day + "T09:30:00Z"),
                Optional.of(day.plusDays(2).toString()),
                Optional.of(day.plusDays(3) + "T16:05:00Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** The same figure of other orders, counted from these rows: a twentieth of all. */
    static Finding with(
            Finding finding, Optional<Fulfilment> fulfilment, Optional<String> category, List<Defect> defects) {
        Reading reading = finding.reading();
        Measured own = reading.measured().orElseThrow();
        Optional<Measured> measured = Optional.of(new Measured(
                new Figure.Counts(new Rate(defects.size(), 20L * defects.size())),
                own.basis(),
                own.precision(),
                own.window(),
                own.knownOn(),
                own.components(),
                own.file(),
                Optional.empty()));
        return new Finding(
                new Reading(
                        reading.metric(),
                        fulfilment,
                        category,
                        measured,
                        Optional.empty(),
                        measured,
                        reading.target(),
                        reading.status(),
                        reading.why(),
                        false,
                        false,
                        Optional.empty()),
                defects);
    }
}
