package redflag.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import redflag.basics.Remark;
import redflag.documents.ChecklistItem.State;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.Field;
import redflag.notices.MadeNotice;
import redflag.notices.NoticeKind;

/** What the papers of a register are to what Amazon asks for: every day and every number at its edge. */
class ChecklistsTests {

    private static final String ASIN = "B0MADEUP01";

    @TempDir
    Path folder;

    private Desk desk = new Desk(Path.of(""));

    @BeforeEach
    void begin() {
        desk = new Desk(folder);
    }

    private static MadeNotice notice(Code kind) {
        return MadeNotice.of("N-1", kind).received("2026-11-20");
    }

    private static MadeNotice ofOneListing(Code kind) {
        return notice(kind).text(Field.LISTINGS, ASIN);
    }

    /** 365 days before 2026-11-20 is 2025-11-20: that day counts, and so does the day of the notice itself. */
    @ParameterizedTest(name = "an invoice of {0} is {1}")
    @CsvSource({
        "2025-11-19, TOO_OLD",
        "2025-11-20, THERE",
        "2026-11-19, THERE",
        "2026-11-20, THERE",
        "2026-11-21, DATED_AFTER_NOTICE"
    })
    void anInvoiceIsOfThe365DaysBeforeTheNotice(String issued, State state) {
        desk.notice(notice(Code.AUTHENTICITY)).invoice("D-1", issued, ASIN, "10");

        assertThat(desk.item("supplier-invoices").state()).isEqualTo(state);
    }

    /** 90 days before 2026-11-20 is 2026-08-22. A bill of after the notice is what cures one that is too old. */
    @ParameterizedTest(name = "a bill of {0} is {1}")
    @CsvSource({"2026-08-21, TOO_OLD", "2026-08-22, THERE", "2026-11-20, THERE", "2026-11-21, THERE"})
    void aBillIsOfThe90DaysBeforeTheNotice(String issued, State state) {
        desk.notice(notice(Code.VERIFICATION)).paper("D-1", Code.PROOF_OF_ADDRESS, bill(issued));

        assertThat(desk.item("proof-of-address").state()).isEqualTo(state);
    }

    private static Consumer<FactTable.Builder> bill(String issued) {
        return row -> row.day(Field.ISSUED, LocalDate.parse(issued))
                .text(Field.HOLDER, "Alder Bells Ltd")
                .text(Field.HOLDER_ADDRESS, "1 Foundry Lane");
    }

    @Test
    void aBillThatHasGrownTooOldSinceTheNoticeIsSaidSo() {
        desk.notice(notice(Code.VERIFICATION)).paper("D-1", Code.PROOF_OF_ADDRESS, bill("2026-08-24"));

        assertThat(desk.item("proof-of-address").papers().get(0).remarks()).isEmpty();

        begin();
        desk.notice(notice(Code.VERIFICATION)).paper("D-1", Code.PROOF_OF_ADDRESS, bill("2026-08-23"));

        assertThat(desk.item("proof-of-address").papers().get(0).remarks())
                .extracting(Remark::key)
                .containsExactly("document.older-by-now");
    }

    /** Without a notice ages are counted back from the day of the report: 90 days before 2026-11-22 is 2026-08-24. */
    @ParameterizedTest(name = "a bill of {0} is {1}")
    @CsvSource({"2026-08-23, TOO_OLD", "2026-08-24, THERE", "2026-11-22, THERE"})
    void withoutANoticeTheDayOfTheReportCounts(String issued, State state) {
        desk.paper("D-1", Code.PROOF_OF_ADDRESS, bill(issued));
        Checklist checklist = desk.checklist(NoticeKind.VERIFICATION);

        assertThat(checklist.isFromNotice()).isFalse();
        assertThat(checklist.from()).isEqualTo(Desk.AS_OF);
        assertThat(checklist.items().get(1).state()).isEqualTo(state);
    }

    @Test
    void aPaperDatedAfterTheReportIsNotThereYet() {
        desk.notice(notice(Code.VERIFICATION)).paper("D-1", Code.PROOF_OF_ADDRESS, bill("2026-11-23"));

        assertThat(desk.item("proof-of-address").state()).isEqualTo(State.MISSING);
    }

    /** It is valid on the day itself. */
    @ParameterizedTest(name = "what expires on {0} is {1}")
    @CsvSource({"2026-11-21, EXPIRED", "2026-11-22, THERE", "2026-11-23, THERE"})
    void whatHasExpiredIsSaid(String expires, State state) {
        desk.notice(notice(Code.VERIFICATION))
                .paper(
                        "D-1",
                        Code.IDENTITY,
                        row -> row.day(Field.EXPIRES, LocalDate.parse(expires)).text(Field.HOLDER, "Ann Alder"));

        assertThat(desk.item("identity").state()).isEqualTo(state);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "Alder Bells Ltd, THERE",
        "ALDER  BELLS LTD, THERE",
        "Ａlder Bells Ltd, THERE",
        "Alder Bells Ltd., UNLIKE",
        "Alder Bell Ltd, UNLIKE",
        "'', THERE"
    })
    void theBuyerOfAnInvoiceIsTheAccount(String buyer, State state) {
        desk.notice(notice(Code.AUTHENTICITY)).paper("D-1", Code.SUPPLIER_INVOICE, row -> {
            row.day(Field.ISSUED, LocalDate.of(2026, 9, 1)).text(Field.SUPPLIER, "Bellfounders");
            if (!buyer.isEmpty()) {
                row.text(Field.BUYER, buyer);
            }
        });
        ChecklistItem item = desk.item("supplier-invoices");

        assertThat(item.state()).isEqualTo(state);
        assertThat(item.papers().get(0).remarks().stream().map(Remark::key).anyMatch("document.not-compared"::equals))
                .isEqualTo(buyer.isEmpty());
    }

    @Test
    void whatIsNotKnownOfTheAccountIsNotCompared() {
        desk.ofNobodyKnown().notice(notice(Code.VERIFICATION)).paper("D-1", Code.PROOF_OF_ADDRESS, bill("2026-11-01"));
        ChecklistItem item = desk.item("proof-of-address");

        assertThat(item.state()).isEqualTo(State.THERE);
        assertThat(item.papers().get(0).remarks())
                .extracting(remark -> remark.key() + " " + remark.facts().get("what") + " "
                        + remark.facts().get("missing"))
                .containsExactly("document.not-compared name account", "document.not-compared address account");
    }

    @ParameterizedTest(name = "{0} of {1} bytes is {2}")
    @CsvSource({
        "a.pdf, 1, THERE",
        "a.JPEG, 9999999, THERE",
        "a.jpg, 10000000, WRONG_FORM",
        "a.pdf, 0, WRONG_FORM",
        "a.heic, 1000, THERE"
    })
    void anIdentityIsSmallerThan10MB(String name, long bytes, State state) {
        desk.notice(notice(Code.VERIFICATION))
                .size(name, bytes)
                .row("D-1", Code.IDENTITY, row -> row.text(Field.FILE, name).text(Field.HOLDER, "Ann Alder"));

        assertThat(desk.item("identity").state()).isEqualTo(state);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"a.pdf, THERE", "a.PNG, THERE", "a.gif, THERE", "a.docx, WRONG_FORM", "a, WRONG_FORM"})
    void anInvoiceIsADocumentOrAPicture(String name, State state) {
        desk.notice(notice(Code.AUTHENTICITY))
                .size(name, 20_000_000)
                .row(
                        "D-1",
                        Code.SUPPLIER_INVOICE,
                        row -> row.text(Field.FILE, name)
                                .day(Field.ISSUED, LocalDate.of(2026, 9, 1))
                                .text(Field.SUPPLIER, "Bellfounders"));

        assertThat(desk.item("supplier-invoices").state()).isEqualTo(state);
    }

    /** All 365 days to the notice are known, and two ways of selling are one. */
    private void sellingForAYear(long units) {
        desk.sold("2025-11-01", "B0OTHER001", "OTHER", 1);
        for (LocalDate day = LocalDate.of(2025, 11, 3); !day.isAfter(Desk.AS_OF); day = day.plusDays(2)) {
            desk.sold(day.toString(), "B0OTHER001", "OTHER", 1);
        }
        desk.sold("2026-03-01", ASIN, "BELL-1", units);
    }

    @ParameterizedTest(name = "{0} units invoiced of 100 sold: {1}")
    @CsvSource({"99, UNITS_SHORT", "100, THERE", "101, THERE", "'1,000', THERE"})
    void unitsOfInvoicesCoverWhatWasSold(String units, State state) {
        sellingForAYear(100);
        desk.notice(ofOneListing(Code.AUTHENTICITY)).invoice("D-1", "2026-01-10", ASIN, units);
        ChecklistItem item = desk.item("supplier-invoices");

        assertThat(item.state()).isEqualTo(state);
        assertThat(item.sold().orElseThrow().units()).isEqualTo(100);
        assertThat(item.sold().orElseThrow().isWhole()).isTrue();
    }

    @Test
    void unitsOfSeveralInvoicesAddUpAndOnesThatCanNotServeDoNotCount() {
        sellingForAYear(100);
        desk.notice(ofOneListing(Code.AUTHENTICITY))
                .invoice("D-1", "2026-01-10", ASIN + " B0OTHER001", "60; 900")
                .invoice("D-2", "2026-02-10", "bell-1", "40")
                .invoice("D-3", "2024-02-10", ASIN, "500");

        // a SKU is one of its ASIN by the listings report only, and there is none
        assertThat(desk.item("supplier-invoices").state()).isEqualTo(State.UNITS_SHORT);

        desk.invoice("D-4", "2026-02-11", ASIN, "40");

        assertThat(desk.item("supplier-invoices").state()).isEqualTo(State.THERE);
    }

    /** The last of the 365 days is that of the notice, the first one 2025-11-21. */
    @ParameterizedTest(name = "sold on {0}: {1} units")
    @CsvSource({"2025-11-20, 0", "2025-11-21, 7", "2026-11-20, 7", "2026-11-21, 0"})
    void the365DaysEndWithTheNotice(String day, long units) {
        desk.notice(ofOneListing(Code.AUTHENTICITY)).sold(day, ASIN, "BELL-1", 7);

        assertThat(desk.item("supplier-invoices").sold().orElseThrow().units()).isEqualTo(units);
    }

    @Test
    void whatWasCancelledWasNotSold() {
        desk.notice(ofOneListing(Code.AUTHENTICITY)).order("2026-11-01", ASIN, "BELL-1", 7, Code.CANCELLED);

        assertThat(desk.item("supplier-invoices").sold().orElseThrow().units()).isZero();
    }

    /** Of 20 days of exports nobody can say that they are a year: what covers them is not said to cover it. */
    @Test
    void exportsOfFewerDaysProveNothing() {
        desk.notice(ofOneListing(Code.AUTHENTICITY)).invoice("D-1", "2026-01-10", ASIN, "100");
        for (int day = 1; day <= 20; day++) {
            desk.sold("2026-11-%02d".formatted(day), ASIN, "BELL-1", 1);
        }
        ChecklistItem item = desk.item("supplier-invoices");

        assertThat(item.state()).isEqualTo(State.NOT_KNOWN);
        assertThat(item.sold().orElseThrow().daysKnown()).isEqualTo(20);
        assertThat(item.sold().orElseThrow().daysSold()).isEqualTo(365);

        desk.invoice("D-2", "2026-01-10", ASIN, "0").sellingSince("2026-11-01");

        assertThat(desk.item("supplier-invoices").state()).isEqualTo(State.THERE);
    }

    /** What is short of the days that are known is short of the year. */
    @Test
    void exportsOfFewerDaysShowWhatIsShort() {
        desk.notice(ofOneListing(Code.AUTHENTICITY))
                .invoice("D-1", "2026-01-10", ASIN, "5")
                .sold("2026-11-01", ASIN, "BELL-1", 6);

        assertThat(desk.item("supplier-invoices").state()).isEqualTo(State.UNITS_SHORT);
    }

    @Test
    void withoutAnyOrderExportNoUnitIsCompared() {
        desk.notice(ofOneListing(Code.AUTHENTICITY)).invoice("D-1", "2026-01-10", ASIN, "5");
        ChecklistItem item = desk.item("supplier-invoices");

        assertThat(item.state()).isEqualTo(State.NOT_KNOWN);
        assertThat(item.sold().orElseThrow().daysKnown()).isZero();
    }

    @Test
    void anItemWithoutAsinMayHaveBeenAny() {
        sellingForAYear(100);
        desk.sold("2026-04-01", "", "BELL-2", 1)
                .notice(ofOneListing(Code.AUTHENTICITY))
                .invoice("D-1", "2026-01-10", ASIN, "100");
        ChecklistItem item = desk.item("supplier-invoices");

        assertThat(item.sold().orElseThrow().isAtLeast()).isTrue();
        assertThat(item.state()).isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void twoRowsOfOneFileCountOnce() {
        sellingForAYear(100);
        desk.notice(ofOneListing(Code.AUTHENTICITY)).invoice("D-1", "2026-01-10", ASIN, "60");
        desk.row(
                "D-2",
                Code.SUPPLIER_INVOICE,
                row -> row.text(Field.FILE, "D-1.pdf")
                        .day(Field.ISSUED, LocalDate.of(2026, 1, 10))
                        .text(Field.SUPPLIER, "Bellfounders")
                        .text(Field.LISTINGS, ASIN)
                        .text(Field.UNITS, "60"));

        assertThat(desk.item("supplier-invoices").state()).isEqualTo(State.UNITS_SHORT);
    }

    @Test
    void anInvoiceThatNamesNoProductOrNoUnitsDecidesNothing() {
        sellingForAYear(100);
        desk.notice(ofOneListing(Code.AUTHENTICITY)).invoice("D-1", "2026-01-10", "", "100");

        assertThat(desk.item("supplier-invoices").state()).isEqualTo(State.NOT_KNOWN);

        desk.invoice("D-2", "2026-01-10", ASIN, "");

        assertThat(desk.item("supplier-invoices").state()).isEqualTo(State.NOT_KNOWN);
        assertThat(desk.item("supplier-invoices").remarks())
                .extracting(Remark::key)
                .containsExactly("document.without-units", "document.units");
    }

    @Test
    void eachListingIsAskedFor() {
        desk.notice(notice(Code.CONDITION).text(Field.LISTINGS, ASIN + "; B0MADEUP02"))
                .paper("D-1", Code.INSPECTION_RECORD, row -> row.text(Field.LISTINGS, ASIN));

        assertThat(desk.checklist().items())
                .extracting(item -> item.id() + " " + item.listing().orElse("") + " " + item.state())
                .containsExactly(
                        "supplier-invoices B0MADEUP01 MISSING",
                        "supplier-invoices B0MADEUP02 MISSING",
                        "condition-control B0MADEUP01 THERE",
                        "condition-control B0MADEUP02 MISSING");
    }

    @Test
    void onePaperServesSeveralItemsAndNoticesAndOneForANoticeOnlyThat() {
        desk.notice(MadeNotice.of("N-1", Code.LINKED_ACCOUNTS).received("2026-11-20"))
                .notice(MadeNotice.of("N-2", Code.VERIFICATION).received("2026-11-20"))
                .paper(
                        "D-1",
                        Code.BUSINESS_LICENCE,
                        row -> row.text(Field.HOLDER, "Alder Bells Ltd").text(Field.HOLDER_ADDRESS, "1 Foundry Lane"))
                .paper("D-2", Code.PROOF_OF_ADDRESS, row -> bill("2026-11-01").accept(row.text(Field.NOTICES, "N-2")));
        Documents documents = desk.documents();

        assertThat(there(documents, "N-1")).containsExactly("business-licence");
        assertThat(there(documents, "N-2")).containsExactly("proof-of-address", "business-licence");
    }

    private static List<String> there(Documents documents, String notice) {
        return documents.checklists().get(notice).items().stream()
                .filter(ChecklistItem::isThere)
                .map(ChecklistItem::id)
                .toList();
    }

    @Test
    void aNoticeThatNobodyHasIsWarnedOf() {
        desk.paper("D-1", Code.CONTRACT, row -> row.text(Field.NOTICES, "N-9"));

        assertThat(desk.documents().warnings())
                .extracting(Remark::key)
                .containsExactly("warning.document-of-no-notice");
    }

    /** Any of several ways answers; then the others are not asked for. */
    @Test
    void oneOfSeveralWaysIsEnough() {
        desk.notice(ofOneListing(Code.INTELLECTUAL_PROPERTY).code(Field.RIGHT, Code.TRADEMARK));

        assertThat(desk.checklist().open())
                .extracting(ChecklistItem::id)
                .containsExactly("retraction", "authorisation");

        desk.paper("D-1", Code.LETTER_OF_AUTHORISATION, row -> row.text(Field.LISTINGS, ASIN));

        assertThat(desk.checklist().open()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "TRADEMARK, retraction authorisation supplier-invoices",
        "COPYRIGHT, retraction authorisation supplier-invoices counter-notice",
        "PATENT, retraction authorisation supplier-invoices neutral-evaluation",
        "COUNTERFEIT, retraction authorisation supplier-invoices"
    })
    void whatAnswersARightDependsOnIt(Code right, String items) {
        desk.notice(notice(Code.INTELLECTUAL_PROPERTY).code(Field.RIGHT, right));

        assertThat(desk.checklist().items()).extracting(ChecklistItem::id).containsExactly(items.split(" "));
    }

    /** The form of a counter-notice is that of the law of the United States. */
    @Test
    void elsewhereALawyerChoosesTheFormOfACounterNotice() {
        desk.notice(notice(Code.INTELLECTUAL_PROPERTY).code(Field.RIGHT, Code.COPYRIGHT));

        assertThat(desk.checklist().remarks())
                .extracting(Remark::key)
                .doesNotContain("document.counter-notice-elsewhere");
        assertThat(desk.on("DE").checklist().remarks())
                .extracting(Remark::key)
                .contains("document.counter-notice-elsewhere");
    }

    /** A notice that asks for some papers asks for no others. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', identity proof-of-address credit-card",
        "Provide what we ask for, identity proof-of-address credit-card",
        "Provide an identity document and a utility bill, identity proof-of-address",
        "Provide your ID card and a bank statement., identity bank-statement",
        "Complaint ID 77: a valid credit card and a business license, business-licence credit-card",
        "A passport or driver's licence, identity",
        "请提供营业执照和银行对账单, business-licence bank-statement",
        "请提供护照、地址证明和信用卡, identity proof-of-address credit-card"
    })
    void papersThatAmazonNamesAreAskedForInAnyCase(String wrote, String always) {
        MadeNotice notice = notice(Code.VERIFICATION);
        desk.notice(wrote.isEmpty() ? notice : notice.text(Field.AMAZON_WROTE, wrote));

        assertThat(desk.checklist().items()).hasSize(5);
        assertThat(desk.checklist().items().stream()
                        .filter(item -> item.need() == ChecklistItem.Need.REQUIRED)
                        .map(ChecklistItem::id))
                .containsExactly(always.split(" "));
    }

    /** One paper may be about several orders; the register does not say. */
    @ParameterizedTest(name = "one proof of {0}: {1}")
    @CsvSource({"'', THERE", "111-0000000-0000001, THERE", "111-0000000-0000001 111-0000000-0000002, NOT_KNOWN"})
    void eachOrderIsToBeProven(String orders, State state) {
        MadeNotice notice = notice(Code.TEMPORARY_REVIEW);
        desk.notice(orders.isEmpty() ? notice : notice.text(Field.ORDER_LIST, orders))
                .paper("D-1", Code.PROOF_OF_DELIVERY, row -> row.day(Field.ISSUED, LocalDate.of(2026, 11, 21)));

        assertThat(desk.item("proof-of-delivery").state()).isEqualTo(state);
    }

    /** What no paper can show is gathered by people; of what no source names papers for nothing is asked. */
    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void everyReasonHasItemsWithSourcesOrSaysThatNoneAreKnown(NoticeKind reason) {
        Checklist checklist = desk.checklist(reason);

        assertThat(checklist.items().isEmpty())
                .isEqualTo(checklist.remarks().stream()
                        .map(Remark::key)
                        .anyMatch(key -> key.equals("document.nothing-named") || key.equals("document.by-reason")));
        assertThat(checklist.items()).allSatisfy(item -> {
            assertThat(item.sources()).isNotEmpty();
            assertThat(item.state()).isEqualTo(item.kinds().isEmpty() ? State.TO_GATHER : State.MISSING);
        });
    }

    @Test
    void theRegisterIsOneThingAndTheFileAnother() {
        desk.notice(notice(Code.VERIFICATION)).row("D-1", Code.IDENTITY, row -> row.text(Field.HOLDER, "Ann Alder"));
        ChecklistItem item = desk.item("identity");

        assertThat(item.state()).isEqualTo(State.FILE_MISSING);
        assertThat(item.papers().get(0).document().file().state()).isEqualTo(DocumentFile.State.NOT_NAMED);
    }
}
