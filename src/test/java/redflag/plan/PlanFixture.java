package redflag.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import redflag.basics.AccountId;
import redflag.basics.Fulfilment;
import redflag.basics.Marketplaces;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.basics.Store;
import redflag.basics.StoreId;
import redflag.causes.Cause;
import redflag.causes.CauseName;
import redflag.causes.Causes;
import redflag.causes.Comparison;
import redflag.causes.Dimension;
import redflag.ledger.Source;
import redflag.metrics.Defect;
import redflag.metrics.DefectSource;
import redflag.metrics.Finding;
import redflag.metrics.MeasuringRules;
import redflag.rules.Basis;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.rules.Target;
import redflag.rules.TargetFile;

/** A store that is off target: 12 of 240 orders, five of which are for one item. */
public final class PlanFixture {

    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    public static final Store STORE = store("acme-de", "Acme Haushalt");

    private static final int AFFECTED = 12;

    private PlanFixture() {}

    public static Store store(String id, String name) {
        return new Store(
                new StoreId(id),
                new AccountId("acme"),
                Marketplaces.known().find("DE").orElseThrow(),
                name,
                Optional.empty(),
                "en",
                "anna@example.com",
                List.of());
    }

    /** Reasons that a rate off target gives. */
    public static Stream<Reason> rates() {
        return Stream.of(Reason.values()).filter(Reason::isOfARate);
    }

    /** Reasons that only a notice gives. */
    public static Stream<Reason> ofNotices() {
        return Stream.of(Reason.values()).filter(reason -> !reason.isOfARate());
    }

    /** The plan for one metric, as drafted. @param causes of its defects */
    public static Plan draft(String language, Finding finding, Causes causes) {
        return draft(STORE.id().value(), language, finding, causes);
    }

    /** The same of another store, which may get other wordings. */
    public static Plan draft(String store, String language, Finding finding, Causes causes) {
        return new Plans(PlanLibrary.shipped(), MeasuringRules.standard())
                .draft(language, store(store, STORE.name()), AS_OF, List.of(finding), causes, Optional.empty())
                .get(0);
    }

    public static Finding off(Metric metric, boolean isListed) {
        return finding(metric, isListed, Status.OFF_TARGET, Precision.EXACT);
    }

    public static Finding finding(Metric metric, boolean isListed, Status status, Precision precision) {
        Measured measured = new Measured(
                new Figure.Counts(new Rate(AFFECTED, 240)),
                isListed ? Basis.COMPUTED : Basis.PRINTED,
                precision,
                Optional.of(new Period(LocalDate.of(2026, 9, 9), LocalDate.of(2026, 11, 7))),
                AS_OF,
                metric == Metric.ORDER_DEFECT_RATE
                        ? Map.of("negativeFeedback", 7L, "aToZClaims", 4L, "chargebacks", 2L)
                        : Map.of(),
                isListed ? Optional.empty() : Optional.of("acme/account-health.json"),
                Optional.empty());
        Reading reading = new Reading(
                metric,
                metric.isSplitByFulfilment() ? Optional.of(Fulfilment.MFN) : Optional.empty(),
                Optional.empty(),
                Optional.of(measured),
                Optional.empty(),
                isListed ? Optional.of(measured) : Optional.empty(),
                withLimit(TargetFile.shipped()
                        .inForce(metric, STORE.marketplace(), AS_OF)
                        .orElseThrow()),
                status,
                Optional.empty(),
                false,
                false,
                Optional.empty());
        return new Finding(reading, isListed ? defects(metric) : List.of());
    }

    /** The same where an export prints these counts, and they stand. */
    public static Finding printed(Finding finding, Rate counts) {
        Reading reading = finding.reading();
        Measured own = reading.measured().orElseThrow();
        Measured printed = new Measured(
                new Figure.Counts(counts),
                Basis.PRINTED,
                Precision.EXACT,
                own.window(),
                own.knownOn(),
                Map.of(),
                Optional.of("acme/account-health.json"),
                Optional.empty());
        return new Finding(
                new Reading(
                        reading.metric(),
                        reading.fulfilment(),
                        reading.category(),
                        Optional.of(printed),
                        Optional.of(printed),
                        reading.measured(),
                        reading.target(),
                        reading.status(),
                        reading.why(),
                        false,
                        false,
                        Optional.empty()),
                finding.defects(),
                finding.inPipe(),
                finding.gone(),
                finding.tally(),
                Optional.of(DefectSource.LIST),
                finding.population(),
                finding.contributions(),
                finding.outlook());
    }

    /** The same of one category. */
    public static Finding ofCategory(Finding finding, String category) {
        Reading reading = finding.reading();
        return new Finding(
                new Reading(
                        reading.metric(),
                        reading.fulfilment(),
                        Optional.of(category),
                        reading.measured(),
                        reading.printed(),
                        reading.computed(),
                        reading.target(),
                        reading.status(),
                        reading.why(),
                        false,
                        false,
                        Optional.empty()),
                finding.defects());
    }

    private static List<Defect> defects(Metric metric) {
        List<Defect> defects = new ArrayList<>();
        for (int i = 0; i < AFFECTED; i++) {
            LocalDate day = LocalDate.of(2026, 10, 2).plusDays(i);
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
        return defects;
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

    /** These causes behind its defects; the rest stands without one. */
    public static Causes causes(Finding finding, Cause... causes) {
        List<Defect> rest = new ArrayList<>(finding.defects());
        List.of(causes).forEach(cause -> rest.removeAll(cause.explains()));
        return new Causes(List.of(new Causes.OfMetric(
                finding.reading().metric(),
                finding.reading().fulfilment(),
                Optional.empty(),
                finding.defects(),
                true,
                List.of(),
                List.of(causes),
                rest)));
    }

    /** A cause that single rows show. @param which places of its defects, from 0 */
    public static Cause shown(Finding finding, String id, String value, IntPredicate which) {
        return new Cause(
                id,
                finding.reading().metric(),
                finding.reading().fulfilment(),
                Optional.empty(),
                value,
                explained(finding, which),
                finding.defects().size(),
                Optional.empty());
    }

    /** A group of 30 of the 240 orders that stands out. */
    public static Cause group(Finding finding, Dimension dimension, String value, IntPredicate which) {
        List<Defect> explains = explained(finding, which);
        int count = explains.size();
        return new Cause(
                dimension == Dimension.DAYS
                        ? "block-of-days"
                        : "more-often-by-"
                                + dimension.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                finding.reading().metric(),
                finding.reading().fulfilment(),
                Optional.of(dimension),
                value,
                explains,
                finding.defects().size(),
                Optional.of(new Comparison(
                        new Rate(count, 30),
                        new Rate(AFFECTED, 240),
                        count * 240.0 / (30 * AFFECTED),
                        1.5,
                        5.5,
                        0.001,
                        Optional.of(new Rate(AFFECTED - count, 210)))));
    }

    /** The ids of the causes that rows show and that the plans for a reason have a text for. */
    public static List<String> causesOf(Reason reason) {
        return PlanLibrary.shipped().of(reason, PlanLibrary.ENGLISH).causes().stream()
                .flatMap(cause -> cause.when().stream())
                .filter(when -> When.find(when).isEmpty())
                .toList();
    }

    /** A cause of this id, with a value of its form. */
    public static Cause cause(Finding finding, String id, IntPredicate which) {
        if (id.startsWith("more-often-by-")) {
            Dimension dimension = Dimension.valueOf(id.substring("more-often-by-".length())
                    .toUpperCase(Locale.ROOT)
                    .replace('-', '_'));
            return group(finding, dimension, dimension == Dimension.WEEKDAY ? "FRIDAY" : "4", which);
        }
        String days = "2026-10-09/2026-10-11";
        if (id.equals("block-of-days")) {
            return group(finding, Dimension.DAYS, days, which);
        }
        String holiday = "2026-10-12/US/Columbus Day";
        String value = id.equals("public-holiday") ? holiday : CauseName.hasFirst(id) ? "2026-10-09/ACM-7" : "16";
        return shown(finding, id, CauseName.hasLast(id) ? days : value, which);
    }

    private static List<Defect> explained(Finding finding, IntPredicate which) {
        return IntStream.range(0, finding.defects().size())
                .filter(which)
                .mapToObj(finding.defects()::get)
                .toList();
    }
}
