package redflag.intake;

import java.util.List;

/**
 * A kind that a file nearly is of.
 *
 * @param known how many of its columns are there
 * @param lacks what keeps the file from being of it: of each list one heading would have to be there
 */
public record NearKind(ExportKind kind, int known, List<List<String>> lacks) {

    public NearKind {
        lacks = List.copyOf(lacks);
    }
}
