package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a file is its header says, whatever it is written like, and no header says two things (exports.md 2.7, 6). */
class RecognitionTests {

    @TempDir
    Path dir;

    static Stream<DocumentedHeaders> headers() {
        return DocumentedHeaders.all().stream();
    }

    @ParameterizedTest
    @MethodSource("headers")
    void aDocumentedHeaderIsOfItsKindAlone(DocumentedHeaders header) throws Exception {
        Map<String, Integer> known = new TreeMap<>();
        for (ExportKind kind : Exports.INTAKE.kinds()) {
            Headers.match(kind, header.names()).ifPresent(columns -> known.put(kind.id(), columns.size()));
        }
        int most = known.getOrDefault(header.kind(), 0);
        known.remove(header.kind());

        assertThat(most).isPositive();
        assertThat(known).allSatisfy((other, columns) -> assertThat(columns).isLessThan(most));
        assertThat(kindOf("a.txt", header.table().tsv())).isEqualTo(header.kind());
        assertThat(kindOf("a.csv", header.table().csv())).isEqualTo(header.kind());
        assertThat(kindOf("b.csv", header.table().quotedCsv())).isEqualTo(header.kind());
        Files.write(dir.resolve("a.xlsx"), header.table().xlsx());
        assertThat(kindOf(dir.resolve("a.xlsx"))).isEqualTo(header.kind());
    }

    @Test
    void everyKindOfTableHasADocumentedHeader() {
        assertThat(headers().map(DocumentedHeaders::kind).distinct())
                .containsExactlyInAnyOrderElementsOf(Exports.INTAKE.kinds().stream()
                        .filter(kind -> kind.format() == ExportKind.Format.TABLE)
                        .map(ExportKind::id)
                        .toList());
    }

    /** The widths that exports.md counts, so that nobody shortens a list. */
    @Test
    void theWidthsAreThoseOfTheDocument() {
        assertThat(headers()
                        .collect(Collectors.toMap(
                                h -> h.kind() + ", " + h.form(), h -> h.names().size())))
                .containsEntry("allOrders, 29 columns", 29)
                .containsEntry("allOrders, 91 columns", 91)
                .containsEntry("unshippedOrders, 27 columns", 27)
                .containsEntry("unshippedOrders, 68 columns", 68)
                .containsEntry("orderReport, 34 columns", 34)
                .containsEntry("fbmReturns, 32 columns", 32)
                .containsEntry("listings, active, 47 columns", 47)
                .containsEntry("listings, France, 34 columns", 34)
                .containsEntry("fbaInventory, 21 columns", 21)
                .containsEntry("fbaPlanning, 63 columns", 63)
                .containsEntry("fbaPlanning, 98 columns", 98)
                .containsEntry("settlementV1, 36 columns", 36);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ':',
            value = {
                "Amazon Fulfilled Shipments (3.4): amazon-order-id merchant-order-id shipment-id shipment-item-id"
                        + " amazon-order-item-id purchase-date payments-date shipment-date reporting-date buyer-email"
                        + " buyer-name sku product-name quantity-shipped currency item-price recipient-name carrier"
                        + " tracking-number fulfillment-center-id fulfillment-channel sales-channel",
                "replacements (3.7): shipment-date sku asin fulfillment-center-id original-fulfillment-center-id"
                        + " quantity replacement-reason-code replacement-amazon-order-id original-amazon-order-id",
                "open listings (7): sku asin price quantity",
                "reserved inventory (8.4): sku fnsku asin product-name reserved_qty reserved_customerorders"
                        + " reserved_fc-transfers reserved_fc-processing",
                "ledger (8.6): Date FNSKU ASIN MSKU Title Disposition StartingWarehouseBalance Receipts"
                        + " CustomerShipments CustomerReturns Found Lost Damaged Location"
            })
    void anExportThatNoKindReadsIsNotTakenForAnother(String name, String header) {
        MadeTable table = new MadeTable(Arrays.asList(header.strip().split(" ")));

        assertThatThrownBy(() -> kindOf("other.txt", table.tsv()))
                .as(name)
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.why().key()).isEqualTo("quarantine.unknown-kind"));
    }

    /** Section 6.1: it says nothing of days. */
    @Test
    void theBusinessReportByChildAsinIsOfNoKind() {
        MadeTable table =
                new MadeTable(List.of("(Parent) ASIN", "(Child) ASIN", "Title", "SKU", "Units Ordered", "Sessions"));

        assertThatThrownBy(() -> kindOf("asin.csv", table.csv())).isInstanceOf(Unreadable.class);
    }

    private String kindOf(String name, String text) throws IOException, Unreadable {
        return kindOf(Files.writeString(dir.resolve(name), text));
    }

    private static String kindOf(Path file) throws Unreadable {
        return Exports.INTAKE.recognise(file, Hints.none()).kind().id();
    }
}
