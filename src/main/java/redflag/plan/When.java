package redflag.plan;

import java.util.Arrays;
import java.util.Optional;

/** For which defects a root cause of the library is told, apart from causes that rows show and that it names by id. */
enum When {
    /** A cause that rows show, and that no other entry names. */
    ANY_CAUSE("any-cause"),
    /** Of the defects that no cause explains, those with negative feedback. */
    NEGATIVE_FEEDBACK("negative-feedback"),
    /** Of the same, those with an A-to-z claim. */
    A_TO_Z_CLAIM("a-to-z-claim"),
    /** Of the same, those with a chargeback. */
    CHARGEBACK("chargeback"),
    /** The defects that no cause explains, and no kind either. */
    UNEXPLAINED("unexplained"),
    /** No export names the defects. */
    NO_ROWS("no-rows"),
    /** What only people know: asked, and in the plan once somebody says that it was so. */
    QUESTION("question");

    private final String word;

    When(String word) {
        this.word = word;
    }

    /** As in files. */
    String word() {
        return word;
    }

    /** Whether it picks defects by what is wrong with them; its name is that kind then. */
    boolean isKind() {
        return this == NEGATIVE_FEEDBACK || this == A_TO_Z_CLAIM || this == CHARGEBACK;
    }

    static Optional<When> find(String word) {
        return Arrays.stream(values()).filter(when -> when.word.equals(word)).findFirst();
    }
}
