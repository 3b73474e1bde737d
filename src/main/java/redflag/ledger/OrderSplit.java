package redflag.ledger;

import com.carrotsearch.hppc.IntArrayList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import redflag.basics.Marketplaces;
import redflag.basics.Remark;
import redflag.basics.Store;
import redflag.basics.StoreId;

/**
 * Gives each order of an account to its store: by the store or marketplace that its rows name, else by the sales channel,
 * for one file mixes marketplaces (exports.md §3.1), else by the folder of its file, else to the only store.
 */
final class OrderSplit {

    /**
     * How order reports and the interface name orders that Amazon only fulfils; they are no orders of the seller's
     * metrics, even where they name a marketplace (exports.md §3.1, 10).
     */
    private static final Set<String> NON_AMAZON = Set.of("non-amazon", "non_amazon");

    private static final int NOBODY = -1;
    private static final int NOT_AMAZON = -2;

    private final List<Store> stores;
    private final int[] storeByOrder;
    private final Map<StoreId, StoreOrders> orders = new HashMap<>();
    private final Map<Integer, List<Store>> severalStores = new HashMap<>();
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
        for (int order : orders.sortedById()) {
            List<Integer> owners = ownersOf(orders, order);
            int store = channels.storeOf(order, owners);
            storeByOrder[order] = store;
            if (owners.size() > 1) {
                severalStores.put(order, owners.stream().map(stores::get).toList());
            }
            if (store >= 0) {
                for (int of : owners.isEmpty() ? List.of(store) : owners) {
                    int day = Moments.epochDay(orders.purchased(order), zones[of]);
                    if (day <= lastDays[of]) {
                        members[of].add(order);
                        days[of].add(day);
                    }
                }
            } else if (store == NOT_AMAZON) {
                nonAmazon++;
            } else {
                List<String> named = orders.additions().owners(order);
                strangers.merge(named.isEmpty() ? channels.nameOf(order) : named.get(0), 1L, Long::sum);
            }
        }
        int[] places = new int[orders.size()];
        Arrays.fill(places, NOBODY);
        for (int s = 0; s < stores.size(); s++) {
            orders(stores.get(s).id(), new StoreOrders(orders, members[s].toArray(), days[s].toArray(), places));
        }
        warn(strangers, nonAmazon);
    }

    /** The stores that the order's rows name in a column of their own; empty if none does, nobody if none is ours. */
    private List<Integer> ownersOf(AccountOrders orders, int order) {
        List<String> names = orders.additions().owners(order);
        if (names.isEmpty()) {
            return List.of();
        }
        List<Integer> owners = new ArrayList<>();
        for (int s = 0; s < stores.size(); s++) {
            for (String name : names) {
                if (!owners.contains(s) && AccountLedger.isNamed(stores.get(s), name)) {
                    owners.add(s);
                }
            }
        }
        return owners.isEmpty() ? List.of(NOBODY) : owners;
    }

    private void orders(StoreId store, StoreOrders of) {
        orders.put(store, of);
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

    /**
     * The stores of the order with this id, mostly one: missing if no order export knows it, empty if it is an order of
     * none of the account's stores.
     */
    Optional<List<Store>> storesOf(AccountOrders orders, String orderId) {
        int place = orders.find(orderId);
        if (place < 0) {
            return Optional.empty();
        }
        int store = storeByOrder[place];
        return Optional.of(store < 0 ? List.of() : severalStores.getOrDefault(place, List.of(stores.get(store))));
    }

    List<Remark> warnings() {
        return warnings;
    }

    /** Which store a sales channel means, found once per table and text. */
    private final class Channels {

        private static final int UNASKED = -3;

        private final AccountOrders orders;
        private final Map<FactTable, int[]> storeByText = new HashMap<>();
        private @Nullable FactTable lastTable;
        private int[] lastByText = {};

        /** By store: only Amazon's own order ids tell by their first letter that Amazon only fulfils. */
        private final boolean[] amazons = new boolean[stores.size()];

        Channels(AccountOrders orders) {
            this.orders = orders;
            for (int s = 0; s < amazons.length; s++) {
                amazons[s] = Marketplaces.known().all().contains(stores.get(s).marketplace());
            }
        }

        /** @param owners the stores that its rows name, which count more than the channel */
        int storeOf(int order, List<Integer> owners) {
            int store = owners.isEmpty() ? byChannel(order) : owners.get(0);
            // an id with a number has no letters
            boolean hasLetter = orders.key(order) < 0 && orders.orderId(order).startsWith("S");
            boolean amazonOnlyFulfils = store >= 0 && amazons[store] && (hasLetter || isNonAmazon(order));
            return amazonOnlyFulfils ? NOT_AMAZON : store;
        }

        private boolean isNonAmazon(int order) {
            return orders.table(order).has(Field.SALES_CHANNEL, orders.line(order)) && byChannel(order) == NOT_AMAZON;
        }

        private int byChannel(int order) {
            FactTable table = orders.table(order);
            if (table != lastTable) {
                lastTable = table;
                lastByText = storeByText.computeIfAbsent(table, t -> {
                    int[] unasked = new int[t.texts().size() + 1];
                    Arrays.fill(unasked, UNASKED);
                    return unasked;
                });
            }
            int[] byText = lastByText;
            int text = table.textNumber(Field.SALES_CHANNEL, orders.line(order)) + 1;
            if (text == 0 && stores.size() > 1) {
                return folderOf(orders.fileOf(order));
            }
            if (byText[text] == UNASKED) {
                byText[text] = resolve(nameOf(order));
            }
            return byText[text];
        }

        String nameOf(int order) {
            return orders.table(order)
                    .text(Field.SALES_CHANNEL, orders.line(order))
                    .orElse("");
        }

        private int folderOf(String file) {
            for (int s = 0; s < stores.size(); s++) {
                if (AccountLedger.isInFolderOf(stores.get(s), file)) {
                    return s;
                }
            }
            return NOBODY;
        }

        private int resolve(String channel) {
            for (int s = 0; s < stores.size(); s++) {
                if (stores.get(s).marketplace().isSalesChannel(channel)) {
                    return s;
                }
            }
            if (NON_AMAZON.contains(channel.toLowerCase(Locale.ROOT))) {
                return NOT_AMAZON;
            }
            return channel.isEmpty() && stores.size() == 1 ? 0 : NOBODY;
        }
    }
}
