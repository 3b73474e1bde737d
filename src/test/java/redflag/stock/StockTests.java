package redflag.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import redflag.ledger.Code;
import redflag.ledger.Field;
import redflag.ledger.Moments;
import redflag.ledger.SkuSales.Pace;
import redflag.stock.Product.Flag;

/** The as-of date is 22 November; four weeks up to it begin on 26 October, thirty days on 24 October. */
class StockTests extends StockFixture {

    @Test
    void coverIsWholeDaysAtThePaceOfFourWeeks() {
        listings("north/listings.txt", AS_OF, "A MFN 10 Active");
        sells("A", LocalDate.of(2026, 10, 25), 100); // the day before the four weeks
        sells("A", LocalDate.of(2026, 10, 26), 5);
        sells("A", AS_OF, 4);
        cancelled("A", AS_OF.minusDays(4));

        Product product = product(stock(), "A");

        assertThat(product.available()).contains(10L);
        assertThat(product.pace()).as("cancelled units were not sold").contains(new Pace(9, 28));
        assertThat(product.daysOfCover()).as("10 * 28 / 9 = 31.1").contains(31L);
        assertThat(product.firstDayWithout())
                .as("the day after the last that is covered: 23 November is the first of 31")
                .contains(LocalDate.of(2026, 12, 24));
        assertThat(product.outOfStockSince()).isEmpty();
        assertThat(product.flags()).isEmpty();
    }

    @Test
    void coverOfUnderTwoWeeksIsLow() {
        listings("north/listings.txt", AS_OF, "A MFN 14 Active", "B MFN 13 Active");
        sells("A", AS_OF, 28);
        sells("B", AS_OF, 28);

        assertThat(product(stock(), "A").flags())
                .as("exactly fourteen days are not under two weeks")
                .isEmpty();
        assertThat(product(stock(), "B").flags()).containsExactly(Flag.LOW_COVER);
    }

    @Test
    void aLineWithoutAQuantityMakesEveryPaceUnknown() {
        listings("north/listings.txt", AS_OF, "A MFN 10 Active");
        sells("A", AS_OF, 4);
        line("no-quantity", AS_OF, Code.SHIPPED, "B", Optional.empty());

        assertThat(product(stock(), "A").pace()).isEmpty();
        assertThat(product(stock(), "A").daysOfCover()).isEmpty();
    }

    @Test
    void anItemThatIsCancelledOfAnOrderThatIsNotWasNotSold() {
        listings("north/listings.txt", AS_OF, "A MFN 0 Inactive", "B MFN 0 Inactive", "C MFN 0 Inactive");
        sells("A", AS_OF.minusDays(5), 4);
        item("partly", AS_OF, "A", Code.MERCHANT);
        item("partly", AS_OF, "B", Code.BUYER);
        sells("C", AS_OF, 1);

        Product seller = product(stock(), "A");
        assertThat(seller.pace()).contains(new Pace(4, 28));
        assertThat(seller.flags()).contains(Flag.CANCELLED_OUT_OF_STOCK);
        assertThat(product(stock(), "B").flags()).isEmpty();
    }

    /** One that was cancelled, of an order that was sent. */
    private void item(String id, LocalDate day, String sku, Code cancelledBy) {
        orders.code(Field.CANCELLED_BY, cancelledBy);
        line(id, day, Code.SHIPPED, sku, Optional.of(1L));
    }

    /** An order of one item in two packages is one record with two rows, the second without an item. */
    @Test
    void aPackageMoreThanItemsLeavesThePaceKnown() {
        listings("north/listings.txt", AS_OF, "A MFN 10 Active");
        sells("A", AS_OF, 4);
        orders.order("A-" + AS_OF)
                .moment(
                        Field.PURCHASED,
                        Moments.ofEpochSecond(AS_OF.atTime(20, 0).toEpochSecond(ZoneOffset.UTC)))
                .code(Field.ORDER_STATUS, Code.SHIPPED)
                .code(Field.FULFILMENT, Code.MFN)
                .text(Field.SALES_CHANNEL, "Amazon.com")
                .endRow(row);

        assertThat(product(stock(), "A").pace()).contains(new Pace(4, 28));
    }

    @Test
    void noneAndUnknownAreTwoThings() {
        listings("north/listings.txt", AS_OF, "A MFN 0 Inactive", "B MFN - Active", "C AFN - Active");

        Stock stock = stock();

        assertThat(product(stock, "A").available()).contains(0L);
        assertThat(product(stock, "B").available()).isEmpty();
        assertThat(product(stock, "C").available())
                .as("Amazon has it, and no inventory tells")
                .isEmpty();
        assertThat(stock.products())
                .allSatisfy(product -> assertThat(product.flags()).isEmpty());
        assertThat(stock.available()).containsOnlyKeys("A");
    }

    @Test
    void whatCanBeOrderedFromTheSellerMustBeThere() {
        listings("north/listings.txt", AS_OF, "A MFN 0 Active", "B MFN 0 Inactive", "C AFN - Active");
        inventory("north/planning.csv", AS_OF, "C New US 0 60");

        Stock stock = stock();

        assertThat(product(stock, "A").flags()).containsExactly(Flag.LIVE_WITHOUT_STOCK);
        assertThat(product(stock, "B").flags()).isEmpty();
        assertThat(product(stock, "C").flags())
                .as("Amazon takes no order that it can't send; it costs sales alone")
                .containsExactly(Flag.OUT_OF_STOCK);
        assertThat(stock.count(Flag.LIVE_WITHOUT_STOCK)).isEqualTo(1);
    }

    @Test
    void anInventoryOfAmazonsGivesQuantityAndPaceWhereOrdersDoNot() {
        line("no-sku", AS_OF, Code.SHIPPED, "OTHER", Optional.empty());
        inventory("north/planning.csv", AS_OF, "C SELLABLE US 7 60", "C UNSELLABLE US 99 0", "C SELLABLE US 3 30");

        Product product = product(stock(), "C");

        assertThat(product.fulfilment()).contains(Code.AFN);
        assertThat(product.available())
                .as("7 and 3; what can't be sold is left out")
                .contains(10L);
        assertThat(product.pace()).contains(new Pace(90, 30));
        assertThat(product.daysOfCover()).contains(3L);
        assertThat(product.source().row()).isEqualTo(2);
    }

    /** exports.md §8.1: nothing that can be sold is 0, and not unknown. */
    @Test
    void whereAllIsUnsellableThereIsNone() {
        sells("C", AS_OF, 3);
        inventory("north/planning.csv", AS_OF, "C UNSELLABLE US 7 0");

        Product product = product(stock(), "C");

        assertThat(product.available()).contains(0L);
        assertThat(product.flags()).containsExactly(Flag.OUT_OF_STOCK);
    }

    @Test
    void aQuantityThatStandsForEnoughHasNoFirstDayWithout() {
        listings("north/listings.txt", AS_OF, "A MFN 999999999999999 Active");
        sells("A", AS_OF, 1);

        assertThat(product(stock(), "A").daysOfCover()).contains(27_999_999_999_999_972L);
        assertThat(product(stock(), "A").firstDayWithout()).isEmpty();
    }

    @Test
    void ofTwoRowsOfOneOfferTheFullerStandsWhateverTheirOrder() {
        listings(
                "north/listings.txt",
                AS_OF,
                "A MFN 0 Inactive",
                "A MFN 4 Active",
                "B MFN 4 Active",
                "B MFN 0 Inactive");

        assertThat(stock().available()).isEqualTo(Map.of("A", 4L, "B", 4L));
    }

    @Test
    void whileAnInventoryIsMissingItsStockOutsAreKept() {
        listings("north/listings.txt", AS_OF, "A AFN - Active");
        LocalDate first = AS_OF.minusDays(20);

        Stock stock = stock(night(AS_OF.minusDays(1), Map.of(), Map.of("ONLY-AT-AMAZON", first)));

        assertThat(stock.outOfStockSince()).isEqualTo(Map.of("ONLY-AT-AMAZON", first));
    }

    @Test
    void aLongStockOutKeepsItsFirstNight() {
        listings(
                "north/listings.txt",
                AS_OF,
                "A MFN 0 Inactive",
                "B MFN 0 Inactive",
                "C MFN 4 Active",
                "D MFN - Active");
        LocalDate before = AS_OF.minusDays(1);
        LocalDate first = AS_OF.minusDays(20);

        Stock stock = stock(night(
                before,
                Map.of("A", 0L, "B", 3L, "C", 0L),
                Map.of("A", first, "C", first, "D", first, "DELETED", first)));

        assertThat(product(stock, "A").outOfStockSince()).contains(first);
        assertThat(product(stock, "B").outOfStockSince()).contains(AS_OF);
        assertThat(product(stock, "B").availableBefore()).contains(3L);
        assertThat(product(stock, "C").outOfStockSince()).isEmpty();
        assertThat(stock.outOfStockSince())
                .as("D is not known tonight, and the offer that is gone is no stock-out")
                .isEqualTo(Map.of("A", first, "B", AS_OF, "D", first));
        assertThat(stock.available()).isEqualTo(Map.of("A", 0L, "B", 0L, "C", 4L));
    }

    @Test
    void aNightWithoutAnyExportOfProductsKeepsWhatWasKnown() {
        LocalDate first = AS_OF.minusDays(20);

        Stock stock = stock(night(AS_OF.minusDays(1), Map.of("A", 0L), Map.of("A", first)));

        assertThat(stock.products()).isEmpty();
        assertThat(stock.outOfStockSince()).isEqualTo(Map.of("A", first));
    }

    @Test
    void anOldExportSaysNothingOfToday() {
        listings("north/listings.txt", AS_OF.minusDays(4), "A MFN 0 Active");
        LocalDate first = AS_OF.minusDays(20);

        Stock stock = stock(night(AS_OF.minusDays(1), Map.of(), Map.of("A", first)));

        assertThat(stock.listings())
                .contains(new Stock.Export("north/listings.txt", Optional.of(AS_OF.minusDays(4)), true));
        assertThat(product(stock, "A").available()).isEmpty();
        assertThat(product(stock, "A").flags()).isEmpty();
        assertThat(stock.outOfStockSince()).isEqualTo(Map.of("A", first));
    }

    @Test
    void theNewestFileStandsAndOneWrittenInTheNightIsOfTheNight() {
        listings("north/a.txt", AS_OF.minusDays(1), "A MFN 1 Active", "GONE MFN 1 Active");
        listings("north/b.txt", AS_OF.plusDays(1), "A MFN 2 Active");
        listings("north/c.txt", AS_OF.plusDays(2), "A MFN 3 Active");

        Stock stock = stock();

        assertThat(stock.products()).extracting(Product::sku).containsExactly("A");
        assertThat(product(stock, "A").available()).contains(2L);
        assertThat(stock.listings().orElseThrow().on()).contains(AS_OF);
    }

    @Test
    void aLaterFileStandsWhereThereIsNoOtherAndALaterStatedDayNever() {
        listings("north/later.txt", AS_OF.plusDays(9), "A MFN 2 Active");
        listings("north/much-later.txt", AS_OF.plusDays(19), "A MFN 3 Active");
        inventory("north/planning.csv", AS_OF.plusDays(9), "C New US 7 60");

        Stock stock = stock();

        assertThat(product(stock, "A").available()).contains(2L);
        assertThat(stock.products()).extracting(Product::sku).containsExactly("A");
    }

    @Test
    void aCountryOrAFolderNamesTheStore() {
        inventory("north/planning.csv", AS_OF, "C New US 7 0", "C New CA 8 0");
        listings("north/north-ca/listings.txt", AS_OF, "A MFN 2 Active");
        listings("north/listings.txt", AS_OF, "B MFN 3 Active");

        assertThat(stock(US, Optional.empty(), US, CA).available()).isEqualTo(Map.of("C", 7L));
        assertThat(stock(CA, Optional.empty(), US, CA).available()).isEqualTo(Map.of("A", 2L, "C", 8L));
        assertThat(merge(US, CA).warnings().toString())
                .as("what could be either's is told of")
                .contains("warning.rows-of-no-marketplace")
                .contains("north/listings.txt")
                .doesNotContain("planning");
    }
}
