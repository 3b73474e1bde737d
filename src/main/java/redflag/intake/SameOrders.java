package redflag.intake;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.cursors.LongCursor;
import com.carrotsearch.hppc.cursors.LongIntCursor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import redflag.basics.AccountId;
import redflag.basics.Remark;

/**
 * Finds files that lie under the wrong account. Order ids are unique at Amazon, so that two accounts can't have the same
 * orders. The same bytes under two accounts could be anybody's, and all of them are out. Where only the orders are the
 * same, the account with at least twice as many of them as any other keeps them; without one all are out.
 */
final class SameOrders {

    record Head(AccountId account, InboxFile file, Intake.Recognised recognised) {}

    private SameOrders() {}

    static List<Quarantine> strays(Path exports, List<Head> heads) {
        Map<String, Quarantine> strays = new TreeMap<>();
        for (List<Head> same : sameBytes(exports, heads, strays)) {
            for (Head head : same) {
                strays.put(head.file().path(), stray(head, same, "quarantine.same-file"));
            }
        }
        List<Head> rest = heads.stream()
                .filter(head -> !strays.containsKey(head.file().path()))
                .toList();
        for (List<Head> same : sameOrders(rest)) {
            Optional<AccountId> owner = owner(same);
            for (Head head : same) {
                if (!owner.equals(Optional.of(head.account()))) {
                    strays.put(head.file().path(), stray(head, same, "quarantine.same-orders"));
                }
            }
        }
        return new ArrayList<>(strays.values());
    }

    /** The account that has at least twice as many order ids in these files as any other. */
    private static Optional<AccountId> owner(List<Head> same) {
        Map<AccountId, Integer> ids = new TreeMap<>();
        same.forEach(
                head -> ids.merge(head.account(), head.recognised().orderIds().size(), Integer::sum));
        List<Map.Entry<AccountId, Integer>> most = ids.entrySet().stream()
                .sorted(Map.Entry.<AccountId, Integer>comparingByValue().reversed())
                .toList();
        return most.get(0).getValue() >= 2 * most.get(1).getValue()
                ? Optional.of(most.get(0).getKey())
                : Optional.empty();
    }

    private static Quarantine stray(Head head, List<Head> same, String key) {
        String other = same.stream()
                .filter(h -> !h.account().equals(head.account()))
                .map(h -> h.file().path())
                .min(String::compareTo)
                .orElse("");
        return new Quarantine(head.file().path(), Remark.of(key, "other", other));
    }

    /**
     * Size first, so that most files need no hash. A list without rows is alike for everybody.
     *
     * @param unreadable takes those that can no longer be read
     */
    private static List<List<Head>> sameBytes(Path exports, List<Head> heads, Map<String, Quarantine> unreadable) {
        Map<Long, List<Head>> bySize = new TreeMap<>();
        heads.stream()
                .filter(head -> head.recognised().carriesFigures())
                .forEach(head -> bySize.computeIfAbsent(head.file().bytes(), s -> new ArrayList<>())
                        .add(head));
        List<List<Head>> groups = new ArrayList<>();
        for (List<Head> alike : bySize.values()) {
            if (severalAccounts(alike)) {
                Map<String, List<Head>> byHash = new TreeMap<>();
                for (Head head : alike) {
                    String path = head.file().path();
                    try {
                        String hash = hash(exports.resolve(path));
                        byHash.computeIfAbsent(hash, h -> new ArrayList<>()).add(head);
                    } catch (Unreadable e) {
                        unreadable.put(path, new Quarantine(path, e.why()));
                    }
                }
                byHash.values().stream().filter(SameOrders::severalAccounts).forEach(groups::add);
            }
        }
        return groups;
    }

    private static String hash(Path path) throws Unreadable {
        try {
            return new ExportBytes(path).hash();
        } catch (IOException e) {
            throw ExportBytes.unreadable(e);
        }
    }

    private static boolean severalAccounts(List<Head> heads) {
        return heads.stream().map(Head::account).distinct().count() > 1;
    }

    /** Groups of files of several accounts whose first hundred order ids are more than half the same. */
    private static List<List<Head>> sameOrders(List<Head> heads) {
        LongIntHashMap shared = shared(heads);
        int[] groupOf = new int[heads.size()];
        for (int i = 0; i < groupOf.length; i++) {
            groupOf[i] = i;
        }
        Set<Integer> suspects = new TreeSet<>();
        for (LongIntCursor pair : shared) {
            int one = (int) (pair.key >> 32);
            int other = (int) pair.key;
            int smaller = Math.min(ids(heads, one), ids(heads, other));
            if (2 * pair.value > smaller) {
                suspects.add(one);
                suspects.add(other);
                int from = root(groupOf, one);
                groupOf[from] = root(groupOf, other);
            }
        }
        Map<Integer, List<Head>> groups = new TreeMap<>();
        for (int file : suspects) {
            groups.computeIfAbsent(root(groupOf, file), g -> new ArrayList<>()).add(heads.get(file));
        }
        return new ArrayList<>(groups.values());
    }

    /**
     * How many ids two files of different accounts have in common, by {@link #pair}. Every id of every file is an entry
     * that knows the one before it with the same id: a hundred ids of ten thousand files take some 40 MB.
     */
    private static LongIntHashMap shared(List<Head> heads) {
        LongIntHashMap newest = new LongIntHashMap();
        IntArrayList files = new IntArrayList();
        IntArrayList before = new IntArrayList();
        LongIntHashMap shared = new LongIntHashMap();
        for (int file = 0; file < heads.size(); file++) {
            AccountId account = heads.get(file).account();
            for (LongCursor id : heads.get(file).recognised().orderIds()) {
                int last = newest.getOrDefault(id.value, -1);
                for (int entry = last; entry >= 0; entry = before.get(entry)) {
                    int other = files.get(entry);
                    // an account's nightly files overlap: that is no news, and they are many
                    if (!heads.get(other).account().equals(account)) {
                        shared.addTo(pair(other, file), 1);
                    }
                }
                newest.put(id.value, files.size());
                files.add(file);
                before.add(last);
            }
        }
        return shared;
    }

    private static long pair(int one, int other) {
        return (long) one << 32 | other;
    }

    private static int ids(List<Head> heads, int file) {
        return heads.get(file).recognised().orderIds().size();
    }

    private static int root(int[] groupOf, int file) {
        int root = file;
        while (groupOf[root] != root) {
            root = groupOf[root];
        }
        return root;
    }
}
