package redflag.ledger;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Remark;

/**
 * What one export file says. Immutable.
 *
 * @param file its path in the exports folder, with {@code /}
 * @param sha256 hash of its bytes, in hexadecimal
 * @param kind id of its export kind
 * @param kindVersion version of the kind's definition: facts of another version are not these facts
 * @param charset that it was read with; empty for XLSX
 * @param rowsRead rows under the header, blank lines apart; always accepted + rejected
 * @param rowsRejected rows that could not be used, all of them
 * @param rejections the rejected rows, {@value #REJECTIONS_KEPT} at most
 * @param warnings words and names that were not known, in the order met
 */
public record FileFacts(
        String file,
        String sha256,
        String kind,
        int kindVersion,
        String charset,
        long rowsRead,
        long rowsRejected,
        List<Rejection> rejections,
        List<Remark> warnings,
        Map<FactType, FactTable> tables) {

    /** So that a file of nothing but bad rows can't fill the memory. */
    public static final int REJECTIONS_KEPT = 1_000;

    public FileFacts {
        rejections = List.copyOf(rejections);
        warnings = List.copyOf(warnings);
        Map<FactType, FactTable> copy = new EnumMap<>(FactType.class);
        copy.putAll(tables);
        tables = Collections.unmodifiableMap(copy);
    }

    public long rowsAccepted() {
        return rowsRead - rowsRejected;
    }

    /** False where rows stood in it and not one could be used: that says nothing, while a file without rows says none. */
    public boolean isUsable() {
        return rowsRead == 0 || rowsAccepted() > 0;
    }

    public Optional<FactTable> table(FactType type) {
        return Optional.ofNullable(tables.get(type));
    }
}
