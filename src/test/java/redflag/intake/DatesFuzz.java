package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import redflag.ledger.Moments;

/** Any text as a date, in each order of numbers, with and without a zone and patterns of a kind. */
class DatesFuzz {

    private static final List<Optional<DateOrder>> ORDERS = List.of(
            Optional.empty(),
            Optional.of(DateOrder.DAY_FIRST),
            Optional.of(DateOrder.MONTH_FIRST),
            Optional.of(DateOrder.YEAR_FIRST));

    @FuzzTest(maxDuration = "1m")
    void anyDate(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (Optional<DateOrder> order : ORDERS) {
            check(new Dates(List.of(), Optional.empty(), order, true).parse(text));
            check(new Dates(List.of("d/M/yyyy", "d MMM yy H:mm"), Optional.of(ZoneId.of("Asia/Tokyo")), order, false)
                    .parse(text));
        }
        for (DateOrder order : DateOrder.values()) {
            Dates.fits(text, order);
        }
        Dates.isPattern(text);
    }

    /** Moments print and come back as the day or second that they are, at most a day beyond years of four digits. */
    private static void check(long moment) {
        if (moment != Moments.NONE && moment != Dates.UNDECIDED && moment != Dates.CONTRADICTION) {
            assertThat(Moments.text(moment)).matches("[+-]?\\d{4,5}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\dZ)?");
        }
    }
}
