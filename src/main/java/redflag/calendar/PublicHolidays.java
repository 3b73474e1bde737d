package redflag.calendar;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import redflag.basics.Period;

/**
 * The public holidays that a whole country keeps, by Jollyday's calendars; those of single states or regions are not among
 * them. A calendar is read when the first day of the country is asked about.
 */
public final class PublicHolidays {

    /**
     * Where Jollyday's calendar is the country's own, and its marketplace by Redflag's code. Not the others: that of Japan has
     * an emperor's birthday of the past, those by the moon are announced and not calculated, that of Sweden has the eves.
     */
    private static final Map<String, String> CALENDARS = Map.ofEntries(
            Map.entry("US", "us"),
            Map.entry("CA", "ca"),
            Map.entry("MX", "mx"),
            Map.entry("BR", "br"),
            Map.entry("UK", "gb"),
            Map.entry("IE", "ie"),
            Map.entry("DE", "de"),
            Map.entry("FR", "fr"),
            Map.entry("IT", "it"),
            Map.entry("ES", "es"),
            Map.entry("NL", "nl"),
            Map.entry("BE", "be"),
            Map.entry("PL", "pl"),
            Map.entry("AU", "au"));

    private PublicHolidays() {}

    /** @param day on which it is kept: of one that falls on a weekend the day in its place, where the law has one */
    public record Holiday(LocalDate day, String name) {}

    /**
     * In the order of the days, of several on one day the first by name.
     *
     * @param country of a marketplace; of one without a calendar there are none
     * @param days both included
     */
    public static List<Holiday> of(String country, Period days) {
        String calendar = CALENDARS.get(country);
        if (calendar == null) {
            return List.of();
        }
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(calendar));
        Map<LocalDate, Holiday> kept = new TreeMap<>();
        // New Year's Day may be kept on a day of the year before
        IntStream.rangeClosed(days.from().getYear(), days.to().getYear() + 1)
                .mapToObj(year -> manager.getHolidays(Year.of(year)))
                .flatMap(Set::stream)
                .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
                .map(holiday -> new Holiday(
                        holiday.getObservedDate().orElse(holiday.getActualDate()),
                        holiday.getDescription(Locale.ENGLISH)))
                .sorted(Comparator.comparing(Holiday::name))
                .filter(holiday -> days.contains(holiday.day()))
                .forEach(holiday -> kept.putIfAbsent(holiday.day(), holiday));
        return List.copyOf(kept.values());
    }
}
