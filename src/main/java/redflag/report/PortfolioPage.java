package redflag.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import redflag.words.Messages;

/**
 * Writes the portfolio of a night as one page that any browser opens from a file share: styles, script and figures are in
 * it, and it asks no network for anything. The same portfolio gives the same bytes.
 *
 * <p>Figures stand in it as data, not as markup, in a form that no name can break out of; the page's own policy lets
 * nothing run but its one script.
 */
public final class PortfolioPage {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z0-9.-]+)}}");
    private static final List<String> SCRIPTS =
            List.of("portfolio.js", "portfolio-detail.js", "portfolio-chart.js", "portfolio-start.js");

    private final ReportWords words;

    public PortfolioPage(Messages messages) {
        this.words = new ReportWords(messages);
    }

    /** @return the names of the files that it opened */
    public List<String> write(Portfolio portfolio, Sink sink) throws IOException {
        String name = "portfolio-" + portfolio.asOf() + ".html";
        try (OutputStream out = sink.open(name)) {
            out.write(html(portfolio).getBytes(StandardCharsets.UTF_8));
        }
        return List.of(name);
    }

    private String html(Portfolio portfolio) throws IOException {
        String style = resource("portfolio.css").replace("{{tones}}", tones());
        StringBuilder script = new StringBuilder();
        for (String part : SCRIPTS) {
            script.append(resource(part));
        }
        String data = new PortfolioPageJson(words).of(portfolio);
        Map<String, String> parts = new HashMap<>();
        parts.put("language", words.messages().locale().toLanguageTag());
        parts.put("style", style);
        parts.put("script", script.toString());
        parts.put("style-hash", hash(style));
        parts.put("script-hash", hash(script.toString()));
        parts.put("data", inScript(data));
        parts.put("title", escaped(words.messages().text("page.title", Map.of("job", portfolio.job()))));
        parts.put("as-of", escaped(words.messages().text("page.as-of", Map.of("asOf", portfolio.asOf()))));
        parts.put("workbook", "portfolio-" + portfolio.asOf() + ".xlsx");
        return filled(resource("portfolio.html"), parts);
    }

    /** Once over: what is put in is never looked through for places. */
    private String filled(String template, Map<String, String> parts) {
        StringBuilder html = new StringBuilder();
        Matcher place = PLACE.matcher(template);
        while (place.find()) {
            String key = place.group(1);
            String part = key.startsWith("page.") ? escaped(words.messages().text(key)) : parts.get(key);
            if (part == null) {
                throw new IllegalStateException("the page has no part " + key);
            }
            place.appendReplacement(html, Matcher.quoteReplacement(part));
        }
        return place.appendTail(html).toString();
    }

    /** Text in markup or in a quoted attribute. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** JSON in a script element: these signs stand in its strings only, and nothing else could end or change the element. */
    static String inScript(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /** The colours of the workbooks. */
    private static String tones() {
        return Arrays.stream(Tone.values())
                .map(tone -> String.format(
                        Locale.ROOT,
                        "  --%1$s: #%2$06x;\n  --on-%1$s: #%3$06x;",
                        tone.name().toLowerCase(Locale.ROOT),
                        tone.fill(),
                        tone.letters()))
                .collect(Collectors.joining("\n"));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = PortfolioPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        }
    }
}
