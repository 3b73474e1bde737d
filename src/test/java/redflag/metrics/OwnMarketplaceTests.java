package redflag.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import redflag.basics.AccountId;
import redflag.basics.Marketplace;
import redflag.basics.Rate;
import redflag.basics.Store;
import redflag.basics.StoreId;
import redflag.ledger.AccountLedger;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Moments;
import redflag.past.Past;
import redflag.rules.Condition;
import redflag.rules.DefectKind;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Target;
import redflag.rules.TargetTable;

/** On a marketplace of the job's own a defect is what the target counts, and a column is what the kind says it is. */
class OwnMarketplaceTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final Store OLIVE = new Store(
            new StoreId("olive"),
            new AccountId("north"),
            new Marketplace("OLIVE", "OLV", "Olive", ZoneId.of("America/Sao_Paulo"), "BRL", "pt"),
            "Olive",
            Optional.empty(),
            "en",
            "manager@example.com",
            List.of());

    @Test
    void onlyTheKindsThatTheTargetCountsAreDefects() {
        Measured reviewsOnly = measured(Set.of(DefectKind.NEGATIVE_FEEDBACK), Field.RATING, Field.A_TO_Z_CLAIM);
        Measured both = measured(
                Set.of(DefectKind.NEGATIVE_FEEDBACK, DefectKind.A_TO_Z_CLAIM), Field.RATING, Field.A_TO_Z_CLAIM);

        assertThat(reviewsOnly.figure()).isEqualTo(new Figure.Counts(new Rate(1, 10)));
        assertThat(reviewsOnly.components()).isEqualTo(Map.of("negativeFeedback", 1L));
        assertThat(both.figure()).isEqualTo(new Figure.Counts(new Rate(2, 10)));
        assertThat(both.precision()).isEqualTo(Precision.EXACT);
    }

    @Test
    void whereNoColumnTellsOfACountedKindThereMayBeMore() {
        assertThat(measured(Set.of(DefectKind.values()), Field.RATING).precision())
                .isEqualTo(Precision.AT_LEAST);
    }

    @Test
    void reviewsThatEndLongAgoProveNothingOfToday() {
        assertThat(measured(Set.of(DefectKind.NEGATIVE_FEEDBACK), Field.RATING, Field.HAPPENED)
                        .precision())
                .isEqualTo(Precision.AT_LEAST);
    }

    /** Ten orders: the first reviewed with one star, the second with a claim. */
    private static Measured measured(Set<DefectKind> counts, Field... known) {
        FactTable.Builder orders = new FactTable.Builder(EnumSet.of(Field.ORDER, Field.PURCHASED, Field.FULFILMENT));
        EnumSet<Field> columns = EnumSet.of(Field.ORDER, known);
        FactTable.Builder traces = new FactTable.Builder(columns);
        for (int i = 0; i < 10; i++) {
            LocalDate day = AS_OF.minusDays(7L * i);
            orders.order("o" + i)
                    .moment(Field.PURCHASED, Moments.ofDay(day))
                    .code(Field.FULFILMENT, Code.MFN)
                    .endRow(i + 2);
            if (i < 2) {
                traces.order("o" + i);
                if (columns.contains(Field.RATING)) {
                    traces.count(Field.RATING, i == 0 ? 1 : 5);
                }
                if (columns.contains(Field.A_TO_Z_CLAIM)) {
                    traces.flag(Field.A_TO_Z_CLAIM, i == 1);
                }
                if (columns.contains(Field.HAPPENED)) {
                    traces.moment(Field.HAPPENED, Moments.ofDay(AS_OF.minusDays(5)));
                }
                traces.endRow(i + 2);
            }
        }
        Target target = new Target(
                Metric.ORDER_DEFECT_RATE,
                "OLV",
                Condition.LESS_THAN,
                new BigDecimal("0.02"),
                64,
                0,
                Target.Axis.ORDER_DATE,
                counts,
                0,
                true,
                LocalDate.of(2026, 1, 1),
                "test",
                true,
                true,
                Optional.empty(),
                Optional.empty());
        AccountLedger ledger = AccountLedger.merge(
                OLIVE.account(),
                List.of(
                        file("orders", FactType.ORDER_LINE, orders.build()),
                        file("traces", FactType.DEFECT_TRACE, traces.build())),
                List.of(OLIVE),
                Map.of(OLIVE.id(), AS_OF));
        return Measurements.of(
                        Objects.requireNonNull(ledger.stores().get(OLIVE.id())),
                        new TargetTable(List.of(target)),
                        MeasuringRules.standard(),
                        Past.none())
                .get(0)
                .reading()
                .measured()
                .orElseThrow();
    }

    private static FileFacts file(String name, FactType type, FactTable table) {
        return new FileFacts(
                "north/" + name, name, "k", 1, "", table.size(), 0, List.of(), List.of(), Map.of(type, table));
    }
}
