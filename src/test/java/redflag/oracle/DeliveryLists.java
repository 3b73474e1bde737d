package redflag.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import redflag.oracle.MadeUpOrder.Country;
import redflag.oracle.RandomAgency.Shop;

/** Writes Amazon's lists of packages without valid tracking and of late units for the account of a {@link RandomAgency}. */
final class DeliveryLists {

    private static final String TRACKING = "Order ID,Carrier Name,Tracking ID,Origin Country,Promised Delivery Date,"
            + "Ship Method,Ship Option,No Valid Tracking,Package Value,Product Category";
    private static final String LATE_UNITS =
            "Order ID,SKU,Unit count,Order Date,Promised Delivery Date Without Promise Extension,Actual Delivery Date,"
                    + "Delivered After Promised Date Without Extension,Carrier Name,Tracking ID";

    /** Length and lag. */
    private static final int[] TRACKING_WINDOW = {30, 10};

    private static final int[] UNIT_WINDOW = {14, 7};

    /** Figures are printed of the first two alone, now and then. */
    private static final List<String> CATEGORIES = List.of("Home", "Toys & Games", "Kitchen", "");

    private final Random random;
    private final LocalDate asOf;
    private final Path account;
    private int strangers;

    DeliveryLists(Random random, LocalDate asOf, Path account) {
        this.random = random;
        this.asOf = asOf;
        this.account = account;
    }

    void write(Shop shop) throws IOException {
        if (random.nextInt(3) > 0) {
            tracking(shop);
        }
        if (random.nextInt(3) > 0) {
            lateUnits(shop);
        }
    }

    private interface Row {
        String of(String id, Instant placed, Instant promised, boolean isMixed);
    }

    private void tracking(Shop shop) throws IOException {
        list(shop, "valid-tracking", TRACKING, TRACKING_WINDOW, (id, placed, promised, isMixed) -> {
            String day = random.nextBoolean()
                    ? promised.toString()
                    : promised.atZone(shop.country().zone()).toOffsetDateTime().toString();
            return String.join(",", id, "Pigeon", "P1", "CN", day, "Air", "Standard", "X", "20", any(CATEGORIES));
        });
    }

    /** A unit that came in time after all stands there with No. */
    private void lateUnits(Shop shop) throws IOException {
        list(shop, "on-time-delivery", LATE_UNITS, UNIT_WINDOW, (id, placed, promised, isMixed) -> {
            boolean late = random.nextInt(4) > 0;
            Duration after = Duration.ofMinutes(late ? 90 : -90);
            return String.join(
                    ",",
                    id,
                    "SKU-" + random.nextInt(3),
                    Integer.toString(1 + random.nextInt(random.nextBoolean() ? 1 : 30)),
                    told(placed, shop.country(), isMixed),
                    told(promised, shop.country(), isMixed),
                    told(promised.plus(after), shop.country(), isMixed),
                    late ? "Yes" : "No",
                    "Pigeon",
                    "P1");
        });
    }

    /**
     * {@code 7/19/24 06:59:59 GMT (7/18/24 23:59:59 PDT)}, the day as the country writes it. Where a file may be of several
     * countries, nobody could tell days from months.
     */
    private static String told(Instant moment, Country country, boolean isMixed) {
        if (isMixed) {
            return moment.toString();
        }
        DateTimeFormatter written = DateTimeFormatter.ofPattern(country.feedbackDay() + " HH:mm:ss", Locale.ENGLISH);
        DateTimeFormatter named = DateTimeFormatter.ofPattern(country.feedbackDay() + " HH:mm:ss zzz", Locale.ENGLISH);
        return written.format(moment.atZone(ZoneOffset.UTC)) + " GMT (" + named.format(moment.atZone(country.zone()))
                + ")";
    }

    /** In the store's folder or, where its orders tell whose it is, in one of the account; now and then with an older one. */
    private void list(Shop shop, String name, String header, int[] window, Row row) throws IOException {
        List<MadeUpOrder> orders = some(shop);
        boolean isMixed = !orders.isEmpty() && random.nextInt(3) == 0;
        List<String> rows = new ArrayList<>();
        for (MadeUpOrder order : orders) {
            rows.addAll(rows(order, window, row, isMixed));
        }
        boolean hasOlder = !orders.isEmpty() && random.nextInt(4) == 0;
        if (hasOlder) {
            older(shop, name, header, orders, window, row);
        } else if (random.nextInt(3) == 0) {
            rows.add(stranger(shop, window, row, isMixed));
        }
        Path folder = Files.createDirectories(account.resolve(isMixed ? "lists" : shop.store()));
        write(folder.resolve(name + (isMixed ? "-" + shop.store() : "") + ".csv"), header, rows);
    }

    /** Of orders that were all placed on earlier days than the newest of the list. */
    private void older(Shop shop, String name, String header, List<MadeUpOrder> listed, int[] window, Row row)
            throws IOException {
        LocalDate newest =
                listed.stream().map(MadeUpOrder::day).max(LocalDate::compareTo).orElseThrow();
        List<String> rows = new ArrayList<>();
        for (MadeUpOrder order : some(shop)) {
            if (order.day().isBefore(newest)) {
                rows.addAll(rows(order, window, row, false));
            }
        }
        Path folder = Files.createDirectories(account.resolve(shop.store()));
        write(folder.resolve(name + "-older.csv"), header, rows);
    }

    /** A list without a row says that there is none. */
    private void write(Path file, String header, List<String> rows) throws IOException {
        Collections.shuffle(rows, random);
        Files.writeString(file, header + "\n" + (rows.isEmpty() ? "" : String.join("\n", rows) + "\n"));
    }

    private List<MadeUpOrder> some(Shop shop) {
        int inHundred = 2 + random.nextInt(10);
        return shop.orders().stream()
                .filter(order -> order.merchant() && random.nextInt(100) < inHundred)
                .toList();
    }

    /** One or several packages or units, mostly promised for one day. */
    private List<String> rows(MadeUpOrder order, int[] window, Row row, boolean isMixed) {
        List<String> rows = new ArrayList<>();
        Instant promised = order.promised().isBefore(end()) && random.nextBoolean()
                ? order.promised()
                : promised(order.country().zone(), window);
        for (int i = random.nextInt(4) == 0 ? 3 : 1; i > 0; i--) {
            boolean apart = random.nextInt(6) == 0;
            rows.add(row.of(
                    order.id(), order.placed(), apart ? promised(order.country().zone(), window) : promised, isMixed));
        }
        return rows;
    }

    /** An order that no order report has. */
    private String stranger(Shop shop, int[] window, Row row, boolean isMixed) {
        strangers++;
        String id = String.format(
                Locale.ROOT, "999-%07d-%07d", strangers, Math.abs(shop.store().hashCode()) % 10_000_000);
        Instant promised = promised(shop.country().zone(), window);
        return row.of(id, promised.minus(Duration.ofDays(6)), promised, isMixed);
    }

    /** Close to an end of the window, within it, or behind it. */
    private Instant promised(ZoneId zone, int[] window) {
        LocalDate last = asOf.minusDays(window[1]);
        LocalDate midnight = random.nextBoolean() ? last.minusDays(window[0] - 1L) : last.plusDays(1);
        if (random.nextBoolean()) {
            return midnight.atStartOfDay(zone).toInstant().plusSeconds(random.nextInt(3) - 1L);
        }
        return asOf.minusDays(1 + random.nextInt(window[0] + window[1] + 5))
                .atTime(23, 59, 59)
                .atZone(zone)
                .toInstant();
    }

    /** What is delivered after it no list of the night knows. */
    private Instant end() {
        return asOf.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
