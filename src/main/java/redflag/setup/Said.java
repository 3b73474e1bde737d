package redflag.setup;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Moments, sizes and lists in words. */
final class Said {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final int MOST = 5;

    private Said() {}

    static String at(Instant moment) {
        return MOMENT.format(moment.atOffset(ZoneOffset.UTC)) + " UTC";
    }

    /** Such as {@code 1.5 GB}; of 1000s, as disks are sold. */
    static String size(long bytes) {
        if (bytes >= 1_000_000_000L) {
            return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
        }
        return bytes >= 1_000_000 ? Math.round(bytes / 1e6) + " MB" : Math.round(bytes / 1e3) + " kB";
    }

    /** The first ones, and how many more there are. */
    static String some(List<String> all) {
        String first = all.stream().limit(MOST).collect(Collectors.joining(", "));
        return all.size() > MOST ? first + " and " + (all.size() - MOST) + " more" : first;
    }

    /** Such as {@code 1 file} and {@code 2 files}. */
    static String count(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
