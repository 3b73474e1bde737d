package redflag.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redflag.check.Letter.Item;
import redflag.check.Letter.Part;
import redflag.check.Letter.Section;
import redflag.check.Letter.Sentence;
import redflag.plan.Plan;
import redflag.words.Sentences;

/**
 * Finds the parts, points and sentences of a draft. Parts are known by their headings, among them the three questions of
 * Amazon's form; points by their numbers or bullets, or by {@code Root cause 1:}.
 */
final class LetterParser {

    /** How a thing that nobody has confirmed begins. */
    static final String CONFIRM = Plan.CONFIRM.substring(0, Plan.CONFIRM.length() - 1);

    private static final int LONGEST_HEADING = 18;
    private static final int LONGEST_HEADING_BELOW_TEXT = 8;
    private static final Pattern SENTENCE_END = Pattern.compile("[.!][)\"\u201d\u2019]?$");
    private static final Pattern OPEN = Pattern.compile("\\[confirm[^\\]]*]?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERED = Pattern.compile("^\\(?(\\d{1,2})[.)]\\s+(.+)$");
    /** Of headings alone: {@code A.}, {@code II)}. */
    private static final Pattern LETTERED = Pattern.compile("^\\(?(?:[A-Ha-h]|[IVX]{1,4})[.)]\\s+");

    private static final Pattern BULLET = Pattern.compile("^[-*•–·]\\s+(.+)$");
    private static final Pattern NAMED = Pattern.compile(
            "^(?:root |corrective |preventive |preventative )?(cause|action|measure|prevention|step)s? (\\d{1,2})\\s*[:.)–-]\\s*(.*)$",
            Pattern.CASE_INSENSITIVE);

    /**
     * A line of a draft; an empty one ends a paragraph.
     *
     * @param heading whether its form says so
     * @param number in a list of the document; 0 if the text itself must tell
     * @param bullet whether the list shows no numbers
     */
    record Line(boolean heading, int number, boolean bullet, String text) {
        Line(boolean heading, int number, String text) {
            this(heading, number, false, text);
        }
    }

    private final List<Section> sections = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private Part part = Part.OPENING;
    private String heading = "";
    private int number;
    private boolean bullet;
    private int bullets;
    private int sentences;

    private LetterParser() {}

    static Letter parse(String name, List<Line> lines) {
        LetterParser parser = new LetterParser();
        for (int i = 0; i < lines.size(); i++) {
            parser.line(lines.get(i), i + 1 < lines.size() ? lines.get(i + 1).text() : "");
        }
        parser.endSection();
        return new Letter(name, parser.sections);
    }

    /** A text that stands in a part as a point of its list, whatever it would be by itself. */
    static Letter point(Part part, String text) {
        LetterParser parser = new LetterParser();
        parser.startSection(part, "");
        parser.begin(1, false, text);
        parser.endSection();
        return new Letter("", parser.sections);
    }

    private void line(Line line, String next) {
        String text = line.text();
        if (text.isEmpty()) {
            endItem();
            return;
        }
        Matcher numbered = NUMBERED.matcher(text);
        boolean isNumbered = numbered.matches();
        String bare = isNumbered ? numbered.group(2) : text;
        Matcher named = NAMED.matcher(bare);
        if (named.matches()) {
            point(named);
            return;
        }
        Matcher bulleted = BULLET.matcher(text);
        boolean inList = isNumbered || line.number() > 0 || bulleted.matches();
        boolean mayBe = line.heading()
                || open.isEmpty() && (inList || isAlone(bare, next))
                || isBelowText(bare, next) && !bulleted.matches();
        boolean mayBeLabelled =
                !inList && (open.isEmpty() || SENTENCE_END.matcher(open).find());
        if (mayBe && heading(line.heading(), bare, inList) || mayBeLabelled && labelled(text)) {
            return;
        }
        if (line.number() > 0 || isNumbered) {
            begin(line.number() > 0 ? line.number() : Integer.parseInt(numbered.group(1)), line.bullet(), bare);
        } else if (bulleted.matches()) {
            begin(++bullets, true, bulleted.group(1));
        } else {
            open.append(open.isEmpty() ? "" : " ").append(text);
        }
    }

    /** {@code Root cause 1: …} says its part, unless it stands in the part of a measure already. */
    private void point(Matcher named) {
        Part of = switch (named.group(1).toLowerCase(Locale.ROOT)) {
            case "cause" -> Part.CAUSES;
            case "action" -> Part.ACTIONS;
            case "prevention" -> Part.PREVENTION;
            default -> part;
        };
        if (named.group().toLowerCase(Locale.ROOT).startsWith("prevent")) {
            of = Part.PREVENTION;
        }
        boolean inPrevention = part == Part.PREVENTION && of == Part.ACTIONS;
        if (of != part && !inPrevention) {
            startSection(of, "");
        }
        begin(Integer.parseInt(named.group(2)), false, named.group(3));
    }

    /** Whether a line of plain text can be a heading: nothing goes on from it in the next line. */
    private static boolean isAlone(String text, String next) {
        return next.isEmpty()
                || text.endsWith(":")
                || text.endsWith("?")
                || Words.of(text).size() <= 4
                || !Character.isLowerCase(next.codePointAt(0)) && Words.of(text).size() <= LONGEST_HEADING;
    }

    /** A few words without an end, below a sentence that has one. */
    private boolean isBelowText(String text, String next) {
        return !open.isEmpty()
                && SENTENCE_END.matcher(open).find()
                && Words.of(text).size() <= LONGEST_HEADING_BELOW_TEXT
                && Character.isUpperCase(text.codePointAt(0))
                && !SENTENCE_END.matcher(text).find()
                && isAlone(text, next);
    }

    private void begin(int itsNumber, boolean itsBullet, String text) {
        endItem();
        number = itsNumber;
        bullet = itsBullet;
        open.append(text);
    }

    private boolean heading(boolean byForm, String text, boolean inList) {
        String unnumbered = LETTERED.matcher(text).replaceFirst("");
        String bare = unnumbered.endsWith(":") ? unnumbered.substring(0, unnumbered.length() - 1) : unnumbered;
        Optional<Part> of = partOf(bare);
        boolean short_ = Words.of(bare).size() <= LONGEST_HEADING && !bare.endsWith(".");
        if (short_ && of.isPresent() && (byForm || !bare.contains(". ")) && !(inList && of.get() == part)) {
            startSection(of.get(), bare);
            return true;
        }
        if (byForm && !inList && short_) {
            startSection(sections.isEmpty() && items.isEmpty() ? Part.OPENING : Part.OTHER, bare);
            if (part == Part.OPENING) {
                open.append(bare).append('.');
                endItem();
            }
            return true;
        }
        return false;
    }

    /** {@code Root cause: …} with the text in the same line. */
    private boolean labelled(String text) {
        int colon = text.indexOf(": ");
        if (colon < 1 || Words.of(text.substring(0, colon)).size() > 6) {
            return false;
        }
        Optional<Part> before = partOf(text.substring(0, colon));
        if (before.isEmpty() || !open.isEmpty() && before.get() == part) {
            return false;
        }
        startSection(before.get(), text.substring(0, colon));
        open.append(text.substring(colon + 2));
        return true;
    }

    /**
     * By whichever of the known wordings stands first; a heading that speaks of prevention is of prevention, and one that
     * says that what follows is no part of the letter is of none.
     */
    private static Optional<Part> partOf(String text) {
        if (Phrases.of("heading-aside").in(text)) {
            return Optional.of(Part.ASIDE);
        }
        if (Phrases.of("heading-prevention").in(text)) {
            return Optional.of(Part.PREVENTION);
        }
        Part first = Part.OTHER;
        int start = Integer.MAX_VALUE;
        for (Part part : List.of(Part.ISSUE, Part.CAUSES, Part.ACTIONS, Part.OTHER)) {
            Optional<Phrases.Match> match = Phrases.of("heading-" + part.name().toLowerCase(Locale.ROOT))
                    .first(text);
            if (match.isPresent() && match.get().start() < start) {
                first = part;
                start = match.get().start();
            }
        }
        return start == Integer.MAX_VALUE ? Optional.empty() : Optional.of(first);
    }

    private void startSection(Part of, String itsHeading) {
        endSection();
        part = of;
        heading = itsHeading;
    }

    private void endSection() {
        endItem();
        if (!items.isEmpty() || !heading.isEmpty()) {
            sections.add(new Section(part, heading, items));
        }
        items.clear();
        number = 0;
        bullet = false;
        bullets = 0;
        heading = "";
    }

    private void endItem() {
        if (!open.isEmpty()) {
            List<Sentence> read = split(open.toString());
            open.setLength(0);
            Item last = items.isEmpty() ? null : items.get(items.size() - 1);
            if (last != null && last.number() > 0 && last.number() == number) {
                // a paragraph below a point goes with it
                List<Sentence> both = new ArrayList<>(last.sentences());
                both.addAll(read);
                items.set(items.size() - 1, new Item(part, number, bullet, both));
            } else if (!read.isEmpty()) {
                items.add(new Item(part, number, bullet, read));
            }
        }
    }

    /** What is to be confirmed is a sentence of its own, with all that its brackets hold. */
    private List<Sentence> split(String text) {
        List<Sentence> read = new ArrayList<>();
        Matcher matcher = OPEN.matcher(text);
        int from = 0;
        while (matcher.find()) {
            add(read, text.substring(from, matcher.start()));
            read.add(new Sentence(part, number, ++sentences, matcher.group()));
            from = matcher.end();
        }
        add(read, text.substring(from));
        return read;
    }

    private void add(List<Sentence> read, String text) {
        for (String sentence : Sentences.of(text, Locale.ENGLISH)) {
            if (!Words.of(sentence).isEmpty()) {
                read.add(new Sentence(part, number, ++sentences, sentence));
            }
        }
    }
}
