package redflag.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** For which defects a root cause of the library is told, apart from causes that rows show and that it names by id. */
enum When {
    /** A cause that rows show, and that no other entry names. */
    ANY_CAUSE(Of.RATE),
    /** Of the defects that no cause explains, those with negative feedback. */
    NEGATIVE_FEEDBACK(Of.RATE),
    /** Of the same, those with an A-to-z claim. */
    A_TO_Z_CLAIM(Of.RATE),
    /** Of the same, those with a chargeback. */
    CHARGEBACK(Of.RATE),
    /** The defects that no cause explains, and no kind either. */
    UNEXPLAINED(Of.RATE),
    /** No export names the defects. */
    NO_ROWS(Of.RATE),

    /** Whatever a notice of the reason says: its letter always has it. */
    NOTICE(Of.NOTICE),
    /** Orders of the listings that a notice names came back for a reason that is the seller's. */
    RETURNED(Of.NOTICE),
    /** A notice of this right; where it names none, this is asked. */
    TRADEMARK(Of.NOTICE),
    COPYRIGHT(Of.NOTICE),
    PATENT(Of.NOTICE),
    COUNTERFEIT(Of.NOTICE),

    /** What only people know: asked, and in the plan once somebody says that it was so. */
    QUESTION(Of.BOTH);

    private enum Of {
        RATE,
        NOTICE,
        BOTH
    }

    private final Of of;

    When(Of of) {
        this.of = of;
    }

    /** As in files. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it picks defects by what is wrong with them; its name is that kind then. */
    boolean isKind() {
        return this == NEGATIVE_FEEDBACK || this == A_TO_Z_CLAIM || this == CHARGEBACK;
    }

    /** Whether it is told by the right that a notice names. */
    boolean isRight() {
        return this == TRADEMARK || this == COPYRIGHT || this == PATENT || this == COUNTERFEIT;
    }

    /** Whether texts of this reason may be for it. */
    boolean isFor(Reason reason) {
        return of == Of.BOTH || (of == Of.RATE) == reason.isOfARate();
    }

    static Optional<When> find(String word) {
        return Arrays.stream(values()).filter(when -> when.word().equals(word)).findFirst();
    }
}
