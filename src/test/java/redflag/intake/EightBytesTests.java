package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EightBytesTests {

    @Test
    void markThoseThatAreTheLetterAndNoOthers() {
        Random random = new Random(1);
        byte[] near = {'\t', '\t' - 1, '\t' + 1, (byte) ('\t' | 0x80), 0, 1, -1, -128, 127};
        byte[] bytes = new byte[8];
        for (int i = 0; i < 20_000; i++) {
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = near[random.nextInt(near.length)];
            }
            long bits = EightBytes.are('\t', EightBytes.at(bytes, 0));
            for (int at = 0; at < bytes.length; at++) {
                boolean isMarked = bits != 0 && EightBytes.first(bits) == at;
                assertThat(isMarked).isEqualTo(bytes[at] == '\t');
                bits = isMarked ? bits & bits - 1 : bits;
            }
            assertThat(bits).isZero();
        }
    }
}
