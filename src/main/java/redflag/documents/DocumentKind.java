package redflag.documents;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import redflag.ledger.Code;

/** What a paper is; each is a {@link Code} of its name. */
public enum DocumentKind {
    BUSINESS_LICENCE,
    IDENTITY,
    BANK_STATEMENT,
    /** A utility bill, or what else shows where somebody is. */
    PROOF_OF_ADDRESS,
    SUPPLIER_INVOICE,
    LETTER_OF_AUTHORISATION,
    /** To use a right of somebody else's. */
    LICENCE,
    TEST_REPORT,
    PACKAGING_PHOTO,
    CONTRACT,
    PROOF_OF_DELIVERY,
    /** How goods were looked at: on arrival, after a return, with lot and expiry. */
    INSPECTION_RECORD,
    /** A rights owner takes a complaint back. */
    RETRACTION,
    BRAND_REGISTRATION;

    static Optional<DocumentKind> of(Code code) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(code.name()))
                .findFirst();
    }

    /** As in machine copies, such as {@code supplier-invoice}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
