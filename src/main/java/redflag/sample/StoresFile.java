package redflag.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import redflag.basics.AccountId;
import redflag.basics.Marketplace;
import redflag.basics.Registered;
import redflag.basics.Store;
import redflag.basics.StoreId;

/** The agency's {@code stores.csv}, one row a store; a store is named after its account and country. */
final class StoresFile {

    private static final String HEADER = "account,store,marketplace,name,seller since,language,manager,cc";
    private static final String REGISTERED = ",legal name,contact,legal address";

    private StoresFile() {}

    static Store store(
            AccountId account,
            Marketplace marketplace,
            String name,
            Optional<LocalDate> since,
            String manager,
            List<String> cc) {
        StoreId id = new StoreId(account.value() + "-" + marketplace.country().toLowerCase(Locale.ROOT));
        return new Store(id, account, marketplace, name, since, "en", manager, cc);
    }

    static String text(List<Store> stores) {
        boolean isAnyRegistered =
                stores.stream().anyMatch(store -> !store.registered().equals(Registered.unknown()));
        StringBuilder text = new StringBuilder(HEADER)
                .append(isAnyRegistered ? REGISTERED : "")
                .append('\n');
        for (Store store : stores) {
            text.append(String.join(
                            ",",
                            store.account().value(),
                            store.id().value(),
                            store.marketplace().country(),
                            store.name(),
                            store.sellerSince().map(LocalDate::toString).orElse(""),
                            store.language(),
                            store.manager(),
                            String.join(";", store.cc())))
                    .append(isAnyRegistered ? registered(store.registered()) : "")
                    .append('\n');
        }
        return text.toString();
    }

    private static String registered(Registered seller) {
        return "," + seller.name().orElse("") + "," + seller.contact().orElse("") + ","
                + seller.address().orElse("");
    }
}
