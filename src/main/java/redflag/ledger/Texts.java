package redflag.ledger;

import com.carrotsearch.hppc.ObjectIntHashMap;
import java.util.ArrayList;
import java.util.List;

/** Gives each different text one number, so that a column of texts is a column of ints. Not safe for several threads. */
final class Texts {

    private final ObjectIntHashMap<String> numbers = new ObjectIntHashMap<>();
    private final List<String> texts = new ArrayList<>();

    int numberOf(String text) {
        int number = numbers.getOrDefault(text, -1);
        if (number < 0) {
            number = texts.size();
            texts.add(text);
            numbers.put(text, number);
        }
        return number;
    }

    String textOf(int number) {
        return texts.get(number);
    }

    int size() {
        return texts.size();
    }

    /** Forgets all but the first {@code count} texts. */
    void cutTo(int count) {
        while (texts.size() > count) {
            numbers.remove(texts.remove(texts.size() - 1));
        }
    }

    List<String> list() {
        return List.copyOf(texts);
    }
}
