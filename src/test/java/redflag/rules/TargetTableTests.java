package redflag.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import redflag.basics.Marketplace;
import redflag.basics.Marketplaces;

/** A day is judged by the targets of that day. */
class TargetTableTests {

    private static final TargetTable SHIPPED = TargetFile.shipped();

    @ParameterizedTest(name = "{0} in {1} on {2}: {3}, {4}")
    @CsvFileSource(resources = "in-force.csv", useHeadersInDisplayName = true)
    void aTargetHoldsFromItsFirstDay(String metric, String marketplace, LocalDate day, String answer, String because) {
        Optional<Target> target = SHIPPED.inForce(Metric.find(metric).orElseThrow(), country(marketplace), day);

        assertThat(target.map(t -> t.value().toPlainString()
                                + (t.enforced() ? " enforced" : " shown")
                                + (t.verified() ? "" : " unverified"))
                        .orElse("none"))
                .as(because)
                .isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvFileSource(resources = "conflicts.csv", useHeadersInDisplayName = true)
    void whereSourcesDisagreeEveryTargetSaysSo(String metric, String says, String because) {
        assertThat(SHIPPED.targets())
                .filteredOn(target -> target.metric().jsonName().equals(metric))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(target.note().orElse(""))
                        .as(target.marketplace() + ", " + because)
                        .contains(says));
    }

    @Test
    void noMetricHasTwoTargetsOnOneDay() {
        for (Marketplace marketplace : Marketplaces.known().all()) {
            assertThat(SHIPPED.inForce(marketplace, LocalDate.of(2026, 11, 22)))
                    .as(marketplace.country())
                    .extracting(Target::metric)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void anOwnTargetStandsInPlaceOfTheShippedOneOfTheSameDay() {
        Marketplace us = country("US");
        LocalDate day = LocalDate.of(2026, 11, 22);
        Target shipped = SHIPPED.inForce(Metric.ORDER_DEFECT_RATE, us, day).orElseThrow();
        Target own = new Target(
                shipped.metric(),
                shipped.marketplace(),
                shipped.condition(),
                new BigDecimal("0.005"),
                shipped.windowDays(),
                shipped.lagDays(),
                shipped.axis(),
                shipped.counts(),
                shipped.minimum(),
                shipped.enforced(),
                shipped.from(),
                "own",
                true,
                true,
                Optional.empty(),
                Optional.empty());

        TargetTable table = SHIPPED.overriddenBy(List.of(own));

        assertThat(table.inForce(Metric.ORDER_DEFECT_RATE, us, day)).contains(own);
        assertThat(table.targets()).hasSameSizeAs(SHIPPED.targets());
        assertThat(table.hash()).isNotEqualTo(SHIPPED.hash());
    }

    private static Marketplace country(String code) {
        return Marketplaces.known().find(code).orElseThrow();
    }
}
