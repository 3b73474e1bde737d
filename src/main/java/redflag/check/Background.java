package redflag.check;

import java.util.List;
import java.util.Optional;

/**
 * What a draft is held against beside the rules of writing.
 *
 * @param report the newest of the store
 * @param earlier what was submitted for the store before, on the same reason
 * @param others texts of other stores
 * @param remarks what could not be read, for the reader
 */
public record Background(Optional<StoreReport> report, List<Filed> earlier, List<Filed> others, List<String> remarks) {

    public Background {
        earlier = List.copyOf(earlier);
        others = List.copyOf(others);
        remarks = List.copyOf(remarks);
    }

    /** A text of a store. @param name of the file */
    public record Filed(String store, String name, Letter letter) {}

    public static Background none() {
        return new Background(Optional.empty(), List.of(), List.of(), List.of());
    }
}
