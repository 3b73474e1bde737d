package redflag.basics;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An account in one marketplace, with its own targets, zone, language and risk report.
 *
 * @param name what people call it
 * @param sellerSince the day of its first sale, where the agency knows it: orders before it are not missing
 * @param language language of its risk report, ISO 639
 * @param manager e-mail address of the account manager
 * @param cc further addresses
 * @param registered who sells, by what stands in Seller Central
 */
public record Store(
        StoreId id,
        AccountId account,
        Marketplace marketplace,
        String name,
        Optional<LocalDate> sellerSince,
        String language,
        String manager,
        List<String> cc,
        Registered registered) {

    public Store {
        cc = List.copyOf(cc);
    }

    /** A store of which nobody has said who sells. */
    public Store(
            StoreId id,
            AccountId account,
            Marketplace marketplace,
            String name,
            Optional<LocalDate> sellerSince,
            String language,
            String manager,
            List<String> cc) {
        this(id, account, marketplace, name, sellerSince, language, manager, cc, Registered.unknown());
    }
}
