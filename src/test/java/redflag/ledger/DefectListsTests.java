package redflag.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.basics.Remark;
import redflag.basics.Store;
import redflag.ledger.LedgerFiles.Line;

class DefectListsTests {

    private static final Store US = LedgerFiles.store("north-us", "US");
    private static final Store DE = LedgerFiles.store("north-de", "DE");
    private static final String A = "111-0000001-0000001";
    private static final String B = "111-0000001-0000002";
    private static final String C = "111-0000001-0000003";
    private static final FileFacts ORDERS = LedgerFiles.orders(
            "north/orders.txt",
            "hash",
            List.of(
                    Line.of(A, "2026-11-01T12:00:00Z", ""),
                    Line.of(B, "2026-11-02T12:00:00Z", "").on("Amazon.de").by(Code.AFN)));

    @Test
    void theFolderNamedLikeAStoreDecides() {
        FileFacts list = list("north/north-de/defects.csv", List.of(C), Optional.of("2026-11-05"));
        AccountLedger ledger = LedgerFiles.merge(List.of(ORDERS, list), US, DE);

        assertThat(defects(ledger, US)).isEmpty();
        assertThat(defects(ledger, DE)).hasSize(1);
        ListedOrder order = defects(ledger, DE).get(0).orders().get(0);
        assertThat(order.placedOn()).isEqualTo(LocalDate.of(2026, 11, 5));
        assertThat(order.inOrders()).isFalse();
        assertThat(order.kinds()).containsExactly(Code.NEGATIVE_FEEDBACK);
        assertThat(order.from()).containsExactly(new Source("north/north-de/defects.csv", 2));
    }

    @Test
    void theOnlyStoreOfAnAccountHasAllOfItsLists() {
        FileFacts list = list("north/defects.csv", List.of(C), Optional.of("2026-11-05"));

        assertThat(LedgerFiles.merged(List.of(list), US)
                        .defects()
                        .orderDefects()
                        .get(0)
                        .orders())
                .extracting(ListedOrder::orderId)
                .containsExactly(C);
    }

    @Test
    void elseTheOrderDecidesAndItsOwnWordComesFirst() {
        FileFacts list = list("north/defects.csv", List.of(B, A), Optional.of("2026-12-24"));
        AccountLedger ledger = LedgerFiles.merge(List.of(ORDERS, list), US, DE);

        ListedOrder german = defects(ledger, DE).get(0).orders().get(0);
        assertThat(german.orderId()).isEqualTo(B);
        assertThat(german.placedOn()).isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(german.fulfilment()).contains(Code.AFN);
        assertThat(defects(ledger, DE).get(0).speaksFor()).containsExactly(Code.AFN);
        assertThat(defects(ledger, US).get(0).orders())
                .extracting(ListedOrder::orderId)
                .containsExactly(A);
        assertThat(ledger.warnings()).isEmpty();
    }

    @Test
    void rowsThatNothingDecidesAreWarnedOfWithFileAndRow() {
        FileFacts list = list("north/defects.csv", List.of(A, C, "111-0000001-0000009"), Optional.of("2026-11-05"));
        AccountLedger ledger = LedgerFiles.merge(List.of(ORDERS, list), US, DE);

        assertThat(ledger.warnings())
                .containsExactly(new Remark(
                        "warning.rows-of-no-store", Map.of("file", "north/defects.csv", "rows", 2L, "first", 3L)));
    }

    @Test
    void aRowWithoutDayOfAnOrderNobodyKnowsCannotBePlaced() {
        FileFacts list = list("north/defects.csv", List.of(C), Optional.empty());
        AccountLedger ledger = LedgerFiles.merge(List.of(ORDERS, list), US);

        assertThat(ledger.nobodys())
                .containsExactly(Map.entry("north/defects.csv", Remark.of("quarantine.rows-of-no-store", "rows", 1L)));
    }

    @Test
    void aListWithoutRowsIsOfTheOnlyStoreOrOfNone() {
        FileFacts list = list("north/defects.csv", List.of(), Optional.empty());

        assertThat(LedgerFiles.merged(List.of(list), US).defects().orderDefects())
                .extracting(DefectList::headerOnly)
                .containsExactly(true);
        AccountLedger two = LedgerFiles.merge(List.of(list), US, DE);
        assertThat(defects(two, US)).isEmpty();
        assertThat(two.warnings())
                .containsExactly(Remark.of("warning.empty-list-of-no-store", "file", "north/defects.csv"));
    }

    @Test
    void anOrderListedTwiceIsOneOrderWithBothRows() {
        FileFacts list = list("north/defects.csv", List.of(A, A), Optional.empty());
        DefectList read = LedgerFiles.merged(List.of(ORDERS, list), US)
                .defects()
                .orderDefects()
                .get(0);

        assertThat(read.orders()).hasSize(1);
        assertThat(read.orders().get(0).from()).extracting(Source::row).containsExactly(2, 3);
    }

    @Test
    void theListWithTheNewestRowDecides() {
        FileFacts old = list("north/z.csv", List.of(A, C), Optional.of("2026-11-05"));
        FileFacts now = list("north/a.csv", List.of(C), Optional.of("2026-11-06"));

        assertThat(LedgerFiles.merged(List.of(ORDERS, old, now), US).defects().orderDefects())
                .extracting(DefectList::file)
                .containsExactly("north/a.csv", "north/z.csv");
    }

    @ParameterizedTest(name = "{0} and {1}: {2} first")
    @CsvSource({
        "2026-11-21T12:00:00Z, 2026-11-22T12:00:00Z, north/new.csv, the newer file knows more though it has fewer rows",
        "2026-11-22T07:59:00Z, 2026-11-22T08:01:00Z, north/new.csv, a midnight of the store lies between",
        "2026-11-22T12:00:00Z, 2026-11-22T13:00:00Z, north/old.csv, of one day the one with the newer row",
        "2026-11-22T12:00:00Z, '', north/old.csv, without a date of one of them too"
    })
    void theListThatWasWrittenOnALaterDayDecides(String ofOld, String ofNew, String first, String because) {
        FileFacts old = list("north/old.csv", List.of(A, C), Optional.of("2026-11-06"));
        FileFacts now = list("north/new.csv", List.of(), Optional.empty());
        Map<String, String> written = ofNew.isEmpty()
                ? Map.of("north/old.csv", ofOld)
                : Map.of("north/old.csv", ofOld, "north/new.csv", ofNew);

        for (List<FileFacts> files : List.of(List.of(ORDERS, old, now), List.of(now, old, ORDERS))) {
            assertThat(LedgerFiles.merged(files, US, written)
                            .defects()
                            .orderDefects()
                            .get(0)
                            .file())
                    .as(because)
                    .isEqualTo(first);
        }
    }

    @Test
    void aNewerListOfLateShipmentsWithoutRowsSpeaksForTenDays() {
        FileFacts thirty = late("north/30.csv", "a", "2026-10-28", D, "2026-11-15", E);
        FileFacts empty = LedgerFiles.facts(
                "north/empty.csv",
                "b",
                Map.of(FactType.LATE_SHIPMENT, new FactTable.Builder(EnumSet.of(Field.ORDER, Field.PURCHASED)).build()),
                0,
                0);

        DefectList joined = LedgerFiles.merged(
                        List.of(thirty, empty),
                        US,
                        Map.of("north/30.csv", "2026-11-20T12:00:00Z", "north/empty.csv", "2026-11-22T12:00:00Z"))
                .defects()
                .lateShipments()
                .get(0);

        assertThat(joined.orders()).extracting(ListedOrder::orderId).containsExactly(D);
        assertThat(joined.writtenOn()).contains(LocalDate.of(2026, 11, 22));
        assertThat(joined.sureFrom()).contains(LocalDate.of(2026, 11, 13));
    }

    @Test
    void whatAListOfLateShipmentsHasTakenOffNoStillOlderOneBringsBack() {
        FileFacts oldest = late("north/1.csv", "a", "2026-10-28", D, "2026-10-30", A);
        FileFacts older = late("north/2.csv", "b", "2026-10-27", B, "2026-11-04", C);
        FileFacts newest = late("north/3.csv", "c", "2026-11-15", E, "2026-11-16", "111-0000009-0000009");

        assertThat(LedgerFiles.merged(List.of(oldest, older, newest), US)
                        .defects()
                        .lateShipments()
                        .get(0)
                        .orders())
                .extracting(ListedOrder::orderId)
                .containsExactly(B, C, E, "111-0000009-0000009");
    }

    @Test
    void forTheDaysBeforeTheNewestListOfLateShipmentsAnOlderOneSpeaks() {
        FileFacts thirty = late("north/30.csv", "a", "2026-10-28", D, "2026-11-02", E);
        FileFacts ten = late("north/10.csv", "b", "2026-11-01", A, "2026-11-04", B);

        assertThat(LedgerFiles.merged(List.of(thirty, ten), US)
                        .defects()
                        .lateShipments()
                        .get(0)
                        .orders())
                .extracting(ListedOrder::orderId)
                .as("of 28 October only the older list can know; of 2 November the newer one says no more")
                .containsExactly(A, B, D);
    }

    private static final String D = "111-0000009-0000004";
    private static final String E = "111-0000009-0000005";

    private static FileFacts late(String file, String hash, String day, String id, String otherDay, String otherId) {
        FactTable.Builder rows = new FactTable.Builder(EnumSet.of(Field.ORDER, Field.PURCHASED));
        rows.order(id).moment(Field.PURCHASED, LedgerFiles.moment(day)).endRow(2);
        rows.order(otherId)
                .moment(Field.PURCHASED, LedgerFiles.moment(otherDay))
                .endRow(3);
        return LedgerFiles.facts(file, hash, Map.of(FactType.LATE_SHIPMENT, rows.build()), 2, 0);
    }

    private static FileFacts list(String file, List<String> ids, Optional<String> placed) {
        return LedgerFiles.defects(file, FactType.ORDER_DEFECT, ids, placed);
    }

    private static List<DefectList> defects(AccountLedger ledger, Store store) {
        return ledger.stores().get(store.id()).defects().orderDefects();
    }
}
