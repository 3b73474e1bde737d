package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redflag.ledger.FileFacts;

/** Under every documented header a buyer's data stand in every column that is not read, in whole rows and broken ones. */
class PersonalDataOfEveryKindTests {

    /** What exports.md lists of buyers, and of addresses. */
    private static final Pattern PERSONAL = Pattern.compile("buyer-(?!requested).*|recipient-name|gift-message-text"
            + "|(ship|bill)-(name|address-\\d|city|state|county|postal-code|phone-number)|delivery-instructions|cpf"
            + "|licensee-name|license-number|(default|actual)-ship-from-(?!country).*|invoice-business-.*|customized-.*"
            + "|customer-comments|comment.*|kommentar|(your |tu )?(response|respuesta)|ihre antwort|rater .*"
            + "|e-mail .*|correo .*|order (city|state|postal)|ort der bestellung|postleitzahl|tracking[ -]id"
            + "|(ville|code postal) de la commande|drop-off-location");

    private static final Hints US = Exports.of(Exports.store("acme", "acme-us", "US"));

    @TempDir
    Path dir;

    static Stream<DocumentedHeaders> headers() {
        return DocumentedHeaders.all().stream();
    }

    @ParameterizedTest
    @MethodSource("headers")
    void everyPersonalColumnIsCalledSoByItsKind(DocumentedHeaders header) {
        ExportKind kind = PlantedExports.kind(header);
        List<String> personal = header.names().stream()
                .map(Headers::fold)
                .filter(name -> PERSONAL.matcher(name).matches())
                .toList();

        assertThat(kind.personal()).containsAll(personal);
    }

    @ParameterizedTest
    @MethodSource("headers")
    void ofColumnsThatAreNotReadNothingIsKept(DocumentedHeaders header) throws Exception {
        List<String[]> rows = PlantedExports.badRows(header);
        rows.add(PlantedExports.row(header, place -> true));
        FileFacts facts = read(header, rows);

        assertThat(facts.rowsAccepted()).isPositive();
        assertThat(facts.rowsRejected()).isPositive();
        assertThat(PlantedBuyer.foundIn(facts)).isEmpty();
    }

    /** A row with a cell too many, wherever: it is rejected without a word of it. */
    @ParameterizedTest
    @MethodSource("headers")
    void ofRowsThatAreTooLongNothingIsKept(DocumentedHeaders header) throws Exception {
        List<String[]> rows = new ArrayList<>();
        rows.add(PlantedExports.row(header, place -> true));
        for (int place = 0; place < header.names().size(); place++) {
            List<String> cells = new ArrayList<>(List.of(PlantedExports.row(header, p -> true)));
            cells.add(place, PlantedBuyer.text(place));
            rows.add(cells.toArray(String[]::new));
        }
        FileFacts facts = read(header, rows);

        assertThat(facts.rowsAccepted())
                .isEqualTo(read(header, rows.subList(0, 1)).rowsAccepted());
        assertThat(PlantedBuyer.foundIn(facts)).isEmpty();
    }

    /** Some cells are missing, wherever, so that those behind them stand under wrong names. */
    @ParameterizedTest
    @MethodSource("headers")
    void ofRowsThatAreTooShortNothingPersonalIsKept(DocumentedHeaders header) throws Exception {
        List<String[]> rows = new ArrayList<>();
        rows.add(PlantedExports.row(header, PlantedExports.isPersonal(header)));
        for (int missing : new int[] {1, 2, 3, 5, 8}) {
            for (int place = 0; place + missing < header.names().size(); place++) {
                List<String> cells =
                        new ArrayList<>(List.of(PlantedExports.row(header, PlantedExports.isPersonal(header))));
                cells.subList(place, place + missing).clear();
                rows.add(cells.toArray(String[]::new));
            }
        }

        assertThat(PlantedBuyer.foundIn(read(header, rows))).isEmpty();
    }

    /**
     * A separator within a buyer's cell moves what is behind it, and a cell lost at the end hides that. An accepted row
     * keeps what stands under its headings.
     */
    @ParameterizedTest
    @MethodSource("headers")
    void ofShiftedRowsOfTheRightWidthNothingPersonalIsQuoted(DocumentedHeaders header) throws Exception {
        List<String[]> rows = new ArrayList<>();
        rows.add(PlantedExports.row(header, place -> true));
        for (int place = 0; place < header.names().size(); place++) {
            if (PlantedExports.isPersonal(header).test(place)) {
                for (int text = 0; text < PlantedBuyer.TEXTS.size(); text++) {
                    List<String> cells = new ArrayList<>(List.of(PlantedExports.row(header, p -> true)));
                    cells.set(place, PlantedBuyer.text(text));
                    cells.add(place + 1, PlantedBuyer.text(text + 1));
                    cells.remove(cells.size() - 1);
                    rows.add(cells.toArray(String[]::new));
                }
            }
        }
        FileFacts facts = read(header, rows);

        assertThat(facts.rowsRead()).isEqualTo(rows.size());
        assertThat(PlantedBuyer.foundIn(facts.rejections().toString())).isEmpty();
    }

    /** A line end within an address or a comment makes two rows of one. */
    @ParameterizedTest
    @MethodSource("headers")
    void ofLinesBrokenWithinAnAddressNothingPersonalIsKept(DocumentedHeaders header) throws Exception {
        List<String[]> rows = PlantedExports.brokenRows(header);
        rows.add(PlantedExports.row(header, place -> true));

        assertThat(PlantedBuyer.foundIn(read(header, rows))).isEmpty();
    }

    /** Who opens a broken file in a spreadsheet and saves it makes a workbook of its rows as they stand. */
    @ParameterizedTest
    @MethodSource("headers")
    void ofAWorkbookWithSuchRowsNothingPersonalIsKept(DocumentedHeaders header) throws Exception {
        MadeTable table = header.table();
        table.cells(PlantedExports.row(header, place -> true));
        PlantedExports.badRows(header).forEach(table::cells);
        PlantedExports.brokenRows(header).forEach(table::cells);
        Files.write(dir.resolve("export.xlsx"), table.xlsx());
        FileFacts facts = Exports.read(dir, "export.xlsx", US);

        assertThat(facts.rowsAccepted()).isPositive();
        assertThat(facts.rowsRejected()).isPositive();
        assertThat(PlantedBuyer.foundIn(facts)).isEmpty();
    }

    /** The search would find it: a column that is read is kept and quoted. */
    @Test
    void whatStandsInAColumnThatIsReadIsFound() throws Exception {
        DocumentedHeaders header = headers().findFirst().orElseThrow();
        String[] kept = PlantedExports.row(header, place -> false);
        kept[header.names().indexOf("sku")] = PlantedBuyer.text(0);
        String[] quoted = PlantedExports.row(header, place -> false);
        quoted[header.names().indexOf("quantity")] = PlantedBuyer.text(1);

        assertThat(PlantedBuyer.foundIn(read(header, List.of(kept, quoted))))
                .contains(PlantedBuyer.text(0), PlantedBuyer.text(1));
    }

    /** JSON has names in place of columns: all that no path leads to is passed over. */
    @Test
    void ofJsonNothingIsKeptThatNoPathLeadsTo() throws Exception {
        String buyer = "{\"name\": \"%s\", \"street\": \"%s\", \"mail\": \"%s\", \"phone\": \"%s\", \"of\": \"%s\"}";
        String person = String.format(Locale.ROOT, buyer, PlantedBuyer.TEXTS.toArray());
        String v0 = """
                {"payload": {"Orders": [{"AmazonOrderId": "123-1234567-0000001", "PurchaseDate": "%s",
                 "OrderStatus": "Shipped", "FulfillmentChannel": "MFN", "BuyerInfo": PERSON, "ShippingAddress": PERSON,
                 "BuyerEmail": "zoe.q@mail.example", "DefaultShipFromLocationAddress": PERSON}]}}""";
        String v2026 = """
                {"orders": [{"orderId": "123-1234567-0000001", "createdTime": "%s", "buyer": PERSON,
                 "recipient": {"deliveryAddress": PERSON}, "fulfillment": {"fulfilledBy": "MERCHANT",
                 "fulfillmentStatus": "SHIPPED", "note": PERSON}, "packages": [{"trackingNumber": "+49 170 5550199",
                 "shipFromAddress": PERSON, "shipTime": "2026-11-06T00:00:00Z"}], "orderItems": [{"quantityOrdered": 1,
                 "product": {"sellerSku": "BELL-1", "customization": PERSON},
                 "cancellation": {"cancellationRequest": {"requester": "BUYER", "cancelReason": "17 Marmalade Row"}}}]}]}""";
        for (String page : List.of(v0, v2026)) {
            for (String date : List.of("2026-11-05T10:19:22Z", "soon")) {
                FileFacts facts = Exports.read(
                        dir, "orders.json", page.replace("%s", date).replace("PERSON", person));

                assertThat(facts.rowsRead()).isEqualTo(1);
                assertThat(PlantedBuyer.foundIn(facts)).isEmpty();
            }
        }
    }

    private FileFacts read(DocumentedHeaders header, List<String[]> rows) throws Exception {
        MadeTable table = header.table();
        rows.forEach(table::cells);
        Path file = Files.writeString(dir.resolve("export.txt"), table.tsv());
        return Exports.read(dir, file.getFileName().toString(), US);
    }
}
