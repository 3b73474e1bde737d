package redflag.ledger;

/**
 * Amazon order ids as longs: {@code 123-1234567-1234567} is the number 12312345671234567. Any other id has no such
 * number and is kept as text.
 */
public final class OrderIds {

    /** The id is not of the 3-7-7 form. */
    public static final long NOT_PACKED = -1;

    private static final int LENGTH = 19;

    private OrderIds() {}

    /** The number of an id of the 3-7-7 form, else {@link #NOT_PACKED}. */
    public static long pack(String id) {
        if (id.length() != LENGTH || id.charAt(3) != '-' || id.charAt(11) != '-') {
            return NOT_PACKED;
        }
        long packed = 0;
        for (int i = 0; i < LENGTH; i++) {
            if (i == 3 || i == 11) {
                continue;
            }
            int digit = id.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NOT_PACKED;
            }
            packed = packed * 10 + digit;
        }
        return packed;
    }

    /** The id that {@link #pack} was given. */
    public static String unpack(long packed) {
        char[] id = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            if (i == 3 || i == 11) {
                id[i] = '-';
            } else {
                id[i] = (char) ('0' + packed % 10);
                packed /= 10;
            }
        }
        return new String(id);
    }
}
