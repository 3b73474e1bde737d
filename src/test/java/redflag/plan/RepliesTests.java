package redflag.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.Golden;
import redflag.OneStore;
import redflag.ledger.Code;

/** The letters that answer notices: what they state, what they ask, and what is marked. */
class RepliesTests {

    private static final Replies REPLIES = new Replies(PlanLibrary.shipped());

    static Stream<Arguments> letters() {
        return PlanFixture.ofNotices()
                .flatMap(reason -> PlanLibrary.languages().stream().map(language -> Arguments.of(reason, language)));
    }

    /** To be read aloud whenever one changes. */
    @ParameterizedTest
    @MethodSource("letters")
    void aLetterReadsAsExpected(Reason reason, String language) {
        Occasion occasion = Occasions.of(reason);

        StringBuilder text =
                new StringBuilder(GoldenLettersTests.text(REPLIES.plan(language, PlanFixture.STORE, reason, occasion)));
        REPLIES.letters(language, PlanFixture.STORE, reason, occasion)
                .forEach(side -> text.append("\nBeside it: ")
                        .append(side.id())
                        .append(side.forALawyer() ? ", for a lawyer\n" : "\n")
                        .append(side.title())
                        .append("\nTo: ")
                        .append(side.to())
                        .append('\n')
                        .append(String.join("\n", side.paragraphs()))
                        .append('\n'));

        Golden.assertMatches(getClass(), "reply-" + reason.word() + "." + language + ".txt", text.toString());
    }

    /** Without a notice nothing is made up of it: what it would say is asked. */
    @ParameterizedTest
    @MethodSource("redflag.plan.PlanFixture#ofNotices")
    void aLetterWithoutANoticeAsksForIt(Reason reason) {
        Plan plan = REPLIES.plan("en", PlanFixture.STORE, reason, Occasion.withoutNotice());

        assertThat(plan.issue()).hasSize(1);
        assertThat(plan.issue().get(0).text()).contains("[confirm: the day on which the notice came]");
        assertThat(plan.evidence()).isEmpty();
        assertThat(plan.rootCauses()).hasSize(1);
        assertThat(plan.rootCauses().get(0).id()).contains(reason.word() + "/cause.notice");
        assertThat(plan.toConfirm()).isGreaterThanOrEqualTo(4);
    }

    /** Each cause has an action and a prevention of its number, and all of it is left to people. */
    @ParameterizedTest
    @MethodSource("redflag.plan.PlanFixture#ofNotices")
    void everyDeedIsLeftToConfirm(Reason reason) {
        Plan plan = REPLIES.plan("en", PlanFixture.STORE, reason, Occasions.of(reason));

        assertThat(plan.actionsTaken().stream().map(Plan.Paragraph::number))
                .isEqualTo(
                        plan.rootCauses().stream().map(Plan.Paragraph::number).toList())
                .isEqualTo(
                        plan.prevention().stream().map(Plan.Paragraph::number).toList());
        assertThat(Stream.of(plan.rootCauses(), plan.actionsTaken(), plan.prevention())
                        .flatMap(List::stream))
                .allSatisfy(paragraph -> {
                    assertThat(paragraph.text()).contains("[confirm:");
                    assertThat(paragraph.id().orElseThrow()).endsWith("/N-7");
                });
    }

    /** The right that a notice names is told of; the others are neither told nor asked. Where it names none, all are asked. */
    @ParameterizedTest
    @EnumSource(names = {"TRADEMARK", "COPYRIGHT", "PATENT", "COUNTERFEIT"})
    void aLetterSpeaksOfItsRight(Code right) {
        Plan named = REPLIES.plan(
                "en",
                PlanFixture.STORE,
                Reason.INTELLECTUAL_PROPERTY,
                Occasions.complaint(Optional.of(right), Optional.of(Code.RECEIVED)));
        Plan unnamed = REPLIES.plan(
                "en",
                PlanFixture.STORE,
                Reason.INTELLECTUAL_PROPERTY,
                Occasions.complaint(Optional.empty(), Optional.of(Code.RECEIVED)));

        assertThat(named.rootCauses().stream().map(cause -> cause.id().orElseThrow()))
                .containsExactly(
                        "intellectual-property/cause.notice/N-7",
                        "intellectual-property/cause." + right.name().toLowerCase(java.util.Locale.ROOT) + "/N-7");
        assertThat(named.questions()).hasSize(3);
        assertThat(unnamed.rootCauses()).hasSize(1);
        assertThat(unnamed.questions()).hasSize(7);
        assertThat(unnamed.issue().get(0).text()).contains("[confirm: which right the notice names]");
    }

    /** Nobody can withdraw what only Amazon suspects, and only of a copyright there is a counter-notice. */
    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "COPYRIGHT, RECEIVED, 'retraction, authorisation, counter-notice'",
        "COPYRIGHT, SUSPECTED, authorisation",
        "COPYRIGHT, , 'retraction, authorisation, counter-notice'",
        ", RECEIVED, 'retraction, authorisation, counter-notice'",
        ", SUSPECTED, authorisation",
        "TRADEMARK, RECEIVED, 'retraction, authorisation'",
        "PATENT, , 'retraction, authorisation'",
        "COUNTERFEIT, RECEIVED, 'retraction, authorisation'"
    })
    void waysOutOfAComplaintDependOnRightAndComplaint(Code right, Code complaint, String letters) {
        List<SideLetter> side = REPLIES.letters(
                "en",
                OneStore.of("US"),
                Reason.INTELLECTUAL_PROPERTY,
                Occasions.complaint(Optional.ofNullable(right), Optional.ofNullable(complaint)));

        assertThat(String.join(", ", side.stream().map(SideLetter::id).toList()))
                .isEqualTo(letters);
        assertThat(side)
                .allSatisfy(
                        one -> assertThat(one.forALawyer()).isEqualTo(one.id().equals("counter-notice")));
    }

    /** The form of a counter-notice is that of the law of the United States. */
    @ParameterizedTest
    @ValueSource(strings = {"DE", "UK", "CA", "JP"})
    void elsewhereNoCounterNoticeIsDrafted(String country) {
        assertThat(REPLIES.letters(
                        "en",
                        OneStore.of(country),
                        Reason.INTELLECTUAL_PROPERTY,
                        Occasions.complaint(Optional.of(Code.COPYRIGHT), Optional.of(Code.RECEIVED))))
                .extracting(SideLetter::id)
                .containsExactly("retraction", "authorisation");
    }

    /** Amazon looks up each: none is left out, however many there are. */
    @Test
    void everyListingAndOrderIsNamed() {
        List<String> listings =
                IntStream.range(0, 40).mapToObj(i -> "B0TENT" + (1000 + i)).toList();
        List<String> orders = IntStream.range(0, 40)
                .mapToObj(i -> "302-1000001-" + (1_000_000 + i))
                .toList();
        Occasion occasion = Occasions.naming(listings, orders);

        assertThat(issue("en", Reason.TEMPORARY_REVIEW, occasion)).contains(orders);
        assertThat(issue("zh", Reason.AUTHENTICITY, occasion)).contains(listings);
        assertThat(REPLIES.letters("en", PlanFixture.STORE, Reason.INTELLECTUAL_PROPERTY, occasion))
                .hasSizeGreaterThan(1)
                .allSatisfy(letter ->
                        assertThat(String.join("\n", letter.paragraphs())).contains(listings));
    }

    private static String issue(String language, Reason reason, Occasion occasion) {
        return REPLIES.plan(language, PlanFixture.STORE, reason, occasion)
                .issue()
                .get(0)
                .text();
    }

    /** Whatever names law is marked for a lawyer, in either language and in every wording that a store may get. */
    @ParameterizedTest
    @MethodSource("letters")
    void whatNamesLawIsMarked(Reason reason, String language) {
        PlanTexts texts = PlanLibrary.shipped().of(reason, language);
        Stream<String> ofThePlan = Stream.concat(
                texts.issue().stream(),
                texts.causes().stream()
                        .flatMap(cause -> Stream.of(Measure.Part.values()).flatMap(part -> cause.of(part).stream())));
        Occasion occasion = Occasions.of(reason);
        Stream<String> standard = Stream.of(
                        REPLIES.question(language, PlanFixture.STORE, occasion),
                        REPLIES.furtherInformation(language, PlanFixture.STORE, occasion, Optional.empty(), Map.of()))
                .flatMap(letter -> letter.paragraphs().stream());

        assertThat(Stream.concat(ofThePlan, standard)).noneMatch(ForALawyer::namesLaw);
        assertThat(texts.letters()).allSatisfy(letter -> {
            List<String> ofLaw =
                    letter.paragraphs().stream().filter(ForALawyer::namesLaw).toList();
            assertThat(letter.forALawyer()).isEqualTo(!ofLaw.isEmpty());
            assertThat(ofLaw).allMatch(ForALawyer::isMarked);
        });
    }

    @Test
    void aRateIsAnsweredByItsPlan() {
        assertThatThrownBy(() -> REPLIES.plan("en", PlanFixture.STORE, Reason.CANCELLATION, Occasion.withoutNotice()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
