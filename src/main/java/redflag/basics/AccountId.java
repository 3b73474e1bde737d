package redflag.basics;

import java.util.regex.Pattern;

/**
 * Names one seller account: one Seller Central login, one folder of exports.
 *
 * <p>The value is a folder name too, so only letters, digits, dot, dash and underscore are allowed, 64 at most, and the
 * first is a letter or digit.
 */
public record AccountId(String value) implements Comparable<AccountId> {

    static final Pattern FOLDER_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** @throws IllegalArgumentException if the value is no folder name as above */
    public AccountId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an account id: '" + value + "'");
        }
    }

    /** Whether {@code text} may name an account or a store. */
    public static boolean isValid(String text) {
        return FOLDER_NAME.matcher(text).matches();
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
