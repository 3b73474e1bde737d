package redflag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TargetsCommandTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return RedflagCommand.commandLine(CLOCK)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void thereWasNoOnTimeDeliveryTargetInTheUnitedStatesBeforeSeptember2024() {
        assertThat(run("targets", "--marketplace", "US", "--as-of", "2024-08-01"))
                .isZero();
        assertThat(out.toString())
                .startsWith("US: Amazon.com, ")
                .contains("targets in force on 1 August 2024", "Order defect rate", "under 1 %", "60 days, lag 15")
                .doesNotContain("On-time delivery rate, by unit");
    }

    @Test
    void fromItsFirstDayOnItIsThere() {
        assertThat(run("targets", "--marketplace", "US", "--as-of", "2024-09-25"))
                .isZero();
        assertThat(out.toString()).contains("On-time delivery rate, by unit", "2024-09-25");
    }

    @Test
    void whatNoSourceStatesForAMarketplaceIsSaid() {
        run("targets", "--marketplace", "MX", "--as-of", "2026-11-22");
        assertThat(out.toString()).contains("Order defect rate: No source states it for this marketplace");
    }

    @Test
    void minimumAndRepeatLimitAreSaid() {
        run("targets", "--marketplace", "UK", "--as-of", "2026-11-22");
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("from 20 in the window on", "2 alike within the window are off target");
    }

    @Test
    void withoutAMarketplaceAllAreListedThatHaveAny() {
        assertThat(run("targets")).isZero();
        assertThat(out.toString())
                .contains("on 23 November 2026", "US: Amazon.com", "IN: Amazon.in", "JP: Amazon.co.jp")
                .doesNotContain("SG: ");
    }

    @Test
    void aMarketplaceThatIsNoneIsRefusedWithThoseThatAreKnown() {
        assertThat(run("targets", "--marketplace", "Atlantis")).isEqualTo(2);
        assertThat(err.toString()).contains("'Atlantis'", "US, CA, MX");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void noLineIsMuchWiderThanATerminal() {
        run("targets");
        List<String> tooWide =
                out.toString().lines().filter(line -> line.length() > 150).toList();
        assertThat(tooWide).isEmpty();
    }

    @Test
    void theJsonSaysWhatIsCountedAndWhatIsUncertain() {
        run("targets", "--marketplace", "DE", "--as-of", "2026-11-22", "--json");
        JsonNode units = null;
        JsonNode defects = null;
        for (JsonNode target : JsonMapper.shared().readTree(out.toString())) {
            units = target.get("metric").asString().equals("unitOnTimeDeliveryRate") ? target : units;
            defects = target.get("metric").asString().equals("orderDefectRate") ? target : defects;
        }

        assertThat(units).isNotNull();
        assertThat(units.get("level").asString()).isEqualTo("UNIT");
        assertThat(units.get("verified").asBoolean()).isFalse();
        assertThat(units.get("minimum").asLong()).isEqualTo(20);
        assertThat(units.get("note").asString()).contains("press reports");
        assertThat(defects).isNotNull();
        assertThat(defects.get("level").asString()).isEqualTo("ORDER");
        assertThat(defects.get("countsCancelledOrders").asBoolean()).isTrue();
        assertThat(defects.get("counts").toString())
                .isEqualTo("[\"NEGATIVE_FEEDBACK\",\"A_TO_Z_CLAIM\",\"CHARGEBACK\"]");
    }

    @Test
    void theJsonHasTheNamesOfTheMachineCopy() {
        assertThat(run("targets", "--marketplace", "us", "--as-of", "2026-11-22", "--json"))
                .isZero();
        JsonNode first = JsonMapper.shared().readTree(out.toString()).get(0);

        assertThat(first.get("metric").asString()).isEqualTo("orderDefectRate");
        assertThat(first.get("condition").asString()).isEqualTo("LESS_THAN");
        assertThat(first.get("value").asDouble()).isEqualTo(0.01);
        List<String> metrics = new ArrayList<>();
        JsonMapper.shared()
                .readTree(out.toString())
                .forEach(target -> metrics.add(target.get("metric").asString()));
        assertThat(metrics).doesNotHaveDuplicates().contains("refundRate", "documentRequests");
    }
}
