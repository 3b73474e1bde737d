package redflag.intake;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import redflag.basics.AccountId;
import redflag.basics.Store;
import redflag.ledger.FactTable;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;

/**
 * Which accounts an order belongs to, by the shared files that name both orders and stores: a shared file that names
 * orders only is split by it.
 */
public final class OrderAccounts {

    private final Map<String, Set<AccountId>> accounts = new HashMap<>();
    private final Set<AccountId> all = new TreeSet<>();

    private OrderAccounts() {}

    /** What {@code files} tell of the accounts of these stores. */
    public static OrderAccounts of(Collection<FileFacts> files, List<Store> stores) {
        OrderAccounts found = new OrderAccounts();
        Map<String, AccountId> byStore = SharedFile.accountsOf(stores);
        for (FileFacts file : files) {
            Optional<FactTable> table = file.tables().values().stream().findFirst();
            table.filter(t -> t.hasColumn(Field.STORE) && t.hasColumn(Field.ORDER))
                    .ifPresent(t -> found.add(t, byStore));
        }
        return found;
    }

    private void add(FactTable table, Map<String, AccountId> byStore) {
        for (int row = 0; row < table.size(); row++) {
            AccountId account = byStore.get(table.text(Field.STORE, row).orElse(""));
            if (account != null && table.has(Field.ORDER, row)) {
                all.add(account);
                String order = table.orderId(row);
                Set<AccountId> before = accounts.getOrDefault(order, Set.of());
                if (before.isEmpty()) {
                    accounts.put(order, Set.of(account));
                } else if (!before.contains(account)) {
                    Set<AccountId> several = new TreeSet<>(before);
                    several.add(account);
                    accounts.put(order, several);
                }
            }
        }
    }

    /** Mostly one; none for an order that no such file names. */
    Set<AccountId> of(String order) {
        return accounts.getOrDefault(order, Set.of());
    }

    /** Every account that has an order in these files. */
    Set<AccountId> all() {
        return Collections.unmodifiableSet(all);
    }
}
