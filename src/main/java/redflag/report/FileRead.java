package redflag.report;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A file that was read; always accepted + rejected = rows.
 *
 * @param kind id of its kind
 * @param kindName what Seller Central calls it
 * @param charset empty for workbooks
 * @param from the oldest day that its rows tell of, in UTC; missing where they tell of none
 * @param to the newest
 */
public record FileRead(
        String file,
        String kind,
        String kindName,
        String sha256,
        String charset,
        long rows,
        long accepted,
        long rejected,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {}
