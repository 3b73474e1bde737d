package redflag.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a server said, fit to be shown. */
class QuotesTests {

    private final Quotes quotes = new Quotes(Optional.empty());

    @Test
    void linesBecomeOneWithTheFirstCode() {
        assertThat(quotes.reply("550-5.7.1 first\n550-second\n550 third\n")).isEqualTo("550-5.7.1 first second third");
    }

    @Test
    void controlCharactersAndWhatTurnsTheTextAroundAreLeftOut() {
        assertThat(quotes.line("550 a\u0007\u001b[31mb\tc\u009bd")).isEqualTo("550 a [31mb c d");
        assertThat(quotes.line("550 a\u202eb\u2028c")).isEqualTo("550 a b c");
    }

    @Test
    void bytesOfUtf8AreReadAsSuch() {
        String bytes = new String("550 收件人不存在".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(quotes.reply(bytes)).isEqualTo("550 收件人不存在");
    }

    @Test
    void aLongReplyIsCut() {
        assertThat(quotes.line("x".repeat(300))).isEqualTo("x".repeat(300));
        assertThat(quotes.line("x".repeat(301))).isEqualTo("x".repeat(299) + "…");
        assertThat(quotes.line("x".repeat(298) + "😀😀")).isEqualTo("x".repeat(298) + "…");
    }

    @Test
    void aTextWithThePasswordIsNotShown() {
        Quotes careful = new Quotes(Optional.of(new SmtpServer.Login("reports", new Secret("hunter2"))));

        assertThat(careful.line("no login with hunter2")).doesNotContain("hunter2");
        assertThat(careful.line("535 5.7.8 hun\u0007ter2")).isEqualTo("535 5.7.8 hun ter2");
        assertThat(careful.line("535 5.7.8 " + "x".repeat(290) + "hunter2")).isEqualTo("535 5.7.8");
    }
}
