package redflag.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import redflag.basics.Remark;
import redflag.basics.Store;
import redflag.basics.StoreId;

/** Facts of one order from several files, and whose the rows of files are that name no marketplace (exports.md §3.5, 11). */
class AddedFactsTests {

    private static final String A = "111-0000000-0000001";
    private static final String B = "111-0000000-0000002";
    private static final Store US = LedgerFiles.store("north-us", "US");
    private static final Store DE = LedgerFiles.store("north-de", "DE");
    private static final FileFacts ORDERS = LedgerFiles.orders(
            "north/orders",
            "m",
            List.of(
                    LedgerFiles.Line.of(A, "2026-11-01", "2026-11-02T00:00:00Z"),
                    LedgerFiles.Line.of(B, "2026-11-01", "2026-11-02T00:00:00Z").on("Amazon.de")));

    @Test
    void aFileAddsWhatTheOrdersDoNotSay() {
        FileFacts promises = details("promises", "a", row(A, "2026-11-03T00:00:00Z", "", ""));
        FileFacts handOvers = details("hand-overs", "z", row(A, "", "2026-11-02T12:00:00Z", ""));

        StoreOrders orders =
                LedgerFiles.merged(List.of(promises, ORDERS, handOvers), US).orders();

        assertThat(Moments.text(orders.moment(Field.EXPECTED_SHIP, 0))).isEqualTo("2026-11-03T00:00:00Z");
        assertThat(Moments.text(orders.moment(Field.SHIPPED, 0))).isEqualTo("2026-11-02T12:00:00Z");
        assertThat(orders.moment(Field.DELIVERED, 0)).isEqualTo(Moments.NONE);
    }

    @Test
    void ofSeveralLinesTheEarliestLimitAndTheLastHandOverCount() {
        FileFacts lines = details(
                "lines",
                "a",
                row(A, "2026-11-05T00:00:00Z", "2026-11-04T00:00:00Z", ""),
                row(A, "2026-11-03T00:00:00Z", "2026-11-06T00:00:00Z", ""),
                row(A, "2026-11-04T00:00:00Z", "2026-11-02T00:00:00Z", ""));

        StoreOrders orders = LedgerFiles.merged(List.of(ORDERS, lines), US).orders();

        assertThat(Moments.text(orders.moment(Field.EXPECTED_SHIP, 0))).isEqualTo("2026-11-03T00:00:00Z");
        assertThat(Moments.text(orders.moment(Field.SHIPPED, 0))).isEqualTo("2026-11-06T00:00:00Z");
    }

    @Test
    void anOrderOfWhichALineIsNotHandedOverIsNotHandedOver() {
        for (List<Detail> rows : List.of(
                List.of(row(A, "", "2026-11-04T00:00:00Z", ""), row(A, "", "", "")),
                List.of(row(A, "", "", ""), row(A, "", "2026-11-04T00:00:00Z", "")))) {
            FileFacts lines = details("lines", "a", rows.toArray(Detail[]::new));
            assertThat(LedgerFiles.merged(List.of(ORDERS, lines), US).orders().moment(Field.SHIPPED, 0))
                    .isEqualTo(Moments.NONE);
        }
    }

    @Test
    void feedbackFromBeforeItsOrderIsNobodys() {
        FileFacts feedback = feedback("north/feedback", stars(A, 1, "2026-07-08"), stars(A, 5, "2026-11-05"));

        AccountLedger ledger = LedgerFiles.merge(List.of(ORDERS, feedback), US, DE);

        assertThat(traces(ledger, US)).isEmpty();
        assertThat(ledger.warnings()).extracting(Remark::key).contains("warning.rows-of-no-store");
    }

    @Test
    void theNewestStatementStandsWhateverTheOrderOfFiles() {
        FileFacts old = details("old", "z", row(A, "2026-11-03T00:00:00Z", "", "2026-11-02T00:00:00Z"));
        FileFacts now = details("now", "a", row(A, "2026-11-09T00:00:00Z", "", "2026-11-04T00:00:00Z"));

        for (List<FileFacts> files : List.of(List.of(ORDERS, old, now), List.of(now, ORDERS, old))) {
            assertThat(Moments.text(LedgerFiles.merged(files, US).orders().moment(Field.EXPECTED_SHIP, 0)))
                    .isEqualTo("2026-11-09T00:00:00Z");
        }
    }

    @Test
    void detailsAreNoOrders() {
        FileFacts strangers = details("strangers", "a", row("111-0000000-0000009", "2026-11-03T00:00:00Z", "", ""));

        AccountLedger ledger = LedgerFiles.merge(List.of(ORDERS, strangers), US, DE);

        assertThat(ledger.stores().get(US.id()).orders().size()).isEqualTo(1);
        assertThat(ledger.warnings()).contains(Remark.of("warning.details-of-no-order", "rows", 1L));
        assertThat(LedgerFiles.merged(List.of(strangers), US).hasOrderExport()).isFalse();
    }

    @Test
    void aColumnMayNameTheStoreAndAnOrderMayBeOfTwo() {
        FactTable.Builder items = new FactTable.Builder(EnumSet.of(Field.ORDER, Field.STORE));
        items.order(A).text(Field.STORE, "north-de").endRow(2);
        items.order(A).text(Field.STORE, "north-us").endRow(3);
        items.order(B).text(Field.STORE, "north-us").endRow(4);
        FileFacts file = LedgerFiles.facts("items", "a", Map.of(FactType.ORDER_DETAIL, items.build()), 3, 0);

        AccountLedger ledger = LedgerFiles.merge(List.of(ORDERS, file), US, DE);

        assertThat(ids(ledger, US)).containsExactly(A, B);
        assertThat(ids(ledger, DE)).containsExactly(A);
    }

    private static List<String> ids(AccountLedger ledger, Store store) {
        StoreOrders orders = ledger.stores().get(store.id()).orders();
        return java.util.stream.IntStream.range(0, orders.size())
                .mapToObj(orders::orderId)
                .toList();
    }

    @Test
    void ordersThatNameNoChannelAreOfTheirFoldersStore() {
        FileFacts orders = LedgerFiles.orders(
                "north/north-de/orders",
                "m",
                List.of(new LedgerFiles.Line(A, "2026-11-01", "", Code.SHIPPED, Code.MFN, "", Optional.empty())));

        AccountLedger ledger = LedgerFiles.merge(List.of(withoutChannel(orders)), US, DE);

        assertThat(ledger.stores().get(DE.id()).orders().size()).isEqualTo(1);
        assertThat(ledger.stores().get(US.id()).orders().size()).isZero();
    }

    private static FileFacts withoutChannel(FileFacts orders) {
        FactTable.Builder table = new FactTable.Builder(EnumSet.of(Field.ORDER, Field.PURCHASED));
        table.order(A).moment(Field.PURCHASED, LedgerFiles.moment("2026-11-01")).endRow(2);
        return LedgerFiles.facts(orders.file(), "m", Map.of(FactType.ORDER_LINE, table.build()), 1, 0);
    }

    @Test
    void feedbackGoesToTheStoreOfItsOrderAndNegativeIsTwoStarsAtMost() {
        FileFacts feedback = feedback("north/feedback", stars(A, 2, "2026-11-05"), stars(B, 3, "2026-11-05"));

        AccountLedger ledger = LedgerFiles.merge(List.of(ORDERS, feedback), US, DE);

        assertThat(traces(ledger, US)).containsExactly(A);
        assertThat(traces(ledger, DE))
                .as("three stars are neutral, but the file is about the store")
                .isEmpty();
        assertThat(ledger.stores().get(DE.id()).defects().traces().orElseThrow().knowsKinds())
                .containsExactly(Code.NEGATIVE_FEEDBACK);
    }

    @Test
    void anOrderOfAnotherMarketplaceIsNobodysEvenWhereThereIsOneStore() {
        FileFacts feedback = feedback("north/feedback", stars(B, 1, "2026-11-05"));

        AccountLedger ledger = LedgerFiles.merge(List.of(ORDERS, feedback), US);

        assertThat(ledger.nobodys()).containsOnlyKeys("north/feedback");
    }

    @Test
    void tracesOfLaterDaysAreLeftOutAndThoseOfTwoFilesAddUp() {
        FileFacts one = feedback("north/one", stars(A, 1, "2026-11-05"), stars(A, 1, "2027-01-05"));
        FactTable.Builder claims = new FactTable.Builder(EnumSet.of(Field.ORDER, Field.A_TO_Z_CLAIM));
        claims.order(A).flag(Field.A_TO_Z_CLAIM, true).endRow(2);
        claims.order(B).flag(Field.A_TO_Z_CLAIM, false).endRow(3);
        FileFacts two = LedgerFiles.facts("north/two", "b", Map.of(FactType.DEFECT_TRACE, claims.build()), 2, 0);

        Map<StoreId, LocalDate> asOf = Map.of(US.id(), LocalDate.of(2026, 11, 22));
        ListedOrder order = AccountLedger.merge(LedgerFiles.ACCOUNT, List.of(ORDERS, one, two), List.of(US, DE), asOf)
                .stores()
                .get(US.id())
                .defects()
                .traces()
                .orElseThrow()
                .orders()
                .get(0);

        assertThat(order.kinds()).isEqualTo(Set.of(Code.NEGATIVE_FEEDBACK, Code.A_TO_Z_CLAIM));
        assertThat(order.from()).hasSize(2);
        assertThat(order.placedOn()).isEqualTo(LocalDate.of(2026, 11, 1));
    }

    @Test
    void feedbackThatTheNewestReportOfItsDaysLacksWasRemoved() {
        FileFacts yesterday = feedback(
                "north/yesterday", stars(C, 1, "2026-11-03"), stars(A, 1, "2026-11-05"), stars(A, 1, "2026-11-09"));
        FileFacts today = feedback("north/today", stars(D, 5, "2026-11-04"), stars(D, 2, "2026-11-06"));
        Map<String, String> written =
                Map.of("north/yesterday", "2026-11-21T12:00:00Z", "north/today", "2026-11-22T12:00:00Z");

        assertThat(traced(written, yesterday, today))
                .as("that of the 3rd was given before today's report begins")
                .containsExactly(C, D);
        assertThat(traced(Map.of(), yesterday, today))
                .as("undated: yesterday's has the newer row")
                .containsExactly(A, C);
    }

    @Test
    void aReportOfEarlierDaysThatWasDownloadedLaterSpeaksForThoseOnly() {
        FileFacts november = feedback("north/november", stars(A, 1, "2026-11-05"));
        FileFacts october = feedback("north/october", stars(C, 1, "2026-10-05"), stars(D, 1, "2026-10-20"));
        Map<String, String> written =
                Map.of("north/november", "2026-11-21T12:00:00Z", "north/october", "2026-11-22T12:00:00Z");

        assertThat(traced(written, november, october)).containsExactly(A, C, D);
    }

    private static final String C = "111-0000001-0000003";
    private static final String D = "111-0000001-0000004";

    private static List<String> traced(Map<String, String> written, FileFacts one, FileFacts other) {
        FileFacts orders = LedgerFiles.orders(
                "north/orders.txt",
                "hash",
                List.of(
                        LedgerFiles.Line.of(A, "2026-10-01T12:00:00Z", ""),
                        LedgerFiles.Line.of(C, "2026-10-01T12:00:00Z", ""),
                        LedgerFiles.Line.of(D, "2026-10-01T12:00:00Z", "")));
        return LedgerFiles.merged(List.of(orders, one, other), US, written)
                .defects()
                .traces()
                .orElseThrow()
                .orders()
                .stream()
                .map(ListedOrder::orderId)
                .toList();
    }

    private record Stars(String order, long stars, String day) {}

    private static Stars stars(String order, long stars, String day) {
        return new Stars(order, stars, day);
    }

    private static FileFacts feedback(String file, Stars... rows) {
        FactTable.Builder table = new FactTable.Builder(EnumSet.of(Field.ORDER, Field.RATING, Field.HAPPENED));
        int row = 1;
        for (Stars stars : rows) {
            table.order(stars.order)
                    .count(Field.RATING, stars.stars)
                    .moment(Field.HAPPENED, LedgerFiles.moment(stars.day))
                    .endRow(++row);
        }
        return LedgerFiles.facts(file, "a", Map.of(FactType.DEFECT_TRACE, table.build()), rows.length, 0);
    }

    private static List<String> traces(AccountLedger ledger, Store store) {
        return ledger.stores().get(store.id()).defects().traces().orElseThrow().orders().stream()
                .map(ListedOrder::orderId)
                .toList();
    }

    private record Detail(String order, String limit, String shipped, String updated) {}

    private static Detail row(String order, String limit, String shipped, String updated) {
        return new Detail(order, limit, shipped, updated);
    }

    private static FileFacts details(String file, String hash, Detail... rows) {
        FactTable.Builder table =
                new FactTable.Builder(EnumSet.of(Field.ORDER, Field.EXPECTED_SHIP, Field.SHIPPED, Field.UPDATED));
        int number = 1;
        for (Detail row : rows) {
            table.order(row.order);
            put(table, Field.EXPECTED_SHIP, row.limit);
            put(table, Field.SHIPPED, row.shipped);
            put(table, Field.UPDATED, row.updated);
            table.endRow(++number);
        }
        return LedgerFiles.facts(file, hash, Map.of(FactType.ORDER_DETAIL, table.build()), rows.length, 0);
    }

    private static void put(FactTable.Builder table, Field field, String moment) {
        if (!moment.isEmpty()) {
            table.moment(field, LedgerFiles.moment(moment));
        }
    }
}
