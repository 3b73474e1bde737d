package redflag.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes order rows in the 31-column form of {@link Columns#DOCUMENTED}. A made-up agency may have five million of them
 * (1.4 GB), so rows are put together in one reused buffer, and days and products are turned into text once.
 */
final class LargeOrderRows {

    private static final int FULL = 1 << 16;
    private static final long SECONDS_A_DAY = 86_400;
    private static final int ID_LENGTH = 19;

    private static final List<Product> PRODUCTS = Products.of(
            "SKU",
            "Storage Basket, Seagrass, Medium|2490",
            "Travel Mug 16 oz, Matte Black|1895",
            "Desk Lamp, Adjustable Arm|3999",
            "Throw Pillow Cover 18\" x 18\"|1199",
            "Yoga Block, Cork, Set of 2|2150",
            "Phone Stand, Walnut|1675",
            "Wall Clock 12\", Silent|2899",
            "Kitchen Scale, Flat|2249",
            "Shower Caddy, Rust Proof|2795",
            "Pet Bed, Washable, Large|4650",
            "Notebook A5, Dotted, 3 Pack|1399",
            "String Lights, Solar, 40 ft|2599");
    private static final Map<String, String> ID_PREFIXES =
            Map.of("US", "111", "UK", "204", "DE", "303", "FR", "404", "IT", "405");

    private final OutputStream out;
    private final Dice dice;
    private final long ends;
    private final StringBuilder buffer = new StringBuilder(FULL + 2_048);
    private final StringBuilder id = new StringBuilder(ID_LENGTH);
    private final List<String> productCells = PRODUCTS.stream()
            .map(p -> p.name() + '\t' + p.sku() + '\t' + p.asin())
            .toList();
    private final LocalDate firstDay = SampleAgency.AS_OF.minusDays(80);
    private final List<String> days = Stream.iterate(firstDay, day -> day.plusDays(1))
            .limit(90)
            .map(LocalDate::toString)
            .toList();

    /** Writes the header; orders younger than two days before {@code ends} are not shipped yet. */
    LargeOrderRows(OutputStream out, Dice dice, long ends) {
        this.out = out;
        this.dice = dice;
        this.ends = ends;
        buffer.append(Columns.DOCUMENTED.header()).append('\n');
    }

    /** The order id that {@link #order} wrote last; it changes with the next one. */
    CharSequence lastId() {
        return id;
    }

    /**
     * Writes the rows of one order.
     *
     * @param serial a number that no other order of the account has
     * @param placed in seconds since 1970
     */
    void order(
            LargeStore store, int serial, long placed, boolean byAmazon, boolean cancelled, boolean business, int lines)
            throws IOException {
        String country = store.marketplace().country();
        nextId(ID_PREFIXES.getOrDefault(country, "111"), serial);
        long updated = Math.min(placed + dice.between(20_000, 130_000), ends);
        boolean shipped = ends - placed > 2 * SECONDS_A_DAY;
        String status = cancelled ? "Cancelled" : shipped ? "Shipped" : byAmazon ? "Pending" : "Unshipped";
        Place place = dice.oneOf(Places.of(country));
        for (int line = 0; line < lines; line++) {
            int product = dice.below(PRODUCTS.size());
            buffer.append(id).append('\t').append(byAmazon ? id : "").append('\t');
            moment(placed);
            moment(updated);
            cell(status).cell(byAmazon ? "Amazon" : "Merchant");
            cell(store.marketplace().salesChannel())
                    .cell("WebsiteOrderChannel")
                    .cell(byAmazon ? "Expedited" : "Standard");
            cell(productCells.get(product)).cell(cancelled ? "" : shipped ? "Shipped" : "Unshipped");
            if (cancelled) {
                buffer.append("0\t\t\t\t");
            } else {
                int price = PRODUCTS.get(product).price();
                cell("1").cell(store.marketplace().currency());
                money(price);
                money(price * 8 / 100);
            }
            buffer.append("\t\t\t\t\t\t");
            cell(place.city()).cell(place.state()).cell(place.postalCode()).cell(place.country());
            buffer.append('\t').append(business).append("\t\t\n");
        }
        if (buffer.length() > FULL) {
            flush();
        }
    }

    /** Sends out what is in the buffer. */
    void flush() throws IOException {
        out.write(buffer.toString().getBytes(UTF_8));
        buffer.setLength(0);
    }

    private LargeOrderRows cell(String text) {
        buffer.append(text).append('\t');
        return this;
    }

    /** The last seven digits do not repeat before ten million orders: 7,654,321 and that share no factor. */
    private void nextId(String prefix, int serial) {
        id.setLength(0);
        id.append(prefix).append('-');
        digits(id, dice.below(10_000_000), 1_000_000);
        id.append('-');
        digits(id, (int) ((serial + 1L) * 7_654_321L % 10_000_000L), 1_000_000);
    }

    private void moment(long seconds) {
        int day = (int) (seconds / SECONDS_A_DAY - firstDay.toEpochDay());
        int second = (int) (seconds % SECONDS_A_DAY);
        buffer.append(days.get(day)).append('T');
        digits(buffer, second / 3_600, 10);
        buffer.append(':');
        digits(buffer, second / 60 % 60, 10);
        buffer.append(':');
        digits(buffer, second % 60, 10);
        buffer.append("+00:00\t");
    }

    private void money(int cents) {
        buffer.append(cents / 100).append('.');
        digits(buffer, cents % 100, 10);
        buffer.append('\t');
    }

    /** Appends {@code number} with leading zeros; {@code unit} is the value of its first digit. */
    private static void digits(StringBuilder text, int number, int unit) {
        for (int u = unit; u > 0; u /= 10) {
            text.append((char) ('0' + number / u % 10));
        }
    }
}
