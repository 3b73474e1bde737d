package redflag.words;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits running text into sentences by ICU's rules and its list of abbreviations, alike on every Java. */
public final class Sentences {

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
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
            start = end;
        }
        return sentences;
    }
}
