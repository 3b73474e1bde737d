package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ToneTests {

    @ParameterizedTest
    @EnumSource(Tone.class)
    void lettersCanBeReadOnTheirFill(Tone tone) {
        double fill = luminance(tone.fill());
        double letters = luminance(tone.letters());
        double contrast = (Math.max(fill, letters) + 0.05) / (Math.min(fill, letters) + 0.05);
        assertThat(contrast).isGreaterThanOrEqualTo(4.5);
    }

    /** Relative luminance as the web content accessibility guidelines define it. */
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double share = (channel & 0xFF) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
