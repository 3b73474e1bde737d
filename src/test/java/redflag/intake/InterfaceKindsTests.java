package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.ledger.FactType;
import redflag.ledger.FileFacts;

/** JSON of Amazon's interfaces: exports.md 6.3 and 10. Whoever saves it wraps it as he likes (2.10). */
class InterfaceKindsTests {

    private static final String V0 = """
            {"AmazonOrderId": "123-1234567-0000001", "PurchaseDate": "2026-11-05T10:19:22Z",
             "LastUpdateDate": "2026-11-06T08:00:00.123Z", "OrderStatus": "Canceled", "FulfillmentChannel": "MFN",
             "SalesChannel": "Amazon.com", "MarketplaceId": "ATVPDKIKX0DER", "LatestShipDate": "2026-11-10T07:59:59Z",
             "LatestDeliveryDate": "2026-11-15T07:59:59Z", "ShipServiceLevel": "Std US D2D Dom", "IsPrime": false,
             "OrderTotal": {"CurrencyCode": "USD", "Amount": "19.99"}}""";

    private static final String V2026 = """
            {"orderId": "123-1234567-0000001", "createdTime": "2026-11-05T10:19:22Z",
             "lastUpdatedTime": "2026-11-06T08:00:00.930Z", "programs": ["PRIME"],
             "salesChannel": {"marketplaceId": "A1F83G8C2ARO7P", "marketplaceName": "Amazon.co.uk",
              "channelName": "AMAZON"},
             "fulfillment": {"fulfilledBy": "MERCHANT", "fulfillmentStatus": "SHIPPED",
              "fulfillmentServiceLevel": "STANDARD", "shipByWindow": {"latestDateTime": "2026-11-09T23:59:59Z"},
              "deliverByWindow": {"latestDateTime": "2026-11-12T23:59:59.000Z"}},
             "packages": [
              {"packageReferenceId": "1", "shipTime": "2026-11-06T05:39:11.930Z", "carrier": "Pigeon Post",
               "trackingNumber": "PP1", "packageStatus": {"status": "DELIVERED"}},
              {"packageReferenceId": "2", "shipTime": "2026-11-10T07:00:00Z", "carrier": "Pigeon Post",
               "packageStatus": {"status": "IN_TRANSIT", "detailedStatus": "ON_THE_WAY"}}],
             "orderItems": [
              {"orderItemId": "11", "quantityOrdered": 2, "product": {"asin": "B0MADEUP01", "sellerSku": "BELL-1"}}]}""";

    private static final String MONEY_BACK = """
            {"orderId": "123-1234567-0000002", "createdTime": "2026-11-05T10:19:22Z",
             "salesChannel": {"marketplaceId": "A1F83G8C2ARO7P", "channelName": "AMAZON"},
             "fulfillment": {"fulfilledBy": "MERCHANT", "fulfillmentStatus": "CANCELLED"},
             "orderItems": [
              {"quantityOrdered": 1, "product": {"sellerSku": "BELL-1"}, "cancellation": {
               "cancellationRequest": {"requester": "BUYER", "cancelReason": "NO_LONGER_NEEDED"},
               "cancellationExecution": {"cancelledBy": "BUYER"}}},
              {"quantityOrdered": 1, "product": {"sellerSku": "GONG-1"}, "cancellation": {
               "cancellationExecution": {"cancelledBy": "MERCHANT", "cancelReason": "NO_INVENTORY"}}}]}""";

    private static final String BY_AMAZON = """
            {"orderId": "123-1234567-0000003", "createdTime": "2026-11-05T10:19:22.001Z",
             "orderAliases": [{"aliasId": "x"}], "salesChannel": {"channelName": "NON_AMAZON"},
             "fulfillment": {"fulfilledBy": "AMAZON", "fulfillmentStatus": "UNSHIPPED",
              "shipByWindow": {"latestDateTime": "2026-11-09T23:59:59Z"}},
             "orderItems": [{"quantityOrdered": 1, "product": {"sellerSku": "BELL-1"}}]}""";

    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Orders\": [%s]}",
                "{\"payload\": {\"Orders\": [%s], \"NextToken\": \"abc\"}}",
                "{\"status\": 200, \"body\": {\"payload\": {\"Orders\": [%s]}}}",
                "[%s]"
            })
    void ordersV0(String wrapped) throws Exception {
        FileFacts facts = Exports.read(dir, "orders.json", wrapped.replace("%s", V0));

        assertThat(facts.kind()).isEqualTo("ordersApiV0");
        assertThat(facts.rejections()).isEmpty();
        assertThat(facts.tables()).containsOnlyKeys(FactType.ORDER_LINE);
        assertThat(FactText.of(facts))
                .containsExactly("marketplace ATVPDKIKX0DER, order 123-1234567-0000001,"
                        + " purchased 2026-11-05T10:19:22Z, updated 2026-11-06T08:00:00Z, order-status cancelled,"
                        + " fulfilment mfn, sales-channel Amazon.com, ship-service Std US D2D Dom,"
                        + " expected-ship 2026-11-10T07:59:59Z, expected-delivery 2026-11-15T07:59:59Z");
    }

    /** A row a package or item; each says what is the order's own. Tracked says whether there is a number. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orders\": [%s], \"pagination\": {\"nextToken\": \"abc\"}}",
                "{\"payload\": {\"orders\": [%s]}}",
                "{\"status\": 200, \"body\": {\"orders\": [%s], \"pagination\": {}}}"
            })
    void orders2026(String wrapped) throws Exception {
        FileFacts facts = Exports.read(dir, "orders.json", wrapped.replace("%s", V2026));
        String own = "marketplace A1F83G8C2ARO7P, order 123-1234567-0000001, purchased 2026-11-05T10:19:22Z,"
                + " updated 2026-11-06T08:00:00Z, order-status shipped, fulfilment mfn, sales-channel AMAZON, ";
        String promised = "expected-ship 2026-11-09T23:59:59Z, shipped ";

        assertThat(facts.kind()).isEqualTo("ordersApi2026");
        assertThat(facts.rejections()).isEmpty();
        assertThat(FactText.of(facts))
                .containsExactly(
                        own + "sku BELL-1, asin B0MADEUP01, quantity 2, ship-service STANDARD, carrier Pigeon Post,"
                                + " buyer-requested-cancellation no, " + promised
                                + "2026-11-06T05:39:11Z, expected-delivery 2026-11-12T23:59:59Z, tracked yes",
                        own + "ship-service STANDARD, carrier Pigeon Post, buyer-requested-cancellation no, "
                                + promised
                                + "2026-11-10T07:00:00Z, expected-delivery 2026-11-12T23:59:59Z, tracked no");
    }

    /** Who asked for a cancellation and who did it stands at each item. */
    @Test
    void orders2026SayByItemWhoCancelled() throws Exception {
        FileFacts facts = Exports.read(dir, "orders.json", "{\"orders\": [" + MONEY_BACK + "]}");
        String own = "marketplace A1F83G8C2ARO7P, order 123-1234567-0000002, purchased 2026-11-05T10:19:22Z,"
                + " order-status cancelled, fulfilment mfn, sales-channel AMAZON, ";

        assertThat(FactText.of(facts))
                .containsExactly(
                        own + "sku BELL-1, quantity 1, buyer-requested-cancellation yes, cancelled-by buyer",
                        own + "sku GONG-1, quantity 1, buyer-requested-cancellation no, cancelled-by merchant");
    }

    /** Orders that Amazon fulfils have no packages and no promise of delivery; the first may be such a one. */
    @Test
    void orders2026OfAmazonHaveNoPackages() throws Exception {
        FileFacts facts = Exports.read(dir, "orders.json", "{\"orders\": [" + BY_AMAZON + "," + V2026 + "]}");

        assertThat(facts.rejections()).isEmpty();
        assertThat(FactText.of(facts)).hasSize(3);
        assertThat(FactText.of(facts).get(0))
                .isEqualTo("order 123-1234567-0000003, purchased 2026-11-05T10:19:22Z, order-status unshipped,"
                        + " fulfilment afn, sales-channel NON_AMAZON, sku BELL-1, quantity 1,"
                        + " buyer-requested-cancellation no, expected-ship 2026-11-09T23:59:59Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ordersApiV0 | {\"payload\": {\"Orders\": []}}",
                "ordersApi2026 | {\"orders\": [], \"pagination\": {}}"
            })
    void aPageWithoutOrdersIsNoError(String kind, String text) throws Exception {
        FileFacts facts = Exports.read(dir, "orders.json", text);

        assertThat(facts.kind()).isEqualTo(kind);
        assertThat(facts.rowsRead()).isZero();
        assertThat(facts.isUsable()).isTrue();
    }

    /** An error page can sit among the pages. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\": 400, \"body\": {\"errors\": [{\"code\": \"InvalidInput\", \"message\": \"Zoe Quillfeather\"}]}}",
                "{\"errors\": [{\"code\": \"InvalidInput\", \"message\": \"x\", \"details\": \"\"}]}"
            })
    void anErrorPageIsQuarantinedAsSuch(String text) {
        assertThatThrownBy(() -> Exports.read(dir, "orders.json", text))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        e -> assertThat(Exports.text(e.why()))
                                .isEqualTo("it is an error answer of Amazon's interface (InvalidInput),"
                                        + " saved in place of a report"));
    }

    @Test
    void anOrderWithABadDateCostsOnlyItself() throws Exception {
        String bad = V0.replace("2026-11-05T10:19:22Z", "yesterday");
        FileFacts facts = Exports.read(dir, "orders.json", "{\"Orders\": [" + V0 + "," + bad + "]}");

        assertThat(facts.rejections())
                .extracting(Exports::text)
                .containsExactly("row 2: PurchaseDate: found \"yesterday\", expected a date such as"
                        + " 2026-11-02T10:19:22+00:00 or 2026-11-02");
        assertThat(facts.rowsAccepted()).isEqualTo(1);
    }

    /** 6.3: the range ends a day after the last row; rows count. */
    @Test
    void salesAndTraffic() throws Exception {
        FileFacts facts = Exports.read(dir, "traffic.json", """
                {"reportSpecification": {"reportType": "GET_SALES_AND_TRAFFIC_REPORT", "dataStartTime": "2026-11-05",
                  "dataEndTime": "2026-11-07", "marketplaceIds": ["ATVPDKIKX0DER"]},
                 "salesAndTrafficByDate": [
                  {"date": "2026-11-05",
                   "salesByDate": {"unitsOrdered": 526, "unitsRefunded": 14, "refundRate": 2.66, "claimsGranted": 1,
                    "claimsAmount": {"amount": 17.5, "currencyCode": "USD"}, "unitsShipped": 500, "ordersShipped": 480},
                   "trafficByDate": {"feedbackReceived": 5, "negativeFeedbackReceived": 2}},
                  {"date": "2026-11-06", "salesByDate": {"unitsOrdered": 0, "ordersShipped": 0}, "trafficByDate": {}}],
                 "salesAndTrafficByAsin": []}""");

        assertThat(facts.kind()).isEqualTo("salesAndTraffic");
        assertThat(facts.tables()).containsOnlyKeys(FactType.DAILY_FIGURE);
        assertThat(FactText.of(facts))
                .containsExactly(
                        "stated-on 2026-11-05, negative-feedback-count 2, a-to-z-claim-count 1, orders 480,"
                                + " units-ordered 526, units-shipped 500, units-refunded 14",
                        "stated-on 2026-11-06, orders 0, units-ordered 0");
    }
}
