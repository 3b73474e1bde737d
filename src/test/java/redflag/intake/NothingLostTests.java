package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.ledger.FileFacts;
import redflag.ledger.Moments;

/** What stands beside the first thing that fits: further pages, broken first records, other readings of a date. */
class NothingLostTests {

    private static final String ORDER = """
            {"orderId": "123-1234567-000000%d", "createdTime": "2026-11-05T10:19:22Z",
             "fulfillment": {"fulfilledBy": "MERCHANT", "fulfillmentStatus": "SHIPPED"}}""";

    @TempDir
    Path dir;

    private static String page(int... orders) {
        List<String> records =
                java.util.Arrays.stream(orders).mapToObj(ORDER::formatted).toList();
        return "{\"status\": 200, \"body\": {\"orders\": [" + String.join(",", records) + "]}}";
    }

    @Test
    void allPagesOfAFileAreRead() throws Exception {
        FileFacts facts = Exports.read(dir, "pages.json", "[" + page(1, 2) + "," + page(3) + "]");

        assertThat(facts.rowsAccepted()).isEqualTo(3);
    }

    @Test
    void aPageThatIsAnErrorAnswerQuarantinesTheFile() {
        String error = "{\"status\": 400, \"body\": {\"errors\": [{\"code\": \"QuotaExceeded\"}]}}";

        assertThatThrownBy(() -> Exports.read(dir, "pages.json", "[" + page(1) + "," + error + "]"))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(Exports.text(e.why())).contains("QuotaExceeded"));
    }

    @Test
    void oneBrokenRecordIsARejectedRow() throws Exception {
        String broken = page(1, 2, 3).replaceFirst("createdTime", "createdNever");
        FileFacts facts = Exports.read(dir, "orders.json", broken);

        assertThat(facts.rowsRejected()).isEqualTo(1);
        assertThat(facts.rowsAccepted()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Tokyo, 2026-11-05 00:00:00",
        "America/Sao_Paulo, 2026-11-05 23:00:00",
        "Asia/Tokyo, 2026-11-05T00:00:00+09:00",
        "UTC, 2026-11-05 23:00:00 PST"
    })
    void ofADayTheWrittenOneCounts(String zone, String text) {
        Dates dates = new Dates(List.of(), Optional.of(ZoneId.of(zone)), Optional.empty(), false).writtenDays();

        assertThat(Moments.text(dates.parse(text))).isEqualTo("2026-11-05");
    }

    @Test
    void bothReadingsOfADateAreShown() {
        assertThat(Dates.readings("10/8/26")).startsWith("2026-10-08 or 2026-08-10");
        assertThat(Dates.readings("26/11/21")).isEqualTo("2021-11-26 or 2026-11-21");
    }

    @Test
    void anOnTimeDownloadIsNoListOfLateShipments() throws Exception {
        String text = "order id,promised ship date,Promised Delivery Date - Without Promise Extension,"
                + "actual delivery date\n123-1234567-0000001,2026-11-05,2026-11-07,2026-11-08\n";

        assertThat(Exports.read(dir, "otdr.csv", text).kind()).isEqualTo("onTimeDelivery");
        assertThat(Exports.read(dir, "other.csv", text.replace("Promised Delivery Date", "Promise"))
                        .kind())
                .isEqualTo("onTimeDelivery");
    }

    @Test
    void yearFirstIsThoughtOfWhereNoStoreIsKnown() {
        String text = "order id,promised ship date,actual delivery date\n123-1234567-0000001,26/11/21,26/11/21\n";

        assertThatThrownBy(() -> Exports.read(dir, "otdr.csv", text))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        e -> assertThat(Exports.text(e.why())).contains("26/11/21 could be 2021-11-26 or 2026-11-21"));
    }

    @Test
    void aTypeOfTransactionThatNobodyKnowsIsWarnedOf() throws Exception {
        String row = "2026-11-05,%s,123-1234567-0000001\n";
        FileFacts facts = Exports.read(
                dir,
                "transactions.csv",
                "date/time,type,order id\n" + row.formatted("Order") + row.formatted("Mystery levy")
                        + row.formatted("A-tot-z-garantieclaim") + row.formatted("チャージバック"));

        assertThat(facts.warnings())
                .extracting(Exports::text)
                .singleElement()
                .asString()
                .contains("Mystery levy");
        assertThat(facts.table(redflag.ledger.FactType.DEFECT_TRACE)
                        .orElseThrow()
                        .size())
                .isEqualTo(2);
    }
}
