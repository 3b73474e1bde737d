package redflag.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The paragraphs of the plans, from {@code plan/LANGUAGE/REASON.properties}. */
final class PlanTexts {

    /**
     * A root cause with its answers; the three have one number.
     *
     * @param key the number of the texts in the file
     */
    record Cause(int key, String when, String cause, String action, String prevention) {}

    private final Properties texts;
    private final String name;

    private PlanTexts(Properties texts, String name) {
        this.texts = texts;
        this.name = name;
    }

    static PlanTexts of(Reason reason, String language) {
        String name = "/plan/" + language + "/" + reason.word() + ".properties";
        try (InputStream in = PlanTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new PlanTexts(texts, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException(name + " has no '" + key + "'"));
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(texts.getProperty(key));
    }

    List<Cause> causes() {
        List<Cause> causes = new ArrayList<>();
        for (int i = 1; texts.containsKey("cause." + i); i++) {
            causes.add(new Cause(
                    i, text("cause." + i + ".when"), text("cause." + i), text("action." + i), text("prevention." + i)));
        }
        return causes;
    }
}
