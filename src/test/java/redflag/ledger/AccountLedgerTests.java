package redflag.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import redflag.basics.Marketplace;
import redflag.basics.Remark;
import redflag.basics.Store;
import redflag.ledger.LedgerFiles.Line;

class AccountLedgerTests {

    private static final Store US = LedgerFiles.store("north-us", "US");
    private static final Store DE = LedgerFiles.store("north-de", "DE");
    private static final Store OLIVE = LedgerFiles.store(
            "north-oli", new Marketplace("olive.example", "OLI", "Olive Market", ZoneId.of("Asia/Tokyo"), "JPY", "ja"));
    private static final String A = "111-0000001-0000001";
    private static final String B = "111-0000001-0000002";

    @Test
    void theOrderOfRowsAndFilesAndHowTheyAreSplitMakeNoDifference() {
        Random random = new Random(20261122);
        for (int round = 0; round < 100; round++) {
            List<Line> old = lines(random, 60, "2026-10-20T00:00:00Z");
            List<Line> now = lines(random, 60, "2026-11-20T00:00:00Z");
            List<String> expected = print(List.of(orders("a", old), orders("b", now)));

            Collections.shuffle(old, random);
            Collections.shuffle(now, random);
            assertThat(print(List.of(orders("b", now), orders("a", old)))).isEqualTo(expected);

            List<FileFacts> pieces = split(random, now);
            pieces.add(orders("a", old));
            Collections.shuffle(pieces, random);
            assertThat(print(pieces)).isEqualTo(expected);

            List<Line> older = new ArrayList<>(old.subList(0, 30));
            older.replaceAll(line -> new Line(
                    line.id(),
                    line.purchased(),
                    "2026-01-01T00:00:00Z",
                    Code.PENDING,
                    line.fulfilment(),
                    line.channel(),
                    line.buyerAsked()));
            pieces.add(orders("z older", older));
            assertThat(print(pieces)).isEqualTo(expected);
        }
    }

    /** Exports.md 3.1 and 10: the interface may name a marketplace for an order that Amazon only fulfils. */
    @Test
    void anOrderThatAmazonOnlyFulfilsCountsNowhereThoughItNamesAMarketplace() {
        FactTable.Builder table = new FactTable.Builder(
                EnumSet.of(Field.ORDER, Field.PURCHASED, Field.FULFILMENT, Field.SALES_CHANNEL, Field.MARKETPLACE));
        String[][] lines = {{A, "AMAZON"}, {B, "NON_AMAZON"}, {"S02-0000001-0000003", "AMAZON"}};
        int row = 1;
        for (String[] line : lines) {
            table.order(line[0])
                    .moment(Field.PURCHASED, LedgerFiles.moment("2026-11-01T12:00:00Z"))
                    .code(Field.FULFILMENT, Code.AFN)
                    .text(Field.SALES_CHANNEL, line[1])
                    .text(Field.MARKETPLACE, "ATVPDKIKX0DER");
            table.endRow(++row);
        }
        FileFacts file = LedgerFiles.facts("a", "a", Map.of(FactType.ORDER_LINE, table.build()), lines.length, 0);

        assertThat(print(List.of(file))).containsExactly(A + " 2026-11-01 AFN");
    }

    @Test
    void theNewestLineOfAnOrderSpeaks() {
        List<FileFacts> files = List.of(
                orders("z", List.of(Line.of(A, "2026-11-01T12:00:00Z", "2026-11-02T00:00:00Z"))),
                orders(
                        "a",
                        List.of(Line.of(A, "2026-11-01T12:00:00Z", "2026-11-03T00:00:00Z")
                                .as(Code.CANCELLED)
                                .by(Code.AFN))));

        assertThat(print(files)).containsExactly(A + " 2026-11-01 cancelled AFN");
    }

    @Test
    void whereTwoFilesTieTheOneThatReachesFurtherDecides() {
        Line shipped = Line.of(A, "2026-11-01T12:00:00Z", "2026-11-02T00:00:00Z");
        FileFacts old = LedgerFiles.orders("z.txt", "ffff", List.of(shipped));
        FileFacts now = LedgerFiles.orders(
                "a.txt",
                "aaaa",
                List.of(shipped.as(Code.CANCELLED), Line.of(B, "2026-11-05T12:00:00Z", "2026-11-05T12:00:00Z")));

        assertThat(print(List.of(old, now))).contains(A + " 2026-11-01 cancelled MFN");
        assertThat(print(List.of(now, old))).contains(A + " 2026-11-01 cancelled MFN");
    }

    @Test
    void whereTwoFilesThatReachEquallyFarContradictEachOtherTheCountsAreOffByAsMany() {
        Line shipped = Line.of(A, "2026-11-01T12:00:00Z", "2026-11-02T00:00:00Z");
        FileFacts low = LedgerFiles.orders("z.txt", "aaaa", List.of(shipped));
        FileFacts high = LedgerFiles.orders("a.txt", "ffff", List.of(shipped.as(Code.CANCELLED)));

        for (List<FileFacts> files : List.of(List.of(low, high), List.of(high, low))) {
            assertThat(print(files)).containsExactly(A + " 2026-11-01 MFN");
            assertThat(LedgerFiles.merged(files, US).orderRowsRejected()).isEqualTo(1);
            assertThat(LedgerFiles.merge(files, US).warnings())
                    .contains(Remark.of("warning.files-contradict", "orders", 1L));
        }
    }

    @Test
    void whatTwoFilesThatReachEquallyFarSayOfAnOrderIsComparedWholeWhateverTheOrderOfItsRows() {
        Line line = Line.of(A, "2026-11-01T12:00:00Z", "2026-11-02T00:00:00Z");
        Line gone = line.as(Code.CANCELLED);
        List<List<Line>> partlyCancelled =
                List.of(List.of(line, gone), List.of(gone, line), List.of(gone, gone, line), List.of(line, gone, gone));
        for (List<Line> low : partlyCancelled) {
            for (List<Line> high : partlyCancelled) {
                assertThat(print(List.of(LedgerFiles.orders("a", "aa", low), LedgerFiles.orders("b", "bb", high))))
                        .containsExactly(A + " 2026-11-01 MFN");
                assertThat(contradictions(low, high)).isZero();
            }
            assertThat(contradictions(low, List.of(gone, gone)))
                    .as("one order, of however many lines")
                    .isEqualTo(1);
            assertThat(contradictions(List.of(gone, gone), low)).isEqualTo(1);
        }
        assertThat(contradictions(List.of(gone, gone), List.of(gone))).isZero();
    }

    @Test
    void aNewerStatementEndsAContradiction() {
        Line line = Line.of(A, "2026-11-01T12:00:00Z", "2026-11-02T00:00:00Z");
        Line newer = Line.of(A, "2026-11-01T12:00:00Z", "2026-11-03T00:00:00Z").as(Code.CANCELLED);
        Line asFar = Line.of(B, "2026-11-01T12:00:00Z", "2026-11-03T00:00:00Z");

        assertThat(contradictions(List.of(line, asFar), List.of(line.as(Code.CANCELLED), asFar)))
                .isEqualTo(1);
        assertThat(contradictions(List.of(line, asFar), List.of(line.as(Code.CANCELLED), newer)))
                .isZero();
        assertThat(contradictions(List.of(line, asFar), List.of(newer, line.as(Code.CANCELLED))))
                .isZero();
    }

    private static long contradictions(List<Line> low, List<Line> high) {
        List<FileFacts> files = List.of(LedgerFiles.orders("a", "aa", low), LedgerFiles.orders("b", "bb", high));
        return LedgerFiles.merged(files, US).orderRowsRejected();
    }

    @Test
    void anOrderIsCancelledOnlyIfAllItsLinesAre() {
        Line line = Line.of(A, "2026-11-01T12:00:00Z", "2026-11-02T00:00:00Z");

        assertThat(print(List.of(orders("a", List.of(line.as(Code.CANCELLED), line)))))
                .containsExactly(A + " 2026-11-01 MFN");
        assertThat(print(List.of(orders("a", List.of(line, line.as(Code.CANCELLED))))))
                .containsExactly(A + " 2026-11-01 MFN");
        assertThat(print(List.of(orders("a", List.of(line.as(Code.CANCELLED), line.as(Code.CANCELLED))))))
                .containsExactly(A + " 2026-11-01 cancelled MFN");
    }

    @Test
    void channelsGoToTheirStoresAndWhatHasNoneIsWarnedOf() {
        Line line = Line.of(A, "2026-11-01T12:00:00Z", "2026-11-02T00:00:00Z");
        FileFacts file = orders(
                "a",
                List.of(
                        line,
                        new Line(B, line.purchased(), "", Code.SHIPPED, Code.MFN, "amazon.de", Optional.empty()),
                        Line.of("111-0000001-0000003", line.purchased(), "").on("Amazon.fr"),
                        Line.of("111-0000001-0000004", line.purchased(), "").on("Non-Amazon"),
                        Line.of("S01-0000001-0000005", line.purchased(), "")));
        AccountLedger ledger = LedgerFiles.merge(List.of(file), US, DE);

        assertThat(LedgerFiles.print(ledger.stores().get(US.id()).orders())).containsExactly(A + " 2026-11-01 MFN");
        assertThat(LedgerFiles.print(ledger.stores().get(DE.id()).orders())).containsExactly(B + " 2026-11-01 MFN");
        assertThat(ledger.warnings())
                .containsExactly(
                        new Remark("warning.channel-without-store", Map.of("channel", "Amazon.fr", "orders", 1L)),
                        Remark.of("warning.non-amazon-orders", "orders", 2L));
    }

    @Test
    void aMarketplaceThatIsNotAmazonsHasItsChannelItsNamesAndItsOwnOrderIds() {
        Line line = Line.of(A, "2026-11-01T12:00:00Z", "2026-11-02T00:00:00Z");
        FileFacts file = orders(
                "a",
                List.of(
                        line,
                        Line.of("S-1", "2026-11-01T16:00:00Z", "").on(" olive MARKET"),
                        Line.of("2", line.purchased(), "").on("Pear Market"),
                        Line.of("3", line.purchased(), "").on("Non-Amazon")));
        FactTable.Builder figures = new FactTable.Builder(EnumSet.of(Field.MARKETPLACE, Field.METRIC));
        figures.text(Field.MARKETPLACE, "oli").text(Field.METRIC, "x").endRow(2);
        figures.text(Field.MARKETPLACE, "Olive.example").text(Field.METRIC, "x").endRow(3);
        figures.text(Field.MARKETPLACE, "PEA").text(Field.METRIC, "x").endRow(4);
        FileFacts printed = LedgerFiles.facts("north/f", "b", Map.of(FactType.PRINTED_FIGURE, figures.build()), 3, 0);

        AccountLedger ledger = LedgerFiles.merge(List.of(file, printed), US, OLIVE);

        assertThat(LedgerFiles.print(ledger.stores().get(US.id()).orders())).containsExactly(A + " 2026-11-01 MFN");
        assertThat(LedgerFiles.print(ledger.stores().get(OLIVE.id()).orders()))
                .as("the day is Tokyo's")
                .containsExactly("S-1 2026-11-02 MFN");
        assertThat(ledger.stores().get(OLIVE.id()).printed())
                .extracting(figure -> figure.source().row())
                .containsExactly(2, 3);
        assertThat(ledger.warnings())
                .containsExactly(
                        new Remark("warning.channel-without-store", Map.of("channel", "Pear Market", "orders", 1L)),
                        Remark.of("warning.non-amazon-orders", "orders", 1L),
                        new Remark(
                                "warning.marketplace-without-store", Map.of("file", "north/f", "marketplace", "PEA")));
    }

    @Test
    void ordersPlacedAfterTheAsOfDateAreLeftOutInTheMarketplacesDays() {
        FileFacts file = orders(
                "a",
                List.of(
                        Line.of(A, "2026-11-22T07:59:59Z", "2026-11-22T07:59:59Z"),
                        Line.of(B, "2026-11-22T08:00:00Z", "2026-11-22T08:00:00Z")));
        AccountLedger ledger = AccountLedger.merge(
                LedgerFiles.ACCOUNT, List.of(file), List.of(US), Map.of(US.id(), LocalDate.of(2026, 11, 21)));

        assertThat(LedgerFiles.print(ledger.stores().get(US.id()).orders())).containsExactly(A + " 2026-11-21 MFN");
    }

    @Test
    void aFileOfWhichNoRowCouldBeUsedSaysNothing() {
        FactTable none = new FactTable.Builder(EnumSet.of(Field.ORDER)).build();
        FileFacts orders = LedgerFiles.facts("orders", "a", Map.of(FactType.ORDER_LINE, none), 3, 3);
        FileFacts late = LedgerFiles.facts("late", "b", Map.of(FactType.LATE_SHIPMENT, none), 2, 2);
        FileFacts empty = LedgerFiles.facts("empty", "c", Map.of(FactType.LATE_SHIPMENT, none), 0, 0);

        StoreLedger broken = LedgerFiles.merged(List.of(orders, late), US);
        assertThat(broken.hasOrderExport()).isFalse();
        assertThat(broken.defects().lateShipments()).isEmpty();
        assertThat(LedgerFiles.merged(List.of(empty), US).defects().lateShipments())
                .extracting(DefectList::headerOnly)
                .containsExactly(true);
    }

    @Test
    void figuresOfStoresAndMarketplacesThatTheAccountDoesNotHaveAreWarnedOf() {
        FactTable.Builder figures =
                new FactTable.Builder(EnumSet.of(Field.STORE, Field.MARKETPLACE, Field.METRIC, Field.AFFECTED));
        figures.text(Field.STORE, "north-us").text(Field.METRIC, "x").endRow(2);
        figures.text(Field.STORE, "south-de").text(Field.METRIC, "x").endRow(3);
        figures.text(Field.STORE, "south-de").text(Field.METRIC, "y").endRow(4);
        figures.text(Field.MARKETPLACE, "A1PA6795UKMFR9")
                .text(Field.METRIC, "x")
                .endRow(5);
        figures.text(Field.MARKETPLACE, "ATVPDKIKX0DER").text(Field.METRIC, "x").endRow(6);
        FileFacts file = LedgerFiles.facts("north/f", "a", Map.of(FactType.PRINTED_FIGURE, figures.build()), 5, 0);
        AccountLedger ledger = LedgerFiles.merge(List.of(file), US);

        assertThat(ledger.stores().get(US.id()).printed())
                .extracting(figure -> figure.source().row())
                .containsExactly(2, 6);
        assertThat(ledger.warnings())
                .containsExactly(
                        new Remark(
                                "warning.marketplace-without-store",
                                Map.of("file", "north/f", "marketplace", "A1PA6795UKMFR9")),
                        new Remark(
                                "warning.unknown-store", Map.of("file", "north/f", "store", "south-de", "rows", 2L)));
    }

    @Test
    void theNewestStateOfTheAccountStands() {
        FileFacts old = state("old", "zz", "AT_RISK", "2026-11-19");
        FileFacts now = state("now", "aa", "NORMAL", "2026-11-20");

        FileFacts also = state("also", "mm", "SUSPENDED", "2026-11-20");

        assertThat(LedgerFiles.merged(List.of(now, old), US).states())
                .extracting(AccountState::asStated)
                .containsExactly("NORMAL");
        assertThat(LedgerFiles.merged(List.of(now, also, old), US).states())
                .as("two files of one day")
                .extracting(AccountState::asStated)
                .containsExactlyInAnyOrder("NORMAL", "SUSPENDED");
    }

    @Test
    void aStateOfALaterDayIsNoneOfTheNight() {
        LocalDate asOf = LocalDate.of(2026, 11, 18);
        FileFacts before = state("before", "zz", "AT_RISK", "2026-11-17");
        FileFacts ahead = state("ahead", "aa", "NORMAL", "2026-11-19");
        FileFacts later = state("later", "mm", "DEACTIVATED", "2026-11-20");

        assertThat(states(asOf, before, ahead, later))
                .as("the day of UTC may be one ahead")
                .containsExactly("NORMAL");
        assertThat(states(asOf, before, later)).containsExactly("AT_RISK");
        assertThat(states(asOf, ahead, state("today", "bb", "AT_RISK", "2026-11-18")))
                .as("which of the two is the newer, nobody knows")
                .containsExactlyInAnyOrder("NORMAL", "AT_RISK");
        assertThat(states(asOf, later)).isEmpty();
    }

    private static List<String> states(LocalDate asOf, FileFacts... files) {
        return AccountLedger.merge(LedgerFiles.ACCOUNT, List.of(files), List.of(US), Map.of(US.id(), asOf))
                .stores()
                .get(US.id())
                .states()
                .stream()
                .map(AccountState::asStated)
                .toList();
    }

    private static FileFacts state(String file, String hash, String status, String day) {
        FactTable.Builder states =
                new FactTable.Builder(EnumSet.of(Field.MARKETPLACE, Field.ACCOUNT_STATUS, Field.STATED_ON));
        states.text(Field.MARKETPLACE, "US")
                .text(Field.ACCOUNT_STATUS, status)
                .day(Field.STATED_ON, LocalDate.parse(day))
                .endRow(1);
        return LedgerFiles.facts(file, hash, Map.of(FactType.ACCOUNT_STATE, states.build()), 1, 0);
    }

    private static FileFacts orders(String hash, List<Line> lines) {
        return LedgerFiles.orders("north/" + hash + ".txt", hash, lines);
    }

    private static List<String> print(List<FileFacts> files) {
        return LedgerFiles.print(LedgerFiles.merged(files, US).orders());
    }

    /** Orders of one to three lines each, all of an order with the same moments. */
    private static List<Line> lines(Random random, int orders, String base) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            int number = random.nextInt(100);
            String id = number < 5
                    ? String.format(Locale.ROOT, "X-%d", number)
                    : String.format(Locale.ROOT, "111-0000001-%07d", number);
            String purchased = Instant.parse("2026-10-01T00:00:00Z")
                    .plusSeconds(number * 30_011L)
                    .toString();
            // one moment of change for an order and file, whichever of its lines it is
            String updated = Instant.parse(base).plusSeconds(number).toString();
            for (int n = random.nextInt(3); n >= 0; n--) {
                lines.add(new Line(
                        id,
                        purchased,
                        updated,
                        random.nextBoolean() ? Code.CANCELLED : Code.SHIPPED,
                        number % 2 == 0 ? Code.MFN : Code.AFN,
                        "Amazon.com",
                        Optional.of(random.nextInt(9) == 0)));
            }
        }
        return lines;
    }

    /** The lines of an order stay together. */
    private static List<FileFacts> split(Random random, List<Line> lines) {
        List<List<Line>> pieces = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int salt = random.nextInt(1_000);
        lines.forEach(line ->
                pieces.get(Math.floorMod(line.id().hashCode() + salt, 3)).add(line));
        List<FileFacts> files = new ArrayList<>();
        for (List<Line> piece : pieces) {
            files.add(orders("piece" + files.size(), piece));
        }
        return files;
    }
}
