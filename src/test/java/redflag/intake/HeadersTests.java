package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The short way for names of plain ASCII ends where the long one does. */
class HeadersTests {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "order-id, order-id",
                "Order ID, order id",
                "\"\", \"\"",
                "\" \", \"\"",
                "\" order-id\", order-id",
                "\"order-id \", order-id",
                "order  id, order id",
                "\"order\tid\", order id",
                "order\u00A0id, order id",
                "order\u2013id, order-id",
                "\uFF2F\uFF32\uFF24\uFF25\uFF32, order",
                "\u00C4RGER, \u00E4rger",
            })
    void capitalsBlanksAndDashesMakeNoDifference(String header, String folded) {
        assertThat(Headers.fold(header)).isEqualTo(folded);
    }
}
