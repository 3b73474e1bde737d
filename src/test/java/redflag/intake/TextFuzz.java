package redflag.intake;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes, whatever container they turn out to be; the seeds are one flat or separated file for each dialect and charset. */
class TextFuzz {

    @FuzzTest(maxDuration = "1m")
    void anyText(byte[] bytes) {
        Anything.isReadOrUnreadable(bytes);
    }
}
