package redflag.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redflag.ledger.ActionRow;
import redflag.ledger.Source;
import redflag.plan.ActionsTaken;
import redflag.plan.Occasions;
import redflag.plan.Plan;
import redflag.plan.PlanFixture;
import redflag.plan.PlanLibrary;
import redflag.plan.Reason;
import redflag.plan.Replies;

/** Our own letters to notices pass what we hold others' against, and each of their parts is missed where it is not there. */
class OwnRepliesTests {

    /** What a seller would confirm: what the reason asks for stands in it. */
    private static final Map<Reason, String> DONE = Map.ofEntries(
            Map.entry(
                    Reason.AUTHENTICITY,
                    "invoices 4711 of the supplier Northway are attached, 11 units were set apart"),
            Map.entry(Reason.CONDITION, "all 40 units were inspected, and returns lie apart since"),
            Map.entry(
                    Reason.INTELLECTUAL_PROPERTY, "the offers were closed and the letter of authorisation is attached"),
            Map.entry(Reason.PRODUCT_SAFETY, "the sale was stopped, and the test report 17 is attached"),
            Map.entry(
                    Reason.RESTRICTED_PRODUCTS, "both listings were deleted, and all 300 listings were looked through"),
            Map.entry(Reason.LISTING_POLICY, "the family was split, and the 2 old children were deleted"),
            Map.entry(
                    Reason.REVIEW_POLICY,
                    "the contract with the service Starlight was ended, its 12 accounts are listed"),
            Map.entry(Reason.DROP_SHIPPING, "the agreement, the packing slips and proof of delivery are attached"),
            Map.entry(Reason.LINKED_ACCOUNTS, "the other account is that of Birch Ltd; its papers are attached"),
            Map.entry(Reason.VERIFICATION, "the business licence and the electricity bill are attached"),
            Map.entry(Reason.TEMPORARY_REVIEW, "tracking and proof of delivery of each order are attached"),
            Map.entry(Reason.DEACTIVATION, "the reason stated is section 3; the 4 listings were deleted"),
            Map.entry(Reason.FUNDS_WITHHELD, "all 14 orders were delivered, and the 2 claims are settled"));

    @ParameterizedTest
    @MethodSource("redflag.plan.PlanFixture#ofNotices")
    void aDraftOfOursLacksNothingButWhatIsToBeConfirmed(Reason reason) {
        assertThat(PlanText.findings(draft(reason))).extracting(Finding::rule).containsOnly(Rule.UNRESOLVED_CONFIRM);
    }

    @ParameterizedTest
    @MethodSource("redflag.plan.PlanFixture#ofNotices")
    void aLetterWhoseEveryThingIsConfirmedHasNoGrounds(Reason reason) {
        Plan confirmed = confirmed(reason, DONE.get(reason));

        assertThat(confirmed.toConfirm()).isZero();
        assertThat(PlanText.findings(confirmed))
                .filteredOn(finding -> finding.rule().severity() == Rule.Severity.GROUNDS)
                .filteredOn(finding -> finding.rule() != Rule.TOO_BRIEF)
                .isEmpty();
    }

    /** The same with words that say nothing: what the reason asks for is missed. */
    @ParameterizedTest
    @MethodSource("redflag.plan.PlanFixture#ofNotices")
    void aLetterThatLacksItsPartsHasFindings(Reason reason) {
        Letter letter = LetterParser.parse(
                "pasted.txt",
                LetterFile.ofText("Issue\nAmazon wrote on 18 November 2026 about B0TENT0001.\n\nRoot causes\n"
                        + "1. Nobody had looked at it for 3 weeks.\n\nActions\n1. It was looked at on 19 November 2026.\n\n"
                        + "Prevention\n1. It is looked at every 7 days.\n"));

        assertThat(DraftCheck.check(letter, reason, Background.none()))
                .filteredOn(finding -> finding.rule() == Rule.ASKED_PART_MISSING)
                .hasSameSizeAs(AskedParts.of(reason))
                .isNotEmpty();
    }

    private static Plan draft(Reason reason) {
        return new Replies(PlanLibrary.shipped()).plan("en", PlanFixture.STORE, reason, Occasions.of(reason));
    }

    private static Plan confirmed(Reason reason, String done) {
        Plan draft = draft(reason);
        List<ActionRow> rows = new ArrayList<>();
        Stream.of(draft.rootCauses(), draft.actionsTaken(), draft.prevention())
                .flatMap(List::stream)
                .forEach(paragraph -> rows.add(new ActionRow(
                        paragraph.id().orElseThrow(),
                        Optional.empty(),
                        Optional.of(LocalDate.of(2026, 11, 20)),
                        Optional.empty(),
                        Optional.of("Dana Liu"),
                        Optional.of("folder 7"),
                        Optional.of(done),
                        Optional.empty(),
                        Optional.empty(),
                        new Source("acme/actions.csv", rows.size() + 2))));
        return ActionsTaken.of(
                        List.of(draft), rows, PlanFixture.AS_OF, PlanLibrary.shipped(), NoteCheck::unusable, "en")
                .plans()
                .get(0);
    }
}
