package redflag.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import redflag.settings.Problems;
import redflag.settings.YamlFile;

/**
 * The texts of all plans in every language that they are written in. English is what goes to Amazon and what all else follows;
 * another language is a reading copy, and where it lacks a text the English one stands.
 *
 * @param texts by {@code LANGUAGE/REASON}
 */
public record PlanLibrary(Map<String, PlanTexts> texts) {

    /** Of letters. */
    public static final String ENGLISH = "en";

    private static final List<String> LANGUAGES = List.of(ENGLISH, "zh");

    private static final PlanLibrary SHIPPED = load();

    public PlanLibrary {
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    /** The texts that come with the program. */
    public static PlanLibrary shipped() {
        return SHIPPED;
    }

    private static PlanLibrary load() {
        Problems problems = new Problems();
        Map<String, PlanTexts> texts = new TreeMap<>();
        for (String language : LANGUAGES) {
            for (Reason reason : Reason.values()) {
                String name = "plan/" + language + "/" + reason.word() + ".yaml";
                YamlFile.read(name, text(name), problems)
                        .flatMap(PlanTextFile::shipped)
                        .ifPresent(file -> texts.put(file.key(), file.texts()));
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the program's own plans are broken: " + problems.list());
        }
        return new PlanLibrary(texts);
    }

    private static String text(String name) {
        try (InputStream in = PlanLibrary.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Languages that plans can be written in, letters' own first. */
    public static List<String> languages() {
        return LANGUAGES;
    }

    /**
     * The same with an agency's own texts in place of those of the same names. Where a letter has a text of its own, the shipped
     * text of a reading copy goes with the shipped letter: nobody confirms other words than go to Amazon.
     */
    public PlanLibrary overriddenBy(List<PlanTextFile> own) {
        Map<String, PlanTexts> all = new TreeMap<>(texts);
        for (PlanTextFile file : own) {
            if (file.language().equals(ENGLISH)) {
                LANGUAGES.stream()
                        .filter(language -> !language.equals(ENGLISH))
                        .forEach(language -> all.computeIfPresent(
                                key(file.reason(), language), (key, copy) -> copy.without(file.texts())));
            }
        }
        own.forEach(file -> all.merge(file.key(), file.texts(), PlanTexts::overriddenBy));
        return new PlanLibrary(all);
    }

    /** What is wrong with the texts taken together, in words for an editor; nothing of what comes with the program. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            PlanTexts letter = of(reason, ENGLISH);
            Map<String, String> cases = new TreeMap<>();
            for (PlanTexts.Cause cause : letter.causes()) {
                for (String when : cause.when()) {
                    String other = when.equals(When.QUESTION.word()) ? null : cases.put(when, cause.id());
                    if (other != null) {
                        faults.add(reason.word() + ": '" + other + "' and '" + cause.id() + "' are both for '" + when
                                + "'");
                    }
                }
            }
            for (When needed : reason.isOfARate()
                    ? List.of(When.NO_ROWS, When.UNEXPLAINED, When.ANY_CAUSE)
                    : List.of(When.NOTICE)) {
                if (!cases.containsKey(needed.word())) {
                    faults.add(reason.word() + ": no cause is for '" + needed.word() + "'");
                }
            }
            LANGUAGES.forEach(language -> of(reason, language).causes().forEach(copy -> {
                Optional<PlanTexts.Cause> original = letter.cause(copy.id());
                if (original.isEmpty()) {
                    faults.add(key(reason, language) + ": '" + copy.id() + "' is in no English text");
                } else if (!PlanTextFile.Facts.of(reason, original.get().when())
                        .containsAll(PlanTextFile.namesOf(copy))) {
                    faults.add(key(reason, language) + ": '" + copy.id() + "' names facts that '"
                            + String.join(", ", original.get().when()) + "' does not have");
                }
            }));
            LANGUAGES.forEach(language -> of(reason, language).letters().stream()
                    .filter(copy -> letter.letters().stream()
                            .noneMatch(original -> original.id().equals(copy.id())))
                    .forEach(copy ->
                            faults.add(key(reason, language) + ": letter '" + copy.id() + "' is in no English text")));
        }
        return faults;
    }

    PlanTexts of(Reason reason, String language) {
        return Optional.ofNullable(texts.get(key(reason, language)))
                .orElseThrow(() -> new IllegalStateException("no plans for " + key(reason, language)));
    }

    static String key(Reason reason, String language) {
        return language + "/" + reason.word();
    }

    /** Whether this is how what is asked under an id is worded, in any language and variant. */
    boolean asks(Measure.Id id, String asked) {
        return LANGUAGES.stream()
                .flatMap(language -> of(id.reason(), language).cause(id.cause()).stream())
                .flatMap(cause -> cause.of(id.part()).stream())
                .anyMatch(text -> new Wording(text).isOf(asked));
    }

    /** Whether a plan could ask for this measure, tonight or another night. */
    @JsonIgnore
    boolean knows(Measure.Id id) {
        return of(id.reason(), ENGLISH).cause(id.cause()).isPresent();
    }
}
