package redflag.ledger;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Period;
import redflag.basics.Remark;

/**
 * What one export file says. Immutable.
 *
 * @param file its path in the exports folder, with {@code /}
 * @param sha256 hash of its bytes, in hexadecimal
 * @param kind id of its export kind
 * @param kindVersion version of the kind's definition: facts of another version are not these facts
 * @param charset that it was read with; empty for XLSX
 * @param rowsRead rows under the header, blank lines apart; always accepted + rejected
 * @param rowsRejected rows that could not be used, all of them
 * @param rejections the rejected rows, {@value #REJECTIONS_KEPT} at most
 * @param warnings words and names that were not known, in the order met
 */
public record FileFacts(
        String file,
        String sha256,
        String kind,
        int kindVersion,
        String charset,
        long rowsRead,
        long rowsRejected,
        List<Rejection> rejections,
        List<Remark> warnings,
        Map<FactType, FactTable> tables) {

    /** So that a file of nothing but bad rows can't fill the memory. */
    public static final int REJECTIONS_KEPT = 1_000;

    public FileFacts {
        rejections = List.copyOf(rejections);
        warnings = List.copyOf(warnings);
        Map<FactType, FactTable> copy = new EnumMap<>(FactType.class);
        copy.putAll(tables);
        tables = Collections.unmodifiableMap(copy);
    }

    public long rowsAccepted() {
        return rowsRead - rowsRejected;
    }

    /** False where rows stood in it and not one could be used: that says nothing, while a file without rows says none. */
    public boolean isUsable() {
        return rowsRead == 0 || rowsAccepted() > 0;
    }

    public Optional<FactTable> table(FactType type) {
        return Optional.ofNullable(tables.get(type));
    }

    /** The days that its rows tell of, in UTC where they tell instants; missing where they tell of none. */
    public Optional<Period> span() {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (FactTable table : tables.values()) {
            boolean periods = table.hasColumn(Field.FROM) || table.hasColumn(Field.TO);
            for (int row = 0; row < table.size(); row++) {
                long purchased = table.moment(table.has(Field.PURCHASED, row) ? Field.PURCHASED : Field.HAPPENED, row);
                if (purchased != Moments.NONE) {
                    long day = Math.floorDiv(Moments.epochSecond(purchased), 86_400L);
                    first = Math.min(first, day);
                    last = Math.max(last, day);
                }
                if (!periods) {
                    first = Math.min(first, epochDay(table.day(Field.STATED_ON, row), first));
                    last = Math.max(last, epochDay(table.day(Field.STATED_ON, row), last));
                } else {
                    first = Math.min(first, epochDay(table.day(Field.FROM, row), first));
                    last = Math.max(last, epochDay(table.day(Field.TO, row), last));
                }
            }
        }
        return first > last || last == Long.MIN_VALUE || first == Long.MAX_VALUE
                ? Optional.empty()
                : Optional.of(new Period(LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(last)));
    }

    private static long epochDay(Optional<LocalDate> day, long otherwise) {
        return day.map(LocalDate::toEpochDay).orElse(otherwise);
    }
}
