package redflag.intake;

/**
 * An export that a night will read.
 *
 * @param path in the exports folder, with {@code /}
 * @param kind id of the kind that it was recognised as
 */
public record InboxFile(String path, long bytes, String kind) {}
