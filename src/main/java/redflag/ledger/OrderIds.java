package redflag.ledger;

import java.nio.charset.StandardCharsets;

/**
 * Amazon order ids as longs: {@code 123-1234567-1234567} is the number 12312345671234567. Any other id has no such
 * number and is kept as text.
 */
public final class OrderIds {

    /** The id is not of the 3-7-7 form. */
    public static final long NOT_PACKED = -1;

    private static final int LENGTH = 19;
    private static final byte[] NOTHING = {};

    private OrderIds() {}

    /** The number of an id of the 3-7-7 form, else {@link #NOT_PACKED}. */
    public static long pack(String id) {
        byte[] bytes = id.length() == LENGTH ? id.getBytes(StandardCharsets.ISO_8859_1) : NOTHING;
        return pack(bytes, 0, bytes.length);
    }

    /** The same of an id in ASCII or UTF-8, from {@code from} to before {@code to}. */
    public static long pack(byte[] id, int from, int to) {
        if (to - from != LENGTH || id[from + 3] != '-' || id[from + 11] != '-') {
            return NOT_PACKED;
        }
        long packed = 0;
        for (int i = 0; i < LENGTH; i++) {
            if (i == 3 || i == 11) {
                continue;
            }
            int digit = id[from + i] - '0';
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
