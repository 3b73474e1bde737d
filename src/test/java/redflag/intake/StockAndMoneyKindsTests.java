package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.ledger.FactType;
import redflag.ledger.FileFacts;

/** Business reports, listings, stock and payments: exports.md 6 to 9. */
class StockAndMoneyKindsTests {

    private static final Hints US = Exports.of(Exports.store("acme", "acme-us", "US"));

    @TempDir
    Path dir;

    /** 6.2 and 2.3: a byte order mark, and thousands in quotes. */
    @Test
    void businessReport() throws Exception {
        MadeTable table = DocumentedHeaders.table("businessReport", "en")
                .row(
                        "Date", "11/5/26",
                        "Ordered Product Sales", "$12,905.25",
                        "Units Ordered", "12,131",
                        "Units Refunded", "14",
                        "Refund Rate", "12.02%",
                        "Negative Feedback Received", "2",
                        "A-to-z Claims Granted", "1",
                        "Units Shipped", "526",
                        "Orders Shipped", "1,004");

        FileFacts facts = read("\uFEFF" + table.csv(), US);

        assertThat(table.csv()).contains(",\"12,131\",");
        assertThat(facts.rejections()).isEmpty();
        assertThat(facts.tables()).containsOnlyKeys(FactType.DAILY_FIGURE);
        assertThat(FactText.of(facts))
                .containsExactly("stated-on 2026-11-05, negative-feedback-count 2, a-to-z-claim-count 1, orders 1004,"
                        + " units-ordered 12131, units-shipped 526, units-refunded 14");
    }

    /** 6.2: the same in Korean, without refunds and shipments. */
    @Test
    void businessReportInKorean() throws Exception {
        MadeTable table = DocumentedHeaders.table("businessReport", "ko")
                .row("날짜", "2026-11-05", "상품 주문량", "12,131", "부정적인 피드백 수신", "2", "보증된 A-to-Z 보증 클레임", "1");

        assertThat(FactText.of(read(table.csv(), US)))
                .containsExactly("stated-on 2026-11-05, negative-feedback-count 2, a-to-z-claim-count 1,"
                        + " units-ordered 12131");
    }

    /** 7: DEFAULT is the seller's own stock, AMAZON_NA Amazon's; FBA has no quantity; active listings no status. */
    @ParameterizedTest
    @CsvSource({
        "'all, 29 columns', fulfillment-channel, true",
        "'active, 47 columns', fulfillment-channel, false",
        "'France, 34 columns', fulfillment-channel, false",
        "'United Kingdom, fulfilment', fulfilment-channel, true"
    })
    void listings(String form, String channel, boolean hasStatus) throws Exception {
        MadeTable table = DocumentedHeaders.table("listings", form);
        String[] active = hasStatus ? new String[] {"status", "Active"} : new String[0];
        table.row(with(
                        active,
                        "item-name",
                        "Bell, 3\" wide",
                        "seller-sku",
                        "BELL-1",
                        "quantity",
                        "12",
                        channel,
                        "DEFAULT"))
                .row(with(active, "item-name", "Gong", "seller-sku", "GONG-1", "quantity", "", channel, "AMAZON_NA"));
        FileFacts facts = read(table.tsv(), US);
        String status = hasStatus ? ", status Active" : "";

        assertThat(facts.rejections()).isEmpty();
        assertThat(FactText.of(facts))
                .containsExactly(
                        "fulfilment mfn, sku BELL-1, quantity 12" + status + ", title Bell, 3\" wide",
                        "fulfilment afn, sku GONG-1" + status + ", title Gong");
    }

    private static String[] with(String[] more, String... cells) {
        String[] all = java.util.Arrays.copyOf(cells, cells.length + more.length);
        System.arraycopy(more, 0, all, cells.length, more.length);
        return all;
    }

    /** 7 and 2.3: Japan writes Shift_JIS. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j"})
    void listingsOfJapan(String charset) throws Exception {
        String text = DocumentedHeaders.table("listings", "ja")
                .row(
                        "商品名",
                        "鈴",
                        "出品者SKU",
                        "BELL-1",
                        "数量",
                        "12",
                        "フルフィルメント・チャンネル",
                        "DEFAULT",
                        "ASIN 1",
                        "B0MADEUP01",
                        "ステータス",
                        "Active")
                .row("商品名", "銅鑼", "出品者SKU", "GONG-1", "フルフィルメント・チャンネル", "AMAZON_JP", "ステータス", "Inactive")
                .tsv();
        Files.write(dir.resolve("listings.txt"), text.getBytes(Charset.forName(charset)));

        assertThat(FactText.of(Exports.read(dir, "listings.txt", Hints.none())))
                .containsExactly(
                        "fulfilment mfn, sku BELL-1, asin B0MADEUP01, quantity 12, status Active, title 鈴",
                        "fulfilment afn, sku GONG-1, status Inactive, title 銅鑼");
    }

    /** 7: of names that stand twice the first counts; they are no columns lost. */
    @Test
    void listingsInChineseHaveNamesTwice() throws Exception {
        MadeTable table = DocumentedHeaders.table("listings", "zh");
        String[] cells = new String[table.header().size()];
        java.util.Arrays.fill(cells, "n/a");
        cells[table.header().indexOf("商品名称")] = "铃";
        cells[table.header().indexOf("卖家 SKU")] = "BELL-1";
        cells[table.header().indexOf("数量")] = "12";
        cells[table.header().indexOf("ASIN1")] = "B0MADEUP01";
        cells[table.header().indexOf("配送渠道")] = "DEFAULT";
        cells[table.header().indexOf("状态")] = "Active";
        table.cells(cells);

        assertThat(FactText.of(read(table.tsv(), US)))
                .containsExactly("fulfilment mfn, sku BELL-1, asin B0MADEUP01, quantity 12, status Active, title 铃");
    }

    @Test
    void listingsOfBrazil() throws Exception {
        MadeTable table = DocumentedHeaders.table("listings", "pt-BR")
                .row("sku-do-vendedor", "BELL-1", "asin 1", "B0MADEUP01", "nome-do-item", "Sino");

        assertThat(FactText.of(read(table.tsv(), US))).containsExactly("sku BELL-1, asin B0MADEUP01, title Sino");
    }

    /** 8.1: several rows a SKU, one a condition or a country; names in mixed case and with a blank. */
    @ParameterizedTest
    @CsvSource({
        "6 columns, Warehouse-Condition-code, UNSELLABLE, Quantity Available, condition UNSELLABLE",
        "by country, country, DE, quantity-for-local-fulfillment, 'condition NewItem, country DE'"
    })
    void afnInventory(String form, String column, String value, String quantity, String read) throws Exception {
        MadeTable table = DocumentedHeaders.table("afnInventory", form)
                .row(
                        "seller-sku",
                        "BELL-1",
                        "fulfillment-channel-sku",
                        "X00MADEUP1",
                        "asin",
                        "B0MADEUP01",
                        "condition-type",
                        "NewItem",
                        column,
                        value,
                        quantity,
                        "3");

        assertThat(FactText.of(read(table.tsv(), US)))
                .containsExactly("sku BELL-1, asin B0MADEUP01, fnsku X00MADEUP1, " + read + ", available 3");
    }

    /** 8.2 */
    @Test
    void fbaInventory() throws Exception {
        MadeTable table = DocumentedHeaders.table("fbaInventory", "21 columns")
                .row(
                        "sku", "BELL-1",
                        "fnsku", "X00MADEUP1",
                        "asin", "B0MADEUP01",
                        "condition", "New",
                        "your-price", "0.0",
                        "afn-warehouse-quantity", "30",
                        "afn-fulfillable-quantity", "24",
                        "afn-unsellable-quantity", "1",
                        "afn-reserved-quantity", "5",
                        "afn-inbound-shipped-quantity", "186");

        assertThat(FactText.of(read(table.tsv(), US)))
                .containsExactly("sku BELL-1, asin B0MADEUP01, fnsku X00MADEUP1, condition New, available 24,"
                        + " inbound 186, reserved 5, unsellable 1");
    }

    /** 8.3: nothing available and days-of-supply 366: that column is not trusted. */
    @ParameterizedTest
    @CsvSource({"63 columns, reserved-quantity, false", "98 columns, Total Reserved Quantity, true"})
    void fbaPlanning(String form, String reserved, boolean quoted) throws Exception {
        MadeTable table = DocumentedHeaders.table("fbaPlanning", form)
                .row(
                        "snapshot-date",
                        "2026-11-05",
                        "sku",
                        "BELL-1",
                        "fnsku",
                        "X00MADEUP1",
                        "asin",
                        "B0MADEUP01",
                        "product-name",
                        "Bell, 3\" wide",
                        "condition",
                        "New",
                        "available",
                        "0",
                        "units-shipped-t30",
                        "60",
                        "alert",
                        "Out of stock",
                        "marketplace",
                        "US",
                        "days-of-supply",
                        "366",
                        "inbound-quantity",
                        "186",
                        reserved,
                        "5",
                        "unfulfillable-quantity",
                        "");

        assertThat(FactText.of(read(quoted ? table.quotedCsv() : table.tsv(), US)))
                .containsExactly("sku BELL-1, asin B0MADEUP01, stated-on 2026-11-05, fnsku X00MADEUP1, condition New,"
                        + " country US, available 0, inbound 186, reserved 5, shipped-in-30-days 60");
    }

    /** 9: claims and chargebacks that cost money; the first line is the total; dates as Europe and others write them. */
    @ParameterizedTest
    @CsvSource({
        "settlementV1, 36 columns, 05.11.2026 10:19:22 UTC",
        "settlementV1, 36 columns, 2026-11-05 10:19:22 UTC",
        "settlementV1, 36 columns, 2026-11-05T10:19:22+00:00",
        "settlementV2, prices folded into amount, 05.11.2026 10:19:22 UTC"
    })
    void settlements(String kind, String form, String posted) throws Exception {
        MadeTable table = DocumentedHeaders.table(kind, form)
                .row("settlement-id", "10000000001", "total-amount", "1234,56", "currency", "EUR")
                .row(money("Order", "123-1234567-0000001", posted))
                .row(money("A-to-z Guarantee Refund", "123-1234567-0000002", posted))
                .row(money("Chargeback Refund", "123-1234567-0000003", posted))
                .row(money("Order_Retrocharge", "123-1234567-0000004", posted))
                .row(money("SAFE-T Reimbursement", "", posted));
        FileFacts facts = read(table.tsv(), US);

        assertThat(facts.rejections()).isEmpty();
        assertThat(facts.rowsRead()).isEqualTo(6);
        assertThat(facts.tables()).containsOnlyKeys(FactType.DEFECT_TRACE);
        assertThat(FactText.of(facts))
                .containsExactly(
                        "order 123-1234567-0000002, sku BELL-1, defect-kind a-to-z-claim, happened 2026-11-05T10:19:22Z",
                        "order 123-1234567-0000003, sku BELL-1, defect-kind chargeback, happened 2026-11-05T10:19:22Z");
    }

    private static String[] money(String type, String order, String posted) {
        return new String[] {
            "settlement-id", "10000000001",
            "transaction-type", type,
            "order-id", order,
            "posted-date", posted,
            "sku", "BELL-1"
        };
    }

    /** 9: lines above the header, and names in the language of the account. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Nov 5, 2026 2:19:22 AM PST | A-to-z Guarantee Claim | Order",
                "en | 5 Nov 2026 10:19:22 UTC | Chargeback Refund | Refund",
                "de | 05.11.2026 10:19:22 UTC | A-bis-z-Garantieantrag | Bestellung",
                "fr | 5 nov. 2026 10:19:22 UTC | Garantie A à Z | Remboursement",
                "it | 5 nov 2026 10:19:22 UTC | Garanzia dalla A alla Z | Rimborso",
                "es | 5 nov 2026 10:19:22 UTC | Garantía de la A a la Z | Pedido",
                "es-MX | 5 nov 2026 4:19:22 GMT-6 | Contracargo | Reembolso",
                "nl | 5 nov. 2026 10:19:22 UTC | A-to-z-garantie | Bestelling",
                "ja | 2026/11/05 19:19:22 JST | A-to-z 保証 | 注文"
            })
    void dateRangeTransactions(String language, String when, String claim, String other) throws Exception {
        MadeTable table = DocumentedHeaders.table("dateRangeTransactions", language);
        for (String type : new String[] {other, claim, "", other}) {
            String[] cells = new String[table.header().size()];
            java.util.Arrays.fill(cells, "0");
            cells[0] = when;
            cells[2] = type;
            cells[3] = "123-1234567-0000001";
            cells[
                    table.header().stream()
                            .map(name -> name.toLowerCase(Locale.ROOT))
                            .toList()
                            .indexOf("sku")] = "BELL-1";
            table.cells(cells);
        }
        String preamble =
                "\"Includes Amazon Marketplace, Fulfillment by Amazon (FBA)\"\n\"All amounts in EUR, unless said\"\n"
                        + "\"Definitions:\"\n\n\"Sales tax collected: \"\"yes\"\", and more\"\n";
        FileFacts facts = read(preamble + table.csv(), US);
        String kind = claim.startsWith("C") ? "chargeback" : "a-to-z-claim";

        assertThat(facts.kind()).isEqualTo("dateRangeTransactions");
        assertThat(facts.rejections()).isEmpty();
        assertThat(facts.rowsRead()).isEqualTo(4);
        assertThat(FactText.of(facts))
                .containsExactly("order 123-1234567-0000001, sku BELL-1, defect-kind " + kind
                        + ", happened 2026-11-05T10:19:22Z");
    }

    private FileFacts read(String text, Hints hints) throws Exception {
        Files.writeString(dir.resolve("export.txt"), text);
        return Exports.read(dir, "export.txt", hints);
    }
}
