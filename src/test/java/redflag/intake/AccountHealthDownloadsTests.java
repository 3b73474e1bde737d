package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redflag.ledger.FactType;
import redflag.ledger.FileFacts;

/** The lists behind the rates of the Account Health page: exports.md 5. In which form they come nobody has shown. */
class AccountHealthDownloadsTests {

    enum Form {
        TSV,
        CSV,
        QUOTED_CSV,
        XLSX
    }

    @TempDir
    Path dir;

    /** One order can have several defects; a defect of the seller's own handling is no order defect. */
    @ParameterizedTest
    @EnumSource
    void orderDefects(Form form) throws Exception {
        MadeTable table = DocumentedHeaders.table("orderDefects", "on-screen table")
                .row(
                        "Order Id", "123-1234567-0000001",
                        "Order Date", "2026-11-05",
                        "Fulfilled By", "Seller",
                        "Negative Feedback", "Yes",
                        "A-to-z Guarantee claim", "X",
                        "Chargeback claim", "-")
                .row(
                        "Order Id", "123-1234567-0000002",
                        "Order Date", "Nov 6, 2026",
                        "Fulfilled By", "Amazon",
                        "Late Shipment", "Yes",
                        "Negative Feedback", "No",
                        "A-to-z Guarantee claim", "No",
                        "Chargeback claim", "N/A");

        assertThat(FactText.of(read(table, form, FactType.ORDER_DEFECT)))
                .containsExactly(
                        "order 123-1234567-0000001, purchased 2026-11-05, fulfilment mfn, negative-feedback yes,"
                                + " a-to-z-claim yes",
                        "order 123-1234567-0000002, purchased 2026-11-06, fulfilment afn, negative-feedback no,"
                                + " a-to-z-claim no");
    }

    /** What counts is when the shipment was confirmed, not when it was made. */
    @ParameterizedTest
    @EnumSource
    void lateShipments(Form form) throws Exception {
        MadeTable table = DocumentedHeaders.table("lateShipments", "as a vendor lists it")
                .row(
                        "Order Date", "2026-11-05",
                        "Order ID", "123-1234567-0000001",
                        "Expected Ship Date", "2026-11-07",
                        "Actual Ship Date", "2026-11-08",
                        "Ship Confirmation Date", "2026-11-09",
                        "Impacts Account Health", "No");

        assertThat(FactText.of(read(table, form, FactType.LATE_SHIPMENT)))
                .containsExactly("order 123-1234567-0000001, purchased 2026-11-05, expected-ship 2026-11-07,"
                        + " shipped 2026-11-08, ship-confirmed 2026-11-09, impacts-account-health no");
    }

    /** Exactly three columns, says a moderator of Amazon. */
    @ParameterizedTest
    @EnumSource
    void cancellations(Form form) throws Exception {
        MadeTable table = DocumentedHeaders.table("cancellations", "three columns")
                .row(
                        "Order Date", "2026-11-05",
                        "Order ID", "123-1234567-0000001",
                        "Impacts Account Health", "Yes");

        assertThat(FactText.of(read(table, form, FactType.CANCELLATION)))
                .containsExactly("order 123-1234567-0000001, purchased 2026-11-05, impacts-account-health yes");
    }

    /** Criteria that a package misses are marked X; which of them is not asked. */
    @ParameterizedTest
    @EnumSource
    void validTracking(Form form) throws Exception {
        MadeTable table = DocumentedHeaders.table("validTracking", "as the forum lists it")
                .row(
                        "Order ID", "123-1234567-0000001",
                        "Carrier Name", "Pigeon Post",
                        "Tracking ID", "PP0001",
                        "Origin Country", "US",
                        "Promised Delivery Date", "2026-11-12",
                        "Ship Method", "Standard",
                        "No Valid Tracking", "X",
                        "Package Value", "$12,905.25",
                        "Product Category", "Garden");

        assertThat(FactText.of(read(table, form, FactType.UNTRACKED_PACKAGE)))
                .containsExactly("order 123-1234567-0000001, ship-service Standard, carrier Pigeon Post,"
                        + " expected-delivery 2026-11-12, category Garden");
    }

    /** 2.8: times as GMT with Pacific behind it, month first; the promise without Amazon's extension is the one. */
    @ParameterizedTest
    @EnumSource
    void onTimeDelivery(Form form) throws Exception {
        MadeTable table = DocumentedHeaders.table("onTimeDelivery", "as a vendor lists it")
                .row(
                        "Order ID", "123-1234567-0000001",
                        "SKU", "BELL-1",
                        "Unit Count", "2",
                        "Order Date", "7/10/24 18:20:01 GMT (7/10/24 11:20:01 PDT)",
                        "Promised Ship Date", "7/12/24 06:59:59 GMT (7/11/24 23:59:59 PDT)",
                        "Ship Confirmation Date", "7/11/24 17:00:00 GMT (7/11/24 10:00:00 PDT)",
                        "Carrier First Scan Date", "7/11/24 23:00:00 GMT (7/11/24 16:00:00 PDT)",
                        "Promised Delivery Date with Promise Extension", "7/21/24 06:59:59 GMT (7/20/24 23:59:59 PDT)",
                        "Promised Delivery Date without Promise Extension",
                                "7/19/24 06:59:59 GMT (7/18/24 23:59:59 PDT)",
                        "Actual Delivery Date", "7/20/24 19:30:00 GMT (7/20/24 12:30:00 PDT)",
                        "Carrier Name", "Pigeon Post",
                        "Ship Method", "Standard",
                        "Tracking ID", "PP0001");

        assertThat(FactText.of(read(table, form, FactType.LATE_DELIVERY)))
                .containsExactly("order 123-1234567-0000001, purchased 2024-07-10T18:20:01Z, sku BELL-1, quantity 2,"
                        + " ship-service Standard, carrier Pigeon Post, expected-ship 2024-07-12T06:59:59Z,"
                        + " shipped 2024-07-11T23:00:00Z, ship-confirmed 2024-07-11T17:00:00Z,"
                        + " expected-delivery 2024-07-19T06:59:59Z, delivered 2024-07-20T19:30:00Z");
    }

    /** A row a shipment, dated in UTC; why is told in Amazon's words (domain.md 3.6.6). */
    @ParameterizedTest
    @EnumSource
    void invoiceDefects(Form form) throws Exception {
        MadeTable table = DocumentedHeaders.table("invoiceDefects", "as a blog lists it")
                .row(
                        "Shipment ID", "DxT1kQzPb",
                        "Order ID", "303-1234567-0000001",
                        "Ship Date UTC", "2026-11-13 22:59:59",
                        "Defect Type", "Missing",
                        "Defect Reason", "No invoice uploaded")
                .row(
                        "Shipment ID", "DxT1kQzPc",
                        "Order ID", "303-1234567-0000002",
                        "Ship Date UTC", "2026-11-13",
                        "Defect Type", "Late invoice");

        assertThat(FactText.of(read(table, form, FactType.INVOICE_DEFECT)))
                .containsExactly(
                        "order 303-1234567-0000001, shipped 2026-11-13T22:59:59Z, defect-kind missing-invoice,"
                                + " reason No invoice uploaded",
                        "order 303-1234567-0000002, shipped 2026-11-13, defect-kind late-invoice");
    }

    /** The words of the type are not public: an order with one that is not known is on the list all the same. */
    @Test
    void anUnknownTypeOfInvoiceDefectIsWarnedOf() throws Exception {
        MadeTable table = DocumentedHeaders.table("invoiceDefects", "as a blog lists it")
                .row(
                        "Order ID", "303-1234567-0000001",
                        "Ship Date UTC", "2026-11-13",
                        "Defect Type", "Illegible");
        Files.writeString(dir.resolve("list.csv"), table.csv());
        FileFacts facts = Exports.read(dir, "list.csv", Hints.none());

        assertThat(FactText.of(facts)).containsExactly("order 303-1234567-0000001, shipped 2026-11-13");
        assertThat(facts.warnings())
                .extracting(Exports::text)
                .containsExactly("list.csv: \"Illegible\" in column \"Defect Type\" is not known (1 row).");
    }

    /** 2.9: an id that a spreadsheet made a number of is not guessed. */
    @Test
    void anIdThatASpreadsheetDestroyedIsRejected() throws Exception {
        Files.write(
                dir.resolve("cancellations.xlsx"),
                Workbook.of("Order Date", "Order ID", "Impacts Account Health")
                        .row("2026-11-05", 1.23123456700001E17, "Yes")
                        .bytes());
        FileFacts facts = Exports.read(dir, "cancellations.xlsx", Hints.none());

        assertThat(facts.rowsRejected()).isEqualTo(1);
        assertThat(Exports.text(facts.rejections().get(0)))
                .startsWith("row 2: Order ID: found \"")
                .endsWith("expected an order id such as 123-1234567-1234567 (Excel turns ids into numbers)");
    }

    private FileFacts read(MadeTable table, Form form, FactType feeds) throws Exception {
        String name = form == Form.XLSX ? "list.xlsx" : "list.csv";
        switch (form) {
            case TSV -> Files.writeString(dir.resolve(name), table.tsv());
            case CSV -> Files.writeString(dir.resolve(name), table.csv());
            case QUOTED_CSV -> Files.writeString(dir.resolve(name), table.quotedCsv());
            case XLSX -> Files.write(dir.resolve(name), table.xlsx());
        }
        FileFacts facts = Exports.read(dir, name, Exports.of(Exports.store("acme", "acme-us", "US")));
        assertThat(facts.rejections()).isEmpty();
        assertThat(facts.tables()).containsOnlyKeys(feeds);
        return facts;
    }
}
