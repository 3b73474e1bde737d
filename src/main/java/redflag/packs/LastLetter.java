package redflag.packs;

import java.util.List;
import java.util.Optional;
import redflag.check.Letter;

/**
 * The letter that was sent last for a notice, as it lies in {@code submissions/}.
 *
 * @param files the one that was found; else those that may be it, or can't be read; none where there is none
 * @param letter what it says, where it is found
 */
public record LastLetter(State state, List<String> files, Optional<Letter> letter) {

    public enum State {
        FOUND,
        /** No letter that is sure to be of the notice. */
        NOT_ON_FILE,
        /** Which of several was last can't be told. */
        SEVERAL,
        UNREADABLE
    }

    public LastLetter {
        files = List.copyOf(files);
    }

    static LastLetter notFound(State state, List<String> files) {
        return new LastLetter(state, files, Optional.empty());
    }
}
