package redflag.risk;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import redflag.ledger.AccountState;

/**
 * What Amazon says of the account itself.
 *
 * @param known empty where Amazon's word is not one we know
 * @param asStated Amazon's word
 */
public record AmazonState(Optional<Known> known, String asStated, Optional<LocalDate> on) {

    /** Amazon's words. */
    public enum Known {
        NORMAL,
        AT_RISK,
        DEACTIVATED
    }

    /** {@code SUSPENDED} is the word of the schema's example for a deactivated account. */
    public static AmazonState of(AccountState state) {
        Optional<Known> known = switch (state.asStated().strip().toUpperCase(Locale.ROOT)) {
            case "NORMAL" -> Optional.of(Known.NORMAL);
            case "AT_RISK" -> Optional.of(Known.AT_RISK);
            case "DEACTIVATED", "SUSPENDED" -> Optional.of(Known.DEACTIVATED);
            default -> Optional.empty();
        };
        return new AmazonState(known, state.asStated(), state.on());
    }
}
