package redflag.documents;

import java.util.List;
import java.util.Set;

/**
 * A paper that Amazon asks for, and what it must be like.
 *
 * @param id names its words
 * @param kinds of which one serves; none for what no register of papers has
 * @param checks what is looked at
 * @param mostDays so many days may lie between its date and the day counted from, both ends included; 0 where nobody says
 * @param sources tags of src/docs/documents.md
 */
record Need(
        String id,
        ChecklistItem.Need need,
        Set<DocumentKind> kinds,
        Set<Check> checks,
        int mostDays,
        List<String> sources) {

    /** What is looked at of a paper, beside its file and that it has not expired. */
    enum Check {
        /** It bears the name of the business. */
        NAME,
        /** It bears the name of the person whom Amazon verifies. */
        CONTACT,
        ADDRESS,
        /** It is sold to the business. */
        BUYER,
        SUPPLIER,
        /** It is a PDF, JPG, PNG or GIF. */
        DOCUMENT_OR_PICTURE,
        /** It is smaller than 10 MB. */
        SMALL,
        /** It was there before the notice came. */
        BEFORE_NOTICE,
        /** It is asked for each of the listings. */
        EACH_LISTING,
        /** There is one for each of the orders, or one that is about several. */
        EACH_ORDER,
        /** It covers what was sold of the listing in 365 days. */
        UNITS
    }

    Need {
        kinds = Set.copyOf(kinds);
        checks = Set.copyOf(checks);
        sources = List.copyOf(sources);
    }

    /** The same, asked for so. */
    Need as(ChecklistItem.Need other) {
        return new Need(id, other, kinds, checks, mostDays, sources);
    }

    boolean checks(Check check) {
        return checks.contains(check);
    }
}
