package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redflag.basics.Store;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Moments;

/** What a file leaves open: the order of its dates, whose it is, its kind, its decimal sign (exports.md §2.8, 2.9, 3.5). */
class ReadingRulesTests {

    private static final Store US = Exports.store("north", "north-us", "US");
    private static final Store DE = Exports.store("north", "north-de", "DE");
    private static final Store UK = Exports.store("north", "north-uk", "UK");
    private static final Store JP = Exports.store("north", "north-jp", "JP");
    private static final String HEADER = "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email\n";
    private static final String ORDER = "111-0000000-0000001";

    @TempDir
    Path dir;

    @Test
    void datesAreReadAsTheCountryOfTheStoreWritesThem() throws IOException, Unreadable {
        assertThat(days(Exports.of(US), "7/8/26")).containsExactly("2026-07-08");
        assertThat(days(Exports.of(UK), "7/8/26")).containsExactly("2026-08-07");
        assertThat(days(Exports.of(JP), "26/7/8")).containsExactly("2026-07-08");
        assertThat(days(Exports.of(DE), "7.8.26")).containsExactly("2026-08-07");
    }

    @Test
    void aStoresFolderSaysWhichCountry() throws IOException, Unreadable {
        Hints american = Hints.of("north/north-us/feedback.txt", List.of(US, UK), List.of());
        assertThat(days(american, "7/8/26")).containsExactly("2026-07-08");
    }

    @Test
    void whereTheCountriesDifferADayOverTwelveDecides() throws IOException, Unreadable {
        assertThat(days(Exports.of(US, UK), "7/8/26", "25/8/26")).containsExactly("2026-08-07", "2026-08-25");
        assertThat(days(Exports.of(US, UK), "7/8/26", "8/25/26")).containsExactly("2026-07-08", "2026-08-25");
    }

    @Test
    void whatNothingDecidesIsRefusedWithTheSettingThatWould() throws IOException {
        assertThat(refusal(Exports.of(US, UK), "7/8/26", "8/7/26"))
                .isEqualTo(
                        "row 2, column \"Date\": 7/8/26 could be 2026-07-08 or 2026-08-07; say under \"reading\" in the job which comes"
                                + " first, date-order: day-first, month-first or year-first");
        assertThat(refusal(Exports.of(US, UK), "25/8/26", "8/25/26")).startsWith("row 2, column \"Date\": 25/8/26");
    }

    @Test
    void aDateThatTheCountryDoesNotWriteIsNotBentIntoShape() throws IOException {
        assertThat(refusal(Exports.of(US), "7/8/26", "25/8/26"))
                .startsWith("row 3, column \"Date\": 25/8/26 is no date as the store's country writes it;");
    }

    @Test
    void theJobsWordStandsAboveTheCountrys() throws IOException, Unreadable {
        ReadingRule dayFirst = rule("north/**", Optional.of(DateOrder.DAY_FIRST), Optional.empty(), Optional.empty());
        Hints hints = Hints.of("north/feedback.txt", List.of(US), List.of(dayFirst));
        assertThat(days(hints, "7/8/26")).containsExactly("2026-08-07");
    }

    @Test
    void aLaterRuleOverridesWhatItNamesAndNoMore() {
        ReadingRule all = rule("**", Optional.of(DateOrder.DAY_FIRST), Optional.of("north-uk"), Optional.empty());
        ReadingRule some = rule("north/us*", Optional.of(DateOrder.MONTH_FIRST), Optional.empty(), Optional.empty());

        Hints hints = Hints.of("north/us-feedback.txt", List.of(US, UK), List.of(all, some));

        assertThat(hints.said().dateOrder()).contains(DateOrder.MONTH_FIRST);
        assertThat(hints.stores()).containsExactly(UK);
        assertThat(Hints.of("south/x", List.of(US, UK), List.of(some)).said().dateOrder())
                .isEmpty();
    }

    @Test
    void aStoreThatTheJobNamesStandsInEveryRow() throws IOException, Unreadable {
        ReadingRule rule = rule("**", Optional.empty(), Optional.of("north-uk"), Optional.empty());
        FileFacts facts = read(Hints.of("north/feedback.txt", List.of(US, UK), List.of(rule)), "7/8/26");

        FactTable rows = facts.table(FactType.DEFECT_TRACE).orElseThrow();
        assertThat(rows.text(Field.STORE, 0)).contains("north-uk");
    }

    @Test
    void theJobsKindBreaksATie() throws IOException, Unreadable {
        String yaml = """
                id: %s
                name: x
                where: here
                feeds: [late-shipment]
                columns:
                  - field: order
                    headers: [my order]
                    required: true
                """;
        Intake intake = new Intake(List.of(Kinds.of(yaml.formatted("one")), Kinds.of(yaml.formatted("two"))));
        Files.writeString(dir.resolve("tie.csv"), "my order\n" + ORDER + "\n");
        ReadingRule rule = new ReadingRule(
                "**", Optional.of("two"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        Unreadable tie =
                catchThrowableOfType(Unreadable.class, () -> intake.recognise(dir.resolve("tie.csv"), Hints.none()));
        assertThat(tie.why().key()).isEqualTo("quarantine.ambiguous-kind");
        assertThat(intake.recognise(dir.resolve("tie.csv"), Hints.of("tie.csv", List.of(), List.of(rule)))
                        .kind()
                        .id())
                .isEqualTo("two");
    }

    @Test
    void theDecimalSignTurnsRatesAndCounts() throws IOException, Unreadable {
        String table = "store;metric;period-to;affected;total;rate-percent\n"
                + "north-us;orderDefectRate;2026-10-30;3;1.234;0,243\n";
        ReadingRule comma = rule("**", Optional.empty(), Optional.empty(), Optional.of(DecimalSign.COMMA));
        Files.writeString(dir.resolve("summary.csv"), table);

        FactTable figures = Exports.read(dir, "summary.csv", Hints.of("summary.csv", List.of(), List.of(comma)))
                .table(FactType.PRINTED_FIGURE)
                .orElseThrow();

        assertThat(figures.count(Field.TOTAL, 0)).contains(1234L);
        assertThat(figures.text(Field.RATE, 0)).contains("0.00243");
    }

    private static ReadingRule rule(
            String files, Optional<DateOrder> order, Optional<String> store, Optional<DecimalSign> sign) {
        return new ReadingRule(files, Optional.empty(), Optional.empty(), order, sign, store);
    }

    private FileFacts read(Hints hints, String... dates) throws IOException, Unreadable {
        StringBuilder rows = new StringBuilder(HEADER);
        for (String date : dates) {
            rows.append(date).append("\t1\tbad\t\t").append(ORDER).append("\tx@example.com\n");
        }
        Files.writeString(dir.resolve("feedback.txt"), rows);
        return Exports.read(dir, "feedback.txt", hints);
    }

    private List<String> days(Hints hints, String... dates) throws IOException, Unreadable {
        FactTable rows = read(hints, dates).table(FactType.DEFECT_TRACE).orElseThrow();
        return java.util.stream.IntStream.range(0, rows.size())
                .mapToObj(row -> Moments.text(rows.moment(Field.HAPPENED, row)))
                .toList();
    }

    private String refusal(Hints hints, String... dates) {
        Unreadable refused = catchThrowableOfType(Unreadable.class, () -> read(hints, dates));
        return Exports.text(refused.why());
    }
}
