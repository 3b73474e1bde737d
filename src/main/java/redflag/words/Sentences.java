package redflag.words;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits running text into sentences by ICU's rules and its abbreviations with a few more, alike on every Java. */
public final class Sentences {

    /** Which ICU lacks, or does not see in front of a number. */
    private static final List<String> MORE_ABBREVIATIONS = List.of("e.g.", "i.e.", "approx.", "incl.", "No.");

    private Sentences() {}

    /** Trimmed, in order; none is empty. */
    public static List<String> of(String text, Locale locale) {
        ULocale language = ULocale.forLocale(locale);
        BreakIterator breaks = FilteredBreakIteratorBuilder.getInstance(language)
                .wrapIteratorWithFilter(BreakIterator.getSentenceInstance(language));
        breaks.setText(text);
        List<String> sentences = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String sentence = text.substring(start, end).strip();
            if (end < text.length() && endsInAbbreviation(sentence)) {
                continue;
            }
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
            start = end;
        }
        return sentences;
    }

    private static boolean endsInAbbreviation(String text) {
        return MORE_ABBREVIATIONS.stream()
                .anyMatch(abbreviation -> text.equals(abbreviation) || text.endsWith(" " + abbreviation));
    }
}
