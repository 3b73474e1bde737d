package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;

/** What a cell means, and what a row is rejected for. */
class RowsTests {

    private static final String EXPECTED_ID =
            "expected an order id such as 123-1234567-1234567 (Excel turns ids into numbers)";
    private static final String EXPECTED_DATE = "expected a date such as 2026-11-02T10:19:22+00:00 or 2026-11-02";

    @TempDir
    Path dir;

    @Test
    void aBadRowIsRejectedSinglyWithWhatWasFoundAndExpected() throws Unreadable {
        FileFacts facts = Exports.read("orders-damaged-rows.txt");

        assertThat(facts.rejections())
                .extracting(Exports::text)
                .containsExactly(
                        "row 3: amazon-order-id: found \"1.12E+17\", " + EXPECTED_ID,
                        "row 4: amazon-order-id: found nothing, expected a value",
                        "row 5: purchase-date: found \"07/08/2026\", expected a date that is only one day,"
                                + " such as 2026-11-02; the order of its numbers can be said under reading in the job",
                        "row 6: purchase-date: found \"2026-02-30T10:19:22+00:00\", " + EXPECTED_DATE,
                        "row 7: fulfillment-channel: found \"Robot\", expected one of merchant, mfn, seller, amazon, afn",
                        "row 8: quantity: found \"many\", expected a whole number",
                        "row 9: found 10 cells, expected 9 cells");
        assertThat(facts.rowsRead()).isEqualTo(10);
        assertThat(facts.rowsRejected()).isEqualTo(7);
        assertThat(facts.rowsAccepted())
                .isEqualTo(facts.table(FactType.ORDER_LINE).orElseThrow().size());
    }

    @Test
    void aStatusNobodyKnowsIsKeptWithoutACodeAndWarnedOf() throws Unreadable {
        FileFacts facts = Exports.read("orders-damaged-rows.txt");
        FactTable orders = facts.table(FactType.ORDER_LINE).orElseThrow();

        assertThat(orders.code(Field.ORDER_STATUS, 1))
                .as("Shipped - Returned to Seller")
                .contains(Code.SHIPPED);
        assertThat(orders.code(Field.ORDER_STATUS, 2)).isEmpty();
        assertThat(facts.warnings())
                .extracting(Exports::text)
                .containsExactly(
                        "orders-damaged-rows.txt: \"Teleported\" in column \"order-status\" is not known (1 row).");
    }

    @Test
    void flagsAreYesNoOrNothingAndADashIsNothing() throws Unreadable {
        FileFacts facts = Exports.read("late-shipments-flags.csv");
        FactTable rows = facts.table(FactType.LATE_SHIPMENT).orElseThrow();
        List<Optional<Boolean>> flags = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            flags.add(
                    rows.has(Field.IMPACTS_ACCOUNT_HEALTH, row)
                            ? Optional.of(rows.isTrue(Field.IMPACTS_ACCOUNT_HEALTH, row))
                            : Optional.empty());
        }

        Optional<Boolean> yes = Optional.of(true);
        Optional<Boolean> no = Optional.of(false);
        Optional<Boolean> nothing = Optional.empty();
        assertThat(flags).containsExactly(yes, yes, yes, yes, yes, no, no, nothing, nothing, nothing);
        assertThat(facts.rejections())
                .extracting(Exports::text)
                .containsExactly("row 12: Impacts Account Health: found \"perhaps\", expected Yes, X or nothing");
    }

    @Test
    void aPercentColumnTakesPercentWithOrWithoutSign() throws Unreadable {
        FileFacts facts = Exports.read("summary-rate-percent.csv");

        assertThat(rates(facts)).containsExactly("0.0148", "0.0148", "0.0148");
        assertThat(facts.rejections())
                .extracting(Exports::text)
                .containsExactly("row 5: rate-percent: found \"1,480\", expected a percentage such as 1.48 or 1.48%");
    }

    @Test
    void aFractionColumnRefusesASign() throws Unreadable {
        FileFacts facts = Exports.read("summary-rate-fraction.csv");

        assertThat(rates(facts)).containsExactly("0.0148");
        assertThat(facts.rejections())
                .extracting(Exports::text)
                .containsExactly("row 3: rate-fraction: found \"1.48%\", expected a fraction such as 0.0148,"
                        + " without a percent sign");
    }

    @Test
    void aRateThatDoesNotSayWhatItIsNeedsItsSign() throws Unreadable {
        assertThatThrownBy(() -> Exports.read("summary-rate-unsigned.csv"))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        e -> assertThat(Exports.text(e.why()))
                                .isEqualTo(
                                        "row 3, column \"rate\": 1.48 could be 1.48 % or 148 %; write the sign behind every"
                                                + " value, or head the column \"rate (%)\" or \"rate-fraction\""));
    }

    @Test
    void moreAffectedThanThereAreIsAContradiction() throws Unreadable {
        FileFacts facts = Exports.read("summary-two-accounts.csv");

        assertThat(facts.rejections().stream().map(Exports::text))
                .contains("row 4: found 500 of 400, expected affected at most total");
    }

    @Test
    void ofAFileOfBadRowsAThousandAreKeptAndAllAreCounted() throws IOException, Unreadable {
        FileFacts facts = Exports.read(dir, "bad.txt", OrderRows.HEADER + "x\ty\n".repeat(5_000));

        assertThat(facts.rejections()).hasSize(FileFacts.REJECTIONS_KEPT);
        assertThat(facts.rowsRejected()).isEqualTo(5_000);
        assertThat(facts.rowsRead()).isEqualTo(5_000);
        assertThat(facts.isUsable()).isFalse();
    }

    @Test
    void onlyTheFirstRowCanSayThatRowsEndInADelimiterMore() throws IOException, Unreadable {
        String longer = OrderRows.row(2).replace("\n", "\t\n");

        assertThat(Exports.read(dir, "first.txt", OrderRows.HEADER + longer + OrderRows.row(3))
                        .rowsRejected())
                .isZero();
        assertThat(Exports.read(dir, "later.txt", OrderRows.HEADER + OrderRows.row(3) + longer)
                        .rejections())
                .extracting(Exports::text)
                .containsExactly("row 3: found 10 cells, expected 9 cells");
    }

    private static List<String> rates(FileFacts facts) {
        FactTable figures = facts.table(FactType.PRINTED_FIGURE).orElseThrow();
        List<String> rates = new ArrayList<>();
        for (int row = 0; row < figures.size(); row++) {
            rates.add(figures.text(Field.RATE, row).orElse("none"));
        }
        return rates;
    }
}
