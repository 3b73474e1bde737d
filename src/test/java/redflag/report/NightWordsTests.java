package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import redflag.basics.Fulfilment;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.changes.Assurance;
import redflag.changes.Changes;
import redflag.changes.Changes.LeftDefect;
import redflag.changes.Changes.Unnamed;
import redflag.changes.Changes.Why;
import redflag.past.PastReading;
import redflag.past.Snapshot.SeenDefect;
import redflag.reconciliation.Reconciliation;
import redflag.reconciliation.Reconciliation.Difference;
import redflag.reconciliation.Reconciliation.Explanation;
import redflag.reconciliation.Reconciliation.Kind;
import redflag.rules.Basis;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Status;
import redflag.words.Messages;

/** What is said of the nights before, and of what is printed. */
class NightWordsTests {

    private static final LocalDate AS_OF = SampleReports.AS_OF;
    private static final Messages ENGLISH = Messages.english();
    private static final ReportWords WORDS = new ReportWords(ENGLISH);

    @Test
    void whatAnotherExportDoesNotListHasNotLeft() {
        SeenDefect defect = seen("one");
        LeftDefect left = new LeftDefect(seen("two"), Why.WINDOW_LEFT);
        LeftDefect other = new LeftDefect(defect, Why.SOURCE_CHANGED);

        assertThat(WORDS.changes(new Changes(
                        Optional.of(AS_OF.minusDays(1)), List.of(), List.of(left, other), List.of(), List.of())))
                .isEqualTo(
                        "Since the night of 21 November 2026: no new defect, 1 left, 1 not listed by another export that"
                                + " decides tonight; no status changed.");
        assertThat(WORDS.changes(
                        new Changes(Optional.of(AS_OF.minusDays(1)), List.of(), List.of(left), List.of(), List.of())))
                .isEqualTo("Since the night of 21 November 2026: no new defect, 1 left; no status changed.");
    }

    @Test
    void metricsWhoseOrdersNoExportNamesAreSaidToBeUnknown() {
        Unnamed unnamed = new Unnamed(Metric.ORDER_DEFECT_RATE, Optional.of(Fulfilment.MFN), AS_OF.minusDays(3));

        assertThat(WORDS.changes(new Changes(
                        Optional.of(AS_OF.minusDays(1)), List.of(), List.of(), List.of(unnamed), List.of())))
                .isEqualTo(
                        "Since the night of 21 November 2026: no new defect, none left; no status changed. Not known tonight,"
                                + " because no export names the orders: what is new or left of Order defect rate,"
                                + " seller-fulfilled. Last named on the night of 19 November 2026.");
    }

    private static SeenDefect seen(String order) {
        return new SeenDefect(Metric.ORDER_DEFECT_RATE, Optional.empty(), order, AS_OF, AS_OF.minusDays(9), Map.of());
    }

    @Test
    void assuranceOfAFewKnownDaysIsNotCalledMet() {
        Assurance clock = Assurance.of(AS_OF, List.of(rated(AS_OF.minusDays(200)), rated(AS_OF)), List.of())
                .orElseThrow();

        assertThat(TrendSheet.assurance(clock, ENGLISH))
                .isEqualTo(
                        "No day below 250 of 1 known days since 23 May 2026, and 183 days without a rating: met as far as"
                                + " known, and not proven: ten days below are allowed, and the unknown ones may be.");
    }

    private static PastReading rated(LocalDate day) {
        return new PastReading(
                day,
                Metric.ACCOUNT_HEALTH_RATING,
                Optional.empty(),
                Optional.empty(),
                Status.ON_TARGET,
                Optional.of(new Measured(
                        new Figure.Score(400),
                        Basis.PRINTED,
                        Precision.EXACT,
                        Optional.empty(),
                        day,
                        new TreeMap<>(),
                        Optional.empty(),
                        Optional.empty())));
    }

    @Test
    void anExplanationOfMoreOrdersThanAreMissingNamesNoneForSure() {
        Explanation among = new Explanation(
                Kind.DEFECTS_SINCE, Optional.of(new Difference(-1, 0)), Optional.empty(), List.of("a", "b"));

        assertThat(ReconciliationSheet.text(among, ENGLISH))
                .isEqualTo("The rows showed them first after the day of the export: \u22121 affected, 0 in all. Some of"
                        + " these orders: a, b; no row says which.");
    }

    @Test
    void aRateWithoutCountsIsShownAsSuch() {
        Period days = new Period(AS_OF.minusDays(29), AS_OF);
        Reconciliation row = new Reconciliation(
                Metric.LATE_SHIPMENT_RATE_30,
                Optional.empty(),
                new Figure.StatedRate(new BigDecimal("0.008")),
                Optional.of(days),
                new Rate(12, 812),
                days,
                List.of(new Explanation(
                        Kind.OTHER_RATE_WITHOUT_COUNTS, Optional.empty(), Optional.of(days), List.of())),
                Optional.empty());

        assertThat(ReconciliationSheet.COLUMNS.stream()
                        .map(column -> column.cell().apply(row, WORDS).toString())
                        .toList()
                        .toString())
                .contains(
                        "0.80 %",
                        "no counts", "Printed rate only, no counts. Over 24 October 2026 to 22 November 2026");
    }
}
