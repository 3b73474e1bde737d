package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReadingCodeTests {

    @Test
    void readersTheirKindsAndTheirLibrariesAreInTheHash() throws IOException {
        assertThat(ReadingCode.parts().keySet())
                .contains(
                        "redflag/intake/Dates.class",
                        "redflag/ledger/FactsCodec.class",
                        "redflag/basics/Marketplaces.class",
                        "exports/all-orders.yaml")
                .noneMatch(part -> part.startsWith("redflag/job/"));
        assertThat(ReadingCode.libraries())
                .hasSize(5)
                .allMatch(jar -> jar.matches("[a-z0-9-]+-[0-9.]+\\.jar"))
                .contains("opencsv-5.12.0.jar");
        assertThat(ReadingCode.hash()).hasSize(64).isEqualTo(ReadingCode.hash());
    }
}
