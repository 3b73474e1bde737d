package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Notices from the file on the desk to the report. */
class NoticesNightTests {

    @TempDir
    private Path folder;

    private TestAgency agency;

    @BeforeEach
    void sample() throws IOException {
        agency = TestAgency.in(folder);
    }

    @Test
    void theSampleHasThemInEveryStanding() throws Exception {
        agency.run();

        assertThat(notices("cedar-us")).containsExactly("C-1 DUE 2026-11-23, usual");
        assertThat(notices("elder-de")).containsExactly("E-1 OVERDUE 2026-11-19, stated");
        assertThat(notices("elder-uk")).containsExactly("E-2 OVER");
        assertThat(notices("fuji-jp")).containsExactly("F-1 WITH_AMAZON, ask from 2026-11-20");
        assertThat(notices("juniper-us")).containsExactly("J-1 DUE 2026-11-25, stated", "J-2 NOT_KNOWN", "J-3 OVER");
        assertThat(notices("alder-us")).isEmpty();
        assertThat(warnings("cedar-us")).noneMatch(warning -> warning.contains("not used yet"));
        assertThat(Files.readString(agency.reports().resolve("portfolio-2026-11-22.html")))
                .contains("Overdue: answer the notice \\\"E-1\\\" (Cancellation).");
    }

    /** Each with file and row; nothing of the rows is lost. */
    @Test
    void whatIsWrongWithAFileIsSaid() throws Exception {
        Files.writeString(
                agency.exports().resolve("alder/older.csv"),
                "notice,store,received,reason,title\nA-1,alder-us,2026-11-20,late shipment,old\n");
        Files.createDirectories(agency.exports().resolve("alder/sub"));
        Files.writeString(agency.exports().resolve("alder/sub/notices.csv"), """
                notice,store,received,reason,deadline,title
                A-1,alder-us,2026-11-21,late shipment,soon,new
                A-2,alder-us,yesterday,section 3,2026-11-30,kept
                A-3,oak-us,2026-11-20,late shipment,,nobody's
                A-4,alder-us,2027-11-20,late shipment,,of next year
                """);

        agency.run("--store", "alder-us");

        JsonNode report = copy(agency.reports().resolve("only-some-stores"), "alder-us");
        assertThat(report.path("notices")
                        .valueStream()
                        .map(notice -> notice.path("id").asString() + " "
                                + notice.path("title").asString() + " "
                                + notice.path("deadline").asString()))
                .containsExactly("A-1 new 2026-11-24", "A-2 kept 2026-11-30");
        assertThat(report.path("dataQuality").path("warnings").valueStream().map(JsonNode::asString))
                .contains(
                        "alder/sub/notices.csv, row 2: \"soon\" in column \"deadline\" is not a day such as 2026-11-20; the"
                                + " rest of the row is kept.",
                        "alder/sub/notices.csv, row 3: \"yesterday\" in column \"received\" is not a day such as 2026-11-20;"
                                + " the rest of the row is kept.",
                        "alder/sub/notices.csv: \"section 3\" in column \"reason\" is not known (1 row).",
                        "A notice stands twice: in alder/older.csv and in alder/sub/notices.csv (first: \"A-1\", row 2 of"
                                + " alder/older.csv); the row of alder/sub/notices.csv, the newer file, counts.",
                        "alder/sub/notices.csv: 1 notice is of no store of the account. Name the store in the row, or put"
                                + " the file into the folder of its store, exports/<account>/<store>/.",
                        "alder/sub/notices.csv, row 5: the notice \"A-4\" was received on 20 November 2027, after the day of"
                                + " this report; it does not count yet.");
    }

    private List<String> notices(String store) throws IOException {
        return copy(agency.reports(), store)
                .path("notices")
                .valueStream()
                .map(NoticesNightTests::told)
                .toList();
    }

    private List<String> warnings(String store) throws IOException {
        return copy(agency.reports(), store)
                .path("dataQuality")
                .path("warnings")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static String told(JsonNode notice) {
        String day = notice.has("deadline")
                ? " " + notice.path("deadline").asString()
                        + (notice.path("deadlineStated").asBoolean() ? ", stated" : ", usual")
                : notice.has("askFrom") ? ", ask from " + notice.path("askFrom").asString() : "";
        return notice.path("id").asString() + " " + notice.path("clock").asString() + day;
    }

    private static JsonNode copy(Path night, String store) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(night.resolve(store).resolve(store + "-account-health-2026-11-22.json")));
    }
}
