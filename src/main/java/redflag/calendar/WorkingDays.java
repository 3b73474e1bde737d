package redflag.calendar;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import redflag.basics.Period;

/** Business days on which no public holiday of the whole country is kept. */
public final class WorkingDays {

    /** No country keeps so many holidays in a row that as many days more would not do. */
    private static final int DAYS_MORE = 14;

    private WorkingDays() {}

    /**
     * The day on which so many have passed.
     *
     * @param day not counted itself
     * @param count from 1
     * @param country of a marketplace; of one without a calendar only weekends are known
     */
    public static LocalDate after(LocalDate day, int count, String country) {
        Period ahead = new Period(day.plusDays(1), day.plusDays(2L * count + DAYS_MORE));
        Set<LocalDate> holidays = PublicHolidays.of(country, ahead).stream()
                .map(PublicHolidays.Holiday::day)
                .collect(Collectors.toSet());
        LocalDate last = day;
        for (int left = count; left > 0; ) {
            last = last.plusDays(1);
            boolean isOne = BusinessDays.isOne(Math.toIntExact(last.toEpochDay())) && !holidays.contains(last);
            left -= isOne ? 1 : 0;
        }
        return last;
    }
}
