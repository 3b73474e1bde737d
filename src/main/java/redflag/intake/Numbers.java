package redflag.intake;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as people and Excel write them (exports.md §2.9). A point stands before decimals, unless the file is known to
 * use a comma; a number that could be read two ways, such as {@code 1,234} as a rate, is none.
 */
final class Numbers {

    private static final int MOST_DIGITS = 15;
    private static final Pattern WHOLE = Pattern.compile("\\d{1,15}|\\d{1,3}(,\\d{3}){1,4}|\\d{1,15}\\.0+");
    private static final Pattern WHOLE_WITH_POINTS = Pattern.compile("\\d{1,15}|\\d{1,3}(\\.\\d{3}){1,4}|\\d{1,15},0+");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,15})?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\d{1,12}(,\\d{1,15})?");

    /** With these many decimals, or a nought before them, a comma can't group thousands. */
    private static final Pattern COMMA_FOR_SURE = Pattern.compile("\\d{1,12},(\\d{1,2}|\\d{4,15})|0,\\d{1,15}");

    private final Optional<DecimalSign> sign;

    /** @param sign of the file, where it is known */
    Numbers(Optional<DecimalSign> sign) {
        this.sign = sign;
    }

    /** A whole number from zero; its thousands may be grouped. */
    Optional<Long> whole(String text) {
        if (isDigitsOnly(text)) {
            return Optional.of(Long.parseLong(text));
        }
        boolean comma = sign.equals(Optional.of(DecimalSign.COMMA));
        if (!(comma ? WHOLE_WITH_POINTS : WHOLE).matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.replace(comma ? "." : ",", "");
        int end = digits.indexOf(comma ? ',' : '.');
        return Optional.of(Long.parseLong(end < 0 ? digits : digits.substring(0, end)));
    }

    /** As nearly all are: then no sign matters. */
    private static boolean isDigitsOnly(String text) {
        if (text.isEmpty() || text.length() > MOST_DIGITS) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** A decimal number from zero, without groups. */
    Optional<BigDecimal> decimal(String text) {
        boolean point = !sign.equals(Optional.of(DecimalSign.COMMA))
                && DECIMAL.matcher(text).matches();
        boolean comma = sign.isPresent()
                ? sign.get() == DecimalSign.COMMA && DECIMAL_COMMA.matcher(text).matches()
                : COMMA_FOR_SURE.matcher(text).matches();
        return point || comma ? Optional.of(new BigDecimal(text.replace(',', '.'))) : Optional.empty();
    }
}
