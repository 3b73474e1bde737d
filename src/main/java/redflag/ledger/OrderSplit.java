package redflag.ledger;

import com.carrotsearch.hppc.IntArrayList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import redflag.basics.Marketplace;
import redflag.basics.Remark;
import redflag.basics.Store;
import redflag.basics.StoreId;

/** Gives each order of an account to its store, by the sales channel; one file mixes marketplaces (exports.md §3.1). */
final class OrderSplit {

    /** How order reports name orders that Amazon only fulfils; they are no orders of the seller's metrics. */
    private static final String NON_AMAZON = "Non-Amazon";

    private static final int NOBODY = -1;
    private static final int NOT_AMAZON = -2;

    private final List<Store> stores;
    private final int[] storeByOrder;
    private final Map<StoreId, StoreOrders> orders = new HashMap<>();
    private final List<Remark> warnings = new ArrayList<>();

    private OrderSplit(List<Store> stores, int orders) {
        this.stores = stores;
        this.storeByOrder = new int[orders];
    }

    static OrderSplit of(AccountOrders orders, List<Store> stores, Map<StoreId, LocalDate> asOf) {
        OrderSplit split = new OrderSplit(stores, orders.size());
        split.fill(orders, asOf);
        return split;
    }

    private void fill(AccountOrders orders, Map<StoreId, LocalDate> asOf) {
        IntArrayList[] members = new IntArrayList[stores.size()];
        IntArrayList[] days = new IntArrayList[stores.size()];
        ZoneDays[] zones = new ZoneDays[stores.size()];
        long[] lastDays = new long[stores.size()];
        for (int s = 0; s < stores.size(); s++) {
            Store store = stores.get(s);
            members[s] = new IntArrayList();
            days[s] = new IntArrayList();
            zones[s] = new ZoneDays(store.marketplace().zone());
            lastDays[s] = asOf.getOrDefault(store.id(), LocalDate.MAX).toEpochDay();
        }
        Channels channels = new Channels(orders);
        Map<String, Long> strangers = new TreeMap<>();
        long nonAmazon = 0;
        for (int order : sortedByKey(orders)) {
            int store = channels.storeOf(order);
            storeByOrder[order] = store;
            if (store >= 0) {
                int day = Moments.epochDay(orders.purchased(order), zones[store]);
                if (day <= lastDays[store]) {
                    members[store].add(order);
                    days[store].add(day);
                }
            } else if (store == NOT_AMAZON) {
                nonAmazon++;
            } else {
                strangers.merge(channels.nameOf(order), 1L, Long::sum);
            }
        }
        for (int s = 0; s < stores.size(); s++) {
            orders(stores.get(s).id(), new StoreOrders(orders, members[s].toArray(), days[s].toArray()));
        }
        warn(strangers, nonAmazon);
    }

    private void orders(StoreId store, StoreOrders of) {
        orders.put(store, of);
    }

    private static int[] sortedByKey(AccountOrders orders) {
        // keys are unique; sorting (key, place) pairs as objects only once per account
        return IntStream.range(0, orders.size())
                .boxed()
                .sorted((a, b) -> compare(orders, a, b))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Ids without a number have keys in the order met, which depends on the rows: they come first, by their text. */
    private static int compare(AccountOrders orders, int one, int other) {
        return orders.key(one) < 0 && orders.key(other) < 0
                ? orders.orderId(one).compareTo(orders.orderId(other))
                : Long.compare(orders.key(one), orders.key(other));
    }

    private void warn(Map<String, Long> strangers, long nonAmazon) {
        strangers.forEach((channel, count) ->
                warnings.add(new Remark("warning.channel-without-store", Map.of("channel", channel, "orders", count))));
        if (nonAmazon > 0) {
            warnings.add(Remark.of("warning.non-amazon-orders", "orders", nonAmazon));
        }
    }

    StoreOrders ordersOf(StoreId store) {
        return java.util.Objects.requireNonNull(orders.get(store));
    }

    /** The store of the order with this id, if the order exports know it. */
    Optional<Store> storeOf(AccountOrders orders, String orderId) {
        int place = orders.find(orderId);
        return place < 0 || storeByOrder[place] < 0 ? Optional.empty() : Optional.of(stores.get(storeByOrder[place]));
    }

    List<Remark> warnings() {
        return warnings;
    }

    /** Which store a sales channel means, found once per table and text. */
    private final class Channels {

        private static final int UNASKED = -3;

        private final AccountOrders orders;
        private final Map<FactTable, int[]> storeByText = new HashMap<>();

        Channels(AccountOrders orders) {
            this.orders = orders;
        }

        int storeOf(int order) {
            FactTable table = orders.table(order);
            int[] byText = storeByText.computeIfAbsent(table, t -> {
                int[] unasked = new int[t.texts().size() + 1];
                Arrays.fill(unasked, UNASKED);
                return unasked;
            });
            int text = table.textNumber(Field.SALES_CHANNEL, orders.line(order)) + 1;
            if (byText[text] == UNASKED) {
                byText[text] = resolve(nameOf(order));
            }
            int store = byText[text];
            return store == NOBODY || !orders.orderId(order).startsWith("S") ? store : NOT_AMAZON;
        }

        String nameOf(int order) {
            return orders.table(order)
                    .text(Field.SALES_CHANNEL, orders.line(order))
                    .orElse("");
        }

        private int resolve(String channel) {
            if (channel.equalsIgnoreCase(NON_AMAZON)) {
                return NOT_AMAZON;
            }
            if (channel.isEmpty()) {
                return stores.size() == 1 ? 0 : NOBODY;
            }
            Optional<Marketplace> marketplace = Marketplace.ofSalesChannel(channel);
            for (int s = 0; s < stores.size(); s++) {
                if (marketplace.isPresent() && stores.get(s).marketplace().equals(marketplace.get())) {
                    return s;
                }
            }
            return NOBODY;
        }
    }
}
