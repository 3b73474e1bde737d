package redflag.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import redflag.settings.Problem;
import redflag.settings.Problems;
import redflag.settings.YamlFile;
import redflag.words.Messages;

/** The texts of plans: whole, in step in their languages, and an editor's mistakes are found with their lines. */
class PlanLibraryTests {

    private static final String WHOLE = """
            language: en
            reason: late-shipment
            causes:
              - id: forklift
                when: [more-often-by-sku]
                cause: "{count, number} of {of, number} late orders are for {what}. {ref} [confirm: why?]"
                action: "[confirm: what was changed]"
                prevention: "[confirm: who checks] Our target: a rate under {watch}."
            """;

    private final Problems problems = new Problems();

    private List<String> problemsOf(String yaml) {
        YamlFile.read("plans/mine.yaml", yaml, problems).ifPresent(PlanTextFile::read);
        return problems.list().stream().map(Problem::toString).toList();
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyLanguageHasTheSameCausesAndAllThatAPlanNeeds(Reason reason) {
        PlanTexts letter = PlanLibrary.shipped().of(reason, PlanLibrary.ENGLISH);
        for (String language : PlanLibrary.languages()) {
            PlanTexts texts = PlanLibrary.shipped().of(reason, language);
            assertThat(texts.title()).isNotEmpty();
            assertThat(texts.issue()).isNotEmpty();
            assertThat(texts.issueStated().isEmpty()).isEqualTo(!reason.isOfARate());
            assertThat(texts.breakdown()).hasSameSizeAs(letter.breakdown());
            assertThat(texts.compared().isEmpty()).isEqualTo(letter.compared().isEmpty());
            assertThat(texts.listed()).hasSameSizeAs(letter.listed());
            assertThat(texts.oneByOne().isEmpty()).isEqualTo(letter.oneByOne().isEmpty());
            assertThat(texts.causes().stream().map(PlanTexts.Cause::id).toList())
                    .isEqualTo(letter.causes().stream().map(PlanTexts.Cause::id).toList());
            assertThat(texts.causes().stream().map(PlanTexts.Cause::when).toList())
                    .isEqualTo(
                            letter.causes().stream().map(PlanTexts.Cause::when).toList());
            assertThat(texts.letters().stream()
                            .map(one -> one.id()
                                    + one.when()
                                    + one.forALawyer()
                                    + one.paragraphs().size())
                            .toList())
                    .isEqualTo(letter.letters().stream()
                            .map(one -> one.id()
                                    + one.when()
                                    + one.forALawyer()
                                    + one.paragraphs().size())
                            .toList());
            assertThat(texts.disputes().stream()
                            .map(d -> d.kind() + d.withinDays())
                            .toList())
                    .isEqualTo(letter.disputes().stream()
                            .map(d -> d.kind() + d.withinDays())
                            .toList());
        }
        Set<String> when = letter.causes().stream()
                .flatMap(cause -> cause.when().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(when)
                .contains("question")
                .containsAll(reason.isOfARate() ? List.of("no-rows", "unexplained", "any-cause") : List.of("notice"));
    }

    /** Two texts for one case: one of them would never be seen. */
    @ParameterizedTest
    @EnumSource(Reason.class)
    void noCaseHasTwoTexts(Reason reason) {
        List<String> cases = PlanLibrary.shipped().of(reason, PlanLibrary.ENGLISH).causes().stream()
                .flatMap(cause -> cause.when().stream())
                .filter(when -> !when.equals("question"))
                .toList();

        assertThat(cases).doesNotHaveDuplicates();
    }

    /**
     * Else an agency's letters are alike; a copy that is read has the variant that its letter has. Of what a notice asks
     * nothing stays in the letter once it is answered, but the target that it names.
     */
    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyCauseHasTwoWordingsAtLeastAndEachLanguageAsMany(Reason reason) {
        PlanTexts letter = PlanLibrary.shipped().of(reason, PlanLibrary.ENGLISH);
        PlanTexts copy = PlanLibrary.shipped().of(reason, "zh");
        for (PlanTexts.Cause cause : letter.causes()) {
            for (Measure.Part part : Measure.Part.values()) {
                List<String> english = cause.of(part);
                List<String> chinese = copy.cause(cause.id()).orElseThrow().of(part);
                assertThat(english)
                        .as(cause.id() + " " + part)
                        .hasSizeGreaterThanOrEqualTo(reason.isOfARate() || part == Measure.Part.PREVENTION ? 2 : 1)
                        .doesNotHaveDuplicates()
                        .hasSameSizeAs(chinese);
                assertThat(chinese).as(cause.id() + " " + part).doesNotHaveDuplicates();
            }
        }
    }

    /** Whatever wording a store gets, and whoever reads it in which language: the same figures of the store. */
    @ParameterizedTest
    @EnumSource(Reason.class)
    void allWordingsOfACauseTellTheSameFacts(Reason reason) {
        for (PlanTexts.Cause cause :
                PlanLibrary.shipped().of(reason, PlanLibrary.ENGLISH).causes()) {
            assertThat(wordings(reason, cause, Measure.Part.CAUSE).map(Messages::factsOf))
                    .as(cause.id())
                    .containsOnly(Messages.factsOf(cause.cause().get(0)));
        }
    }

    /** Thresholds too, and the store's own line. */
    @ParameterizedTest
    @EnumSource(Reason.class)
    void allWordingsOfAPreventionPromiseTheSame(Reason reason) {
        for (PlanTexts.Cause cause :
                PlanLibrary.shipped().of(reason, PlanLibrary.ENGLISH).causes()) {
            assertThat(wordings(reason, cause, Measure.Part.PREVENTION).map(PlanLibraryTests::numbers))
                    .as(cause.id())
                    .containsOnly(numbers(cause.prevention().get(0)));
        }
    }

    private static Stream<String> wordings(Reason reason, PlanTexts.Cause cause, Measure.Part part) {
        return PlanLibrary.languages().stream()
                .flatMap(language ->
                        PlanLibrary.shipped().of(reason, language).cause(cause.id()).orElseThrow().of(part).stream());
    }

    /** What somebody confirmed stays confirmed: no figure of a night stands in the words that he confirms. */
    @ParameterizedTest
    @EnumSource(Reason.class)
    void whatIsToBeConfirmedNamesNoFigure(Reason reason) {
        for (PlanTexts.Cause cause :
                PlanLibrary.shipped().of(reason, PlanLibrary.ENGLISH).causes()) {
            for (Measure.Part part : Measure.Part.values()) {
                assertThat(wordings(reason, cause, part)
                                .flatMap(text -> Plan.TO_CONFIRM.matcher(text).results())
                                .flatMap(open -> Messages.factsOf(open.group(1)).stream()))
                        .as(cause.id() + " " + part)
                        .isSubsetOf("what", "value");
            }
        }
    }

    private static Set<String> numbers(String text) {
        return Pattern.compile("\\d[\\d,.]*\\d|\\d|\\{watch}")
                .matcher(Plan.TO_CONFIRM.matcher(text).replaceAll("").replaceAll("\\{value, select.*?\\}\\}", ""))
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void anAgencysOwnTextsStandInPlaceOfThoseOfTheSameNames() {
        PlanTextFile own = YamlFile.read("mine.yaml", WHOLE.replace("forklift", "item") + "title: Our plan\n", problems)
                .flatMap(PlanTextFile::read)
                .orElseThrow();

        PlanLibrary library = PlanLibrary.shipped().overriddenBy(List.of(own));

        assertThat(problems.list()).isEmpty();
        PlanTexts texts = library.of(Reason.LATE_SHIPMENT, "en");
        assertThat(texts.title()).containsExactly("Our plan");
        assertThat(texts.cause("item").orElseThrow().action()).containsExactly("[confirm: what was changed]");
        assertThat(texts.causes())
                .hasSameSizeAs(
                        PlanLibrary.shipped().of(Reason.LATE_SHIPMENT, "en").causes());
        assertThat(library.of(Reason.CANCELLATION, "en"))
                .isEqualTo(PlanLibrary.shipped().of(Reason.CANCELLATION, "en"));
    }

    private List<String> faultsOf(String... files) {
        List<PlanTextFile> own = Stream.of(files)
                .flatMap(yaml -> YamlFile.read("mine.yaml", yaml, problems).stream())
                .flatMap(section -> PlanTextFile.read(section).stream())
                .toList();
        assertThat(problems.list()).isEmpty();
        return PlanLibrary.shipped().overriddenBy(own).faults();
    }

    /** They are read without being tried, for that takes longer. */
    @ParameterizedTest
    @EnumSource(Reason.class)
    void noShippedFileHasAProblem(Reason reason) {
        for (String language : PlanLibrary.languages()) {
            Path file = Path.of("src/main/resources/plan", language, reason.word() + ".yaml");
            PlanTextFile read =
                    YamlFile.read(file, problems).flatMap(PlanTextFile::read).orElseThrow();

            assertThat(problems.list()).isEmpty();
            assertThat(read.texts()).isEqualTo(PlanLibrary.shipped().of(reason, language));
        }
    }

    @Test
    void theShippedTextsHaveNoFault() {
        assertThat(PlanLibrary.shipped().faults()).isEmpty();
    }

    /** Else one of the two would never be seen. */
    @Test
    void twoTextsForOneCaseAreAFault() {
        assertThat(faultsOf(WHOLE))
                .containsExactly("late-shipment: 'item' and 'forklift' are both for 'more-often-by-sku'");
    }

    @Test
    void aCaseThatNoTextIsForAnyMoreIsAFault() {
        String question = WHOLE.replace("forklift", "unexplained")
                .replace("more-often-by-sku", "question")
                .replace("{count, number} of {of, number} late orders are for {what}. {ref} ", "");

        assertThat(faultsOf(question)).containsExactly("late-shipment: no cause is for 'unexplained'");
    }

    @Test
    void aReadingCopyThatNamesOtherFactsThanItsLetterIsAFault() {
        String chinese = """
                language: zh
                reason: late-shipment
                causes:
                  - id: not-listed
                    when: [unexplained]
                    cause: "{count, number} {ref} [待确认：为什么？]"
                    action: "[待确认：什么]"
                    prevention: "[待确认：谁] 我们的目标：{watch}"
                  - id: forklift
                    when: [question]
                    cause: "[待确认：为什么？]"
                    action: "[待确认：什么]"
                    prevention: "[待确认：谁] 我们的目标：{watch}"
                """;

        assertThat(faultsOf(chinese))
                .containsExactly(
                        "zh/late-shipment: 'not-listed' names facts that 'no-rows' does not have",
                        "zh/late-shipment: 'forklift' is in no English text");
    }

    /** Nobody confirms other words than go to Amazon. */
    @Test
    void theReadingCopyOfALettersOwnTextIsThatText() {
        PlanTextFile own = YamlFile.read(
                        "mine.yaml",
                        WHOLE.replace("forklift", "item")
                                .replace("[more-often-by-sku]", "[more-often-by-sku, more-often-by-asin]"),
                        problems)
                .flatMap(PlanTextFile::read)
                .orElseThrow();
        PlanLibrary library = PlanLibrary.shipped().overriddenBy(List.of(own));

        assertThat(library.faults()).isEmpty();
        assertThat(library.of(Reason.LATE_SHIPMENT, "zh").cause("item")).isEmpty();
        assertThat(library.of(Reason.LATE_SHIPMENT, "zh").cause("weekday")).isPresent();
    }

    @Test
    void aWholeFileHasNoProblem() {
        assertThat(problemsOf(WHOLE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {what}                       | {colour}                 | 6 | has no {colour}; there are count, from
            {ref}                        | all rows                 | 6 | must name its rows: {ref}
            {of, number}                 | {of, number              | 6 | is no pattern
            [confirm: why?]              | [confirm: a] [confirm: b] | 6 | may ask for one thing
            [confirm: what was changed]  | We changed the shift.    | 7 | must leave the deed to confirm
            [confirm: what was changed]  | We hired two. [confirm: what else] | 7 | and say nothing beside it
            [confirm: what was changed]  | [confirm: what] It is done. | 7 | and say nothing beside it
            [confirm: what was changed]  | [confirm: what           | 7 | must leave the deed to confirm
            [confirm: who checks]        | Dana checks.             | 8 | must leave the means to confirm
            a rate under {watch}         | a good rate              | 8 | must leave the means to confirm and name a target
            more-often-by-sku            | more-often-by-moon       | 5 | more-often-by-moon' is no cause
            forklift                     | Fork lift                | 4 | id' must be lower-case words
            late-shipment                | late-shipping            | 2 | reason' must be one of order-defect-rate
            language: en                 | language: fr             | 1 | language' must be one of en, zh
            Our target:                 | Dana checks. Our target: | 8 | and nothing beside
            prevention:                  | prevent:                 | 4 | prevention' is missing
            """)
    void aMistakeIsFoundWithItsLine(String right, String wrong, int line, String problem) {
        String yaml = WHOLE.replace(right, wrong);
        assertThat(yaml).isNotEqualTo(WHOLE);

        assertThat(problemsOf(yaml))
                .anySatisfy(found ->
                        assertThat(found).contains("plans/mine.yaml", problem).contains(":" + line + ":"));
    }

    /** Every fact that an entry may name is there when it is told: each is asked for in one text. */
    @Test
    void aTextMayNameEveryFactOfItsCase() {
        String facts = Stream.of(
                        "store",
                        "fulfilment",
                        "limit",
                        "watch",
                        "from",
                        "to",
                        "count",
                        "of",
                        "share",
                        "orders",
                        "value",
                        "what",
                        "groupTotal",
                        "total",
                        "shareOfOrders",
                        "lift",
                        "low",
                        "high",
                        "without")
                .map(fact -> "{" + fact + "}")
                .collect(Collectors.joining(" "));
        PlanTextFile own = YamlFile.read(
                        "mine.yaml",
                        WHOLE.replace("forklift", "item")
                                .replace("more-often-by-sku", "more-often-by-sku, more-often-by-asin")
                                .replace("are for {what}", facts),
                        problems)
                .flatMap(PlanTextFile::read)
                .orElseThrow();
        assertThat(problems.list()).isEmpty();
        var late = PlanFixture.off(redflag.rules.Metric.LATE_SHIPMENT_RATE_30, true);

        Plan plan = new Plans(
                        PlanLibrary.shipped().overriddenBy(List.of(own)), redflag.metrics.MeasuringRules.standard())
                .draft(
                        "en",
                        PlanFixture.STORE,
                        PlanFixture.AS_OF,
                        List.of(late),
                        PlanFixture.causes(
                                late, PlanFixture.group(late, redflag.causes.Dimension.SKU, "ACM-7", i -> i < 5)),
                        java.util.Optional.empty())
                .get(0);

        assertThat(plan.rootCauses().get(0).text())
                .contains("Acme Haushalt seller-fulfilled under 4 % 3.2 % 9 September 2026 7 November 2026 5 12 41.7 %")
                .contains("ACM-7 SKU ACM-7 30 240 12.5 % 3.333 1.5 5.5 3.33 %");
        assertThat(Arrays.asList(plan.rootCauses().get(0).text().split(" "))).noneMatch(word -> word.startsWith("{"));
    }
}
