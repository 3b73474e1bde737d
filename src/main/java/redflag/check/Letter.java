package redflag.check;

import java.util.List;
import java.util.stream.Stream;

/**
 * A draft as it was read: its parts in the order of the text, each with its items.
 *
 * @param name of the file it was read from
 */
public record Letter(String name, List<Section> sections) {

    /** What a part of a plan answers. */
    public enum Part {
        /** Whatever stands before the first known heading: address, subject, the first line. */
        OPENING,
        ISSUE,
        CAUSES,
        ACTIONS,
        PREVENTION,
        /** Evidence, closing, or a heading that none of the others fits. */
        OTHER,
        /** What a working copy asks or notes beside the letter, and Amazon never sees. */
        ASIDE
    }

    public Letter {
        sections = List.copyOf(sections);
    }

    /** @param heading as written; empty for the opening */
    public record Section(Part part, String heading, List<Item> items) {
        public Section {
            items = List.copyOf(items);
        }
    }

    /**
     * A paragraph, or a point of a list with the paragraphs that go with it.
     *
     * @param number as written, or as counted for bullets; 0 for a paragraph that is in no list
     * @param bullet whether its number is written nowhere
     */
    public record Item(Part part, int number, boolean bullet, List<Sentence> sentences) {
        public Item {
            sentences = List.copyOf(sentences);
        }

        /** Without what is still to be confirmed. */
        public String text() {
            return String.join(
                    " ",
                    sentences.stream()
                            .filter(sentence -> !sentence.isOpen())
                            .map(Sentence::text)
                            .toList());
        }

        /** Whether something in it is still to be confirmed. */
        public boolean isOpen() {
            return sentences.stream().anyMatch(Sentence::isOpen);
        }
    }

    /** @param number counted through the whole draft, from 1 */
    public record Sentence(Part part, int item, int number, String text) {

        /** A thing that nobody has confirmed yet; it is a sentence of its own. */
        public boolean isOpen() {
            return text.startsWith(LetterParser.CONFIRM);
        }
    }

    /** Of these parts, or of the letter, which what stands aside is no part of. */
    public Stream<Item> items(Part... parts) {
        List<Part> asked = List.of(parts);
        return sections.stream()
                .filter(section -> asked.isEmpty() ? section.part() != Part.ASIDE : asked.contains(section.part()))
                .flatMap(section -> section.items().stream());
    }

    /** Of these parts, or of the letter; without what is still to be confirmed. */
    public Stream<Sentence> sentences(Part... parts) {
        return items(parts).flatMap(item -> item.sentences().stream()).filter(sentence -> !sentence.isOpen());
    }

    public boolean has(Part part) {
        return items(part).findAny().isPresent();
    }

    /** What is still to be confirmed in these parts, or in the letter. */
    public List<Sentence> open(Part... parts) {
        return items(parts)
                .flatMap(item -> item.sentences().stream())
                .filter(Sentence::isOpen)
                .toList();
    }

    /** Of the whole text but headings and what is still to be confirmed. */
    public int words() {
        return sentences()
                .mapToInt(sentence -> Words.of(sentence.text()).size())
                .sum();
    }
}
