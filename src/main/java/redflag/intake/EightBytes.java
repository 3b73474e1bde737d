package redflag.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes as one number, the first of them its lowest, so that all are looked at in one step. */
final class EightBytes {

    private static final long ONES = 0x0101010101010101L;
    static final long HIGH_BITS = 0x8080808080808080L;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = ~HIGH_BITS;

    private EightBytes() {}

    static long at(byte[] bytes, int place) {
        return (long) EIGHT.get(bytes, place);
    }

    /** Of each byte that is this letter of ASCII the highest bit, and no other. */
    static long are(char letter, long eight) {
        long differ = eight ^ ONES * letter;
        return ~((differ & LOW_BITS) + LOW_BITS | differ) & HIGH_BITS;
    }

    /** Which of the bytes the lowest of these bits belongs to, from 0. */
    static int first(long bits) {
        return Long.numberOfTrailingZeros(bits) >>> 3;
    }
}
