package redflag.intake;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes as a whole workbook; half of a mutation is spent on what the archive says of itself. */
class PackageFuzz {

    @FuzzTest(maxDuration = "1m")
    void anyPackage(byte[] bytes) {
        Anything.isReadOrUnreadable(bytes);
    }
}
