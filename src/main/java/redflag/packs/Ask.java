package redflag.packs;

import java.util.Optional;
import java.util.regex.Pattern;
import redflag.check.Letter.Part;
import redflag.documents.Document;
import redflag.plan.Measure;

/** What an answer of Amazon's may ask more of, by words that it uses. */
public enum Ask {
    ROOT_CAUSE("root causes?|根本原因"),
    ACTIONS("actions? (?:that )?you have taken|steps? (?:that )?you have taken to (?:resolve|fix)|corrective"
            + "|已采取的?(?:措施|行动)|纠正"),
    PREVENTION("prevent|going forward|in the future|预防|防止"),
    INVOICES("invoices?|receipts?|发票"),
    AUTHORISATION("letters? of authori[sz]ation|authori[sz]ed|licen[cs]e agreement|授权"),
    IDENTITY("utility bill|bank statement|identity|passport|business licen[cs]e|账单|营业执照|身份"),
    TRACKING("tracking|proof of delivery|物流|妥投|运单");

    private final Pattern words;

    Ask(String words) {
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    boolean isIn(String text) {
        return words.matcher(text).find();
    }

    /** The part of a letter that is for it; missing for papers, of which any part may speak. */
    Optional<Part> part() {
        return switch (this) {
            case ROOT_CAUSE -> Optional.of(Part.CAUSES);
            case ACTIONS -> Optional.of(Part.ACTIONS);
            case PREVENTION -> Optional.of(Part.PREVENTION);
            case INVOICES, AUTHORISATION, IDENTITY, TRACKING -> Optional.empty();
        };
    }

    boolean isOf(Measure measure) {
        return measure.part()
                .filter(part -> switch (part) {
                    case CAUSE -> this == ROOT_CAUSE;
                    case ACTION -> this == ACTIONS;
                    case PREVENTION -> this == PREVENTION;
                })
                .isPresent();
    }

    boolean isOf(Document document) {
        return document.kind()
                .filter(kind -> switch (kind) {
                    case SUPPLIER_INVOICE -> this == INVOICES;
                    case LETTER_OF_AUTHORISATION, LICENCE -> this == AUTHORISATION;
                    case IDENTITY, BUSINESS_LICENCE, BANK_STATEMENT, PROOF_OF_ADDRESS -> this == IDENTITY;
                    case PROOF_OF_DELIVERY -> this == TRACKING;
                    default -> false;
                })
                .isPresent();
    }
}
