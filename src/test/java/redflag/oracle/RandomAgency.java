package redflag.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import redflag.oracle.MadeUpOrder.Country;
import redflag.oracle.MadeUpOrder.Parcel;
import redflag.oracle.MadeUpOrder.State;

/**
 * An agency that a seed makes up: one to three accounts with stores in different countries, whose orders lie close to
 * the ends of windows, to midnights and to the days on which clocks change. Every combination of exports occurs.
 */
final class RandomAgency {

    static final List<Country> COUNTRIES = List.of(
            country("US", "ATVPDKIKX0DER", "Amazon.com", "America/Los_Angeles", "M/d/yy"),
            country("CA", "A2EUQ1WTGCTBG2", "Amazon.ca", "America/Los_Angeles", "d/M/yy"),
            country("UK", "A1F83G8C2ARO7P", "Amazon.co.uk", "Europe/London", "d/M/yy"),
            country("DE", "A1PA6795UKMFR9", "Amazon.de", "Europe/Berlin", "d.M.yy"),
            country("FR", "A13V1IB3VIYZZH", "Amazon.fr", "Europe/Paris", "d/M/yy"),
            country("JP", "A1VC38T7YXB528", "Amazon.co.jp", "Asia/Tokyo", "yy/M/d"),
            country("AU", "A39IBJ37TRP1C6", "Amazon.com.au", "Australia/Sydney", "d/M/yy"),
            country("AE", "A2VIGQ35RCS4UG", "Amazon.ae", "Asia/Dubai", "d/M/yy"));

    /** Clocks change on them or just before, or on the last day of a window; leap days are there. */
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2026, 11, 2),
            LocalDate.of(2026, 3, 9),
            LocalDate.of(2026, 10, 26),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2024, 3, 1),
            LocalDate.of(2024, 3, 15),
            LocalDate.of(2024, 5, 13),
            LocalDate.of(2026, 4, 6),
            LocalDate.of(2026, 11, 16),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 11, 22));

    /** Length and lag of the windows. */
    private static final int[][] WINDOWS = {{60, 15}, {30, 0}, {10, 0}, {7, 1}, {30, 10}};

    private static final int[] SECONDS = {-3601, -1, 0, 1, 1800, 3599};

    /** What an account's orders come as. */
    enum Book {
        LINES_31,
        LINES_91,
        API_2026,
        API_V0
    }

    /** A store's orders, as far as an export shows them. */
    record Shop(String account, String store, Country country, List<MadeUpOrder> orders) {}

    /** @param taken when it was made; what comes later it does not know */
    record Download(LocalDate from, LocalDate to, Instant taken) {

        boolean has(MadeUpOrder order) {
            LocalDate day = LocalDate.ofInstant(order.placed(), ZoneOffset.UTC);
            return !day.isBefore(from)
                    && !day.isAfter(to)
                    && !order.placed().plusSeconds(600).isAfter(taken);
        }
    }

    final long seed;
    final Random random;
    final LocalDate asOf;
    final boolean absentCancellationsMeanNone;
    final boolean absentLatesMeanNone;
    final List<Shop> shops = new ArrayList<>();
    private int ids;

    private RandomAgency(long seed) {
        this.seed = seed;
        this.random = new Random(seed * 7919 + 11);
        this.asOf = DAYS.get((int) (seed % DAYS.size()));
        this.absentCancellationsMeanNone = seed % 7 == 3;
        this.absentLatesMeanNone = seed % 5 == 2;
    }

    private static Country country(String code, String id, String channel, String zone, String day) {
        return new Country(code, id, channel, ZoneId.of(zone), day);
    }

    /** Writes the agency of a seed below {@code folder}, where {@code job.yaml} becomes its job. */
    static RandomAgency write(long seed, Path folder) throws IOException {
        RandomAgency agency = new RandomAgency(seed);
        Path exports = Files.createDirectories(folder.resolve("exports"));
        StringBuilder stores = new StringBuilder("account,store,marketplace,manager\n");
        int accounts = 1 + (int) (seed % 3);
        for (int account = 0; account < accounts; account++) {
            agency.account("acc" + account, exports);
        }
        for (Shop shop : agency.shops) {
            stores.append(shop.account()).append(',').append(shop.store()).append(',');
            stores.append(shop.country().code()).append(",m@example.com\n");
        }
        Files.writeString(folder.resolve("stores.csv"), stores);
        Files.writeString(
                folder.resolve("job.yaml"),
                "name: random\nstores: stores.csv\nexports: exports\nreports: reports\ndatabase: data\nas-of: "
                        + agency.asOf
                        + (agency.absentCancellationsMeanNone || agency.absentLatesMeanNone ? "\nabsence:" : "")
                        + (agency.absentCancellationsMeanNone ? "\n  cancellations: none" : "")
                        + (agency.absentLatesMeanNone ? "\n  late-shipments: none" : "")
                        + "\n");
        return agency;
    }

    private void account(String account, Path exports) throws IOException {
        List<Country> countries = new ArrayList<>(COUNTRIES);
        Collections.shuffle(countries, random);
        Book book = Book.values()[random.nextInt(Book.values().length)];
        List<Download> downloads = downloads();
        List<MadeUpOrder> all = new ArrayList<>();
        List<Shop> own = new ArrayList<>();
        int size = 1 + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            Country country = countries.get(i);
            List<MadeUpOrder> orders = orders(country);
            if (i == 0) {
                orders.addAll(calmOrders(country));
            }
            all.addAll(orders);
            List<MadeUpOrder> shown = orders.stream()
                    .filter(order -> order.amazons()
                            && !order.day().isAfter(asOf)
                            && downloads.stream().anyMatch(d -> d.has(order)))
                    .toList();
            own.add(new Shop(
                    account, account + "-" + country.code().toLowerCase(java.util.Locale.ROOT), country, shown));
        }
        shops.addAll(own);
        Path folder = Files.createDirectories(exports.resolve(account));
        new OrderFiles(random, book, seed % 4 == 0).write(all, downloads, folder.resolve("book"));
        ListFiles lists = new ListFiles(random, asOf, folder);
        FigureFiles figures = new FigureFiles(new Random(random.nextLong()), asOf, folder);
        for (Shop shop : own) {
            lists.write(shop, book);
        }
        if (random.nextInt(3) == 0) {
            lists.printed(own, figures);
        }
        figures.write(own);
        Random further = new Random(seed * 31 + shops.size());
        DeliveryLists deliveries = new DeliveryLists(further, asOf, folder);
        for (Shop shop : own) {
            deliveries.write(shop);
        }
        InvoiceLists invoices = new InvoiceLists(new Random(seed * 37 + shops.size()), folder);
        for (Shop shop : own) {
            invoices.write(shop);
        }
        StockFiles stock = new StockFiles(further, asOf, folder);
        for (Shop shop : own) {
            stock.write(shop);
        }
    }

    /** One file, or some that overlap, of which the newer ones know better. */
    private List<Download> downloads() {
        Instant last = asOf.plusDays(1).atTime(20, 0).toInstant(ZoneOffset.UTC);
        if (random.nextInt(3) == 0) {
            return List.of(new Download(asOf.minusDays(90), asOf.plusDays(2), last));
        }
        List<Download> downloads = new ArrayList<>();
        int middle = 20 + random.nextInt(25);
        downloads.add(new Download(asOf.minusDays(90), asOf.minusDays(middle), last.minus(Duration.ofDays(middle))));
        downloads.add(new Download(asOf.minusDays(middle + 20L), asOf.minusDays(3), last.minus(Duration.ofDays(2))));
        downloads.add(new Download(asOf.minusDays(12), asOf.plusDays(2), last));
        return downloads;
    }

    private List<MadeUpOrder> orders(Country country) {
        List<MadeUpOrder> orders = new ArrayList<>();
        int size = random.nextInt(6) == 0 ? random.nextInt(4) : 30 + random.nextInt(170);
        int byMerchant = List.of(10, 7, 5, 0).get(random.nextInt(4));
        int cancelled = random.nextInt(8);
        for (int i = 0; i < size; i++) {
            orders.add(order(country, moment(country.zone()), random.nextInt(10) < byMerchant, cancelled));
        }
        return orders;
    }

    /** Orders to which nothing happens, from well before all windows to after the last: no export begins or ends early. */
    private List<MadeUpOrder> calmOrders(Country country) {
        List<MadeUpOrder> orders = new ArrayList<>();
        for (int day = -88; day < 1; day += 8) {
            orders.add(calm(country, asOf.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC)));
        }
        orders.add(calm(country, asOf.plusDays(1).atTime(13, 0).toInstant(ZoneOffset.UTC)));
        return orders;
    }

    private MadeUpOrder calm(Country country, Instant placed) {
        Instant promised = placed.plus(Duration.ofDays(9));
        List<State> states = List.of(new State(placed.plusSeconds(600), "Pending"));
        return new MadeUpOrder(
                id(), country, true, placed, true, 1, false, false, "MERCHANT", states, promised, promised, List.of());
    }

    /** Mostly close to an end of a window. */
    private Instant moment(ZoneId zone) {
        if (random.nextInt(10) < 6) {
            int[] window = WINDOWS[random.nextInt(WINDOWS.length)];
            LocalDate last = asOf.minusDays(window[1]);
            LocalDate midnight = random.nextBoolean() ? last.minusDays(window[0] - 1L) : last.plusDays(1);
            return midnight.atStartOfDay(zone).toInstant().plusSeconds(SECONDS[random.nextInt(SECONDS.length)]);
        }
        long seconds = random.nextInt((random.nextBoolean() ? 87 : 9) * 86_400);
        return asOf.atTime(20, 0).toInstant(ZoneOffset.UTC).minusSeconds(seconds);
    }

    private MadeUpOrder order(Country country, Instant placed, boolean merchant, int cancelled) {
        Instant shipBy = LocalDate.ofInstant(placed, country.zone())
                .plusDays(1 + random.nextInt(3))
                .plusDays(1)
                .atStartOfDay(country.zone())
                .toInstant()
                .minusSeconds(random.nextInt(3) == 0 ? 32_400 : 1);
        Instant promised = promised(country.zone(), placed);
        List<State> states = new ArrayList<>();
        states.add(new State(placed.plusSeconds(600), random.nextBoolean() ? "Pending" : "Unshipped"));
        List<Parcel> parcels = new ArrayList<>();
        if (random.nextInt(30) < cancelled) {
            Instant when = placed.plus(Duration.ofHours(1 + random.nextInt(random.nextBoolean() ? 48 : 480)));
            states.add(new State(when, "Cancelled"));
        } else if (random.nextInt(12) > 0) {
            Instant shipped = random.nextInt(6) == 0
                    ? shipBy.plusSeconds(random.nextInt(3) - 1L)
                    : placed.plus(Duration.ofHours(1 + random.nextInt(72)));
            states.add(new State(shipped.plusSeconds(60), "Shipped"));
            for (int i = random.nextInt(4) == 0 ? 2 : 1; i > 0; i--) {
                parcels.add(new Parcel(shipped.minusSeconds(i == 1 ? 0 : 30), random.nextInt(12) > 0));
            }
        }
        return new MadeUpOrder(
                id(),
                country,
                random.nextInt(25) > 0,
                placed,
                merchant,
                1 + random.nextInt(8) / 6 + random.nextInt(8) / 7,
                random.nextInt(6) == 0,
                random.nextInt(3) == 0,
                List.of("BUYER", "MERCHANT", "AMAZON").get(random.nextInt(3)),
                states,
                shipBy,
                promised,
                parcels);
    }

    /** Now and then close to the ends of the window by promised day. */
    private Instant promised(ZoneId zone, Instant placed) {
        LocalDate day = LocalDate.ofInstant(placed, zone);
        LocalDate edge = random.nextBoolean() ? asOf.minusDays(39) : asOf.minusDays(9);
        boolean toEdge = random.nextBoolean()
                && day.plusDays(3).isBefore(edge)
                && day.plusDays(15).isAfter(edge);
        ZoneOffset none = ZoneOffset.UTC;
        return toEdge
                ? edge.atStartOfDay(zone).toInstant().plusSeconds(random.nextInt(3) - 1L)
                : day.plusDays(4 + random.nextInt(6)).atTime(22, 59, 59).toInstant(none);
    }

    private String id() {
        ids++;
        return String.format(
                java.util.Locale.ROOT,
                "%03d-%07d-%07d",
                100 + random.nextInt(800),
                seed * 10_000 + ids,
                random.nextInt(9_999_999));
    }
}
