package redflag.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import redflag.basics.AccountId;
import redflag.basics.Marketplaces;
import redflag.basics.Store;
import redflag.basics.StoreId;
import redflag.ledger.AccountLedger;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Moments;
import redflag.metrics.MeasuringRules;
import redflag.past.Snapshot;

/** The products of one store, and the files that tell of them. */
abstract class StockFixture {

    static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final AccountId ACCOUNT = new AccountId("north");
    static final Store US = store("north-us", "US");
    static final Store CA = store("north-ca", "CA");

    final List<FileFacts> files = new ArrayList<>();
    final Map<String, Instant> writtenAt = new HashMap<>();
    final FactTable.Builder orders = new FactTable.Builder(EnumSet.of(
            Field.ORDER,
            Field.PURCHASED,
            Field.ORDER_STATUS,
            Field.FULFILMENT,
            Field.SALES_CHANNEL,
            Field.SKU,
            Field.QUANTITY,
            Field.BUYER_REQUESTED_CANCELLATION,
            Field.CANCELLED_BY));
    int row = 1;

    private static Store store(String id, String country) {
        return new Store(
                new StoreId(id),
                ACCOUNT,
                Marketplaces.known().find(country).orElseThrow(),
                id,
                Optional.empty(),
                "en",
                "manager@example.com",
                List.of());
    }

    StockFixture() {
        // the order report reaches back far enough, and up to the as-of date
        line("first", AS_OF.minusDays(70), Code.SHIPPED, "OTHER", Optional.of(1L));
        for (LocalDate day = AS_OF.minusDays(69); !day.isAfter(AS_OF); day = day.plusDays(3)) {
            line("other-" + day, day, Code.SHIPPED, "OTHER", Optional.of(1L));
        }
    }

    final void line(String id, LocalDate day, Code status, String sku, Optional<Long> units) {
        line(id, day + "T20:00:00Z", status, Code.MFN, sku, units, false);
    }

    final void line(
            String id,
            String placed,
            Code status,
            Code fulfilment,
            String sku,
            Optional<Long> units,
            boolean isBuyers) {
        orders.order(id)
                .moment(
                        Field.PURCHASED,
                        Moments.ofEpochSecond(Instant.parse(placed).getEpochSecond()))
                .code(Field.ORDER_STATUS, status)
                .code(Field.FULFILMENT, fulfilment)
                .text(Field.SALES_CHANNEL, "Amazon.com")
                .text(Field.SKU, sku)
                .flag(Field.BUYER_REQUESTED_CANCELLATION, isBuyers);
        units.ifPresent(quantity -> orders.count(Field.QUANTITY, quantity));
        orders.endRow(++row);
    }

    final void sells(String sku, LocalDate day, long units) {
        line(sku + "-" + day, day, Code.SHIPPED, sku, Optional.of(units));
    }

    final void cancelled(String sku, LocalDate day) {
        line(sku + "-" + day, day, Code.CANCELLED, sku, Optional.of(1L));
    }

    /** Offers: SKU, fulfilment, quantity, status. */
    final void listings(String file, LocalDate written, String... offers) {
        FactTable.Builder table = new FactTable.Builder(
                EnumSet.of(Field.SKU, Field.FULFILMENT, Field.QUANTITY, Field.STATUS, Field.TITLE));
        int at = 1;
        for (String offer : offers) {
            String[] cells = offer.split(" ");
            table.text(Field.SKU, cells[0]).code(Field.FULFILMENT, Code.valueOf(cells[1]));
            if (!cells[2].equals("-")) {
                table.count(Field.QUANTITY, Long.parseLong(cells[2]));
            }
            table.text(Field.STATUS, cells[3])
                    .text(Field.TITLE, "a " + cells[0])
                    .endRow(++at);
        }
        add(file, "listings", FactType.LISTING, table.build());
        writtenAt.put(file, written.atTime(20, 0).toInstant(ZoneOffset.UTC));
    }

    /** What lies at Amazon on a day: SKU, condition, country, available, shipped in 30 days. */
    final void inventory(String file, LocalDate stated, String... rows) {
        FactTable.Builder table = new FactTable.Builder(EnumSet.of(
                Field.SKU, Field.CONDITION, Field.COUNTRY, Field.AVAILABLE, Field.SHIPPED_IN_30_DAYS, Field.STATED_ON));
        int at = 1;
        for (String one : rows) {
            String[] cells = one.split(" ");
            table.text(Field.SKU, cells[0])
                    .text(Field.CONDITION, cells[1])
                    .count(Field.AVAILABLE, Long.parseLong(cells[3]))
                    .count(Field.SHIPPED_IN_30_DAYS, Long.parseLong(cells[4]))
                    .day(Field.STATED_ON, stated);
            if (!cells[2].equals("-")) {
                table.text(Field.COUNTRY, cells[2]);
            }
            table.endRow(++at);
        }
        add(file, "fbaPlanning", FactType.STOCK, table.build());
    }

    final void add(String file, String kind, FactType type, FactTable table) {
        files.add(new FileFacts(
                file, file, kind, 1, "UTF-8", table.size(), 0, List.of(), List.of(), Map.of(type, table)));
    }

    final Stock stock() {
        return stock(US, Optional.empty(), US);
    }

    final Stock stock(Optional<Snapshot> earlier) {
        return stock(US, earlier, US);
    }

    final Stock stock(Store of, Optional<Snapshot> earlier, Store... stores) {
        return Stock.of(
                Objects.requireNonNull(merge(stores).stores().get(of.id())),
                earlier,
                MeasuringRules.standard().freshness());
    }

    final AccountLedger merge(Store... stores) {
        List<FileFacts> all = new ArrayList<>(files);
        FactTable lines = orders.build();
        all.add(new FileFacts(
                "north/orders.txt",
                "orders",
                "allOrders",
                1,
                "UTF-8",
                lines.size(),
                0,
                List.of(),
                List.of(),
                Map.of(FactType.ORDER_LINE, lines)));
        Map<StoreId, LocalDate> asOf = new HashMap<>();
        for (Store store : stores) {
            asOf.put(store.id(), AS_OF);
        }
        return AccountLedger.merge(ACCOUNT, all, List.of(stores), asOf, writtenAt);
    }

    static Product product(Stock stock, String sku) {
        return stock.products().stream()
                .filter(product -> product.sku().equals(sku))
                .findFirst()
                .orElseThrow();
    }

    static Optional<Snapshot> night(LocalDate day, Map<String, Long> stock, Map<String, LocalDate> since) {
        return Optional.of(new Snapshot(day, List.of(), List.of(), stock, since, Map.of()));
    }
}
