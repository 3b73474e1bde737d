package redflag.signs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.ledger.Code;

/** What comments in several languages complain of; and what only sounds like it. */
class ComplaintsTests {

    record Comment(Set<String> signs, String text) {}

    static Stream<Comment> comments() {
        try (InputStream in = ComplaintsTests.class.getResourceAsStream("comments.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|", 2))
                    .map(parts -> new Comment(
                            Arrays.stream(parts[0].split(" "))
                                    .filter(sign -> !sign.isBlank())
                                    .collect(Collectors.toCollection(TreeSet::new)),
                            parts[1].strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("comments")
    void aCommentComplainsOf(Comment comment) {
        assertThat(names(comment.text())).isEqualTo(comment.signs());
        assertThat(names(comment.text().toUpperCase(Locale.ROOT))).isEqualTo(comment.signs());
    }

    /** Of each language and sign one at least. */
    @Test
    void everyLanguageKnowsEveryComplaint() {
        Map<Integer, Set<Code>> known = new java.util.TreeMap<>();
        comments().forEach(comment -> {
            List<Set<Code>> found = Complaints.shipped().byLanguage(comment.text());
            for (int language = 0; language < found.size(); language++) {
                known.computeIfAbsent(language, l -> new java.util.HashSet<>()).addAll(found.get(language));
            }
        });

        assertThat(known).hasSize(Complaints.LANGUAGES.size());
        assertThat(known.values()).allSatisfy(signs -> assertThat(signs).containsAll(Complaints.SIGNS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Everything perfect, fast delivery, well packed!",
                "Schnelle Lieferung, gut verpackt, gerne wieder, alles bestens",
                "Envoi rapide, produit conforme, bien emballé, vendeur sérieux, je recommande",
                "Spedizione veloce, prodotto conforme alla descrizione, imballaggio perfetto",
                "Todo perfecto, llegó antes de lo previsto y bien embalado, producto original",
                "梱包も丁寧で、予定より早く届きました。問題なく使えています。ありがとうございました。",
                "物流很快，包装完好，质量很好，卖家态度好，正品",
                "It's late in the evening, the broken clock in my hall strikes wrong hours, and I like this lamp",
                "Latte macchiato, tarde de verano, retardant, casserole, mai 2026"
            })
    void ofNothing(String comment) {
        assertThat(Complaints.shipped().of(comment)).isEmpty();
    }

    /** Its time grows with its length, whatever it says, and no more than 4,000 characters are looked at. */
    @Test
    void aCommentMayBeLong() {
        String comment = "never not received the a an it was not never ".repeat(100_000);

        assertThat(Complaints.shipped().of(comment)).isEmpty();
        assertThat(Complaints.shipped().of("Arrived broken. " + comment)).containsExactly(Code.DAMAGED);
    }

    private static Set<String> names(String comment) {
        return Complaints.shipped().of(comment).stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
