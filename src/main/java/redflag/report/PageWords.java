package redflag.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import redflag.words.Messages;

/**
 * The words that the portfolio's page fills in itself. A fact stands in them as {@code {name}}, and is put in place as it
 * is: what needs a plural is written out beforehand.
 */
final class PageWords {

    /** Keys under {@code page.}, and the facts of each. */
    static final Map<String, List<String>> LIVE = Map.ofEntries(
            word("shown", "shown", "all"),
            word("none-shown"),
            word("heading.rank"),
            word("heading.risk"),
            word("heading.store"),
            word("heading.marketplace"),
            word("heading.manager"),
            word("heading.change"),
            word("heading.off-in"),
            word("heading.deadline"),
            word("heading.target"),
            word("fragile"),
            word("new-account"),
            word("level", "level", "count"),
            word("burns-first"),
            word("any-manager"),
            word("any-marketplace"),
            word("details-of", "store"),
            word("now"),
            word("detail.standing"),
            word("detail.readings"),
            word("detail.value"),
            word("detail.metric"),
            word("detail.status"),
            word("detail.before"),
            word("detail.median"),
            word("detail.headroom"),
            word("detail.why"),
            word("detail.not-enforced"),
            word("detail.change"),
            word("detail.causes"),
            word("detail.steps"),
            word("detail.confirm"),
            word("detail.deadline", "day", "what"),
            word("detail.files"),
            word("detail.packs"),
            word("file.workbook"),
            word("file.json"),
            word("file.plan"),
            word("chart.target", "target"),
            word("chart.trend"),
            word("chart.NO_NEW_DEFECTS"),
            word("chart.USUAL_PACE"),
            word("chart.tonight"),
            word("checklist.store"),
            word("checklist.export"),
            word("checklist.why"),
            word("checklist.where"),
            word("checklist.metrics"),
            word("checklist.done"));

    private static final Pattern OF_TEMPLATE = Pattern.compile("\\{\\{(page\\.[a-z0-9.-]+)}}");

    private PageWords() {}

    private static Map.Entry<String, List<String>> word(String key, String... facts) {
        return Map.entry(key, List.of(facts));
    }

    /** Such as {@code {shown} of {all} stores}. */
    static String template(String key, Messages messages) {
        Map<String, String> facts = LIVE.getOrDefault(key, List.of()).stream()
                .collect(Collectors.toMap(fact -> fact, fact -> "{" + fact + "}"));
        return messages.text("page." + key, facts);
    }

    /** The keys that a template of the page names. */
    static List<String> keysOf(String template) {
        List<String> keys = new ArrayList<>();
        Matcher key = OF_TEMPLATE.matcher(template);
        while (key.find()) {
            keys.add(key.group(1));
        }
        return keys;
    }
}
