package redflag.documents;

import static redflag.documents.ChecklistItem.Need.IF_ASKED;
import static redflag.documents.ChecklistItem.Need.ONE_OF;
import static redflag.documents.ChecklistItem.Need.REQUIRED;
import static redflag.documents.Need.Check.ADDRESS;
import static redflag.documents.Need.Check.BEFORE_NOTICE;
import static redflag.documents.Need.Check.BUYER;
import static redflag.documents.Need.Check.CONTACT;
import static redflag.documents.Need.Check.DOCUMENT_OR_PICTURE;
import static redflag.documents.Need.Check.EACH_LISTING;
import static redflag.documents.Need.Check.EACH_ORDER;
import static redflag.documents.Need.Check.NAME;
import static redflag.documents.Need.Check.SMALL;
import static redflag.documents.Need.Check.SUPPLIER;
import static redflag.documents.Need.Check.UNITS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import redflag.ledger.Code;
import redflag.notices.Notice;
import redflag.notices.NoticeKind;

/** Which papers answer which reason: the table of src/docs/documents.md. */
final class Needs {

    /** Of an invoice, before the notice came [A45]. */
    static final int DAYS_OF_AN_INVOICE = 365;

    /** The answer to a complaint of a copyright that says it is a mistake [A46]. */
    static final String COUNTER_NOTICE = "counter-notice";

    /** Of a utility bill [A48]. */
    static final int DAYS_OF_A_BILL = 90;

    private static final Set<DocumentKind> INVOICE = Set.of(DocumentKind.SUPPLIER_INVOICE);
    private static final Set<DocumentKind> AUTHORISATION =
            Set.of(DocumentKind.LETTER_OF_AUTHORISATION, DocumentKind.LICENCE);

    private static final Need INVOICES = new Need(
            "supplier-invoices",
            REQUIRED,
            INVOICE,
            Set.of(EACH_LISTING, UNITS, BUYER, SUPPLIER, DOCUMENT_OR_PICTURE, BEFORE_NOTICE),
            DAYS_OF_AN_INVOICE,
            List.of("A45", "A60", "C52", "C-aslinv"));

    /** What Amazon verifies a seller by; also of an account that has not begun. */
    private static final List<Need> VERIFICATION = List.of(
            new Need(
                    "identity",
                    REQUIRED,
                    Set.of(DocumentKind.IDENTITY),
                    Set.of(CONTACT, SMALL),
                    0,
                    List.of("A47", "A48")),
            new Need(
                    "proof-of-address",
                    REQUIRED,
                    Set.of(DocumentKind.PROOF_OF_ADDRESS),
                    Set.of(NAME, ADDRESS, SMALL),
                    DAYS_OF_A_BILL,
                    List.of("A47", "A48")),
            new Need(
                    "business-licence",
                    IF_ASKED,
                    Set.of(DocumentKind.BUSINESS_LICENCE),
                    Set.of(NAME, ADDRESS, SMALL),
                    0,
                    List.of("A47", "A48")),
            new Need(
                    "bank-statement",
                    IF_ASKED,
                    Set.of(DocumentKind.BANK_STATEMENT),
                    Set.of(NAME, ADDRESS, SMALL),
                    0,
                    List.of("A47", "A48")),
            need("credit-card", REQUIRED, Set.of(), "A48"));

    private Needs() {}

    /** @param notice what is on file of it; it may say which right is at stake */
    static List<Need> of(NoticeKind reason, Optional<Notice> notice) {
        return switch (reason) {
            case AUTHENTICITY ->
                List.of(
                        INVOICES,
                        need("sales-records", REQUIRED, Set.of(), "A45"),
                        listed("authorisation", IF_ASKED, AUTHORISATION, "A61", "C77"),
                        need("brand-registration", IF_ASKED, Set.of(DocumentKind.BRAND_REGISTRATION), "A61"),
                        named("business-licence", IF_ASKED, Set.of(DocumentKind.BUSINESS_LICENCE), "A61"));
            case CONDITION ->
                List.of(
                        INVOICES,
                        listed(
                                "condition-control",
                                REQUIRED,
                                Set.of(DocumentKind.PACKAGING_PHOTO, DocumentKind.INSPECTION_RECORD),
                                "C47",
                                "C-attmedia",
                                "C49"));
            case INTELLECTUAL_PROPERTY -> ofARight(notice);
            case PRODUCT_SAFETY ->
                List.of(
                        listed("test-reports", REQUIRED, Set.of(DocumentKind.TEST_REPORT), "A62"),
                        listed("lot-and-expiry", REQUIRED, Set.of(DocumentKind.INSPECTION_RECORD), "A62"),
                        asked(INVOICES, IF_ASKED, "A42"));
            case RESTRICTED_PRODUCTS ->
                List.of(
                        need("deleted-listings", ONE_OF, Set.of(), "A51"),
                        listed("permitted", ONE_OF, Set.of(DocumentKind.LICENCE, DocumentKind.TEST_REPORT), "A51"));
            case REVIEW_POLICY ->
                List.of(
                        need("services-and-accounts", REQUIRED, Set.of(), "C50rev"),
                        need("terminations", REQUIRED, Set.of(DocumentKind.CONTRACT), "C50rev"));
            case DROP_SHIPPING ->
                List.of(
                        delivered("A76", "C61"),
                        need("supplier-agreement", REQUIRED, Set.of(DocumentKind.CONTRACT), "C61"),
                        need("packing-slips", REQUIRED, Set.of(DocumentKind.PACKAGING_PHOTO), "C61"),
                        need("other-stores", REQUIRED, Set.of(), "A76"));
            case LINKED_ACCOUNTS ->
                List.of(
                        named("business-licence", REQUIRED, Set.of(DocumentKind.BUSINESS_LICENCE), "C59"),
                        need("ownership", REQUIRED, Set.of(), "C59"),
                        aged("address-or-bank", Set.of(DocumentKind.PROOF_OF_ADDRESS, DocumentKind.BANK_STATEMENT)),
                        need("access-records", REQUIRED, Set.of(), "C59", "C60"),
                        need("contract-ends", IF_ASKED, Set.of(DocumentKind.CONTRACT), "C59", "C60"));
            case VERIFICATION -> verification(notice);
            case TEMPORARY_REVIEW -> List.of(need("tracking-numbers", REQUIRED, Set.of(), "A49"), delivered("A49"));
            case VALID_TRACKING ->
                List.of(need("carrier-scans", REQUIRED, Set.of(DocumentKind.PROOF_OF_DELIVERY), "C20"));
            case PERFORMANCE,
                    ORDER_DEFECT_RATE,
                    LATE_SHIPMENT,
                    CANCELLATION,
                    ON_TIME_DELIVERY,
                    INVOICE_DEFECTS,
                    LISTING_POLICY,
                    DEACTIVATION,
                    FUNDS_WITHHELD -> List.of();
        };
    }

    /** In any case only those that Amazon's words on the notice name, where they name some. */
    private static List<Need> verification(Optional<Notice> notice) {
        Set<String> named = notice.flatMap(of -> of.row().amazonWrote())
                .map(VerificationPaper::namedIn)
                .orElse(Set.of());
        return named.isEmpty()
                ? VERIFICATION
                : VERIFICATION.stream()
                        .map(need -> need.as(named.contains(need.id()) ? REQUIRED : IF_ASKED))
                        .toList();
    }

    private static List<Need> ofARight(Optional<Notice> notice) {
        Optional<Code> right = notice.flatMap(of -> of.row().right().code());
        Optional<Code> complaint = notice.flatMap(of -> of.row().complaint().code());
        if (complaint.equals(Optional.of(Code.SUSPECTED))) {
            return List.of(listed("authorisation", IF_ASKED, AUTHORISATION, "A42"));
        }
        List<Need> needs = new ArrayList<>();
        needs.add(listed("retraction", ONE_OF, Set.of(DocumentKind.RETRACTION), "C57"));
        needs.add(listed("authorisation", ONE_OF, AUTHORISATION, "C56", "C77"));
        needs.add(asked(INVOICES, right.equals(Optional.of(Code.COUNTERFEIT)) ? REQUIRED : IF_ASKED, "C56"));
        if (right.isEmpty() || right.equals(Optional.of(Code.COPYRIGHT))) {
            needs.add(need(COUNTER_NOTICE, ONE_OF, Set.of(), "A46"));
        }
        if (right.isEmpty() || right.equals(Optional.of(Code.PATENT))) {
            needs.add(need("neutral-evaluation", ONE_OF, Set.of(), "C-tutamen"));
        }
        return needs;
    }

    private static Need need(String id, ChecklistItem.Need need, Set<DocumentKind> kinds, String... sources) {
        return new Need(id, need, kinds, Set.of(), 0, List.of(sources));
    }

    private static Need listed(String id, ChecklistItem.Need need, Set<DocumentKind> kinds, String... sources) {
        return new Need(id, need, kinds, Set.of(EACH_LISTING), 0, List.of(sources));
    }

    private static Need named(String id, ChecklistItem.Need need, Set<DocumentKind> kinds, String... sources) {
        return new Need(id, need, kinds, Set.of(NAME), 0, List.of(sources));
    }

    private static Need delivered(String... sources) {
        return new Need(
                "proof-of-delivery",
                REQUIRED,
                Set.of(DocumentKind.PROOF_OF_DELIVERY),
                Set.of(EACH_ORDER),
                0,
                List.of(sources));
    }

    private static Need aged(String id, Set<DocumentKind> kinds) {
        return new Need(id, REQUIRED, kinds, Set.of(NAME, ADDRESS), 0, List.of("C59"));
    }

    private static Need asked(Need like, ChecklistItem.Need need, String... sources) {
        return new Need(like.id(), need, like.kinds(), like.checks(), like.mostDays(), List.of(sources));
    }
}
