package redflag.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import redflag.OneStore;
import redflag.basics.Period;
import redflag.basics.Remark;
import redflag.basics.Store;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.rules.Target;
import redflag.rules.TargetFile;

/** Until when notices are to be answered, which are alike, and what is to be known of them besides. */
class NoticesTests {

    /** A Sunday. */
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    @ParameterizedTest(name = "a deadline on {0} is {1}")
    @CsvSource({"2026-11-21, OVERDUE", "2026-11-22, DUE", "2026-11-23, DUE"})
    void theDayThatTheNoticeStatesStands(String deadline, Clock.State state) {
        Clock clock = clock(MadeNotice.of("N", Code.RESTRICTED_PRODUCTS)
                .received("2026-11-01")
                .deadline(deadline));

        assertThat(clock).isEqualTo(new Clock(state, Optional.of(LocalDate.parse(deadline)), true));
        assertThat(clock.due()).contains(LocalDate.parse(deadline));
    }

    /** 72 hours are hours: a weekend is part of them. */
    @ParameterizedTest(name = "received on {0}: {2} on {1}")
    @CsvSource({
        "2026-11-18, 2026-11-21, OVERDUE",
        "2026-11-19, 2026-11-22, DUE",
        "2026-11-20, 2026-11-23, DUE",
        "2026-11-22, 2026-11-25, DUE"
    })
    void whereTheNoticeStatesNoneItIsUsually72Hours(String received, LocalDate day, Clock.State state) {
        assertThat(clock(MadeNotice.of("N", Code.RESTRICTED_PRODUCTS).received(received)))
                .isEqualTo(new Clock(state, Optional.of(day), false));
    }

    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void onlyOfRatesAndRestrictedProductsAUsualDayIsKnown(NoticeKind kind) {
        boolean isUsual = EnumSet.range(NoticeKind.PERFORMANCE, NoticeKind.INVOICE_DEFECTS)
                        .contains(kind)
                || kind == NoticeKind.RESTRICTED_PRODUCTS;

        assertThat(clock(MadeNotice.of("N", Code.valueOf(kind.name())).received("2026-11-20"))
                        .state())
                .isEqualTo(isUsual ? Clock.State.DUE : Clock.State.NOT_KNOWN);
    }

    @Test
    void whatNobodyKnowsTheReasonOrTheDayOfHasNoUsualDay() {
        assertThat(clock(MadeNotice.ofUnknownReason("N", "section 3").received("2026-11-20"))
                        .state())
                .isEqualTo(Clock.State.NOT_KNOWN);
        assertThat(clock(MadeNotice.of("N", Code.LATE_SHIPMENT)).state()).isEqualTo(Clock.State.NOT_KNOWN);
    }

    /** Two o'clock in the morning in Greenwich is the evening before in Seattle, and noon in Tokyo. */
    @ParameterizedTest(name = "{0}: received on {1}, due on {2}")
    @CsvSource({"US, 2026-11-19, 2026-11-24", "UK, 2026-11-20, 2026-11-25", "JP, 2026-11-20, 2026-11-25"})
    void instantsAreOfTheDayOfTheMarketplace(String country, LocalDate received, LocalDate deadline) {
        Notice notice = notices(
                        OneStore.of(country),
                        AS_OF,
                        MadeNotice.of("N", Code.LATE_SHIPMENT)
                                .receivedAt("2026-11-20T02:00:00Z")
                                .deadlineAt("2026-11-25T02:00:00Z"))
                .all()
                .get(0);

        assertThat(notice.row().received()).contains(received);
        assertThat(notice.clock().day()).contains(deadline);
    }

    @Test
    void aBannerWithoutAButtonAsksForNothingYet() {
        assertThat(clock(MadeNotice.of("N", Code.LATE_SHIPMENT)
                                .received("2026-11-20")
                                .code(Field.APPEAL, Code.NO_APPEAL_BUTTON))
                        .state())
                .isEqualTo(Clock.State.NOTHING_TO_SUBMIT);
        assertThat(clock(MadeNotice.of("N", Code.LATE_SHIPMENT)
                                .received("2026-11-20")
                                .code(Field.APPEAL, Code.APPEAL_BUTTON))
                        .state())
                .isEqualTo(Clock.State.DUE);
        assertThat(clock(MadeNotice.of("N", Code.DEACTIVATION)
                                .received("2026-11-20")
                                .code(Field.APPEAL, Code.NO_APPEAL))
                        .state())
                .isEqualTo(Clock.State.NO_APPEAL);
    }

    @ParameterizedTest
    @EnumSource(
            value = Code.class,
            names = {"NO_APPEAL_BUTTON", "NO_APPEAL"})
    void aDayThatIsStatedStandsWhateverTheBanner(Code appeal) {
        assertThat(clock(MadeNotice.of("N", Code.LATE_SHIPMENT)
                                .deadline("2026-11-25")
                                .code(Field.APPEAL, appeal))
                        .due())
                .contains(LocalDate.of(2026, 11, 25));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "NEW, OVERDUE",
        "OPEN, OVERDUE",
        "IN_PROGRESS, OVERDUE",
        "REFUSED, OVERDUE",
        "SENT, WITH_AMAZON",
        "ANSWERED, WITH_AMAZON",
        "CLOSED, OVER",
        "NOT_NEEDED, OVER"
    })
    void whoseTurnItIsTheStateSays(Code state, Clock.State clock) {
        Notice notice = notices(MadeNotice.of("N", Code.AUTHENTICITY)
                        .received("2026-11-01")
                        .deadline("2026-11-21")
                        .state(state))
                .all()
                .get(0);

        assertThat(notice.clock().state()).isEqualTo(clock);
        assertThat(notice.isOpen()).isEqualTo(clock != Clock.State.OVER);
        assertThat(notice.clock().due().isPresent()).isEqualTo(clock == Clock.State.OVERDUE);
    }

    @Test
    void aStateThatNobodyKnowsIsNotOver() {
        assertThat(clock(MadeNotice.of("N", Code.AUTHENTICITY)
                                .deadline("2026-11-25")
                                .text(Field.STATUS, "hm"))
                        .state())
                .isEqualTo(Clock.State.DUE);
    }

    /** It was answered in time: the day is spent, and no other is known. */
    @ParameterizedTest(name = "a deadline on {0}, refused on the 12th: {1}")
    @CsvSource({"2026-11-11, NOT_KNOWN", "2026-11-12, OVERDUE", "2026-11-13, OVERDUE", "2026-11-25, DUE"})
    void ofWhatAmazonRefusedADayBeforeItsAnswerIsSpent(String deadline, Clock.State state) {
        assertThat(clock(MadeNotice.of("N", Code.LATE_SHIPMENT)
                                .received("2026-11-08")
                                .deadline(deadline)
                                .state(Code.REFUSED)
                                .text(Field.AMAZON_ANSWERED, "2026-11-10: more detail; 2026-11-12: refused"))
                        .state())
                .isEqualTo(state);
    }

    /** An answer of the same day is taken for one to it: nobody is kept waiting for what is there already. */
    @ParameterizedTest(name = "{0}, submitted {1}, Amazon answered {2}: {3}")
    @CsvSource({
        "SENT, 2026-11-10: plan, 2026-11-12: more detail, OVERDUE",
        "SENT, 2026-11-12: plan, 2026-11-12: more detail, OVERDUE",
        "SENT, 2026-11-13: plan, 2026-11-12: more detail, WITH_AMAZON",
        "ANSWERED, 2026-11-10: plan; 2026-11-13: more, 2026-11-12: no; 2026-11-14: no, OVERDUE",
        "ANSWERED, 2026-11-10: plan; 2026-11-15: more, 2026-11-12: no; 2026-11-14: no, WITH_AMAZON",
        "SENT, plan, 2026-11-12: more detail, WITH_AMAZON",
        "SENT, 2026-11-10: plan, more detail, WITH_AMAZON",
        "SENT, , 2026-11-12: more detail, WITH_AMAZON",
        "SENT, 2026-11-10: plan, , WITH_AMAZON",
        "CLOSED, 2026-11-10: plan, 2026-11-12: reinstated, OVER"
    })
    void whatAmazonHasAnsweredSinceIsNoLongerWithIt(
            Code code, @Nullable String submitted, @Nullable String answered, Clock.State state) {
        MadeNotice made = MadeNotice.of("N", Code.AUTHENTICITY)
                .received("2026-11-08")
                .deadline("2026-11-20")
                .state(code);
        made = submitted == null ? made : made.text(Field.SUBMITTED, submitted);
        made = answered == null ? made : made.text(Field.AMAZON_ANSWERED, answered);
        Notice notice = notices(made).all().get(0);

        assertThat(notice.clock().state()).isEqualTo(state);
        assertThat(notice.remarks().stream().anyMatch(remark -> remark.key().equals("notice.answered-since")))
                .isEqualTo(state == Clock.State.OVERDUE);
    }

    /** Like what was refused: its day is spent, and the usual one does not run again. */
    @ParameterizedTest(name = "a deadline on {0}: {1}")
    @CsvSource({"2026-11-11, NOT_KNOWN", "2026-11-25, DUE", ", NOT_KNOWN"})
    void whatAmazonHasAnsweredSinceIsDueLikeWhatWasRefused(@Nullable String deadline, Clock.State state) {
        MadeNotice made = MadeNotice.of("N", Code.LATE_SHIPMENT)
                .received("2026-11-08")
                .state(Code.SENT)
                .text(Field.SUBMITTED, "2026-11-10: plan")
                .text(Field.AMAZON_ANSWERED, "2026-11-12: more detail");

        assertThat(clock(deadline == null ? made : made.deadline(deadline)).state())
                .isEqualTo(state);
    }

    @Test
    void theUsual72HoursDoNotRunTwice() {
        assertThat(clock(MadeNotice.of("N", Code.LATE_SHIPMENT)
                                .received("2026-11-20")
                                .state(Code.REFUSED))
                        .state())
                .isEqualTo(Clock.State.NOT_KNOWN);
    }

    /** Thanksgiving is on Thursday the 26th, and kept in the US only. */
    @ParameterizedTest(name = "{0}: sent on {1}, ask from {2} on")
    @CsvSource({
        "US, 2026-11-13, 2026-11-20",
        "US, 2026-11-14, 2026-11-20",
        "US, 2026-11-16, 2026-11-23",
        "US, 2026-11-20, 2026-11-30",
        "UK, 2026-11-20, 2026-11-27"
    })
    void amazonIsAskedAfterFiveWorkingDays(String country, String sent, LocalDate from) {
        MadeNotice notice = MadeNotice.of("N", Code.LATE_SHIPMENT)
                .state(Code.SENT)
                .text(Field.SUBMITTED, "2026-11-02: first plan\n" + sent + ": second plan");
        Store store = OneStore.of(country);

        assertThat(clock(store, AS_OF, notice)).isEqualTo(new Clock(Clock.State.WITH_AMAZON, Optional.of(from), false));
        assertThat(clock(store, from, notice).isToBeAsked(from.minusDays(1))).isFalse();
        assertThat(clock(store, from, notice).isToBeAsked(from)).isTrue();
        assertThat(clock(store, from, notice).due()).isEmpty();
    }

    @Test
    void dueSoonestComesFirstAndWhatIsOverLast() {
        Notices notices = notices(
                MadeNotice.of("over", Code.AUTHENTICITY).deadline("2026-11-20").state(Code.CLOSED),
                MadeNotice.of("with Amazon", Code.AUTHENTICITY).state(Code.SENT),
                MadeNotice.of("not known, older", Code.AUTHENTICITY).received("2026-11-01"),
                MadeNotice.of("not known, newer", Code.AUTHENTICITY).received("2026-11-02"),
                MadeNotice.of("due", Code.AUTHENTICITY).deadline("2026-11-30"),
                MadeNotice.of("due sooner", Code.ORDER_DEFECT_RATE).received("2026-11-21"),
                MadeNotice.of("overdue", Code.AUTHENTICITY).deadline("2026-11-10"));

        assertThat(notices.all())
                .extracting(notice -> notice.row().id())
                .containsExactly(
                        "overdue", "due sooner", "due", "not known, newer", "not known, older", "with Amazon", "over");
        assertThat(notices.open()).hasSize(6);
    }

    /** 180 days end on the as-of date; the first of them is 179 days before it. */
    @ParameterizedTest(name = "the older one received on {0}: alike is {1}")
    @CsvSource({"2026-05-27, true", "2026-05-26, false"})
    void alikeWithin180Days(String older, boolean alike) {
        Notices notices = notices(
                MadeNotice.of("1", Code.RESTRICTED_PRODUCTS).received(older).state(Code.CLOSED),
                MadeNotice.of("2", Code.RESTRICTED_PRODUCTS).received("2026-11-22"),
                MadeNotice.of("3", Code.INTELLECTUAL_PROPERTY).received("2026-11-22"));

        assertThat(notices.alike())
                .isEqualTo(
                        alike
                                ? List.of(new Alike(
                                        NoticeKind.RESTRICTED_PRODUCTS,
                                        2,
                                        new Period(LocalDate.of(2026, 5, 27), AS_OF),
                                        Optional.of(2L)))
                                : List.of());
    }

    @ParameterizedTest(name = "{1} notices of {0}: at the limit {2}")
    @CsvSource({
        "RESTRICTED_PRODUCTS, 2, true",
        "INTELLECTUAL_PROPERTY, 4, false",
        "INTELLECTUAL_PROPERTY, 5, true",
        "CONDITION, 9, false"
    })
    void theLimitsAreThoseOfTheTargets(Code kind, int count, boolean reached) {
        MadeNotice[] notices = new MadeNotice[count];
        for (int i = 0; i < count; i++) {
            notices[i] = MadeNotice.of("N-" + i, kind).received("2026-11-0" + (1 + i));
        }

        assertThat(notices(notices).alike())
                .singleElement()
                .satisfies(alike -> assertThat(alike.count()).isEqualTo(count))
                .extracting(Alike::isAtLimit)
                .isEqualTo(reached);
    }

    /** 180 days; of buyers' complaints they begin two days later. */
    @ParameterizedTest(name = "{0} received on {1}: {3} {2}")
    @CsvSource({
        "LISTING_POLICY, 2026-05-27, 2026-11-22, notice.counted-until",
        "LISTING_POLICY, 2026-05-26, 2026-11-21, notice.counted-no-longer",
        "CONDITION, 2026-05-25, 2026-11-22, notice.counted-until",
        "CONDITION, 2026-05-24, 2026-11-21, notice.counted-no-longer"
    })
    void violationsAreCountedForSomeTime(Code kind, String received, LocalDate last, String key) {
        assertThat(remarks(MadeNotice.of("N", kind).received(received).state(Code.CLOSED)))
                .containsExactly(Remark.of(key, "day", last));
    }

    @Test
    void whatIsToBeKnownBesides() {
        assertThat(remarks(MadeNotice.of("N", Code.TEMPORARY_REVIEW).received("2026-11-20")))
                .containsExactly(Remark.of("notice.review-until", "day", LocalDate.of(2026, 12, 20)));
        assertThat(remarks(MadeNotice.of("N", Code.FUNDS_WITHHELD).received("2026-11-20")))
                .containsExactly(Remark.of("notice.funds"));
        assertThat(remarks(MadeNotice.of("N", Code.VERIFICATION).text(Field.DUE, "within 3 days")))
                .containsExactly(Remark.of("notice.deadline-is-no-day", "found", "within 3 days"));
        assertThat(remarks(MadeNotice.of("N", Code.TEMPORARY_REVIEW)
                        .received("2026-11-20")
                        .state(Code.CLOSED)))
                .isEmpty();
    }

    @ParameterizedTest(name = "a notice of {0}: gone is {1}")
    @CsvSource({"B0GONE0001; GONE-1, true", "B0GONE0001 KEPT-1, false", "B0KEPT0001, false", "'', false"})
    void aNoticeWhoseListingsAreGoneStaysOpen(String listings, boolean gone) {
        FactTable.Builder offers = new FactTable.Builder(EnumSet.of(Field.SKU, Field.ASIN));
        offers.text(Field.SKU, "KEPT-1").text(Field.ASIN, "B0KEPT0001").endRow(2);
        Notice notice = Notices.of(
                        OneStore.ledger(
                                OneStore.of("US"),
                                AS_OF,
                                List.of(
                                        OneStore.file(FactType.LISTING, offers.build()),
                                        OneStore.file(
                                                FactType.NOTICE,
                                                MadeNotice.table(MadeNotice.of("N", Code.LISTING_POLICY)
                                                        .text(Field.LISTINGS, listings))))),
                        targets(OneStore.of("US")))
                .all()
                .get(0);

        assertThat(notice.isOpen()).isTrue();
        assertThat(notice.remarks())
                .isEqualTo(gone ? List.of(Remark.of("notice.listings-gone", "file", "north/LISTING")) : List.of());
    }

    private static Clock clock(MadeNotice notice) {
        return clock(OneStore.of("US"), AS_OF, notice);
    }

    private static Clock clock(Store store, LocalDate asOf, MadeNotice notice) {
        return notices(store, asOf, notice).all().get(0).clock();
    }

    private static List<Remark> remarks(MadeNotice notice) {
        return notices(notice).all().get(0).remarks();
    }

    private static Notices notices(MadeNotice... notices) {
        return notices(OneStore.of("US"), AS_OF, notices);
    }

    private static Notices notices(Store store, LocalDate asOf, MadeNotice... notices) {
        FileFacts file = OneStore.file(FactType.NOTICE, MadeNotice.table(notices));
        return Notices.of(OneStore.ledger(store, asOf, List.of(file)), targets(store));
    }

    private static List<Target> targets(Store store) {
        return TargetFile.shipped().inForce(store.marketplace(), AS_OF);
    }
}
