package redflag.documents;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import redflag.basics.Remark;

/**
 * Something that Amazon asks for, and what the register has of it.
 *
 * @param id names its words: {@code document.item.<id>}
 * @param listing the ASIN or SKU that it is about, where it is asked for each
 * @param kinds papers of which one serves; none for what no register of papers has
 * @param state that of the paper that comes nearest
 * @param papers that the register has for it, those that come nearest first
 * @param sold what the exports know of the listing's sales, where units are held against them
 * @param remarks what is to be known besides
 * @param sources tags of src/docs/documents.md
 */
public record ChecklistItem(
        String id,
        Optional<String> listing,
        Need need,
        Set<DocumentKind> kinds,
        State state,
        List<Paper> papers,
        Optional<UnitsSold> sold,
        List<Remark> remarks,
        List<String> sources) {

    public ChecklistItem {
        kinds = Set.copyOf(kinds);
        papers = List.copyOf(papers);
        remarks = List.copyOf(remarks);
        sources = List.copyOf(sources);
    }

    /** Whether it is asked for in any case. */
    public enum Need {
        REQUIRED,
        /** One of several ways: any of them answers. */
        ONE_OF,
        /** Where it applies, or once Amazon asks for it. */
        IF_ASKED
    }

    /** What became of it; the further down, the further from being there. */
    public enum State {
        /** It is there, and nothing that the register says speaks against it. */
        THERE,
        /** The register does not say all that decides it. */
        NOT_KNOWN,
        /** The units fall short of what was sold. */
        UNITS_SHORT,
        /** A name or address is unlike that of the account. */
        UNLIKE,
        /** The file is of a type, or a size, that Amazon does not take. */
        WRONG_FORM,
        EXPIRED,
        /** It was made after the notice, and can't show what was before. */
        DATED_AFTER_NOTICE,
        TOO_OLD,
        /** The register has it, and its file is not there. */
        FILE_MISSING,
        /** The register has none. */
        MISSING,
        /** No register of papers has it: people gather it. */
        TO_GATHER
    }

    /** @param faults what speaks against it, the gravest first */
    public record Paper(Document document, List<Fault> faults, List<Remark> remarks) {

        public Paper {
            faults = List.copyOf(faults);
            remarks = List.copyOf(remarks);
        }

        public State state() {
            return faults.isEmpty() ? State.THERE : faults.get(0).state();
        }
    }

    public record Fault(State state, Remark why) {}

    public boolean isThere() {
        return state == State.THERE;
    }
}
