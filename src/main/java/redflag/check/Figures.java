package redflag.check;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import redflag.basics.Period;

/** The figures that a sentence states: percentages, {@code x of y}, days. Days of digits and slashes are not read. */
final class Figures {

    private static final String MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
    private static final String MONTH =
            "(january|february|march|april|may|june|july|august|september|october|november|december|sept|" + MONTHS
                    + ")(?![a-z])\\.?";
    private static final Pattern DAY = Pattern.compile(
            "(?<![\\d-])(\\d{4})-(\\d{2})-(\\d{2})(?![\\d-])" // 2026-11-22
                    + "|(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTH
                    + "(?:,? (\\d{4}))?(?!\\d)" // 22 November 2026
                    + "|(?<![a-z])" + MONTH
                    + " (\\d{1,2})(?:st|nd|rd|th)?(?:, ?(\\d{4})| (\\d{4}))?(?!\\d)", // November 22, 2026
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PERCENT =
            Pattern.compile("(?<![\\d.,])(\\d{1,3}(?:[.,]\\d{1,6})?) ?(?:%|percent\\b|per cent\\b)");
    private static final Pattern COUNT =
            Pattern.compile("(?<![\\d.,/-])(\\d{1,3}(?:,\\d{3})+|\\d+)(?: \\p{L}[\\p{L}-]*){0,3} (?:out )?of"
                    + "(?: the| our| all| these| those| its)*(?: \\p{L}[\\p{L}-]*)?"
                    + " (\\d{1,3}(?:,\\d{3})+|\\d+)(?![\\d-]|[.,]\\d| ?%| ?percent| per cent)");
    private static final Pattern CODE =
            Pattern.compile("\\b\\d{3}-\\d{7}-\\d{7}\\b|\\[\\d+]|\\b[A-Z][A-Z0-9-]*\\d[A-Z0-9-]*\\b");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern RANGE = Pattern.compile("^,? ?(?:and|to|until|till|through|[–—-]) ?(?:the )?$");

    private static final Pattern BEFORE_A_DAY = Pattern.compile(
            "(?:\\b(?:on|since|until|till|by|from|to|through|and|between|before|after|dated|of the)|[(–—-]) ?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNTED =
            Pattern.compile("^ (?:of|out|late|orders?|packages?|parcels?|shipments?|units?|invoices?)\\b|^ ?%");

    /** @param places after the decimal point, as written */
    record Percentage(BigDecimal percent, int places, int start, int end) {}

    record Count(long affected, long total, int start) {}

    /** @param year whether it was written; else it stands for a year that must be found */
    record Day(LocalDate day, boolean year, int start, int end) {}

    private Figures() {}

    static List<Percentage> percentages(String text) {
        List<Percentage> found = new ArrayList<>();
        Matcher matcher = PERCENT.matcher(text);
        while (matcher.find()) {
            BigDecimal percent = new BigDecimal(matcher.group(1).replace(',', '.'));
            found.add(new Percentage(percent, percent.scale(), matcher.start(), matcher.end()));
        }
        return found;
    }

    static List<Count> counts(String text) {
        List<Count> found = new ArrayList<>();
        String withoutDays = blank(DAY, text);
        Matcher matcher = COUNT.matcher(withoutDays);
        while (matcher.find()) {
            long affected = number(matcher.group(1));
            long total = number(matcher.group(2));
            if (affected <= total && total > 0) {
                found.add(new Count(affected, total, matcher.start()));
            }
        }
        return found;
    }

    private static long number(String digits) {
        String plain = digits.replace(",", "");
        return plain.length() > 15 ? Long.MAX_VALUE : Long.parseLong(plain);
    }

    /** Two days with a word such as <i>to</i> between, both included; a year that only one names is that of both. */
    static List<Period> periods(String text) {
        List<Period> found = new ArrayList<>();
        List<Day> days = daysOf(text);
        for (int i = 0; i + 1 < days.size(); i++) {
            Day first = days.get(i);
            Day second = days.get(i + 1);
            if (!second.year()
                    || !RANGE.matcher(text.substring(first.end(), second.start()))
                            .matches()) {
                continue;
            }
            LocalDate from = first.day();
            if (!first.year()) {
                from = from.withYear(second.day().getYear());
                from = from.isAfter(second.day()) ? from.minusYears(1) : from;
            }
            if (!from.isAfter(second.day())) {
                found.add(new Period(from, second.day()));
            }
        }
        return found;
    }

    /** As written, with or without a year; without one the year is 0, so that equal words are equal. */
    static List<LocalDate> days(String text) {
        return daysOf(text).stream().map(Day::day).toList();
    }

    static List<Day> daysOf(String text) {
        List<Day> found = new ArrayList<>();
        Matcher matcher = DAY.matcher(text);
        while (matcher.find()) {
            day(matcher).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Day> day(Matcher m) {
        try {
            if (m.group(1) != null) {
                LocalDate day = LocalDate.of(
                        Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
                return Optional.of(new Day(day, true, m.start(), m.end()));
            }
            boolean dayFirst = m.group(4) != null;
            String month = dayFirst ? m.group(5) : m.group(7);
            int day = Integer.parseInt(dayFirst ? m.group(4) : m.group(8));
            Optional<String> year = Stream.of(dayFirst ? 6 : 9, dayFirst ? 6 : 10)
                    .map(m::group)
                    .flatMap(Stream::ofNullable)
                    .findFirst();
            int ordinal = List.of(MONTHS.split("\\|", -1))
                            .indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT))
                    + 1;
            LocalDate date = LocalDate.of(year.map(Integer::parseInt).orElse(0), ordinal, day);
            return Optional.of(new Day(date, year.isPresent(), m.start(), m.end()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Days that no calendar has, as written, such as {@code 31 June}; a number beside a month that may count something is none. */
    static List<String> impossibleDays(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = DAY.matcher(text);
        while (matcher.find()) {
            boolean dayAndYear = Stream.of(1, 6, 9, 10).anyMatch(group -> matcher.group(group) != null);
            boolean isDay = dayAndYear
                    || BEFORE_A_DAY.matcher(text.substring(0, matcher.start())).find()
                            && !COUNTED.matcher(text.substring(matcher.end())).find();
            if (isDay && day(matcher).isEmpty()) {
                found.add(matcher.group());
            }
        }
        return found;
    }

    static String withoutDays(String text) {
        return blank(DAY, text);
    }

    /** Without days, order ids, references such as [1] and codes with digits in them. */
    static String withoutCodes(String text) {
        return blank(CODE, blank(DAY, text));
    }

    /** A number in digits, or in words. */
    static boolean hasNumber(String text) {
        String left = withoutCodes(text);
        return DIGIT.matcher(left).find() || Phrases.of("number-words").in(left);
    }

    private static String blank(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(found -> " ".repeat(found.end() - found.start()));
    }
}
