package redflag.causes;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import redflag.ledger.ExportDay;
import redflag.ledger.Field;
import redflag.ledger.Moments;
import redflag.ledger.StoreOrders;

/** How far exports tell of deliveries: what an old one has none of may have come since. Not safe for several threads. */
final class Deliveries {

    private final Rows rows;
    private @Nullable Map<String, Integer> newest;

    Deliveries(Rows rows) {
        this.rows = rows;
    }

    /** The newest day that a file reaches, since 1970-01-01; before all days where it tells of no delivery. */
    int toldUntil(String file) {
        Map<String, Integer> known = newest;
        if (known == null) {
            known = newestByFile();
            newest = known;
        }
        return Objects.requireNonNullElse(known.get(file), Integer.MIN_VALUE);
    }

    private Map<String, Integer> newestByFile() {
        Map<String, Integer> days = new HashMap<>();
        StoreOrders orders = rows.orders();
        for (int order = 0; order < orders.size(); order++) {
            long delivered = orders.moment(Field.DELIVERED, order);
            if (delivered != Moments.NONE) {
                int day = rows.day(delivered);
                orders.source(Field.DELIVERED, order).ifPresent(source -> days.merge(source.file(), day, Math::max));
            }
        }
        days.replaceAll((file, day) -> {
            ExportDay told = rows.ledger().exportDays().get(file);
            return told == null || told.byFileTime()
                    ? day
                    : Math.max(day, (int) told.day().toEpochDay());
        });
        return days;
    }
}
