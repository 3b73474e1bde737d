package redflag.delivery;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The two bodies of a message as Mustache templates, {@code message.html} and {@code message.txt}. They are filled with the
 * same facts; one that asks for a fact that does not exist is a mistake, never a gap.
 */
public final class MailTemplates {

    static final String HTML = "message.html";
    static final String TEXT = "message.txt";

    private final Template html;
    private final Template text;

    private MailTemplates(String html, String text) {
        this.html = compile(html, true);
        this.text = compile(text, false);
    }

    private static Template compile(String source, boolean escaped) {
        return Mustache.compiler()
                .escapeHTML(escaped)
                .strictSections(true)
                .emptyStringIsFalse(true)
                .zeroIsFalse(true)
                .compile(source);
    }

    static MailTemplates shipped() {
        return new MailTemplates(resource(HTML), resource(TEXT));
    }

    /**
     * @param ownHtml in place of the shipped one
     * @param ownText in place of the shipped one
     * @throws MustacheException if one can't be filled
     */
    static MailTemplates of(Optional<String> ownHtml, Optional<String> ownText) {
        MailTemplates templates =
                new MailTemplates(ownHtml.orElseGet(() -> resource(HTML)), ownText.orElseGet(() -> resource(TEXT)));
        BodyFacts.specimens().forEach(facts -> {
            templates.html(facts);
            templates.text(facts);
        });
        return templates;
    }

    private static String resource(String name) {
        try (InputStream in = MailTemplates.class.getResourceAsStream("/redflag/delivery/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String html(Map<String, Object> facts) {
        return html.execute(facts);
    }

    String text(Map<String, Object> facts) {
        return text.execute(facts);
    }
}
