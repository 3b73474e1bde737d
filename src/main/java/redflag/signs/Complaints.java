package redflag.signs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import redflag.ledger.Code;

/**
 * What buyers' comments complain of, by phrases that hardly mean anything else. Several may be in a comment; one in which
 * none is complains of nothing that is known. Looked for in all languages at once: nobody says in which a buyer writes.
 */
public final class Complaints {

    static final List<String> LANGUAGES = List.of("en", "de", "fr", "it", "es", "ja", "zh");

    /** What a phrase may show. */
    static final Set<Code> SIGNS = Collections.unmodifiableSet(EnumSet.of(
            Code.NOT_RECEIVED,
            Code.ARRIVED_LATE,
            Code.DAMAGED,
            Code.WRONG_OR_MISSING_ITEM,
            Code.NOT_AS_DESCRIBED,
            Code.DEFECTIVE,
            Code.POOR_SERVICE));

    private static final class Shipped {
        static final Complaints COMPLAINTS = new Complaints(LANGUAGES.stream()
                .map(language -> SignFile.read(language, Phrases::read))
                .toList());
    }

    private final List<Phrases> languages;

    private Complaints(List<Phrases> languages) {
        this.languages = languages;
    }

    /** Those that come with the program; read once. */
    public static Complaints shipped() {
        return Shipped.COMPLAINTS;
    }

    /** Nothing of the comment is kept. */
    public Set<Code> of(String comment) {
        Set<Code> found = EnumSet.noneOf(Code.class);
        byLanguage(comment).forEach(found::addAll);
        return found;
    }

    /** In the order of {@link #LANGUAGES}, what the phrases of each find. */
    List<Set<Code>> byLanguage(String comment) {
        List<List<String>> clauses = Clauses.of(comment);
        List<Set<Code>> found = new ArrayList<>();
        for (Phrases language : languages) {
            Set<Code> signs = EnumSet.noneOf(Code.class);
            clauses.forEach(clause -> signs.addAll(language.in(clause)));
            found.add(signs);
        }
        return found;
    }
}
