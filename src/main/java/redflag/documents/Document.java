package redflag.documents;

import java.util.List;
import java.util.Optional;
import redflag.ledger.DocumentRow;

/**
 * A paper of a seller.
 *
 * @param row what the register says of it
 * @param kind missing where nobody knows the word
 */
public record Document(DocumentRow row, Optional<DocumentKind> kind, DocumentFile file) {

    /** Whether it may serve this notice: the register names no notice, or this one. */
    boolean isFor(Optional<String> notice) {
        List<String> named = row.notices();
        return notice.isEmpty() || named.isEmpty() || named.contains(notice.get());
    }

    boolean names(String listing) {
        return row.listings().stream().anyMatch(listing::equalsIgnoreCase);
    }
}
