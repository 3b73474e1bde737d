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
 */
public record Store(
        StoreId id,
        AccountId account,
        Marketplace marketplace,
        String name,
        Optional<LocalDate> sellerSince,
        String language,
        String manager,
        List<String> cc) {

    public Store {
        cc = List.copyOf(cc);
    }
}
