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

/** Papers from the file on the desk, and from the folder of papers, to the report. */
class DocumentsNightTests {

    @TempDir
    private Path folder;

    private TestAgency agency;

    @BeforeEach
    void sample() throws IOException {
        agency = TestAgency.in(folder);
    }

    /** Each with file and row; nothing of the rows is lost. A file is seen from outside, wherever it lies. */
    @Test
    void whatIsWrongWithAFileIsSaid() throws Exception {
        Path papers = agency.exports().resolveSibling("documents/alder");
        Files.createDirectories(papers.resolve("alder-us"));
        Files.writeString(papers.resolve("licence.pdf"), "made up");
        Files.writeString(papers.resolve("alder-us/bill.pdf"), "made up, too");
        Files.writeString(agency.exports().resolve("alder/papers.csv"), """
                document,store,kind,file,date,listings,units,notice,note
                D-1,,business licence,licence.pdf,2024-05-02,,,,
                D-2,alder-us,utility bill,bill.pdf,autumn,,,,from the landlord
                D-3,alder-us,invoice,../../../stores.csv,2026-09-01,B0A; B0B,12,A-9,
                D-4,alder-us,sketch,,2026-09-01,,,,
                D-5,oak-us,invoice,,2026-09-01,,,,
                D-1,,business licence,licence.pdf,2025-05-02,,,,
                D-6,alder-us,invoice,,2026-11-23,,,,
                """);

        agency.run("--store", "alder-us");

        JsonNode report = copy(agency.reports().resolve("only-some-stores"), "alder-us");
        assertThat(report.path("documents")
                        .valueStream()
                        .map(paper -> paper.path("id").asString() + " "
                                + paper.path("kind").asString() + " "
                                + paper.path("seen").asString() + " "
                                + paper.path("bytes").asString() + " "
                                + paper.path("date").asString()))
                .containsExactly(
                        "D-2 proof-of-address THERE 12 ",
                        "D-3 supplier-invoice OUTSIDE  2026-09-01",
                        "D-4  NOT_NAMED  2026-09-01",
                        "D-1 business-licence THERE 7 2025-05-02");
        assertThat(report.has("readiness")).as("it sells").isFalse();
        assertThat(report.path("dataQuality").path("warnings").valueStream().map(JsonNode::asString))
                .contains(
                        "alder/papers.csv, row 3: \"autumn\" in column \"date\" is not a day such as 2026-11-20; the rest of"
                                + " the row is kept.",
                        "alder/papers.csv: \"sketch\" in column \"kind\" is not known (1 row).",
                        "alder/papers.csv, row 4: the units of the document \"D-3\" (\"12\") are not used: write a whole"
                                + " number for each of its 2 listings, in the same order, with semicolons between.",
                        "alder/papers.csv, row 4: the document \"D-3\" is for the notice \"A-9\", which no notices file"
                                + " has; it serves none.",
                        "alder/papers.csv: 1 document names a store that the account does not have. Write the store as"
                                + " stores.csv has it, or leave it blank where the paper is of the whole account.",
                        "The document \"D-1\" stands twice: row 2 of alder/papers.csv and row 7 of alder/papers.csv; the"
                                + " second counts. A document that is about several listings is one row with all of them.",
                        "alder/papers.csv, row 8: the document \"D-6\" is dated 23 November 2026, after the day of this"
                                + " report; it is not there yet.")
                .noneMatch(warning -> warning.contains("not used yet"));
    }

    /** What will do, what is too old, what is made out to somebody else, what is not there. */
    @Test
    void theSampleHasPapersThatWillDoAndSuchThatWillNot() throws Exception {
        agency.run();

        assertThat(items("laurel-us", 0))
                .containsExactly(
                        "supplier-invoices B0LAUR0004 NOT_KNOWN LD-1",
                        "supplier-invoices B0LAUR0009 UNLIKE LD-3 LD-2",
                        "sales-records  TO_GATHER ",
                        "authorisation B0LAUR0004 FILE_MISSING LD-4",
                        "authorisation B0LAUR0009 FILE_MISSING LD-4",
                        "brand-registration  MISSING ",
                        "business-licence  THERE LD-5");
        assertThat(items("maple-us", 0))
                .containsExactly("tracking-numbers  TO_GATHER ", "proof-of-delivery  NOT_KNOWN MD-1");
        JsonNode olive = copy(agency.reports(), "olive-us");
        assertThat(told(olive.path("readiness")))
                .containsExactly(
                        "identity  THERE OD-1",
                        "proof-of-address  TOO_OLD OD-3",
                        "business-licence  THERE OD-2",
                        "bank-statement  MISSING ",
                        "credit-card  TO_GATHER ");
        String says =
                "New account, nothing listed or sold as far as is on file: 1 of 2 papers that Amazon always verifies"
                        + " are there; not there: Utility bill: Too old. To have ready besides: Valid credit card.";
        assertThat(olive.path("readiness").path("says").asString()).isEqualTo(says);
        assertThat(Files.readString(agency.reports().resolve("portfolio-2026-11-22.html")))
                .contains(says);
        assertThat(Files.readString(agency.reports().resolve("portfolio-2026-11-22.html")))
                .containsOnlyOnce("\"readiness\":\"1 of 2 papers that Amazon always verifies are there; not there:"
                        + " Utility bill: Too old\"");
        assertThat(copy(agency.reports(), "laurel-us").has("readiness")).isFalse();
    }

    private List<String> items(String store, int checklist) throws IOException {
        return told(copy(agency.reports(), store).path("checklists").path(checklist));
    }

    private static List<String> told(JsonNode checklist) {
        return checklist
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString() + " "
                        + item.path("listing").asString() + " "
                        + item.path("state").asString() + " "
                        + String.join(
                                " ",
                                item.path("papers")
                                        .valueStream()
                                        .map(paper -> paper.path("document").asString())
                                        .toList()))
                .toList();
    }

    private static JsonNode copy(Path night, String store) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(night.resolve(store).resolve(store + "-account-health-2026-11-22.json")));
    }
}
