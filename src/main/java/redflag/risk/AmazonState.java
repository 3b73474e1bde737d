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

    /**
     * {@code SUSPENDED} is the word of the schema's example for a deactivated account; people who type it in also write
     * it with blanks, in small letters and in Chinese.
     */
    public static AmazonState of(AccountState state) {
        String word = state.asStated()
                .strip()
                .toUpperCase(Locale.ROOT)
                .replace(' ', '_')
                .replace('-', '_');
        Optional<Known> known = switch (word) {
            case "NORMAL", "HEALTHY", "\u6b63\u5e38" -> Optional.of(Known.NORMAL);
            case "AT_RISK", "\u6709\u98ce\u9669", "\u5b58\u5728\u98ce\u9669" -> Optional.of(Known.AT_RISK);
            case "DEACTIVATED", "SUSPENDED", "\u5df2\u505c\u7528", "\u505c\u7528", "\u5df2\u51bb\u7ed3" ->
                Optional.of(Known.DEACTIVATED);
            default -> Optional.empty();
        };
        return new AmazonState(known, state.asStated(), state.on());
    }
}
