package redflag.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import redflag.ledger.Moments;

/**
 * Dates as exports write them (exports.md §2.8): ISO with offset, ISO without (the day counts, for no zone is told),
 * {@code 10-Jul-2025}, {@code Jul 10, 2025}, and whatever patterns a kind names. A day that could be read two ways,
 * such as 07/08/2026, is not guessed.
 */
final class Dates {

    private static final List<DateTimeFormatter> WRITTEN_OUT =
            List.of(formatter("d-MMM-uuuu"), formatter("d MMM uuuu"), formatter("MMM d, uuuu"), formatter("uuuu/M/d"));

    private final List<DateTimeFormatter> own;
    private int cachedDate = -1;
    private long cachedDay;

    /** @param patterns of the kind, tried first */
    Dates(List<String> patterns) {
        this.own = patterns.stream().map(p -> formatter(p.replace('y', 'u'))).toList();
    }

    /** Whether a kind may name this pattern. */
    static boolean isPattern(String pattern) {
        try {
            return !formatter(pattern.replace('y', 'u')).toString().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    /** The moment, or {@link Moments#NONE} if the text is none. */
    long parse(String text) {
        long fast = isoWithOffset(text);
        return fast != Moments.NONE ? fast : slowly(text);
    }

    /** {@code 2025-05-05T10:19:22+00:00} and {@code …Z} by their places: most rows of most files are of this form. */
    private long isoWithOffset(String text) {
        int length = text.length();
        boolean utc = length == 20 && text.charAt(19) == 'Z';
        if (!utc && (length != 25 || text.charAt(22) != ':')) {
            return Moments.NONE;
        }
        if (text.charAt(10) != 'T' || text.charAt(13) != ':' || text.charAt(16) != ':') {
            return Moments.NONE;
        }
        int hour = two(text, 11);
        int minute = two(text, 14);
        int second = two(text, 17);
        long day = day(text);
        if (day == Moments.NONE || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return Moments.NONE;
        }
        long seconds = day * 86_400 + hour * 3_600L + minute * 60L + second;
        if (utc) {
            return Moments.ofEpochSecond(seconds);
        }
        int offset = two(text, 20) * 3_600 + two(text, 23) * 60;
        char sign = text.charAt(19);
        boolean isOffset = two(text, 20) >= 0 && two(text, 23) >= 0 && two(text, 23) < 60 && offset <= 18 * 3_600;
        if (!isOffset || sign != '+' && sign != '-') {
            return Moments.NONE;
        }
        return Moments.ofEpochSecond(sign == '+' ? seconds - offset : seconds + offset);
    }

    /** The day number of {@code yyyy-MM-dd} at the start; the one of the last date is kept. */
    private long day(String text) {
        if (text.charAt(4) != '-' || text.charAt(7) != '-') {
            return Moments.NONE;
        }
        int year = two(text, 0) * 100 + two(text, 2);
        int month = two(text, 5);
        int day = two(text, 8);
        if (two(text, 0) < 0 || two(text, 2) < 0 || month < 0 || day < 0) {
            return Moments.NONE;
        }
        int date = year * 10_000 + month * 100 + day;
        if (date != cachedDate) {
            try {
                cachedDay = LocalDate.of(year, month, day).toEpochDay();
                cachedDate = date;
            } catch (DateTimeException e) {
                return Moments.NONE;
            }
        }
        return cachedDay;
    }

    private static int two(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -10_000 : tens * 10 + ones;
    }

    private long slowly(String text) {
        for (DateTimeFormatter formatter : own) {
            try {
                return Moments.ofDay(LocalDate.parse(text, formatter));
            } catch (DateTimeException e) {
                // not in this form
            }
        }
        try {
            if (text.length() == 10) {
                return Moments.ofDay(LocalDate.parse(text));
            }
            if (text.length() >= 16 && text.indexOf('T') == 10) {
                return iso(text);
            }
        } catch (DateTimeException e) {
            return writtenOut(text);
        }
        return writtenOut(text);
    }

    private static long iso(String text) {
        try {
            return Moments.ofEpochSecond(OffsetDateTime.parse(text).toEpochSecond());
        } catch (DateTimeException e) {
            try {
                return Moments.ofEpochSecond(ZonedDateTime.parse(text).toEpochSecond());
            } catch (DateTimeException f) {
                return Moments.ofDay(LocalDateTime.parse(text).toLocalDate());
            }
        }
    }

    private static long writtenOut(String text) {
        for (DateTimeFormatter formatter : WRITTEN_OUT) {
            try {
                return Moments.ofDay(LocalDate.parse(text, formatter));
            } catch (DateTimeException e) {
                // not in this form
            }
        }
        return Moments.NONE;
    }
}
