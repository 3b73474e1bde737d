package redflag.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.basics.Rate;

/** Held against the formula in exact numbers: C(m,k) · a rising k · b rising (m-k) / (a+b) rising m. */
class NewDefectsTests {

    private static final MathContext DIGITS = MathContext.DECIMAL128;

    @ParameterizedTest(name = "{0} of {1} seen, {2} to come")
    @CsvSource({"0, 1, 1", "1, 2, 1", "0, 50, 50", "3, 70, 10", "12, 812, 300", "7, 7, 20", "150, 1000, 900"})
    void everyChanceIsThatOfTheFormula(long affected, long total, int orders) {
        NewDefects coming = NewDefects.of(new Rate(affected, total), orders);
        BigDecimal sum = BigDecimal.ZERO;
        for (int number = orders; number >= 0; number--) {
            sum = sum.add(exact(affected, total, orders, number));
            assertThat(coming.atLeast(number)).as("%d or more", number).isCloseTo(sum.doubleValue(), within(1e-11));
        }
        assertThat(sum.doubleValue()).isCloseTo(1, within(1e-20));
        assertThat(coming.atLeast(orders + 1L)).isZero();
    }

    /** Times two, so that half orders are whole numbers. */
    private static BigDecimal exact(long affected, long total, int orders, int number) {
        BigInteger ways = BigInteger.ONE;
        for (int i = 0; i < number; i++) {
            ways = ways.multiply(BigInteger.valueOf(orders - i)).divide(BigInteger.valueOf(i + 1));
        }
        BigInteger above = ways.multiply(rising(2 * affected + 1, number))
                .multiply(rising(2 * (total - affected) + 1, orders - number));
        return new BigDecimal(above).divide(new BigDecimal(rising(2 * total + 2, orders)), DIGITS);
    }

    private static BigInteger rising(long doubled, int times) {
        BigInteger product = BigInteger.ONE;
        for (int i = 0; i < times; i++) {
            product = product.multiply(BigInteger.valueOf(doubled + 2L * i));
        }
        return product;
    }

    /** 1 of 2 seen: as likely as not. */
    @Test
    void theNextOrderIsADefectAsOftenAsThoseThatWereSeen() {
        assertThat(NewDefects.of(new Rate(1, 2), 1).atLeast(1)).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void nothingToComeIsNothing() {
        NewDefects none = NewDefects.of(new Rate(5, 9), 0);
        assertThat(none.atLeast(0)).isEqualTo(1);
        assertThat(none.atLeast(1)).isZero();
        assertThat(none.quantile(0.9)).isZero();
    }

    @Test
    void aQuantileIsTheLeastNumberThatIsNotExceededMoreOften() {
        NewDefects coming = NewDefects.of(new Rate(12, 812), 300);
        for (double chance : new double[] {0.1, 0.5, 0.9}) {
            long quantile = coming.quantile(chance);
            assertThat(1 - coming.atLeast(quantile + 1)).isGreaterThanOrEqualTo(chance);
            assertThat(1 - coming.atLeast(quantile)).isLessThan(chance);
        }
    }

    /** A hundred thousand orders, where the chance of none is too small for a number. */
    @Test
    void manyOrdersAreCounted() {
        NewDefects coming = NewDefects.of(new Rate(20_000, 100_000), 100_000);
        assertThat(coming.atLeast(15_000)).isCloseTo(1, within(1e-9));
        assertThat(coming.atLeast(20_000)).isCloseTo(0.5, within(0.01));
        assertThat(coming.atLeast(25_000)).isCloseTo(0, within(1e-9));
    }
}
