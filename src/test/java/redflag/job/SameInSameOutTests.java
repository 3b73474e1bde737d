package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.ooxml.OfficeFile;
import redflag.ooxml.Workbooks;

/**
 * The same inputs, rules, history and version give the same bytes: the whole folder of a second night of the sample,
 * wherever the machine stands and whatever it speaks.
 */
class SameInSameOutTests {

    private static final TimeZone ZONE = TimeZone.getDefault();
    private static final Locale LOCALE = Locale.getDefault();

    private static Map<String, byte[]> first;
    private static String run;

    @TempDir
    Path folder;

    @BeforeAll
    static void firstNights(@TempDir Path folder) throws IOException {
        TestAgency agency = nights(folder);
        first = agency.files();
        run = run(agency);
    }

    @AfterEach
    void asItWas() {
        TimeZone.setDefault(ZONE);
        Locale.setDefault(LOCALE);
    }

    private static TestAgency nights(Path folder) throws IOException {
        TestAgency agency = TestAgency.in(folder);
        assertThat(agency.run("--as-of", "2026-11-21").exitCode()).isZero();
        assertThat(agency.run().exitCode()).isZero();
        return agency;
    }

    /** Without its times. */
    private static String run(TestAgency agency) throws IOException {
        return Files.readString(agency.reports().resolve("run.json"))
                .replaceAll("\"(startedAt|endedAt)\" ?: ?\"[^\"]*\"|\"seconds\" ?: ?[0-9.E-]+", "");
    }

    @Test
    void theFolderHoldsEveryKindOfFile() {
        for (String ending : List.of(
                "-us-account-health-2026-11-22.xlsx",
                "-us-account-health-2026-11-22.json",
                "-internal.docx",
                "portfolio-2026-11-22.xlsx",
                "portfolio-2026-11-22.html")) {
            assertThat(first.keySet()).as(ending).anyMatch(name -> name.endsWith(ending));
        }
    }

    @Test
    void everyWorkbookAndDocumentIsSound() throws IOException {
        for (Map.Entry<String, byte[]> file : first.entrySet()) {
            if (file.getKey().endsWith(".xlsx")) {
                assertThat(Workbooks.faults(file.getValue())).as(file.getKey()).isEmpty();
            }
            if (file.getKey().endsWith(".docx")) {
                assertThat(new OfficeFile(file.getValue()).faults())
                        .as(file.getKey())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, ar-EG-u-nu-arab",
        "Asia/Tokyo, th-TH-u-ca-buddhist-nu-thai",
        "Europe/Berlin, de-DE"
    })
    void aNightElsewhereGivesTheSameBytes(String zone, String locale) throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        Locale.setDefault(Locale.forLanguageTag(locale));

        TestAgency agency = nights(folder);

        Map<String, byte[]> again = agency.files();
        assertThat(again.keySet()).isEqualTo(first.keySet());
        again.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(first.get(name)));
        assertThat(run(agency)).isEqualTo(run);
    }
}
