package redflag.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments and durations on a terminal. */
final class Times {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private Times() {}

    /** Such as {@code 2026-11-23 05:30}. */
    static String at(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone));
    }

    /** In the largest two units, such as {@code 2 min 5 s}. */
    static String took(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        long hours = seconds / 3_600;
        return hours < 24 ? hours + " h " + seconds / 60 % 60 + " min" : hours / 24 + " d " + hours % 24 + " h";
    }
}
