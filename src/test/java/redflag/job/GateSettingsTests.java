package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import redflag.basics.Marketplaces;
import redflag.basics.Period;
import redflag.metrics.HolidayGate;
import redflag.settings.Problems;
import redflag.settings.YamlFile;

class GateSettingsTests {

    private final Problems problems = new Problems();

    private List<HolidayGate> read(String yaml) {
        List<HolidayGate> gates = new ArrayList<>();
        YamlFile.read("job.yaml", yaml, problems)
                .ifPresent(job -> job.sections("holiday-gate")
                        .forEach(gate ->
                                GateSettings.read(gate, Marketplaces.known()).ifPresent(gates::add)));
        return gates;
    }

    private List<String> messages() {
        return problems.list().stream().map(Object::toString).toList();
    }

    /** domain.md §4, the US in 2019. */
    @Test
    void aWholeGateIsRead() {
        assertThat(read("""
                holiday-gate:
                  - name: Toys & Games
                    marketplaces: [US]
                    first-sale-before: 2026-09-01
                    orders: {from: 2026-08-15, to: 2026-10-14, at-least: 25}
                    rates: {from: 2026-09-15, to: 2026-10-14, cancellation-at-most: 1.75%, late-shipment-at-most: 4%}
                    order-defect-at-most: 1%
                    decided-on: 2026-10-14
                """))
                .containsExactly(new HolidayGate(
                        "Toys & Games",
                        Set.of("US"),
                        Optional.of(LocalDate.of(2026, 9, 1)),
                        new Period(LocalDate.of(2026, 8, 15), LocalDate.of(2026, 10, 14)),
                        25,
                        new Period(LocalDate.of(2026, 9, 15), LocalDate.of(2026, 10, 14)),
                        new BigDecimal("0.0175"),
                        new BigDecimal("0.04"),
                        new BigDecimal("0.01"),
                        LocalDate.of(2026, 10, 14)));
        assertThat(messages()).isEmpty();
    }

    @Test
    void allMistakesAreSaidWithTheirLines() {
        assertThat(read("""
                holiday-gate:
                  - name: Toys & Games
                    marketplaces: [XX]
                    orders: {from: 2026-10-14, to: 2026-08-15}
                    rates:
                      from: 2026-09-15
                      late-shipment-at-most: 4
                    decided: 2026-10-14
                """)).isEmpty();
        assertThat(messages())
                .containsExactlyInAnyOrder(
                        "job.yaml:3: 'XX' is no marketplace that Redflag knows or the job declares",
                        "job.yaml:4: 'to: 2026-08-15' lies before 'from: 2026-10-14'",
                        "job.yaml:4: 'at-least' is missing",
                        "job.yaml:6: 'to' is missing",
                        "job.yaml:6: 'cancellation-at-most' is missing",
                        "job.yaml:7: 'late-shipment-at-most: 4' must be a share with its sign, such as 80%",
                        "job.yaml:2: 'order-defect-at-most' is missing",
                        "job.yaml:2: 'decided-on' is missing",
                        "job.yaml:8: 'decided' is not known here; known are name, marketplaces, first-sale-before,"
                                + " orders, rates, order-defect-at-most, decided-on");
    }
}
