package redflag.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import redflag.basics.AccountId;
import redflag.basics.Marketplace;
import redflag.basics.Marketplaces;
import redflag.basics.Store;
import redflag.basics.StoreId;

/** Makes the facts of files by hand. */
final class LedgerFiles {

    static final AccountId ACCOUNT = new AccountId("north");

    private LedgerFiles() {}

    /** A line of an order; {@code updated} and {@code purchased} are instants, or plain days. */
    record Line(
            String id,
            String purchased,
            String updated,
            Code status,
            Code fulfilment,
            String channel,
            Optional<Boolean> buyerAsked) {

        static Line of(String id, String purchased, String updated) {
            return new Line(id, purchased, updated, Code.SHIPPED, Code.MFN, "Amazon.com", Optional.of(false));
        }

        Line as(Code other) {
            return new Line(id, purchased, updated, other, fulfilment, channel, buyerAsked);
        }

        Line by(Code other) {
            return new Line(id, purchased, updated, status, other, channel, buyerAsked);
        }

        Line on(String other) {
            return new Line(id, purchased, updated, status, fulfilment, other, buyerAsked);
        }
    }

    static long moment(String text) {
        return text.length() == 10
                ? Moments.ofDay(LocalDate.parse(text))
                : Moments.ofEpochSecond(Instant.parse(text).getEpochSecond());
    }

    static FileFacts orders(String file, String hash, List<Line> lines) {
        FactTable.Builder table = new FactTable.Builder(EnumSet.of(
                Field.ORDER,
                Field.PURCHASED,
                Field.UPDATED,
                Field.ORDER_STATUS,
                Field.FULFILMENT,
                Field.SALES_CHANNEL,
                Field.BUYER_REQUESTED_CANCELLATION));
        int row = 1;
        for (Line line : lines) {
            table.order(line.id())
                    .moment(Field.PURCHASED, moment(line.purchased()))
                    .code(Field.ORDER_STATUS, line.status())
                    .code(Field.FULFILMENT, line.fulfilment())
                    .text(Field.SALES_CHANNEL, line.channel());
            if (!line.updated().isEmpty()) {
                table.moment(Field.UPDATED, moment(line.updated()));
            }
            line.buyerAsked().ifPresent(asked -> table.flag(Field.BUYER_REQUESTED_CANCELLATION, asked));
            table.endRow(++row);
        }
        return facts(file, hash, Map.of(FactType.ORDER_LINE, table.build()), lines.size(), 0);
    }

    /** A list of orders with negative feedback. */
    static FileFacts defects(String file, FactType type, List<String> ids, Optional<String> placed) {
        FactTable.Builder table =
                new FactTable.Builder(EnumSet.of(Field.ORDER, Field.PURCHASED, Field.NEGATIVE_FEEDBACK));
        int row = 1;
        for (String id : ids) {
            table.order(id).flag(Field.NEGATIVE_FEEDBACK, true);
            placed.ifPresent(day -> table.moment(Field.PURCHASED, moment(day)));
            table.endRow(++row);
        }
        return facts(file, file, Map.of(type, table.build()), ids.size(), 0);
    }

    static FileFacts facts(String file, String hash, Map<FactType, FactTable> tables, long rows, long rejected) {
        return new FileFacts(file, hash, "kind", 1, "UTF-8", rows, rejected, List.of(), List.of(), tables);
    }

    static Store store(String id, String country) {
        return store(id, Marketplaces.known().find(country).orElseThrow());
    }

    static Store store(String id, Marketplace marketplace) {
        return new Store(
                new StoreId(id), ACCOUNT, marketplace, id, Optional.empty(), "en", "ann@example.com", List.of());
    }

    static AccountLedger merge(List<FileFacts> files, Store... stores) {
        return AccountLedger.merge(ACCOUNT, files, List.of(stores), Map.of());
    }

    static StoreLedger merged(List<FileFacts> files, Store store) {
        return java.util.Objects.requireNonNull(merge(files, store).stores().get(store.id()));
    }

    /** The same where it is known when files were written: by file, an instant. */
    static StoreLedger merged(List<FileFacts> files, Store store, Map<String, String> writtenAt) {
        Map<String, Instant> moments = new TreeMap<>();
        writtenAt.forEach((file, moment) -> moments.put(file, Instant.parse(moment)));
        return java.util.Objects.requireNonNull(AccountLedger.merge(ACCOUNT, files, List.of(store), Map.of(), moments)
                .stores()
                .get(store.id()));
    }

    /** What counts of each order of a store, one line an order. */
    static List<String> print(StoreOrders orders) {
        List<String> lines = new ArrayList<>();
        for (int order = 0; order < orders.size(); order++) {
            lines.add(orders.orderId(order) + " " + orders.day(order)
                    + (orders.isCancelled(order) ? " cancelled" : "")
                    + (orders.isBuyerRequested(order) ? " by the buyer" : "")
                    + orders.fulfilment(order).map(code -> " " + code).orElse(""));
        }
        return lines;
    }

    static Set<Code> codes(Code... codes) {
        return codes.length == 0 ? Set.of() : EnumSet.copyOf(List.of(codes));
    }
}
