package redflag.ooxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlTests {

    private static String written(Xml xml) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        xml.moveTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String text(String text) throws IOException {
        return written(new Xml().text(text));
    }

    @Test
    void markupInTextIsText() throws IOException {
        assertThat(text("<a & \"b\"> ]]>")).isEqualTo("&lt;a &amp; &quot;b&quot;&gt; ]]&gt;");
    }

    @Test
    void lineBreaksAndTabsSurviveAttributesToo() throws IOException {
        assertThat(text("a\r\n\tb")).isEqualTo("a&#13;&#10;&#9;b");
    }

    @Test
    void whatXmlCannotHoldIsReplacedByTheSignForThat() throws IOException {
        assertThat(text("a\u0000b\u0008c\u001Fd\uFFFEe\uFFFFf")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf");
        assertThat(text("\uD800x\uDC00\uD83D")).isEqualTo("\uFFFDx\uFFFD\uFFFD");
    }

    @Test
    void everyOtherLetterIsItself() throws IOException {
        String letters = "aé\u007F\u07FF\u0800\u0E01中\uFFFD\uD83D\uDE00\uDBFF\uDFFF";
        assertThat(text(letters)).isEqualTo(letters);
    }

    @Test
    void whatReadsAsAnEscapeInACellIsEscaped() throws IOException {
        assertThat(written(new Xml().cellText("a_x000D_b_x0041__xABCDE_x00e9_<")))
                .isEqualTo("a_x005F_x000D_b_x005F_x0041__xABCDE_x005F_x00e9_&lt;");
        assertThat(written(new Xml().cellText("_x00"))).isEqualTo("_x00");
    }

    @Test
    void textLongerThanWhatIsKeptFits() throws IOException {
        String text = "中&".repeat(40_000);
        assertThat(text(text)).isEqualTo(text.replace("&", "&amp;"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "100, 100",
        "1E+3, 1000",
        "0.00, 0",
        "-0.5, -0.5",
        "12345678901234567, 12345678901234600",
        "0.12345678901234567, 0.123456789012346"
    })
    void numbersAreWrittenPlainlyToFifteenDigits(BigDecimal number, String expected) throws IOException {
        assertThat(written(new Xml().raw(number))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "2.0E-3, 0.002", "1.0E-13, 0", "0.30000000000000004, 0.3", "1, 1"})
    void sharesAreWrittenThatEveryJdkWritesAlike(double number, String expected) throws IOException {
        assertThat(written(new Xml().raw(number))).isEqualTo(expected);
    }
}
