package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redflag.ledger.FileFacts;

/** Buyers' names, addresses, e-mail addresses and telephone numbers never get past the reader. */
class PersonalDataTests {

    private static final List<String> PERSONAL = List.of(
            "ship-city",
            "ship-state",
            "ship-postal-code",
            "buyer-company-name",
            "buyer-cst-number",
            "buyer-vat-number",
            "buyer-tax-registration-id",
            "customized-url",
            "licensee-name",
            "license-number",
            "buyer-citizen-name",
            "buyer-citizen-id",
            "default-ship-from-address-name",
            "default-ship-from-address-field-1",
            "actual-ship-from-address-name",
            "actual-ship-from-address-field-1",
            "actual-ship-from-city",
            "invoice-business-legal-name",
            "invoice-business-address",
            "invoice-business-tax-id",
            "invoice-business-tax-office");

    @TempDir
    Path dir;

    private final String header = header();
    private final List<String> names =
            Arrays.stream(header.split("\t", -1)).map(String::strip).toList();

    private static String header() {
        try {
            return Files.readString(Path.of("sample-data/inbox/exports/elder/all-orders-2026-11-22.txt"))
                    .lines()
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theTestKnowsThePresentHeader() {
        assertThat(names).hasSize(91).containsAll(PERSONAL);
    }

    @Test
    void ofRowsThatCountNothingPersonalIsKept() throws IOException, Unreadable {
        FileFacts facts = read(row(1), row(2));

        assertThat(facts.rowsAccepted()).isEqualTo(2);
        assertThat(PlantedBuyer.foundIn(facts)).isEmpty();
    }

    @Test
    void ofRejectedRowsNothingPersonalIsQuoted() throws IOException, Unreadable {
        String[] badDate = row(1);
        badDate[names.indexOf("purchase-date")] = "07/08/2026";
        String[] badFlag = row(2);
        badFlag[names.indexOf("is-buyer-requested-cancellation")] = "perhaps";
        String[] noOrder = row(3);
        noOrder[0] = "";
        FileFacts facts = read(badDate, badFlag, noOrder);

        assertThat(facts.rowsRejected()).isEqualTo(3);
        assertThat(facts.rejections().get(0).columns()).containsEntry("amazon-order-id", OrderRows.id(1));
        assertThat(PlantedBuyer.foundIn(facts)).isEmpty();
    }

    @Test
    void ofARowWithTooManyCellsNoneIsQuoted() throws IOException, Unreadable {
        List<String> shifted = new ArrayList<>(List.of(row(1)));
        shifted.add(names.indexOf("sku"), PlantedBuyer.text(0));
        FileFacts facts = read(shifted.toArray(new String[0]));

        assertThat(facts.rejections())
                .extracting(Exports::text)
                .containsExactly("row 2: found 92 cells, expected 91 cells");
        assertThat(PlantedBuyer.foundIn(facts)).isEmpty();
    }

    /** A line end within an address makes two short rows of one; the second begins in the middle of the address. */
    @Test
    void ofTheRestOfARowCutInAnAddressNothingIsQuoted() throws IOException, Unreadable {
        String[] broken = row(1);
        broken[names.indexOf("invoice-business-address")] = "c/o\nZo\u00eb Quillfeather\n17 Marmalade Row";
        FileFacts facts = read(broken, row(2));

        assertThat(facts.rowsRead()).isEqualTo(4);
        assertThat(facts.rejections())
                .extracting(Exports::text)
                .allSatisfy(text -> assertThat(text).contains("found \"\", expected an order id such as"));
        assertThat(PlantedBuyer.foundIn(facts)).isEmpty();
    }

    @Test
    void ofAShortRowOnlyTheOrderIdIsQuoted() throws IOException, Unreadable {
        List<String> shifted = new ArrayList<>(List.of(row(1)));
        for (int i = 0; i < 4; i++) {
            shifted.remove(names.indexOf("ship-city"));
        }
        FileFacts facts = read(shifted.toArray(new String[0]));

        assertThat(facts.rejections()).hasSize(1);
        assertThat(facts.rejections().get(0).columns()).containsOnlyKeys("amazon-order-id");
        assertThat(PlantedBuyer.foundIn(facts)).isEmpty();
    }

    /** A separator within a name moves what is behind it; a blank cell lost at the end hides that. */
    @Test
    void ofAShiftedRowOfTheRightWidthNothingPersonalIsQuoted() throws IOException, Unreadable {
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < 5 * PERSONAL.size(); i++) {
            List<String> cells = new ArrayList<>(List.of(row(i)));
            cells.add(names.indexOf(PERSONAL.get(i / 5)), PlantedBuyer.text(i));
            cells.remove(cells.size() - 1);
            cells.set(names.indexOf("amazon-order-id"), "");
            rows.add(cells.toArray(new String[0]));
        }
        FileFacts facts = read(rows.toArray(new String[0][]));

        assertThat(facts.rowsRejected()).isEqualTo(5 * PERSONAL.size());
        assertThat(PlantedBuyer.foundIn(facts.rejections().toString())).isEmpty();
    }

    @Test
    void cellsPutInOrTakenOutAnywhereNeverBringItIntoARejection() throws IOException, Unreadable {
        Random random = new Random(20261122);
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            List<String> cells = new ArrayList<>(List.of(row(i)));
            for (int n = random.nextInt(5); n >= 0; n--) {
                if (random.nextBoolean()) {
                    cells.remove(random.nextInt(cells.size()));
                } else {
                    String personal = PERSONAL.get(random.nextInt(PERSONAL.size()));
                    cells.add(
                            Math.min(names.indexOf(personal), cells.size()),
                            PlantedBuyer.text(random.nextInt(PlantedBuyer.TEXTS.size())));
                }
            }
            cells.set(random.nextInt(6), "");
            rows.add(cells.toArray(new String[0]));
        }
        FileFacts facts = read(rows.toArray(new String[0][]));

        assertThat(facts.rejections()).hasSizeGreaterThan(200);
        assertThat(facts.rejections().stream().map(Object::toString))
                .allSatisfy(text -> assertThat(PlantedBuyer.foundIn(text)).isEmpty());
    }

    private String[] row(int number) {
        String[] cells = new String[names.size()];
        Arrays.fill(cells, "");
        for (int i = 0; i < PERSONAL.size(); i++) {
            cells[names.indexOf(PERSONAL.get(i))] = PlantedBuyer.text(i);
        }
        String[] known = OrderRows.row(number).stripTrailing().split("\t", -1);
        List<String> knownNames =
                Arrays.stream(OrderRows.HEADER.stripTrailing().split("\t", -1)).toList();
        for (int i = 0; i < known.length; i++) {
            cells[names.indexOf(knownNames.get(i))] = known[i];
        }
        cells[names.indexOf("is-buyer-requested-cancellation")] = "false";
        return cells;
    }

    private FileFacts read(String[]... rows) throws IOException, Unreadable {
        StringBuilder text = new StringBuilder(header).append('\n');
        for (String[] row : rows) {
            text.append(String.join("\t", row)).append('\n');
        }
        return Exports.read(dir, "orders.txt", text.toString());
    }
}
