package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineBreaksTests {

    @Test
    void linesBreakAtBlanks() {
        assertThat(LineBreaks.in("one two three", 8)).containsExactly("one two", "three");
    }

    @Test
    void aWordThatIsTooLongIsCut() {
        assertThat(LineBreaks.in("aaaaaaaaaa", 4)).containsExactly("aaaa", "aaaa", "aa");
    }

    @Test
    void whatIsBrokenUpStaysWhole() {
        String text = "Between 9 September and 7 November, 12 of 812 orders had a defect";
        assertThat(String.join(" ", LineBreaks.in(text, 11))).isEqualTo(text);
    }

    @Test
    void anEmptyTextIsALineToo() {
        assertThat(LineBreaks.in("", 10)).containsExactly("");
        assertThat(LineBreaks.in("a\n\nb", 10)).containsExactly("a", "", "b");
    }

    @Test
    void chineseBreaksAnywhereButBeforeWhatCloses() {
        assertThat(LineBreaks.in("订单缺陷率（12/812）未达标", 10)).containsExactly("订单缺陷率", "（12/812）", "未达标");
        assertThat(LineBreaks.in("账户健康，状况", 8)).containsExactly("账户健", "康，状况");
        assertThat(LineBreaks.in("见“数据质量”", 4)).containsExactly("见", "“数", "据质", "量”");
    }

    @Test
    void latinWordsWithinChineseStayWhole() {
        assertThat(LineBreaks.in("商品SKU-12345缺货", 10)).containsExactly("商品", "SKU-12345", "缺货");
    }

    @Test
    void chineseLettersAreAsWideAsTwo() {
        assertThat(LineBreaks.in("账户健康状况", 8)).containsExactly("账户健康", "状况");
    }
}
