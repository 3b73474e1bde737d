package redflag.intake;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes as JSON; the seeds are a report or a page of each of Amazon's interfaces. */
class JsonFuzz {

    @FuzzTest(maxDuration = "1m")
    void anyJson(byte[] bytes) {
        Anything.isReadOrUnreadable(bytes);
    }
}
