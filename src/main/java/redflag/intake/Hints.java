package redflag.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import redflag.basics.Marketplace;
import redflag.basics.Store;

/**
 * What is known of an export before it is opened.
 *
 * @param stores whose it may be: the store of its folder ({@code account/store/…}), else every store of its account; of
 *     a shared file every store of the agency
 * @param said what the job says of it
 */
public record Hints(List<Store> stores, ReadingRule said) {

    public Hints {
        stores = List.copyOf(stores);
    }

    /** Nothing is known. */
    public static Hints none() {
        return new Hints(List.of(), ReadingRule.none());
    }

    /**
     * @param path in the exports folder
     * @param stores of the account, or all for a shared file
     * @param rules of the job; a later one overrides an earlier one
     */
    public static Hints of(String path, List<Store> stores, List<ReadingRule> rules) {
        ReadingRule said = ReadingRule.none();
        for (ReadingRule rule : rules) {
            if (rule.isOf(path)) {
                said = rule.over(said);
            }
        }
        String[] folders = path.split("/");
        String owner = said.store().orElse(folders.length > 2 ? folders[1] : "");
        List<Store> owners =
                stores.stream().filter(s -> s.id().value().equals(owner)).toList();
        return new Hints(owners.isEmpty() ? stores : owners, said);
    }

    /** How the countries of the stores write dates of numbers only, if they agree. */
    Optional<DateOrder> dateOrder() {
        return stores.isEmpty() ? Optional.empty() : DateOrders.of(marketplaces());
    }

    /** The kinds that it may be of. */
    List<ExportKind> among(List<ExportKind> kinds) {
        return said.kind()
                .map(id -> kinds.stream().filter(k -> k.id().equals(id)).toList())
                .orElse(kinds);
    }

    private Set<Marketplace> marketplaces() {
        return stores.stream().map(Store::marketplace).collect(Collectors.toSet());
    }
}
