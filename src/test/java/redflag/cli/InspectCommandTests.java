package redflag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import redflag.Golden;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InspectCommandTests {

    private static final String EXPORTS = "sample-data/inbox/exports/";
    private static final String BROKEN = "src/test/resources/redflag/intake/exports/";
    private static final String ORDERS =
            "amazon-order-id\tpurchase-date\torder-status\tfulfillment-channel\tbuyer-company-name\tship-city\tprobe\n";

    private final CommandLine commands =
            RedflagCommand.commandLine(Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path dir;

    @Test
    void anExportIsToldOfInOneBlock() {
        assertThat(run("inspect", EXPORTS + "alder/all-orders.txt")).isZero();
        Golden.assertMatches(InspectCommandTests.class, "all-orders.txt", told());
    }

    @Test
    void rejectedRowsAreCountedByReasonAndColumnWithExamples() {
        assertThat(run("inspect", BROKEN + "orders-damaged-rows.txt")).isEqualTo(1);
        Golden.assertMatches(InspectCommandTests.class, "damaged-rows.txt", told());
    }

    @Test
    void noLineIsTooLongForATerminal() {
        run("inspect", EXPORTS, BROKEN);

        assertThat(told().lines().filter(line -> line.length() > 100 && !line.contains("/")))
                .isEmpty();
    }

    @Test
    void aFolderIsWalkedLikeTheExportsFolder() throws IOException {
        Files.writeString(Files.createDirectories(dir.resolve("a/b")).resolve("orders.txt"), ORDERS);
        Files.writeString(dir.resolve("a/.hidden.txt"), ORDERS);
        Files.createSymbolicLink(dir.resolve("link.txt"), dir.resolve("a/b/orders.txt"));

        assertThat(run("inspect", dir.toString())).isEqualTo(1);
        assertThat(told())
                .contains(dir + "/a/b/orders.txt", dir + "/link.txt", "it is a link, and links are not followed")
                .contains("2 files, 1 recognised without a rejected row; exit 1")
                .doesNotContain("hidden");
    }

    @Test
    void anUnknownTableNamesTheNearestKindsAndWhatItLacks() throws IOException {
        Path file = Files.writeString(
                dir.resolve("orders.txt"),
                "amazon-order-id\tpurchase-date\torder-status\tsku\n111-0000000-0000001\t2026-11-01\tShipped\tA\n");

        assertThat(run("inspect", file.toString())).isEqualTo(1);
        assertThat(told())
                .contains("Export       none that is known", "its columns are of no export that Redflag knows")
                .contains("All Orders report (allOrders): knows 4 headings, lacks one of\n"
                        + "               \"fulfillment-channel\", \"fulfilment-channel\"")
                .contains("tab-separated, header in row 1, UTF-8, 88 bytes")
                .doesNotContain("111-0000000");
        JsonNode near = json("inspect", "--json", file.toString())
                .path(0)
                .path("nearest")
                .path(0);
        assertThat(near.path("exportKind").asString()).isEqualTo("allOrders");
        assertThat(near.path("lacksOneOf").toString()).isEqualTo("[[\"fulfillment-channel\",\"fulfilment-channel\"]]");
    }

    @Test
    void aWebPageIsRefusedAsInANight() throws IOException {
        Path file = Files.writeString(dir.resolve("login.csv"), "<!DOCTYPE html><html><body>Sign in</body></html>");

        assertThat(run("inspect", file.toString())).isEqualTo(1);
        assertThat(told().replaceAll("\\s+", " "))
                .contains("it is a web page, perhaps a login page saved instead of the report: download it again");
        JsonNode refused = json("inspect", "--json", file.toString()).path(0);
        assertThat(refused.path("refused").asString()).isEqualTo("web-page");
        assertThat(refused.has("exportKind")).isFalse();
    }

    @Test
    void theMachineCopyHasTheSameAndNoNulls() {
        assertThat(run("inspect", "--json", EXPORTS + "performance-summary.xlsx", EXPORTS + "alder/late-shipments.csv"))
                .isEqualTo(1);
        Golden.assertMatches(InspectCommandTests.class, "inspect.json", told());
        assertThat(told()).doesNotContain("null");
    }

    @Test
    void whatNoReportUsesYetIsNamed() throws IOException {
        Path file = Files.writeString(
                dir.resolve("returns.csv"),
                "return-date,order-id,sku,quantity,detailed-disposition,reason\n"
                        + "2026-11-03,111-0000000-0000001,A,1,SELLABLE,UNWANTED_ITEM\n");

        assertThat(run("inspect", file.toString())).isZero();
        assertThat(told()).contains("Tells of     returns", "Not used yet returns");
        assertThat(json("inspect", "--json", file.toString())
                        .path(0)
                        .path("notUsedYet")
                        .toString())
                .isEqualTo("[\"RETURN\"]");
    }

    @Test
    void aColumnThatIsOnlyLookedAtIsNamedBesideThoseThatAreRead() {
        String packages = EXPORTS + "birch/valid-tracking.csv";

        assertThat(run("inspect", packages)).isZero();
        assertThat(told())
                .contains("Looks at     Tracking ID (for what is wrong; the text itself is never kept)")
                .doesNotContain("none given");
        assertThat(json("inspect", "--json", packages)
                        .path(0)
                        .path("columnsLookedAt")
                        .toString())
                .isEqualTo("[\"Tracking ID\"]");
    }

    @Test
    void buyersDataAreNeverPrinted() throws IOException {
        String secret = "Quillfeather";
        Path file = Files.writeString(
                dir.resolve("orders.txt"),
                ORDERS + "111-0000000-0000001\t2026-11-01\tShipped\tMerchant\t" + secret + "\t" + secret + "\t" + secret
                        + "\n111-0000000-0000002\t2026-11-01\tShipped\tRobot\t" + secret + "\t" + secret + "\t" + secret
                        + "\n" + secret + "\t111-0000000-0000003\n");
        Path unknown = Files.writeString(dir.resolve("list.csv"), secret + ",order id,sku\n1,2,3\n");

        for (String form : new String[] {"--json", ""}) {
            out.getBuffer().setLength(0);
            assertThat(
                            form.isEmpty()
                                    ? run("inspect", file.toString(), unknown.toString())
                                    : run("inspect", form, file.toString(), unknown.toString()))
                    .isEqualTo(1);
            assertThat(told())
                    .contains("buyer-company-name", "ship-city", "probe")
                    .doesNotContain(secret);
        }
    }

    @Test
    void theMarketplaceDecidesTheOrderOfDates() throws IOException {
        Path file = Files.writeString(
                dir.resolve("feedback.txt"),
                "Date\tRating\tComments\tOrder ID\n03/04/26\t1\tbad\t111-0000000-0000001\n");

        assertThat(run("inspect", file.toString())).isEqualTo(1);
        assertThat(told()).contains(" could be 2026-");
        out.getBuffer().setLength(0);
        assertThat(run("inspect", "--marketplace", "US", file.toString())).isZero();
        assertThat(told()).contains("2026-03-04 to 2026-03-04");
        out.getBuffer().setLength(0);
        assertThat(run("inspect", "--marketplace", "UK", file.toString())).isZero();
        assertThat(told()).contains("2026-04-03 to 2026-04-03");
    }

    @Test
    void withAJobItsFoldersAndItsRulesSayWhoseAFileIs() throws IOException {
        Path exports = Files.createDirectories(dir.resolve("exports"));
        Files.createDirectories(exports.resolve("acme"));
        Files.createDirectories(exports.resolve("stranger"));
        Files.writeString(
                dir.resolve("stores.csv"),
                "account,store,marketplace,name,seller since,language,manager,cc\nacme,acme-us,US,Acme,,en,a@example.com,\n");
        Path job = Files.writeString(
                dir.resolve("job.yaml"),
                "name: test\nstores: stores.csv\nexports: exports\nas-of: yesterday\n"
                        + "reading:\n  - files: acme/**\n    date-order: day-first\n");
        String feedback = "Date\tRating\tComments\tOrder ID\n03/04/26\t1\tbad\t111-0000000-0000001\n";
        Path own = Files.writeString(exports.resolve("acme/feedback.txt"), feedback);
        Path strange = Files.writeString(exports.resolve("stranger/feedback.txt"), feedback);
        Path beside = Files.writeString(exports.resolve("orders.txt"), ORDERS);

        assertThat(run("inspect", "--job", job.toString(), own.toString())).isZero();
        assertThat(told()).contains("2026-04-03 to 2026-04-03");
        assertThat(run("inspect", "--job", job.toString(), strange.toString(), beside.toString()))
                .isEqualTo(1);
        assertThat(told())
                .contains(
                        "\"stranger\" is no account in stores.csv",
                        "it lies beside the account folders, but no column of it names the stores; put it");
    }

    @Test
    void wrongArgumentsEndWithTwo() throws IOException {
        assertThat(run("inspect")).isEqualTo(2);
        assertThat(run("inspect", "nowhere.txt")).isEqualTo(2);
        assertThat(run("inspect", "--marketplace", "XX", BROKEN)).isEqualTo(2);
        Path job = Files.writeString(dir.resolve("job.yaml"), "name: broken\n");
        assertThat(run("inspect", "--job", job.toString(), BROKEN)).isEqualTo(2);
        assertThat(run("inspect", "--job", job.toString(), "--marketplace", "US", BROKEN))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "redflag: there is no file or folder nowhere.txt",
                        "redflag: 'XX' is no marketplace such as US",
                        "'stores' is missing",
                        "leave out --marketplace");
        assertThat(told()).isEmpty();
    }

    private String told() {
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    private JsonNode json(String... arguments) {
        out.getBuffer().setLength(0);
        run(arguments);
        return JsonMapper.builder().build().readTree(told());
    }

    private int run(String... arguments) {
        return commands.setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
