package redflag.ledger;

import java.util.List;
import java.util.Optional;
import redflag.basics.Store;

/**
 * Whose a row is: the store or marketplace that it names; else the store of the file's folder ({@code account/store/…});
 * else the stores of its order, where an order export knows it; else the account's only store (exports.md §3.5, 11).
 * What none of it decides is nobody's, never guessed.
 */
final class Owners {

    private final List<Store> stores;
    private final AccountOrders orders;
    private final OrderSplit split;

    Owners(List<Store> stores, AccountOrders orders, OrderSplit split) {
        this.stores = stores;
        this.orders = orders;
        this.split = split;
    }

    /** Mostly one store; none for a row that is nobody's; several for an order that several stores have a part in. */
    List<Store> of(String file, FactTable table, int row) {
        Optional<String> named = nameIn(table, row);
        if (named.isPresent()) {
            return stores.stream()
                    .filter(store -> AccountLedger.isNamed(store, named.get()))
                    .toList();
        }
        Optional<Store> folder = folderOf(file);
        if (folder.isPresent()) {
            return List.of(folder.get());
        }
        Optional<List<Store>> byOrder =
                table.has(Field.ORDER, row) ? split.storesOf(orders, table.orderId(row)) : Optional.empty();
        return byOrder.orElse(stores.size() == 1 ? stores : List.of());
    }

    /** The same of a product: of the stores that it may be of those in the country that its row names, if it names one. */
    List<Store> ofProduct(String file, FactTable table, int row) {
        List<Store> owners = of(file, table, row);
        Optional<String> country = table.text(Field.COUNTRY, row);
        if (country.isEmpty()) {
            return owners;
        }
        return (owners.isEmpty() ? stores : owners)
                .stream()
                        .filter(store -> store.marketplace().isNamed(country.get()))
                        .toList();
    }

    /**
     * When the order was placed, if it is one of the store's, also if that was after the day which is looked from; see
     * {@link Moments}.
     */
    long placed(String orderId, Store store) {
        boolean isOurs =
                split.storesOf(orders, orderId).filter(of -> of.contains(store)).isPresent();
        return isOurs ? orders.purchased(orders.find(orderId)) : Moments.NONE;
    }

    /** Whose a file without rows is. */
    Optional<Store> ofWhole(String file) {
        return folderOf(file).or(() -> stores.size() == 1 ? Optional.of(stores.get(0)) : Optional.empty());
    }

    private Optional<Store> folderOf(String file) {
        return stores.stream()
                .filter(store -> AccountLedger.isInFolderOf(store, file))
                .findFirst();
    }

    /** The store that the row names, else the marketplace. */
    static Optional<String> nameIn(FactTable table, int row) {
        return table.text(Field.STORE, row).or(() -> table.text(Field.MARKETPLACE, row));
    }
}
