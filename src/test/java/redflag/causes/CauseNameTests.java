package redflag.causes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.rules.Metric;
import redflag.words.Messages;

/** Every cause has words, and says what it names. */
class CauseNameTests {

    private static final Messages ENGLISH = Messages.english();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "block-of-days | 2026-11-01/2026-11-04 | Orders placed from 1 November 2026 to 4 November 2026",
                "listed-block-of-days | 2026-11-01/2026-11-04 | On the list far more often: orders placed from 1 November 2026 to 4 November 2026",
                "demand-spike | 2026-11-01/2026-11-04 | More than twice as many orders as usual from 1 November 2026 to 4 November 2026; late on these days and the two after",
                "handling-time-shortened | 2026-11-01 | Handling time of all products is shorter since 1 November 2026: by the time before they would have been in time",
                "handling-time-shortened-of-sku | 2026-11-01/TENT/RED | Handling time of SKU TENT/RED is shorter since 1 November 2026: by the time before they would have been in time",
                "public-holiday | 2026-07-03/US/Independence Day | Orders placed or due on a public holiday or in the two days after it: Independence Day (United States), kept on 3 July 2026",
                "public-holiday | 2026-12-28/UK/Boxing Day | Orders placed or due on a public holiday or in the two days after it: Boxing Day (United Kingdom), kept on 28 December 2026",
                "asin-from-one-date | 2026-11-01/B0MADEUP01 | ASIN B0MADEUP01, since 1 November 2026",
                "placed-after-cut-off | 16 | Orders placed from 16:00 on: handed over with those of the next day",
                "not-as-described | B0MADEUP01 | A return was asked for as not as described: ASIN B0MADEUP01",
                "small-category | Books | Category Books has so few packages that one alone is off target",
                "carrier-never-valid | Pigeon Post | Carrier Pigeon Post: none of its orders in the window has valid tracking",
                "untracked-service | Letter | Ship service Letter: most of its orders in the window have no valid tracking",
                "more-often-by-destination | CA | Orders to CA",
                "listed-more-often-by-units | 4+ | On the list far more often: orders of 4+ units"
            })
    void whatACauseNamesIsSaid(String id, String value, String words) {
        Cause cause = new Cause(
                id,
                Metric.ORDER_DEFECT_RATE,
                Optional.empty(),
                Optional.empty(),
                value,
                List.of(),
                1,
                Optional.empty());

        assertThat(CauseName.of(cause, ENGLISH)).isEqualTo(words);
    }

    @Test
    void aHolidayHasItsCountryInTheLanguageAndItsNameAsCalendarsHaveIt() {
        Cause cause = new Cause(
                "public-holiday",
                Metric.LATE_SHIPMENT_RATE_30,
                Optional.empty(),
                Optional.empty(),
                "2026-11-11/US/Veterans Day",
                List.of(),
                1,
                Optional.empty());

        assertThat(CauseName.value(cause, Messages.forLanguage("zh"))).isEqualTo("Veterans Day（美国）");
        assertThat(CauseName.subject(cause)).isEqualTo("US/Veterans Day");
        assertThat(CauseName.first(cause)).contains(LocalDate.of(2026, 11, 11));
    }

    /** Ids stand in quotes where the package of causes makes them. */
    @Test
    void everyCauseHasWords() throws IOException {
        Set<String> ids = new TreeSet<>();
        Pattern use =
                Pattern.compile("(?:cause|said|groups|lowVolume)\\(([^;]*?)\"([a-z][a-z-]*[a-z])\"", Pattern.DOTALL);
        try (Stream<Path> files = Files.list(Path.of("src/main/java/redflag/causes"))) {
            for (Path file : files.toList()) {
                Matcher used = use.matcher(Files.readString(file));
                while (used.find()) {
                    ids.add(used.group(2));
                }
            }
        }
        assertThat(ids)
                .hasSizeGreaterThan(25)
                .allSatisfy(
                        one -> assertThat(ENGLISH.has("cause." + one)).as(one).isTrue());
        Set<String> byGroup = Arrays.stream(Dimension.values())
                .filter(dimension -> dimension != Dimension.DAYS)
                .map(dimension -> "cause.more-often-by-"
                        + dimension.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toSet());
        assertThat(ENGLISH.keys()).containsAll(byGroup);
    }
}
