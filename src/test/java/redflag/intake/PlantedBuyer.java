package redflag.intake;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import redflag.ledger.FactsCodec;
import redflag.ledger.FileFacts;

/** A made-up buyer, whose data a test plants where exports have such data, and looks for where they must never be. */
public final class PlantedBuyer {

    /** Name, street, e-mail address, telephone number, company. */
    public static final List<String> TEXTS = List.of(
            "Zo\u00eb Quillfeather",
            "17 Marmalade Row",
            "zoe.q@mail.example",
            "+49 170 5550199",
            "Quillfeather & Daughters");

    private PlantedBuyer() {}

    /** One of them; the same for the same number. */
    public static String text(int number) {
        return TEXTS.get(number % TEXTS.size());
    }

    public static List<String> foundIn(String text) {
        return TEXTS.stream().filter(text::contains).toList();
    }

    /** In files of any kind, however they write text. */
    public static List<String> foundIn(byte[] bytes) {
        List<String> found = new ArrayList<>();
        for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
            for (String text : TEXTS) {
                if (contains(bytes, text.getBytes(charset))) {
                    found.add(text);
                }
            }
        }
        return found;
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (int from = 0; from <= bytes.length - wanted.length; from++) {
            int at = 0;
            while (at < wanted.length && bytes[from + at] == wanted[at]) {
                at++;
            }
            if (at == wanted.length) {
                return true;
            }
        }
        return false;
    }

    /** In all that the facts hold, as they stand and as they are stored. */
    static List<String> foundIn(FileFacts facts) throws IOException {
        List<String> found = new ArrayList<>(foundIn(FactsCodec.encode(facts)));
        found.addAll(foundIn(facts.rejections().toString()));
        found.addAll(foundIn(facts.warnings().toString()));
        found.addAll(foundIn(FactText.of(facts).toString()));
        return found;
    }
}
