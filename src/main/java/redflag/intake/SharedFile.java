package redflag.intake;

import com.carrotsearch.hppc.IntArrayList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redflag.basics.AccountId;
import redflag.basics.Remark;
import redflag.basics.Store;
import redflag.ledger.FactTable;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Rejection;

/**
 * A file that holds several stores, split by account once, before the accounts are worked on. Each part counts the rows
 * that name one of its account's stores; rows that name nobody's store stay with the agency.
 *
 * @param parts by account
 * @param nobodys what no account has: accepted rows of stores that nobody has, warned of, and rejected rows without a store
 */
public record SharedFile(Map<AccountId, FileFacts> parts, FileFacts nobodys) {

    public static SharedFile split(FileFacts facts, ExportKind kind, List<Store> stores) {
        Map<String, AccountId> accounts = new HashMap<>();
        stores.forEach(store -> accounts.put(store.id().value(), store.account()));
        Map<AccountId, List<Rejection>> rejections = new TreeMap<>();
        List<Rejection> nobodysRejections = new ArrayList<>();
        for (Rejection rejection : facts.rejections()) {
            AccountId account = accounts.get(storeOf(rejection, kind));
            if (account == null) {
                nobodysRejections.add(rejection);
            } else {
                rejections.computeIfAbsent(account, a -> new ArrayList<>()).add(rejection);
            }
        }
        FactTable table = facts.table(kind.feeds().iterator().next()).orElseThrow();
        Map<AccountId, IntArrayList> rows = new TreeMap<>();
        Map<String, Long> unknown = new TreeMap<>();
        for (int row = 0; row < table.size(); row++) {
            String store = table.text(Field.STORE, row).orElse("");
            AccountId account = accounts.get(store);
            if (account == null) {
                unknown.merge(store, 1L, Long::sum);
            } else {
                rows.computeIfAbsent(account, a -> new IntArrayList()).add(row);
            }
        }
        Map<AccountId, FileFacts> parts = new TreeMap<>();
        stores.stream().map(Store::account).distinct().forEach(account -> {
            IntArrayList of = rows.getOrDefault(account, new IntArrayList());
            List<Rejection> rejected = rejections.getOrDefault(account, List.of());
            if (!of.isEmpty() || !rejected.isEmpty()) {
                parts.put(
                        account,
                        part(facts, kind, table.select(of.toArray()), of.size(), rejected.size(), rejected, List.of()));
            }
        });
        long strangers = unknown.values().stream().mapToLong(Long::longValue).sum();
        long ofAccounts = rejections.values().stream().mapToLong(List::size).sum();
        List<Remark> warnings = new ArrayList<>(facts.warnings());
        unknown.forEach((store, count) -> warnings.add(
                new Remark("warning.unknown-store", Map.of("file", facts.file(), "store", store, "rows", count))));
        FileFacts nobodys = part(
                facts,
                kind,
                table.select(new int[0]),
                strangers,
                facts.rowsRejected() - ofAccounts,
                nobodysRejections,
                warnings);
        return new SharedFile(parts, nobodys);
    }

    private static FileFacts part(
            FileFacts whole,
            ExportKind kind,
            FactTable table,
            long accepted,
            long rejected,
            List<Rejection> rejections,
            List<Remark> warnings) {
        return new FileFacts(
                whole.file(),
                whole.sha256(),
                whole.kind(),
                whole.kindVersion(),
                whole.charset(),
                accepted + rejected,
                rejected,
                rejections,
                warnings,
                TableReader.tables(kind, table));
    }

    private static String storeOf(Rejection rejection, ExportKind kind) {
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
