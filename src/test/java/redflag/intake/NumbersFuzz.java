package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Any text as a number, with each decimal sign. */
class NumbersFuzz {

    private static final List<Optional<DecimalSign>> SIGNS =
            List.of(Optional.empty(), Optional.of(DecimalSign.POINT), Optional.of(DecimalSign.COMMA));

    @FuzzTest(maxDuration = "1m")
    void anyNumber(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (Optional<DecimalSign> sign : SIGNS) {
            Numbers numbers = new Numbers(sign);
            numbers.whole(text).ifPresent(whole -> assertThat(whole).isNotNegative());
            numbers.decimal(text)
                    .ifPresent(decimal -> assertThat(decimal.toPlainString()).hasSizeLessThan(40));
        }
    }
}
