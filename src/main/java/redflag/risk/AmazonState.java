package redflag.risk;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
    private static final Map<String, Known> WORDS = words();

    private static Map<String, Known> words() {
        Map<String, Known> words = new LinkedHashMap<>();
        Stream.of("NORMAL", "HEALTHY", "\u6b63\u5e38", "\u5065\u5eb7", "\u826f\u597d")
                .forEach(word -> words.put(word, Known.NORMAL));
        Stream.of("AT_RISK", "\u6709\u98ce\u9669", "\u5b58\u5728\u98ce\u9669", "\u9762\u4e34\u505c\u7528\u98ce\u9669")
                .forEach(word -> words.put(word, Known.AT_RISK));
        Stream.of("DEACTIVATED", "SUSPENDED", "\u5df2\u505c\u7528", "\u505c\u7528", "\u5df2\u51bb\u7ed3")
                .forEach(word -> words.put(word, Known.DEACTIVATED));
        return Collections.unmodifiableMap(words);
    }

    /** All words that are known, as people may write them. */
    public static List<String> knownWords() {
        return List.copyOf(WORDS.keySet());
    }

    public static AmazonState of(AccountState state) {
        String word = state.asStated()
                .strip()
                .toUpperCase(Locale.ROOT)
                .replace(' ', '_')
                .replace('-', '_');
        return new AmazonState(Optional.ofNullable(WORDS.get(word)), state.asStated(), state.on());
    }

    /** Of several statements of one day the worst; one that nobody understands may be bad, and is worse than normal. */
    public static Optional<AmazonState> worst(List<AccountState> states) {
        return states.stream().map(AmazonState::of).max(Comparator.comparing(AmazonState::severity));
    }

    private int severity() {
        return known.map(k -> k == Known.NORMAL ? 0 : k.ordinal() + 1).orElse(1);
    }
}
