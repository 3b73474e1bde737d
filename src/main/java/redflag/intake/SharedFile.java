package redflag.intake;

import com.carrotsearch.hppc.IntArrayList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import redflag.basics.AccountId;
import redflag.basics.Remark;
import redflag.basics.Store;
import redflag.ledger.FactTable;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Rejection;

/**
 * A file that holds several stores, split by account once, before the accounts are worked on. Each part counts the rows
 * that name one of its account's stores, or, in a file without stores, one of its orders; rows that are nobody's stay
 * with the agency. A rejected row that could be anybody's is in every part of a file of orders, for it may be an order
 * of his.
 *
 * @param parts by account
 * @param nobodys what no account has: accepted rows of stores that nobody has, warned of, and rejected rows without a store
 */
public record SharedFile(Map<AccountId, FileFacts> parts, FileFacts nobodys) {

    static Map<String, AccountId> accountsOf(List<Store> stores) {
        Map<String, AccountId> accounts = new HashMap<>();
        stores.forEach(store -> accounts.put(store.id().value(), store.account()));
        return accounts;
    }

    public static SharedFile split(FileFacts facts, ExportKind kind, List<Store> stores, OrderAccounts orders) {
        return new Split(facts, kind, stores, orders).result();
    }

    private static final class Split {

        private final FileFacts facts;
        private final ExportKind kind;
        private final FactTable table;
        private final OrderAccounts orders;
        private final Map<String, AccountId> accounts;
        private final Map<AccountId, IntArrayList> rows = new TreeMap<>();
        private final Map<AccountId, List<Rejection>> rejections = new TreeMap<>();
        private final List<Rejection> nobodysRejections = new ArrayList<>();
        private final Map<String, Long> unknown = new TreeMap<>();
        private long ordersOfNobody;

        Split(FileFacts facts, ExportKind kind, List<Store> stores, OrderAccounts orders) {
            this.facts = facts;
            this.kind = kind;
            this.table = facts.table(kind.feeds().iterator().next()).orElseThrow();
            this.orders = orders;
            this.accounts = accountsOf(stores);
        }

        SharedFile result() {
            splitRejections();
            splitRows();
            boolean isOfOrders = table.hasColumn(Field.ORDER);
            long ofAccounts = rejections.values().stream().mapToLong(List::size).sum();
            long anybodys = facts.rowsRejected() - ofAccounts;
            Set<AccountId> concerned = new TreeSet<>(rows.keySet());
            concerned.addAll(rejections.keySet());
            if (!kind.namesStores()) {
                // it is about all of these accounts: no row of one says that there is nothing
                concerned.addAll(orders.all());
            }
            Map<AccountId, FileFacts> parts = new TreeMap<>();
            for (AccountId account : concerned) {
                IntArrayList of = rows.getOrDefault(account, new IntArrayList());
                List<Rejection> rejected = new ArrayList<>(rejections.getOrDefault(account, List.of()));
                long count = rejected.size() + (isOfOrders ? anybodys : 0);
                if (isOfOrders) {
                    rejected.addAll(nobodysRejections);
                }
                parts.put(account, part(table.select(of.toArray()), of.size(), count, rejected, List.of()));
            }
            return new SharedFile(parts, nobodys(anybodys));
        }

        private FileFacts nobodys(long rejected) {
            long strangers =
                    unknown.values().stream().mapToLong(Long::longValue).sum() + ordersOfNobody;
            List<Remark> warnings = new ArrayList<>(facts.warnings());
            unknown.forEach((store, count) -> warnings.add(
                    new Remark("warning.unknown-store", Map.of("file", facts.file(), "store", store, "rows", count))));
            if (ordersOfNobody > 0) {
                warnings.add(new Remark(
                        "warning.orders-of-no-account", Map.of("file", facts.file(), "rows", ordersOfNobody)));
            }
            return part(table.select(new int[0]), strangers, rejected, nobodysRejections, warnings);
        }

        private void splitRejections() {
            for (Rejection rejection : facts.rejections()) {
                AccountId account = accounts.get(storeOf(rejection));
                if (account == null) {
                    nobodysRejections.add(rejection);
                } else {
                    rejections.computeIfAbsent(account, a -> new ArrayList<>()).add(rejection);
                }
            }
        }

        private void splitRows() {
            for (int row = 0; row < table.size(); row++) {
                if (!kind.namesStores()) {
                    Set<AccountId> of = orders.of(table.orderId(row));
                    ordersOfNobody += of.isEmpty() ? 1 : 0;
                    for (AccountId account : of) {
                        rows.computeIfAbsent(account, a -> new IntArrayList()).add(row);
                    }
                    continue;
                }
                String store = table.text(Field.STORE, row).orElse("");
                AccountId account = accounts.get(store);
                if (account == null) {
                    unknown.merge(store, 1L, Long::sum);
                } else {
                    rows.computeIfAbsent(account, a -> new IntArrayList()).add(row);
                }
            }
        }

        private FileFacts part(
                FactTable rowsOf, long accepted, long rejected, List<Rejection> listed, List<Remark> warnings) {
            return new FileFacts(
                    facts.file(),
                    facts.sha256(),
                    facts.kind(),
                    facts.kindVersion(),
                    facts.charset(),
                    accepted + rejected,
                    rejected,
                    listed,
                    warnings,
                    TableReader.tables(kind, rowsOf));
        }

        private String storeOf(Rejection rejection) {
            for (ExportKind.Column column : kind.columns()) {
                if (column.field() == Field.STORE) {
                    for (Map.Entry<String, String> cell : rejection.columns().entrySet()) {
                        if (column.headers().contains(Headers.fold(cell.getKey()))) {
                            return cell.getValue();
                        }
                    }
                }
            }
            return "";
        }
    }
}
