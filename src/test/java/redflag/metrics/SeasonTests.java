package redflag.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redflag.basics.Period;
import redflag.basics.Remark;
import redflag.past.Past;
import redflag.rules.Metric;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.rules.TargetFile;

/** In a season an agency is warned earlier, and told that it is the season (domain.md §4). */
class SeasonTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final PeakSeason CHRISTMAS =
            new PeakSeason(new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2027, 1, 15)), lines("0.50"));

    @Test
    void whatOnlyTheSeasonMakesWatchSaysSo() {
        Reading reading = lateOf1000(25, CHRISTMAS);

        assertThat(reading.status()).isEqualTo(Status.WATCH);
        assertThat(reading.why())
                .contains(new Remark(
                        "why.watch-in-season",
                        Map.of(
                                "from",
                                LocalDate.of(2026, 11, 1),
                                "to",
                                LocalDate.of(2027, 1, 15),
                                "share",
                                "50 %",
                                "usual",
                                "80 %")));
    }

    @Test
    void whatNeedsWatchingAtAnyTimeSaysNothingOfTheSeason() {
        assertThat(lateOf1000(39, CHRISTMAS).status()).isEqualTo(Status.WATCH);
        assertThat(lateOf1000(39, CHRISTMAS).why()).isEmpty();
    }

    @Test
    void outOfTheSeasonTheUsualLineHolds() {
        PeakSeason over =
                new PeakSeason(new Period(LocalDate.of(2025, 11, 1), LocalDate.of(2026, 1, 15)), lines("0.50"));

        assertThat(lateOf1000(25, over).status()).isEqualTo(Status.ON_TARGET);
        assertThat(lateOf1000(25, over).why()).isEmpty();
    }

    @Test
    void aSeasonThatWarnsLaterChangesNothing() {
        PeakSeason lenient = new PeakSeason(CHRISTMAS.days(), lines("0.90"));

        assertThat(lateOf1000(33, lenient).status()).isEqualTo(Status.WATCH);
        assertThat(lateOf1000(33, lenient).why()).isEmpty();
    }

    private static WatchLines lines(String all) {
        return new WatchLines(new BigDecimal(all), Map.of());
    }

    /** Late shipments of 1000, whose limit is under 40. */
    private static Reading lateOf1000(long late, PeakSeason season) {
        MeasuringRules standard = MeasuringRules.standard();
        MeasuringRules rules = new MeasuringRules(
                standard.watch(), List.of(season), List.of(), standard.freshness(), standard.absentMeansNone(), false);
        Ledgers store = Ledgers.of("US");
        store.stated(Metric.LATE_SHIPMENT_RATE_30, late + "/1000", new Period(AS_OF.minusDays(29), AS_OF));
        return Measurements.of(store.asOf(AS_OF), TargetFile.shipped(), rules, Past.none()).stream()
                .map(Finding::reading)
                .filter(reading -> reading.metric() == Metric.LATE_SHIPMENT_RATE_30)
                .findFirst()
                .orElseThrow();
    }
}
