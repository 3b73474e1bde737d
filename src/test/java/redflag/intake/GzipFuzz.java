package redflag.intake;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/** Any bytes, packed soundly, packed and cut off, and said to be packed. */
class GzipFuzz {

    @FuzzTest(maxDuration = "1m")
    void anyGzip(byte[] bytes) {
        byte[] packed = Anything.gzip(bytes);
        Anything.isReadOrUnreadable(packed);
        Anything.isReadOrUnreadable(Arrays.copyOf(packed, packed.length / 2));
        byte[] said = Arrays.copyOf(packed, 10 + bytes.length);
        System.arraycopy(bytes, 0, said, 10, bytes.length);
        Anything.isReadOrUnreadable(said);
    }
}
