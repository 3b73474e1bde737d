package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redflag.ledger.FactTable;
import redflag.ledger.FactsCodec;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.settings.Problems;
import redflag.settings.YamlFile;

/** Comments and tracking numbers are looked at as a row is read; of what stands there not a word is kept. */
class GlancesTests {

    private static final String FEEDBACK = "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email\n";
    private static final String PACKAGES =
            "Order ID,Carrier Name,Tracking ID,Promised Delivery Date,No Valid Tracking\n";
    private static final Hints US = Exports.of(Exports.store("acme", "acme-us", "US"));

    @TempDir
    Path dir;

    @Test
    void ofACommentWhatItComplainsOfIsKept() throws Exception {
        FileFacts facts = read(FEEDBACK
                + "11/5/26\t1\tThe vase arrived broken, call me: Zoë Quillfeather\tsorry\t111-0000000-0000001\tz@mail.example\n"
                + "11/6/26\t2\tNie angekommen. Verkäufer antwortet nicht\t\t111-0000000-0000002\t\n"
                + "11/7/26\t2\tI do not like it\t\t111-0000000-0000003\t\n"
                + "11/8/26\t2\t\t\t111-0000000-0000004\t\n");

        assertThat(FactText.of(facts))
                .containsExactly(
                        "order 111-0000000-0000001, rating 1, happened 2026-11-05, complaints damaged",
                        "order 111-0000000-0000002, rating 2, happened 2026-11-06, complaints not-received and poor-service",
                        "order 111-0000000-0000003, rating 2, happened 2026-11-07",
                        "order 111-0000000-0000004, rating 2, happened 2026-11-08");
        assertThat(stored(facts)).doesNotContain("vase", "broken", "angekommen", "like", "sorry", "Quillfeather");
        assertThat(PlantedBuyer.foundIn(facts)).isEmpty();
    }

    @Test
    void ofARejectedRowTheCommentIsNotQuoted() throws Exception {
        FileFacts facts = read(FEEDBACK + "11/5/26\tbad\tArrived broken\tsorry\t111-0000000-0000001\tz@mail.example\n"
                + "11/5/26\t1\tArrived broken\t\t\t\n");

        assertThat(facts.rejections())
                .hasSize(2)
                .allSatisfy(rejection -> assertThat(rejection.toString()).doesNotContain("broken", "sorry"));
    }

    @Test
    void ofATrackingNumberWhatIsWrongIsKept() throws Exception {
        FileFacts facts = read(PACKAGES
                + "111-0000000-0000001,UPS,1Z5R89390357567127,2026-11-05,X\n"
                + "111-0000000-0000002,UPS,1Z5R8939035756712,2026-11-05,X\n"
                + "111-0000000-0000003,FedEx,1Z879E930346834440,2026-11-05,X\n"
                + "111-0000000-0000004,UPS,,2026-11-05,X\n"
                + "111-0000000-0000005,UPS,111-0000000-0000005,2026-11-05,X\n");

        assertThat(FactText.of(facts))
                .extracting(text -> text.substring(text.indexOf("2026-11-05")))
                .containsExactly(
                        "2026-11-05",
                        "2026-11-05, number-faults malformed-number",
                        "2026-11-05, number-faults number-of-another-carrier",
                        "2026-11-05, number-faults no-number",
                        "2026-11-05, number-faults malformed-number");
        assertThat(stored(facts)).doesNotContain("1Z", "0357567", "93034683");
    }

    /** The rows of both orders say so, wherever they stand; two packages of one order may travel under one number. */
    @Test
    void aNumberOfSeveralOrdersIsFoundInTheFile() throws Exception {
        FileFacts facts = read(PACKAGES
                + "111-0000000-0000001,Pigeon,77001122334455,2026-11-05,X\n"
                + "111-0000000-0000001,Pigeon,77001122334455,2026-11-05,X\n"
                + "111-0000000-0000002,Pigeon,77001122334466,2026-11-05,X\n"
                + "111-0000000-0000002,Pigeon,77001122334466,2026-11-05,X\n"
                + "111-0000000-0000003,Pigeon,7700 1122 3344 55,2026-11-05,X\n"
                + "111-0000000-0000004,Pigeon,9.4E+21,2026-11-05,X\n"
                + "111-0000000-0000005,Pigeon,9.4E+21,2026-11-05,X\n");

        assertThat(FactText.of(facts))
                .extracting(text -> text.endsWith("number-faults number-on-several-orders"))
                .containsExactly(true, true, false, false, true, false, false);
    }

    /** In a row that lacks cells nobody knows which one is the number. */
    @Test
    void ofAShortRowNothingIsLookedAt() throws Exception {
        FileFacts facts = read(PACKAGES + "111-0000000-0000001,UPS,2026-11-05\n");

        FactTable table = facts.tables().values().iterator().next();
        assertThat(table.size()).isEqualTo(1);
        assertThat(table.hasColumn(Field.NUMBER_FAULTS)).isTrue();
        assertThat(table.has(Field.NUMBER_FAULTS, 0)).isFalse();
    }

    @Test
    void aRejectedRowIsNoOtherOrderOfItsNumber() throws Exception {
        FileFacts facts = read(PACKAGES
                + "111-0000000-0000001,Pigeon,77001122334455,2026-11-05,X\n"
                + "broken,Pigeon,77001122334455,2026-11-05,X\n");

        assertThat(FactText.of(facts))
                .singleElement()
                .satisfies(text -> assertThat(text).doesNotContain("number-on-several-orders"));
    }

    @Test
    void inspectTellsWhatIsLookedAtFromWhatIsDropped() throws Exception {
        Path file = Files.writeString(
                dir.resolve("feedback.txt"),
                FEEDBACK + "11/5/26\t1\tbad\tsorry\t111-0000000-0000001\tz@mail.example\n");
        Inspection seen = Exports.INTAKE.inspect(file, "feedback.txt", US);

        assertThat(seen.used()).containsOnlyKeys("Date", "Rating", "Order ID");
        assertThat(seen.lookedAt()).containsOnlyKeys("Comments");
        assertThat(seen.personal()).containsExactly("Your Response", "Rater Email");
    }

    @Test
    void aColumnThatIsLookedAtNeedsAnOrder() {
        Problems problems = new Problems();
        String kind = """
                id: mine
                version: 1
                name: Mine
                where: there
                feeds: [daily-figure]
                columns:
                  - field: happened
                    headers: [day]
                    required: true
                  - field: complaints
                    headers: [words]
                """;

        Optional<ExportKind> read =
                YamlFile.read("mine.yaml", kind, problems).flatMap(section -> KindFile.read(section, problems));

        assertThat(read).isEmpty();
        assertThat(problems.list())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .contains("a column that is only looked at needs a required column with field order"));
    }

    private FileFacts read(String text) throws Exception {
        Files.writeString(dir.resolve("export.txt"), text);
        return Exports.read(dir, "export.txt", US);
    }

    private static String stored(FileFacts facts) {
        return new String(FactsCodec.encode(facts), StandardCharsets.UTF_8);
    }
}
