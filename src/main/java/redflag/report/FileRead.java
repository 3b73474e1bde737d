package redflag.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A file that was read; always accepted + rejected = rows.
 *
 * @param kind id of its kind
 * @param kindName what Seller Central calls it
 * @param charset empty for workbooks
 * @param from the oldest day that its rows tell of, in UTC; missing where they tell of none
 * @param to the newest
 * @param rejectedFor headings of the columns that rows were rejected for, as far as those are kept one by one
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
        Optional<LocalDate> to,
        List<String> rejectedFor) {

    public FileRead {
        rejectedFor = List.copyOf(rejectedFor);
    }
}
