package redflag.documents;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** When two names or addresses are the same. */
public final class Likeness {

    private static final Pattern BLANKS = Pattern.compile("[\\s\u00A0\u3000]+");

    private Likeness() {}

    /** Capitals, widths and blanks make no difference; anything else does, as it may for Amazon. */
    public static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return BLANKS.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
