package redflag.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import redflag.ledger.Code;
import redflag.stock.Product.Flag;

/** What cancelled orders say of a product (domain.md §1.3). */
class CancelledProductsTests extends StockFixture {

    @Test
    void twoCancelledInARowThreatenTheOffer() {
        listings("north/listings.txt", AS_OF, "A MFN 5 Active", "B MFN 5 Active", "C MFN 5 Active", "D MFN 5 Active");
        cancelled("A", AS_OF.minusDays(31)); // 22 October
        cancelled("A", AS_OF.minusDays(1)); // thirty days later
        cancelled("B", AS_OF.minusDays(32));
        cancelled("B", AS_OF.minusDays(1)); // thirty-one days later
        cancelled("C", AS_OF.minusDays(9));
        sells("C", AS_OF.minusDays(8), 1);
        cancelled("C", AS_OF.minusDays(7));
        cancelled("D", AS_OF.minusDays(31));
        cancelled("D", AS_OF.minusDays(30)); // long over

        Stock stock = stock();

        assertThat(product(stock, "A").flags()).containsExactly(Flag.CANCELLED_TWICE_IN_A_ROW);
        assertThat(product(stock, "B").flags()).isEmpty();
        assertThat(product(stock, "C").flags()).as("one was kept between them").isEmpty();
        assertThat(product(stock, "D").flags()).isEmpty();
    }

    @Test
    void oneOrderOfTwoLinesIsCancelledOnce() {
        listings("north/listings.txt", AS_OF, "A MFN 5 Active", "B MFN 5 Active");
        cancelled("A", AS_OF.minusDays(3));
        cancelled("A", AS_OF.minusDays(3));
        line("partly", AS_OF.minusDays(4), Code.CANCELLED, "B", Optional.of(1L));
        line("partly", AS_OF.minusDays(4), Code.SHIPPED, "B", Optional.of(1L));
        cancelled("B", AS_OF.minusDays(3));

        assertThat(product(stock(), "A").flags()).isEmpty();
        assertThat(product(stock(), "B").flags())
                .as("of one order some of it was kept")
                .isEmpty();
    }

    @Test
    void whatBuyersOrAmazonsOwnOrdersCancelledIsNotTheSellers() {
        listings("north/listings.txt", AS_OF, "A MFN 0 Inactive", "B MFN 0 Inactive");
        for (String day : List.of("2026-11-18", "2026-11-19")) {
            line("a" + day, day + "T20:00:00Z", Code.CANCELLED, Code.MFN, "A", Optional.of(1L), true);
            line("b" + day, day + "T20:00:00Z", Code.CANCELLED, Code.AFN, "B", Optional.of(1L), false);
        }

        assertThat(product(stock(), "A").flags()).isEmpty();
        assertThat(product(stock(), "B").flags()).isEmpty();
    }

    @Test
    void cancelledWithNoneOneOrTwoLeftWasOversold() {
        listings("north/listings.txt", AS_OF, "A MFN 0 Inactive", "B MFN 2 Active", "C MFN 3 Active", "D MFN 2 Active");
        cancelled("A", LocalDate.of(2026, 10, 24));
        cancelled("B", LocalDate.of(2026, 10, 24));
        cancelled("C", LocalDate.of(2026, 10, 24));
        cancelled("D", LocalDate.of(2026, 10, 23)); // thirty-one days ago

        Stock stock = stock();

        assertThat(product(stock, "A").flags()).containsExactly(Flag.CANCELLED_OUT_OF_STOCK);
        assertThat(product(stock, "B").flags()).containsExactly(Flag.OVERSOLD);
        assertThat(product(stock, "C").flags()).isEmpty();
        assertThat(product(stock, "D").flags()).isEmpty();
        assertThat(stock.products())
                .extracting(Product::sku)
                .as("the gravest first")
                .startsWith("A", "B");
    }
}
