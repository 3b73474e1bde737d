package redflag.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import redflag.basics.StoreId;
import redflag.delivery.Recipient.Role;
import redflag.report.Alarm;
import redflag.report.Alarms;
import redflag.report.Download;
import redflag.report.PackInBrief;
import redflag.report.PortfolioWords;
import redflag.report.ReportWords;
import redflag.report.StoreOutcome;
import redflag.report.StoreWords;
import redflag.report.Tone;
import redflag.risk.RiskLevel;
import redflag.words.Messages;

/**
 * What the bodies of a message say, by the names under which the templates know it: texts, and lists of the same. All names
 * are always there; what there is nothing of is empty.
 */
final class BodyFacts {

    private static final List<String> TEXTS = List.of(
            "title",
            "night",
            "counts",
            "corrected",
            "moreStores",
            "moreDownloads",
            "encrypted",
            "leftOut",
            "reportsAt",
            "job",
            "footer");
    private static final List<String> LISTS =
            List.of("troubles", "escalations", "stores", "alarms", "downloads", "attached");
    private static final List<String> STORE = List.of(
            "name",
            "id",
            "marketplace",
            "manager",
            "fill",
            "ink",
            "status",
            "headline",
            "readiness",
            "changed",
            "next",
            "packs",
            "due");
    private static final List<String> DOWNLOAD = List.of("store", "export", "why", "where");
    /** As {@code headingStore}, by {@code mail.heading.store} of the messages. */
    private static final List<String> HEADINGS = List.of(
            "Store",
            "Status",
            "Changed",
            "Next",
            "Due",
            "Troubles",
            "Escalations",
            "Alarms",
            "Downloads",
            "Export",
            "Why",
            "Where",
            "Attached",
            "Reports");

    /** Further stores and downloads are counted, and stand in the attached portfolio or in the reports. */
    private static final int MOST_STORES = 50;

    private static final int MOST_DOWNLOADS = 25;
    private static final int MOST_PACKS = 3;

    private final News news;
    private final Recipient recipient;
    private final ReportWords words;
    private final Messages messages;

    private BodyFacts(News news, Recipient recipient) {
        this.news = news;
        this.recipient = recipient;
        this.messages = recipient.messages();
        this.words = new ReportWords(messages);
    }

    /**
     * @param corrected whether an earlier message told of the same night otherwise
     * @param reportsAt where the recipient finds the night's reports
     */
    static Map<String, Object> of(
            News news, Recipient recipient, String title, boolean corrected, Enclosures enclosed, String reportsAt) {
        return new BodyFacts(news, recipient).facts(title, corrected, enclosed, reportsAt);
    }

    private Map<String, Object> facts(String title, boolean corrected, Enclosures enclosed, String reportsAt) {
        List<StoreNews> shown = recipient.stores().stream().limit(MOST_STORES).toList();
        List<Map<String, Object>> downloads = downloads();
        Map<String, Object> facts = nothing(messages);
        facts.put("title", title);
        facts.put(
                "night",
                messages.text("mail.night", Map.of("asOf", news.portfolio().asOf())));
        facts.put("counts", recipient.stores().isEmpty() ? "" : counts());
        facts.put("corrected", corrected ? messages.text("mail.corrected") : "");
        facts.put("troubles", troubles());
        facts.put("escalations", escalations());
        facts.put("stores", shown.stream().map(this::store).toList());
        facts.put("moreStores", more("mail.more-stores", recipient.stores().size() - shown.size()));
        facts.put("alarms", alarms());
        facts.put("downloads", downloads.subList(0, Math.min(MOST_DOWNLOADS, downloads.size())));
        facts.put("moreDownloads", more("mail.more-downloads", downloads.size() - MOST_DOWNLOADS));
        facts.put("attached", enclosed.names());
        facts.put("encrypted", enclosed.encrypted() ? messages.text("mail.encrypted") : "");
        facts.put(
                "leftOut",
                enclosed.leftOut().isEmpty()
                        ? ""
                        : messages.text(
                                "mail.left-out",
                                Map.of(
                                        "count",
                                        (long) enclosed.leftOut().size(),
                                        "names",
                                        String.join(messages.text("sheet.list-separator"), enclosed.leftOut()))));
        facts.put("reportsAt", reportsAt);
        facts.put("job", news.portfolio().job());
        facts.put(
                "footer",
                messages.text("mail.footer", Map.of("job", news.portfolio().job())));
        return facts;
    }

    private String more(String key, int count) {
        return count <= 0 ? "" : messages.text(key, Map.of("count", (long) count));
    }

    /** How many stores stand how, the worst first; levels without a store are left out. */
    private String counts() {
        List<String> levels = new ArrayList<>();
        long none = recipient.stores().stream()
                .filter(store -> store.outcome().isEmpty())
                .count();
        if (none > 0) {
            levels.add(level(messages.text("mail.no-report"), none));
        }
        Arrays.stream(RiskLevel.values()).forEach(level -> {
            long count = recipient.stores().stream()
                    .filter(store ->
                            store.outcome().filter(of -> of.risk() == level).isPresent())
                    .count();
            if (count > 0) {
                levels.add(level(words.risk(level), count));
            }
        });
        return messages.text(
                "mail.counts",
                Map.of(
                        "stores",
                        (long) recipient.stores().size(),
                        "levels",
                        String.join(messages.text("sheet.list-separator"), levels)));
    }

    private String level(String level, long count) {
        return messages.text("sheet.stores.level", Map.of("level", level, "count", count));
    }

    private List<String> troubles() {
        return recipient.is(Role.OPERATOR) || recipient.is(Role.LEAD)
                ? Troubles.ofNight(news, words)
                : Troubles.ofStores(recipient.stores(), words);
    }

    private List<String> escalations() {
        return recipient.escalated().stream()
                .map(store -> messages.text(
                        "mail.escalation",
                        Map.of(
                                "store", store.store().name(),
                                "nights", (long) store.nightsOffTarget(),
                                "manager", store.store().manager())))
                .toList();
    }

    private Map<String, Object> store(StoreNews news) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("name", news.store().name());
        facts.put("id", news.store().id().value());
        facts.put("marketplace", news.store().marketplace().country());
        boolean isOwn = Addresses.key(news.store().manager()).equals(Addresses.key(recipient.address()));
        facts.put("manager", isOwn ? "" : news.store().manager());
        Tone tone = news.outcome().map(of -> Tone.of(of.risk())).orElse(Tone.UNKNOWN);
        facts.put("fill", hex(tone.fill()));
        facts.put("ink", hex(tone.letters()));
        Optional<StoreWords> said = news.outcome().map(of -> of.in(messages));
        facts.put("status", news.outcome().map(of -> words.risk(of.risk())).orElse(messages.text("mail.no-report")));
        facts.put("headline", said.map(StoreWords::headline).orElse(news.failure()));
        facts.put(
                "readiness",
                said.map(StoreWords::readiness)
                        .filter(text -> !text.isEmpty())
                        .map(text -> messages.text("mail.readiness", Map.of("papers", text)))
                        .orElse(""));
        facts.put("changed", news.outcome().map(of -> changed(news, of)).orElse(""));
        facts.put(
                "next",
                said.map(of -> of.steps().isEmpty()
                                ? messages.text("mail.nothing-to-do")
                                : of.steps().get(0))
                        .orElse(""));
        facts.put("packs", news.outcome().map(of -> packs(of.packs())).orElse(""));
        facts.put("due", said.map(StoreWords::deadlines).orElse(""));
        return facts;
    }

    private String changed(StoreNews news, StoreOutcome outcome) {
        if (outcome.detail().change().isEmpty()) {
            return messages.text("mail.first-night");
        }
        String change = PortfolioWords.change(outcome.detail().change().get(), messages);
        boolean isOther = !news.before().isEmpty() && news.before().get(0) != outcome.risk();
        return isOther
                ? messages.text(
                        "mail.was", Map.of("before", words.risk(news.before().get(0)), "change", change))
                : change;
    }

    /** Which folders hold what answers its notices; empty where none does. */
    private String packs(List<PackInBrief> packs) {
        if (packs.isEmpty()) {
            return "";
        }
        String first = packs.stream()
                .limit(MOST_PACKS)
                .map(pack -> messages.text("mail.pack", Map.of("notice", pack.notice(), "folder", pack.folder())))
                .collect(Collectors.joining(messages.text("sheet.list-separator")));
        long more = packs.size() - MOST_PACKS;
        return messages.text(
                "mail.packs",
                Map.of(
                        "folders",
                        more <= 0 ? first : messages.text("sheet.and-more", Map.of("names", first, "more", more))));
    }

    private static String hex(int rgb) {
        return "#" + Integer.toHexString(0x1000000 | rgb).substring(1);
    }

    private List<String> alarms() {
        Set<StoreId> stores =
                recipient.stores().stream().map(store -> store.store().id()).collect(Collectors.toSet());
        return Alarms.of(news.portfolio(), words).stream()
                .filter(alarm -> recipient.is(Role.LEAD)
                        || alarm.isForManagers()
                                && alarm.hits().stream()
                                        .anyMatch(hit ->
                                                stores.contains(hit.store().store())))
                .map(Alarm::what)
                .toList();
    }

    private List<Map<String, Object>> downloads() {
        List<Map<String, Object>> downloads = new ArrayList<>();
        for (StoreNews store : recipient.stores()) {
            List<Download> wanted = store.outcome().map(Download::of).orElse(List.of()).stream()
                    .filter(Download::isWanted)
                    .filter(Download::isDownloaded)
                    .toList();
            for (Download download : wanted) {
                downloads.add(Map.of(
                        "store", store.store().id().value(),
                        "export", messages.said(download.name()),
                        "why", PortfolioWords.why(download, messages),
                        "where", messages.said(download.where())));
            }
        }
        return downloads;
    }

    /** Every fact, with nothing to say but headings. */
    static Map<String, Object> nothing(Messages messages) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("language", messages.locale().getLanguage());
        TEXTS.forEach(name -> facts.put(name, ""));
        LISTS.forEach(name -> facts.put(name, List.of()));
        for (String heading : HEADINGS) {
            facts.put("heading" + heading, messages.text("mail.heading." + heading.toLowerCase(Locale.ROOT)));
        }
        return facts;
    }

    /** Facts as they can be, to try templates with: everything, and as little as possible. */
    static List<Map<String, Object>> specimens() {
        Map<String, Object> all = nothing(Messages.english());
        TEXTS.forEach(name -> all.put(name, name));
        LISTS.forEach(name -> all.put(name, List.of(name)));
        all.put("stores", List.of(named(STORE)));
        all.put("downloads", List.of(named(DOWNLOAD)));
        Map<String, Object> sparse = nothing(Messages.english());
        LISTS.forEach(name -> sparse.put(name, List.of("")));
        sparse.put("stores", List.of(blank(STORE)));
        sparse.put("downloads", List.of(blank(DOWNLOAD)));
        return List.of(all, sparse, nothing(Messages.english()));
    }

    private static Map<String, Object> blank(List<String> names) {
        return names.stream().collect(Collectors.toMap(name -> name, name -> ""));
    }

    private static Map<String, Object> named(List<String> names) {
        return names.stream().collect(Collectors.toMap(name -> name, name -> name));
    }
}
