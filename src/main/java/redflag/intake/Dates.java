package redflag.intake;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redflag.ledger.Moments;

/**
 * Dates as exports write them (exports.md §2.8): ISO, {@code 10-Jul-2025}, {@code 1 juil. 2026}, {@code 01.07.2026},
 * {@code 2021-08-15 20:35:17 PDT}, and whatever patterns a kind names. A time with a zone is an instant; without one it is
 * an instant in the kind's zone if it has one, else only its day counts. A date of numbers such as 07/08/26 is read in
 * the order that the file is known to have, and never guessed.
 */
final class Dates {

    /** A date of numbers only, in a file of which nobody knows their order. */
    static final long UNDECIDED = Moments.NONE + 1;

    /** A date that is none in the order of the file's country, but one in another order. */
    static final long CONTRADICTION = Moments.NONE + 2;

    private static final int DATES_CACHED = 13 << 5;

    /** No date is longer; of a longer text the patterns would try every split of its blanks. */
    private static final int LONGEST = 64;

    private static final byte[] NOTHING = {};

    private static final Pattern TIME = Pattern.compile(
            "(.*?[^\\s,T])(?:,?\\s+|T)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?"
                    + "\\s*([AaPp]\\.?[Mm]\\.?)?\\s*(Z|[A-Z]{3,4}|(?:GMT|UTC)?[+-]\\d{1,2}(?::?\\d{2})?)?(?:\\s*\\(.*\\))?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[/.-](\\d{1,2})[/.-](\\d{1,2})");
    private static final Pattern NAMED =
            Pattern.compile("(\\d{1,2})\\.?[- ](?:de )?([\\p{L}.]+)[- ](?:de )?(\\d{4}|\\d{2})");
    private static final Pattern NAME_FIRST = Pattern.compile("([\\p{L}.]+) (\\d{1,2}), ?(\\d{4})");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4}|\\d{1,2})");

    /** Hours east of Greenwich. Names that mean two zones, such as CST and IST, are not among them. */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("Z", 0),
            Map.entry("UTC", 0),
            Map.entry("GMT", 0),
            Map.entry("WET", 0),
            Map.entry("WEST", 1),
            Map.entry("BST", 1),
            Map.entry("CET", 1),
            Map.entry("MEZ", 1),
            Map.entry("CEST", 2),
            Map.entry("MESZ", 2),
            Map.entry("EET", 2),
            Map.entry("EEST", 3),
            Map.entry("JST", 9),
            Map.entry("AEST", 10),
            Map.entry("AEDT", 11),
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CDT", -5),
            Map.entry("MDT", -6),
            Map.entry("MST", -7),
            Map.entry("PDT", -7),
            Map.entry("PST", -8));

    private final List<DateTimeFormatter> own;
    private final Optional<ZoneId> zone;
    private final Optional<DateOrder> order;
    private final boolean mayContradict;
    private final boolean daysOnly;
    /** Dates by month and day, with their day numbers: those of one year at a time. */
    private final int[] cachedDates = new int[DATES_CACHED];

    private final long[] cachedDays = new long[DATES_CACHED];

    /**
     * @param patterns of the kind, tried first
     * @param zone of times that name none
     * @param order of dates of numbers only
     * @param mayContradict whether the order is only likely, so that a date of another order speaks against it
     */
    Dates(List<String> patterns, Optional<ZoneId> zone, Optional<DateOrder> order, boolean mayContradict) {
        this(patterns.stream().map(p -> formatter(p.replace('y', 'u'))).toList(), zone, order, mayContradict, false);
    }

    private Dates(
            List<DateTimeFormatter> own,
            Optional<ZoneId> zone,
            Optional<DateOrder> order,
            boolean mayContradict,
            boolean daysOnly) {
        this.own = own;
        this.zone = zone;
        this.order = order;
        this.mayContradict = mayContradict;
        this.daysOnly = daysOnly;
    }

    /** The same, but of a time with a zone or without one only the day counts that is written. */
    Dates writtenDays() {
        return new Dates(own, Optional.empty(), order, mayContradict, true);
    }

    /** The days that a date of numbers only could be, such as {@code 2026-10-08 or 2026-08-10}. */
    static String readings(String text) {
        Matcher time = TIME.matcher(text);
        String date = time.matches() ? time.group(1) : text;
        return Stream.of(DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST, DateOrder.YEAR_FIRST)
                .map(order -> inOrder(date, order))
                .filter(day -> day != Moments.NONE)
                .map(Moments::text)
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    /** Whether a kind may name this pattern: one of days, with or without a time. */
    static boolean isPattern(String pattern) {
        try {
            LocalDate day = LocalDate.of(2026, 11, 22);
            DateTimeFormatter formatter = formatter(pattern.replace('y', 'u'));
            return LocalDate.parse(day.atTime(10, 15, 30).format(formatter), formatter)
                    .equals(day);
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            // the last one is what Java makes of fifteen letters
            return false;
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Whether the text is a date of numbers only that the order decides, and is one in this order. */
    static boolean fits(String text, DateOrder order) {
        if (text.length() > LONGEST) {
            return false;
        }
        Matcher time = TIME.matcher(text);
        return inOrder(time.matches() ? time.group(1) : text, order) != Moments.NONE;
    }

    /**
     * The moment; {@link Moments#NONE} if the text is none, {@link #UNDECIDED} if nobody knows its order,
     * {@link #CONTRADICTION} if it speaks against the order.
     */
    long parse(String text) {
        // what is beyond Latin 1 becomes a question mark, which stands in no date
        byte[] bytes = text.length() > LONGEST ? NOTHING : text.getBytes(StandardCharsets.ISO_8859_1);
        long fast = isoWithOffset(bytes, 0, bytes.length);
        return fast != Moments.NONE || text.length() > LONGEST ? fast : slowly(text);
    }

    /** {@code 2025-05-05T10:19:22+00:00} and {@code …Z} by their places: most rows of most files are of this form. */
    long isoWithOffset(byte[] text, int from, int to) {
        int length = to - from;
        boolean utc = length == 20 && text[from + 19] == 'Z';
        if (!utc && (length != 25 || text[from + 22] != ':')) {
            return Moments.NONE;
        }
        if (text[from + 10] != 'T' || text[from + 13] != ':' || text[from + 16] != ':') {
            return Moments.NONE;
        }
        int hour = two(text, from + 11);
        int minute = two(text, from + 14);
        int second = two(text, from + 17);
        long day = day(text, from);
        if (day == Moments.NONE || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return Moments.NONE;
        }
        if (daysOnly && utc) {
            return Moments.ofDay(LocalDate.ofEpochDay(day));
        }
        long seconds = day * 86_400 + hour * 3_600L + minute * 60L + second;
        if (utc) {
            return Moments.ofEpochSecond(seconds);
        }
        int offset = two(text, from + 20) * 3_600 + two(text, from + 23) * 60;
        byte sign = text[from + 19];
        boolean isOffset = two(text, from + 20) >= 0
                && two(text, from + 23) >= 0
                && two(text, from + 23) < 60
                && offset <= 18 * 3_600;
        if (!isOffset || sign != '+' && sign != '-') {
            return Moments.NONE;
        }
        if (daysOnly) {
            return Moments.ofDay(LocalDate.ofEpochDay(day));
        }
        return Moments.ofEpochSecond(sign == '+' ? seconds - offset : seconds + offset);
    }

    /** The day number of {@code yyyy-MM-dd} at the start; those of a year's dates are kept. */
    private long day(byte[] text, int from) {
        if (text[from + 4] != '-' || text[from + 7] != '-') {
            return Moments.NONE;
        }
        int year = two(text, from) * 100 + two(text, from + 2);
        int month = two(text, from + 5);
        int day = two(text, from + 8);
        if (two(text, from) < 0 || two(text, from + 2) < 0 || month < 0 || day < 0) {
            return Moments.NONE;
        }
        if (month > 12 || day > 31) {
            return Moments.NONE;
        }
        int date = year * 10_000 + month * 100 + day;
        int place = month << 5 | day;
        // the first of all dates is 0, which is none
        if (date != cachedDates[place] || date == 0) {
            try {
                cachedDays[place] = LocalDate.of(year, month, day).toEpochDay();
                cachedDates[place] = date;
            } catch (DateTimeException e) {
                return Moments.NONE;
            }
        }
        return cachedDays[place];
    }

    private static int two(byte[] text, int at) {
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -10_000 : tens * 10 + ones;
    }

    private long slowly(String text) {
        for (DateTimeFormatter formatter : own) {
            try {
                return local(formatter.parseBest(text, LocalDateTime::from, LocalDate::from));
            } catch (DateTimeException e) {
                // not in this form
            }
        }
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return dayOf(text);
        }
        long day = dayOf(time.group(1));
        return day == Moments.NONE || day == UNDECIDED || day == CONTRADICTION ? day : at(day, time);
    }

    private long local(TemporalAccessor parsed) {
        return parsed instanceof LocalDateTime moment ? local(moment) : Moments.ofDay(LocalDate.from(parsed));
    }

    private long local(LocalDateTime moment) {
        return zone.map(z -> Moments.ofEpochSecond(moment.atZone(z).toEpochSecond()))
                .orElseGet(() -> Moments.ofDay(moment.toLocalDate()));
    }

    private long at(long day, Matcher time) {
        int hour = Integer.parseInt(time.group(2));
        int minute = Integer.parseInt(time.group(3));
        int second = time.group(4) == null ? 0 : Integer.parseInt(time.group(4));
        String half = time.group(5);
        boolean twelve = half == null || hour >= 1 && hour <= 12;
        if (half != null) {
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        if (!twelve || hour > 23 || minute > 59 || second > 59) {
            return Moments.NONE;
        }
        LocalDateTime moment = LocalDate.parse(Moments.text(day)).atTime(hour, minute, second);
        if (time.group(6) == null) {
            return local(moment);
        }
        Optional<ZoneOffset> offset = offset(time.group(6));
        return offset.map(o -> daysOnly ? day : Moments.ofEpochSecond(moment.toEpochSecond(o)))
                .orElse(Moments.NONE);
    }

    private static Optional<ZoneOffset> offset(String name) {
        Integer hours = ZONES.get(name);
        if (hours != null) {
            return Optional.of(ZoneOffset.ofHours(hours));
        }
        String sign = name.startsWith("GMT") || name.startsWith("UTC") ? name.substring(3) : name;
        try {
            String[] parts = sign.contains(":") ? sign.substring(1).split(":") : new String[] {sign.substring(1), ""};
            String digits = parts[1].isEmpty() && parts[0].length() > 2
                    ? parts[0].substring(0, parts[0].length() - 2)
                    : parts[0];
            String minutes = parts[1].isEmpty() ? parts[0].substring(digits.length()) : parts[1];
            int seconds = Integer.parseInt(digits) * 3_600 + (minutes.isEmpty() ? 0 : Integer.parseInt(minutes) * 60);
            boolean valid = minutes.isEmpty() || Integer.parseInt(minutes) < 60;
            return valid
                    ? Optional.of(ZoneOffset.ofTotalSeconds(sign.charAt(0) == '-' ? -seconds : seconds))
                    : Optional.empty();
        } catch (NumberFormatException | DateTimeException | StringIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private long dayOf(String text) {
        try {
            Matcher yearFirst = YEAR_FIRST.matcher(text);
            if (yearFirst.matches()) {
                return text.charAt(4) == '-' && text.length() != 10
                        ? Moments.NONE
                        : day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
            }
            Matcher dotted = DOTTED.matcher(text);
            if (dotted.matches()) {
                return day(dotted.group(3), dotted.group(2), dotted.group(1));
            }
            Matcher named = NAMED.matcher(text);
            if (named.matches()) {
                return day(named.group(3), String.valueOf(MonthNames.of(named.group(2))), named.group(1));
            }
            Matcher nameFirst = NAME_FIRST.matcher(text);
            if (nameFirst.matches()) {
                return day(nameFirst.group(3), String.valueOf(MonthNames.of(nameFirst.group(1))), nameFirst.group(2));
            }
        } catch (DateTimeException e) {
            return Moments.NONE;
        }
        return ofNumbers(text);
    }

    private long ofNumbers(String text) {
        if (order.isPresent()) {
            long day = inOrder(text, order.get());
            boolean fitsAnother = mayContradict
                    && day == Moments.NONE
                    && Arrays.stream(DateOrder.values()).anyMatch(o -> inOrder(text, o) != Moments.NONE);
            return fitsAnother ? CONTRADICTION : day;
        }
        boolean isDate = Arrays.stream(DateOrder.values()).anyMatch(o -> inOrder(text, o) != Moments.NONE);
        return isDate ? UNDECIDED : Moments.NONE;
    }

    private static long inOrder(String text, DateOrder order) {
        Matcher numbers = NUMBERS.matcher(text);
        if (!numbers.matches() || numbers.group(3).length() == 1 && order != DateOrder.YEAR_FIRST) {
            return Moments.NONE;
        }
        try {
            return switch (order) {
                case DAY_FIRST -> day(numbers.group(3), numbers.group(2), numbers.group(1));
                case MONTH_FIRST -> day(numbers.group(3), numbers.group(1), numbers.group(2));
                case YEAR_FIRST ->
                    numbers.group(1).length() == 2 && numbers.group(3).length() <= 2
                            ? day(numbers.group(1), numbers.group(2), numbers.group(3))
                            : Moments.NONE;
            };
        } catch (DateTimeException e) {
            return Moments.NONE;
        }
    }

    private static long day(String year, String month, String day) {
        if (year.length() < 2) {
            return Moments.NONE;
        }
        int full = Integer.parseInt(year) + (year.length() == 2 ? 2_000 : 0);
        return Moments.ofDay(LocalDate.of(full, Integer.parseInt(month), Integer.parseInt(day)));
    }
}
