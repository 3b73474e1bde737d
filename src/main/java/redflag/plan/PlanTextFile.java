package redflag.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import redflag.causes.CauseName;
import redflag.settings.Section;
import redflag.words.Messages;

/**
 * The texts of one reason in one language, as a YAML file holds them: {@code language}, {@code reason}, {@code title},
 * {@code issue}, {@code issue-stated}, {@code breakdown}, {@code compared}, {@code listed}, {@code one-by-one}, a list {@code causes} of {@code id}, {@code when}, {@code cause},
 * {@code action} and {@code prevention}, a list {@code disputes} of {@code kind}, {@code request} and
 * {@code within-days}, and a list {@code letters} of {@code id}, {@code when}, {@code for-a-lawyer}, {@code title},
 * {@code to} and {@code paragraphs}. Each text may be a list of variants that say the same. A file that overrides others holds what it
 * changes. What is wrong is noted with its line: a fact in braces that there is none of, a part that is missing, a deed that
 * would stand as done though nobody confirmed it.
 */
public record PlanTextFile(Reason reason, String language, PlanTexts texts) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern OPEN = Pattern.compile("\\[(confirm|待确认)");
    private static final Pattern FOLD =
            Pattern.compile("(?<=[\\p{IsHan}\uFF00-\uFFEF\u3000-\u303F]) (?=[\\p{IsHan}\uFF00-\uFFEF\u3000-\u303F])");
    private static final Pattern DEED = Pattern.compile("\\[(?:confirm:|待确认：)[^]]*]");
    private static final Pattern MEANS = Pattern.compile(
            DEED.pattern() + " ?(?:Our target:|我们的目标：)(?=.*(?:\\d|\\{watch}|\\{limit})).+", Pattern.DOTALL);

    /** A file of an agency's own; what is wrong with it goes to the problems of its section. */
    public static Optional<PlanTextFile> read(Section file) {
        return read(file, true);
    }

    /** A file of the program's, which a test has tried: that takes longer than to read it. */
    static Optional<PlanTextFile> shipped(Section file) {
        return read(file, false);
    }

    private static Optional<PlanTextFile> read(Section file, boolean isTried) {
        Optional<String> language = file.text("language");
        Optional<String> word = file.text("reason");
        if (language.filter(PlanLibrary.languages()::contains).isEmpty()) {
            file.problem("language", "'language' must be one of " + String.join(", ", PlanLibrary.languages()));
        }
        Optional<Reason> reason = word.flatMap(Reason::find);
        if (reason.isEmpty()) {
            file.problem("reason", "'reason' must be one of " + String.join(", ", Reason.words()));
        }
        PlanTexts texts = new Reader(file, reason.orElse(Reason.LATE_SHIPMENT), isTried).texts();
        file.rejectUnknownKeys();
        return language.filter(PlanLibrary.languages()::contains)
                .flatMap(l -> reason.map(r -> new PlanTextFile(r, l, texts)));
    }

    /** The facts that any text of a cause names. */
    static Set<String> namesOf(PlanTexts.Cause cause) {
        Set<String> names = new HashSet<>();
        for (List<String> texts : List.of(cause.cause(), cause.action(), cause.prevention())) {
            texts.forEach(text -> names.addAll(Messages.factsOf(text)));
        }
        return names;
    }

    /** What it has texts for, such as {@code en/late-shipment causes.item}: one file of a job alone may. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        Map<String, List<String>> heads = new TreeMap<>(Map.of(
                "title", texts.title(),
                "issue", texts.issue(),
                "issue-stated", texts.issueStated(),
                "breakdown", texts.breakdown(),
                "compared", texts.compared(),
                "listed", texts.listed(),
                "one-by-one", texts.oneByOne()));
        heads.forEach((name, variants) -> {
            if (!variants.isEmpty()) {
                names.add(key() + " " + name);
            }
        });
        texts.causes().forEach(cause -> names.add(key() + " causes." + cause.id()));
        texts.disputes().forEach(dispute -> names.add(key() + " disputes." + dispute.kind()));
        texts.letters().forEach(letter -> names.add(key() + " letters." + letter.id()));
        return names;
    }

    String key() {
        return PlanLibrary.key(reason, language);
    }

    /** One file being read. */
    private static final class Reader {

        private final Section file;
        private final Reason reason;
        private final boolean isTried;

        Reader(Section file, Reason reason, boolean isTried) {
            this.file = file;
            this.reason = reason;
            this.isTried = isTried;
        }

        PlanTexts texts() {
            List<PlanTexts.Cause> causes = new ArrayList<>();
            Set<String> ids = new HashSet<>();
            for (Section entry : file.sections("causes")) {
                PlanTexts.Cause cause = cause(entry);
                if (!ids.add(cause.id())) {
                    entry.problem("id", "'id: " + cause.id() + "' stands twice");
                }
                causes.add(cause);
            }
            return new PlanTexts(
                    patterns(file, "title", Set.of()),
                    patterns(file, "issue", reason.isOfARate() ? Facts.COUNTED : Facts.OF_A_NOTICE),
                    patterns(file, "issue-stated", Facts.STATED),
                    patterns(file, "breakdown", Facts.BREAKDOWN),
                    patterns(file, "compared", Facts.INVESTIGATION),
                    patterns(file, "listed", Facts.INVESTIGATION),
                    patterns(file, "one-by-one", Facts.INVESTIGATION),
                    causes,
                    file.sections("disputes").stream().map(this::dispute).toList(),
                    file.sections("letters").stream().map(this::letter).toList());
        }

        private PlanTexts.Letter letter(Section entry) {
            String id = id(entry);
            List<String> when = entry.has("when") ? entry.texts("when") : List.of();
            when.stream()
                    .filter(word -> !Occasion.CASES.contains(word))
                    .forEach(word ->
                            entry.problem("when", "'" + word + "' is none of " + String.join(", ", Occasion.CASES)));
            boolean isForALawyer = entry.flag("for-a-lawyer").orElse(false);
            String title = entry.requiredText("title");
            List<String> to = patterns(entry, "to", Facts.OF_A_NOTICE);
            required(entry, "to", to);
            List<String> paragraphs = patterns(entry, "paragraphs", Facts.OF_A_NOTICE);
            required(entry, "paragraphs", paragraphs);
            List<String> ofLaw =
                    paragraphs.stream().filter(ForALawyer::namesLaw).toList();
            if (!ofLaw.isEmpty() && !(isForALawyer && ofLaw.stream().allMatch(ForALawyer::isMarked))) {
                entry.problem(
                        "paragraphs",
                        "'paragraphs' name law: set 'for-a-lawyer: true', and put each that a lawyer has to read"
                                + " wholly inside [for a lawyer: …]");
            }
            entry.rejectUnknownKeys();
            return new PlanTexts.Letter(id, when, title.strip(), String.join(" ", to), paragraphs, isForALawyer);
        }

        private static String id(Section entry) {
            String id = entry.requiredText("id");
            if (!ID.matcher(id).matches()) {
                entry.problem("id", "'id' must be lower-case words with dashes, such as one-item");
            }
            return id;
        }

        private PlanTexts.Dispute dispute(Section entry) {
            String kind = entry.requiredText("kind");
            String name = kind.toUpperCase(Locale.ROOT).replace('-', '_');
            if (When.find(kind).filter(When::isKind).isEmpty() && !name.equals(PlanTexts.Dispute.OF_AMAZONS_DELIVERY)) {
                entry.problem(
                        "kind",
                        "'kind' must be one of negative-feedback, feedback-of-amazons-delivery, a-to-z-claim, chargeback");
            }
            List<String> request = patterns(entry, "request", Facts.ALWAYS);
            required(entry, "request", request);
            Optional<Integer> days = entry.integer("within-days", 1, 365);
            entry.rejectUnknownKeys();
            return new PlanTexts.Dispute(name, request, days);
        }

        private PlanTexts.Cause cause(Section entry) {
            String id = id(entry);
            List<String> when = entry.texts("when");
            if (when.isEmpty()) {
                entry.problem("when", "'when' must say for which defects it is told");
            }
            when.stream()
                    .filter(word -> !isCase(word))
                    .forEach(word -> entry.problem(
                            "when",
                            "'" + word + "' is no cause that rows show, and none of "
                                    + String.join(
                                            ", ",
                                            Arrays.stream(When.values())
                                                    .filter(known -> known.isFor(reason))
                                                    .map(When::word)
                                                    .toList())));
            Set<String> facts = Facts.of(reason, when);
            List<String> cause = patterns(entry, "cause", facts);
            List<String> action = patterns(entry, "action", facts);
            List<String> prevention = patterns(entry, "prevention", facts);
            required(entry, "cause", cause);
            required(entry, "action", action);
            required(entry, "prevention", prevention);
            if (facts.contains("ref")) {
                must(entry, "cause", cause, text -> text.contains("{ref}"), "must name its rows: {ref}");
            } else {
                must(entry, "cause", cause, text -> opens(text) == 1, "must ask: exactly one [confirm: …]");
            }
            must(entry, "cause", cause, text -> opens(text) <= 1, "may ask for one thing: one [confirm: …]");
            must(
                    entry,
                    "action",
                    action,
                    text -> opens(text) == 1 && DEED.matcher(text).matches(),
                    "must leave the deed to confirm, and say nothing beside it: [confirm: …]");
            must(
                    entry,
                    "prevention",
                    prevention,
                    text -> opens(text) == 1 && MEANS.matcher(text).matches(),
                    "must leave the means to confirm and name a target with a number, {watch} or {limit}, and nothing"
                            + " beside: [confirm: …] Our target: …");
            entry.rejectUnknownKeys();
            return new PlanTexts.Cause(id, when, cause, action, prevention);
        }

        private boolean isCase(String word) {
            return When.find(word)
                    .map(known -> known.isFor(reason))
                    .orElseGet(() -> reason.isOfARate() && Messages.english().has("cause." + word));
        }

        private static void required(Section entry, String key, List<String> texts) {
            if (texts.isEmpty()) {
                entry.problem(key, "'" + key + "' is missing");
            }
        }

        private static void must(
                Section entry, String key, List<String> texts, Predicate<String> holds, String message) {
            if (!texts.stream().allMatch(holds)) {
                entry.problem(key, "'" + key + "' " + message);
            }
        }

        /** How many things a text leaves to confirm; one that is not closed counts as many. */
        private static long opens(String text) {
            long whole = Plan.TO_CONFIRM.matcher(text).results().count();
            return OPEN.matcher(text).results().count() == whole ? whole : Long.MAX_VALUE;
        }

        /** Chinese has no blanks between words: one of them is where YAML joined two lines. */
        private static String unfolded(String text) {
            return FOLD.matcher(text.strip()).replaceAll("");
        }

        private List<String> patterns(Section section, String key, Set<String> facts) {
            List<String> texts = section.has(key)
                    ? section.texts(key).stream().map(Reader::unfolded).toList()
                    : List.of();
            if (isTried) {
                texts.forEach(text -> tryOut(section, key, text, facts));
            }
            return texts;
        }

        private static void tryOut(Section section, String key, String text, Set<String> facts) {
            try {
                Set<String> unknown = new TreeSet<>(Messages.factsOf(text));
                unknown.removeAll(facts);
                if (unknown.isEmpty()) {
                    Messages.english().format(text, Facts.SAMPLES);
                } else {
                    section.problem(
                            key,
                            "'" + key + "' has no {" + String.join("}, {", unknown) + "}; there are "
                                    + String.join(", ", new TreeSet<>(facts)));
                }
            } catch (IllegalArgumentException e) {
                section.problem(key, "'" + key + "' is no pattern: " + e.getMessage());
            }
        }
    }

    /** The facts that texts may name. */
    static final class Facts {

        static final Set<String> ALWAYS = Set.of("store", "fulfilment", "limit", "watch");
        static final Set<String> OF_A_NOTICE = with(
                Set.of("store", "marketplace", "received", "kind", "right", "owner", "complaint"),
                "listings",
                "namesListings",
                "orders",
                "namesOrders");
        private static final Set<String> RETURNED = with(OF_A_NOTICE, "ref", "from", "to", "count", "of", "share");
        static final Set<String> STATED = with(ALWAYS, "rate", "ref");
        static final Set<String> COUNTED = with(STATED, "from", "to", "affected", "total");
        static final Set<String> BREAKDOWN = with(COUNTED, "negativeFeedback", "aToZClaims", "chargebacks");
        private static final Set<String> ROWS = with(ALWAYS, "ref", "from", "to", "count", "of", "share", "orders");
        static final Set<String> INVESTIGATION = with(ROWS, "unexplained");
        private static final Set<String> CAUSE = with(ROWS, "what", "value");
        private static final Set<String> GROUP =
                with(CAUSE, "groupTotal", "total", "shareOfOrders", "lift", "low", "high", "without");
        private static final Set<String> ALL = with(GROUP, "first", "last");

        /** One of each, to try a pattern with. */
        static final Map<String, Object> SAMPLES = samples();

        private Facts() {}

        /** Those that there are in every case that an entry is for. */
        static Set<String> of(Reason reason, List<String> when) {
            Set<String> common = new HashSet<>(reason.isOfARate() ? ALL : RETURNED);
            when.forEach(word -> common.retainAll(of(reason, word)));
            return common;
        }

        private static Set<String> of(Reason reason, String word) {
            Optional<When> when = When.find(word);
            if (!reason.isOfARate()) {
                return when.equals(Optional.of(When.RETURNED)) ? RETURNED : OF_A_NOTICE;
            }
            if (when.isPresent()) {
                return switch (when.get()) {
                    case NO_ROWS, QUESTION -> ALWAYS;
                    case ANY_CAUSE -> CAUSE;
                    default -> ROWS;
                };
            }
            boolean isCompared = word.startsWith("more-often-by-") || word.equals("block-of-days");
            Set<String> facts = new HashSet<>(isCompared ? GROUP : CAUSE);
            if (CauseName.hasFirst(word)) {
                facts.add("first");
            }
            if (CauseName.hasLast(word)) {
                facts.add("last");
            }
            return facts;
        }

        private static Set<String> with(Set<String> some, String... more) {
            Set<String> all = new HashSet<>(some);
            all.addAll(Arrays.asList(more));
            return Set.copyOf(all);
        }

        private static Map<String, Object> samples() {
            Map<String, Object> samples = new HashMap<>();
            Set<String> names = new HashSet<>(ALL);
            names.addAll(BREAKDOWN);
            names.addAll(INVESTIGATION);
            names.addAll(RETURNED);
            names.forEach(name -> samples.put(name, "x"));
            List.of(
                            "affected",
                            "total",
                            "count",
                            "of",
                            "unexplained",
                            "groupTotal",
                            "negativeFeedback",
                            "aToZClaims",
                            "chargebacks")
                    .forEach(name -> samples.put(name, 2L));
            List.of("lift", "low", "high").forEach(name -> samples.put(name, 2.5));
            List.of("from", "to", "first", "last").forEach(name -> samples.put(name, LocalDate.of(2026, 1, 1)));
            return samples;
        }
    }
}
