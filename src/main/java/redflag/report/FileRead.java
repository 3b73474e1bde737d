package redflag.report;

/**
 * A file that was read; always accepted + rejected = rows.
 *
 * @param kind id of its kind
 * @param kindName what Seller Central calls it
 * @param charset empty for workbooks
 */
public record FileRead(
        String file,
        String kind,
        String kindName,
        String sha256,
        String charset,
        long rows,
        long accepted,
        long rejected) {}
