package redflag.intake;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntHashSet;
import com.carrotsearch.hppc.procedures.IntProcedure;
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
        private final boolean namesStores;
        private final OrderAccounts orders;
        private final Map<String, AccountId> accounts;
        private final Map<AccountId, IntArrayList> rows = new TreeMap<>();
        private final Map<AccountId, List<Rejection>> rejections = new TreeMap<>();
        private final List<Rejection> nobodysRejections = new ArrayList<>();
        private final Map<String, IntArrayList> unknown = new TreeMap<>();
        private final IntArrayList ordersOfNobody = new IntArrayList();

        Split(FileFacts facts, ExportKind kind, List<Store> stores, OrderAccounts orders) {
            this.facts = facts;
            this.kind = kind;
            this.table = facts.table(kind.feeds().iterator().next()).orElseThrow();
            this.namesStores = table.hasColumn(Field.STORE);
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
            if (!namesStores) {
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
                parts.put(account, part(table.select(of.toArray()), sourceRows(of), count, rejected, List.of()));
            }
            return new SharedFile(parts, nobodys(anybodys));
        }

        private FileFacts nobodys(long rejected) {
            List<Remark> warnings = new ArrayList<>(facts.warnings());
            unknown.forEach((store, of) -> warnings.add(unknown(store, of)));
            long orders = sourceRows(ordersOfNobody);
            if (orders > 0) {
                warnings.add(new Remark("warning.orders-of-no-account", Map.of("file", facts.file(), "rows", orders)));
            }
            IntArrayList strangers = new IntArrayList(ordersOfNobody);
            unknown.values().forEach(strangers::addAll);
            return part(table.select(new int[0]), sourceRows(strangers), rejected, nobodysRejections, warnings);
        }

        private Remark unknown(String store, IntArrayList of) {
            return store.isEmpty()
                    ? new Remark("warning.rows-without-store", Map.of("file", facts.file(), "rows", sourceRows(of)))
                    : new Remark(
                            "warning.unknown-store",
                            Map.of("file", facts.file(), "store", store, "rows", sourceRows(of)));
        }

        /** Of how many rows of the file these are: a row of figures is several of the table. */
        private long sourceRows(IntArrayList of) {
            IntHashSet distinct = new IntHashSet();
            of.forEach((IntProcedure) row -> distinct.add(table.sourceRow(row)));
            return distinct.size();
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
                if (!namesStores) {
                    Set<AccountId> of = orders.of(table.orderId(row));
                    if (of.isEmpty()) {
                        ordersOfNobody.add(row);
                    }
                    for (AccountId account : of) {
                        rows.computeIfAbsent(account, a -> new IntArrayList()).add(row);
                    }
                    continue;
                }
                String store = table.text(Field.STORE, row).orElse("");
                AccountId account = accounts.get(store);
                if (account == null) {
                    unknown.computeIfAbsent(store, s -> new IntArrayList()).add(row);
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
