package redflag.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import redflag.basics.AccountId;
import redflag.basics.Marketplaces;
import redflag.basics.Store;
import redflag.basics.StoreId;
import redflag.ledger.AccountLedger;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Moments;
import redflag.ledger.SkuSales.Pace;
import redflag.metrics.MeasuringRules;
import redflag.past.Snapshot;
import redflag.stock.Product.Flag;

/** The as-of date is 22 November; four weeks up to it begin on 26 October, thirty days on 24 October. */
class StockTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final AccountId ACCOUNT = new AccountId("north");
    private static final Store US = store("north-us", "US");
    private static final Store CA = store("north-ca", "CA");

    private final List<FileFacts> files = new ArrayList<>();
    private final Map<String, Instant> writtenAt = new HashMap<>();
    private final FactTable.Builder orders = new FactTable.Builder(EnumSet.of(
            Field.ORDER,
            Field.PURCHASED,
            Field.ORDER_STATUS,
            Field.FULFILMENT,
            Field.SALES_CHANNEL,
            Field.SKU,
            Field.QUANTITY,
            Field.BUYER_REQUESTED_CANCELLATION,
            Field.CANCELLED_BY));
    private int row = 1;

    private static Store store(String id, String country) {
        return new Store(
                new StoreId(id),
                ACCOUNT,
                Marketplaces.known().find(country).orElseThrow(),
                id,
                Optional.empty(),
                "en",
                "manager@example.com",
                List.of());
    }

    private StockTests() {
        // the order report reaches back far enough, and up to the as-of date
        line("first", AS_OF.minusDays(70), Code.SHIPPED, "OTHER", Optional.of(1L));
        for (LocalDate day = AS_OF.minusDays(69); !day.isAfter(AS_OF); day = day.plusDays(3)) {
            line("other-" + day, day, Code.SHIPPED, "OTHER", Optional.of(1L));
        }
    }

    private void line(String id, LocalDate day, Code status, String sku, Optional<Long> units) {
        line(id, day + "T20:00:00Z", status, Code.MFN, sku, units, false);
    }

    private void line(
            String id,
            String placed,
            Code status,
            Code fulfilment,
            String sku,
            Optional<Long> units,
            boolean isBuyers) {
        orders.order(id)
                .moment(
                        Field.PURCHASED,
                        Moments.ofEpochSecond(Instant.parse(placed).getEpochSecond()))
                .code(Field.ORDER_STATUS, status)
                .code(Field.FULFILMENT, fulfilment)
                .text(Field.SALES_CHANNEL, "Amazon.com")
                .text(Field.SKU, sku)
                .flag(Field.BUYER_REQUESTED_CANCELLATION, isBuyers);
        units.ifPresent(quantity -> orders.count(Field.QUANTITY, quantity));
        orders.endRow(++row);
    }

    private void sells(String sku, LocalDate day, long units) {
        line(sku + "-" + day, day, Code.SHIPPED, sku, Optional.of(units));
    }

    private void cancelled(String sku, LocalDate day) {
        line(sku + "-" + day, day, Code.CANCELLED, sku, Optional.of(1L));
    }

    /** Offers: SKU, fulfilment, quantity, status. */
    private void listings(String file, LocalDate written, String... offers) {
        FactTable.Builder table = new FactTable.Builder(
                EnumSet.of(Field.SKU, Field.FULFILMENT, Field.QUANTITY, Field.STATUS, Field.TITLE));
        int at = 1;
        for (String offer : offers) {
            String[] cells = offer.split(" ");
            table.text(Field.SKU, cells[0]).code(Field.FULFILMENT, Code.valueOf(cells[1]));
            if (!cells[2].equals("-")) {
                table.count(Field.QUANTITY, Long.parseLong(cells[2]));
            }
            table.text(Field.STATUS, cells[3])
                    .text(Field.TITLE, "a " + cells[0])
                    .endRow(++at);
        }
        add(file, "listings", FactType.LISTING, table.build());
        writtenAt.put(file, written.atTime(20, 0).toInstant(ZoneOffset.UTC));
    }

    /** What lies at Amazon on a day: SKU, condition, country, available, shipped in 30 days. */
    private void inventory(String file, LocalDate stated, String... rows) {
        FactTable.Builder table = new FactTable.Builder(EnumSet.of(
                Field.SKU, Field.CONDITION, Field.COUNTRY, Field.AVAILABLE, Field.SHIPPED_IN_30_DAYS, Field.STATED_ON));
        int at = 1;
        for (String one : rows) {
            String[] cells = one.split(" ");
            table.text(Field.SKU, cells[0])
                    .text(Field.CONDITION, cells[1])
                    .count(Field.AVAILABLE, Long.parseLong(cells[3]))
                    .count(Field.SHIPPED_IN_30_DAYS, Long.parseLong(cells[4]))
                    .day(Field.STATED_ON, stated);
            if (!cells[2].equals("-")) {
                table.text(Field.COUNTRY, cells[2]);
            }
            table.endRow(++at);
        }
        add(file, "fbaPlanning", FactType.STOCK, table.build());
    }

    private void add(String file, String kind, FactType type, FactTable table) {
        files.add(new FileFacts(
                file, file, kind, 1, "UTF-8", table.size(), 0, List.of(), List.of(), Map.of(type, table)));
    }

    private Stock stock() {
        return stock(US, Optional.empty(), US);
    }

    private Stock stock(Optional<Snapshot> earlier) {
        return stock(US, earlier, US);
    }

    private Stock stock(Store of, Optional<Snapshot> earlier, Store... stores) {
        return Stock.of(
                Objects.requireNonNull(merge(stores).stores().get(of.id())),
                earlier,
                MeasuringRules.standard().freshness());
    }

    private AccountLedger merge(Store... stores) {
        List<FileFacts> all = new ArrayList<>(files);
        FactTable lines = orders.build();
        all.add(new FileFacts(
                "north/orders.txt",
                "orders",
                "allOrders",
                1,
                "UTF-8",
                lines.size(),
                0,
                List.of(),
                List.of(),
                Map.of(FactType.ORDER_LINE, lines)));
        Map<StoreId, LocalDate> asOf = new HashMap<>();
        for (Store store : stores) {
            asOf.put(store.id(), AS_OF);
        }
        return AccountLedger.merge(ACCOUNT, all, List.of(stores), asOf, writtenAt);
    }

    private static Product product(Stock stock, String sku) {
        return stock.products().stream()
                .filter(product -> product.sku().equals(sku))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Snapshot> night(LocalDate day, Map<String, Long> stock, Map<String, LocalDate> since) {
        return Optional.of(new Snapshot(day, List.of(), List.of(), stock, since, Map.of()));
    }

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
