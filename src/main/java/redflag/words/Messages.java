package redflag.words;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The texts of one language: ICU patterns with named facts, from {@code words/messages_LANGUAGE.properties}.
 *
 * <p>Facts are texts, whole numbers, decimals or days; days are written out in the language. A language without a
 * bundle of its own gets English. So do the texts that only operators read, on a terminal: {@link #ONLY_ENGLISH}.
 */
public final class Messages {

    private static final Set<String> LANGUAGES = Set.of("en", "zh");
    /**
     * How the keys begin that no other bundle has: what a night, {@code inspect}, {@code targets} and {@code check} print.
     */
    static final List<String> ONLY_ENGLISH = List.of("console.", "inspect.", "fact.", "targets.", "check.");

    /** How the keys begin that English lacks: it stands in the program's data, see {@link #said}. */
    static final String SAID = "said.";

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");
    private static final Map<String, Messages> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final Locale locale;
    private final Map<String, String> patterns;
    private final DateFormat dates;
    private final DateFormat shortDates;
    /** By pattern; those are from files of the program and of the agency's desk, so that there is an end of them. */
    private final Map<String, Prepared> formats = new ConcurrentHashMap<>();

    private Messages(Locale locale, Map<String, String> patterns) {
        this.locale = locale;
        this.patterns = patterns;
        this.dates = dates(locale, DateFormat.LONG);
        this.shortDates = dates(locale, DateFormat.MEDIUM);
    }

    /** Every language that has texts of its own, ISO 639. */
    public static Set<String> languages() {
        return LANGUAGES;
    }

    public static Messages english() {
        return forLanguage("en");
    }

    /** @param language ISO 639, such as {@code en} */
    public static Messages forLanguage(String language) {
        return BY_LANGUAGE.computeIfAbsent(LANGUAGES.contains(language) ? language : "en", Messages::load);
    }

    private static Messages load(String language) {
        try (InputStream in = Messages.class.getResourceAsStream("messages_" + language + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("the texts of '" + language + "' are missing from the program");
            }
            Properties patterns = new Properties();
            patterns.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> byKey = new HashMap<>();
            patterns.forEach((key, pattern) -> byKey.put((String) key, (String) pattern));
            return new Messages(Locale.forLanguageTag(language), byKey);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Locale locale() {
        return locale;
    }

    public boolean has(String key) {
        return pattern(key).isPresent();
    }

    private Optional<String> pattern(String key) {
        Optional<String> own = Optional.ofNullable(patterns.get(key));
        return own.isEmpty() && !isEnglish() && ONLY_ENGLISH.stream().anyMatch(key::startsWith)
                ? english().pattern(key)
                : own;
    }

    private boolean isEnglish() {
        return locale.getLanguage().equals("en");
    }

    /**
     * What the program's own data say in English (the name of an export, a note on a target), in this language; as it
     * stands where this language has no words for it, as of what an agency has written itself.
     */
    public String said(String english) {
        return isEnglish() ? english : patterns.getOrDefault(keyOfSaid(english), english);
    }

    /** The words of the English text, which name its translation. */
    static String keyOfSaid(String english) {
        String words = NO_LETTERS.matcher(english.toLowerCase(Locale.ROOT)).replaceAll("-");
        return SAID + (words.startsWith("-") ? words.substring(1) : words).replaceAll("-$", "");
    }

    /** @throws IllegalArgumentException if there is no such text: texts and code are kept in step by a test */
    public String text(String key) {
        return text(key, Map.of());
    }

    /** @throws IllegalArgumentException if there is no such text */
    public String text(String key, Map<String, ?> facts) {
        return format(
                pattern(key).orElseThrow(() -> new IllegalArgumentException("no text '" + key + "' in " + locale)),
                facts);
    }

    /**
     * Fills an ICU pattern from elsewhere, such as a paragraph file, in this language.
     *
     * @throws IllegalArgumentException if a fact is missing: a reader never sees a name in braces
     */
    public String format(String pattern, Map<String, ?> facts) {
        if (isPlain(pattern)) {
            return pattern;
        }
        Prepared prepared = formats.computeIfAbsent(pattern, this::prepare);
        Map<String, Object> written = new HashMap<>();
        facts.forEach((name, fact) -> written.put(name, fact instanceof LocalDate day ? day(day) : fact));
        if (!written.keySet().containsAll(prepared.facts())) {
            throw new IllegalArgumentException(
                    "'" + pattern + "' needs " + prepared.facts() + " and got " + written.keySet());
        }
        // it is made once, as that takes longer than filling it, and several accounts are reported at a time
        synchronized (prepared.format()) {
            return prepared.format().format(written);
        }
    }

    private Prepared prepare(String pattern) {
        MessageFormat format = new MessageFormat(pattern, ULocale.forLocale(locale));
        return new Prepared(format, Set.copyOf(format.getArgumentNames()));
    }

    /** @param facts that it needs */
    private record Prepared(MessageFormat format, Set<String> facts) {}

    /** Whether nothing of it is a pattern, as of most headings. */
    private static boolean isPlain(String pattern) {
        return pattern.indexOf('{') < 0 && pattern.indexOf('}') < 0 && pattern.indexOf('\'') < 0;
    }

    /**
     * The names of the facts that a pattern needs.
     *
     * @throws IllegalArgumentException if it is no pattern
     */
    public static Set<String> factsOf(String pattern) {
        return new MessageFormat(pattern, ULocale.ENGLISH).getArgumentNames();
    }

    /** The name of a country, such as <i>United Kingdom</i>. @param code of a marketplace, {@code UK} for that one */
    public String country(String code) {
        return ULocale.getDisplayCountry("und_" + (code.equals("UK") ? "GB" : code), ULocale.forLocale(locale));
    }

    /** Such as 22 November 2026. */
    public String day(LocalDate day) {
        return written(day, dates);
    }

    /** Such as 22 Nov 2026. */
    public String shortDay(LocalDate day) {
        return written(day, shortDates);
    }

    /** ICU's own calendar data: the JDK's differ between versions, and reports must not. */
    private static String written(LocalDate day, DateFormat dates) {
        synchronized (dates) {
            return dates.format(
                    new Date(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()));
        }
    }

    private static DateFormat dates(Locale locale, int style) {
        DateFormat dates = DateFormat.getDateInstance(
                style, locale.getLanguage().equals("en") ? ULocale.UK : ULocale.forLocale(locale));
        dates.setTimeZone(TimeZone.GMT_ZONE);
        return dates;
    }

    /** Every key, sorted. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>(patterns.keySet());
        keys.sort(null);
        return keys;
    }
}
