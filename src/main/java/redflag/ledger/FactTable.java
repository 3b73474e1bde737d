package redflag.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one file that say one type of thing, column by column in primitive arrays. Immutable.
 *
 * <p>An object per row would cost about ten times the memory (performance.md §1: a row of All Orders is 31 columns, of
 * which 40 bytes are kept). A blank cell and a column that the file lacks are two things: {@link #hasColumn} tells.
 */
public final class FactTable {

    /** Stands for no value in a narrow column. */
    static final int NO_INT = Integer.MIN_VALUE;

    /** The highest bit of a cell stays free: with it alone a cell is blank. */
    private static final int MOST_SIGNS = Long.SIZE - 1;

    private final int size;
    private final int[] sourceRows;
    private final Map<Field, long[]> wide;
    private final Map<Field, int[]> narrow;
    /** Each made once, for rows are asked for their texts a million times; parts of a table share them. */
    private final List<Optional<String>> texts;

    private final Optional<OrderSpan> span;

    private FactTable(
            int size,
            int[] sourceRows,
            Map<Field, long[]> wide,
            Map<Field, int[]> narrow,
            List<Optional<String>> texts,
            Optional<OrderSpan> span) {
        this.size = size;
        this.sourceRows = sourceRows;
        this.wide = wide;
        this.narrow = narrow;
        this.texts = texts;
        this.span = span;
    }

    public int size() {
        return size;
    }

    /** The row of the file, counted from 1 with the header; for JSON the position among its figures. */
    public int sourceRow(int row) {
        return sourceRows[row];
    }

    public boolean hasColumn(Field field) {
        return wide.containsKey(field) || narrow.containsKey(field);
    }

    public Set<Field> columns() {
        Set<Field> columns = EnumSet.noneOf(Field.class);
        columns.addAll(wide.keySet());
        columns.addAll(narrow.keySet());
        return columns;
    }

    /** Whether the cell holds a value. */
    public boolean has(Field field, int row) {
        if (field.isWide()) {
            return wideOr(field, row, Moments.NONE) != Moments.NONE;
        }
        int[] column = narrow.get(field);
        return column != null && column[row] != NO_INT;
    }

    /** A moment, see {@link Moments}; {@link Moments#NONE} if there is none. */
    public long moment(Field field, int row) {
        return wideOr(field, row, Moments.NONE);
    }

    /** A count, if there is one. */
    public Optional<Long> count(Field field, int row) {
        long value = wideOr(field, row, Moments.NONE);
        return value == Moments.NONE ? Optional.empty() : Optional.of(value);
    }

    /** The order id packed, or a negative number that {@link #orderId} resolves. */
    long orderKey(int row) {
        return wideOr(Field.ORDER, row, Moments.NONE);
    }

    public String orderId(int row) {
        long key = orderKey(row);
        return key >= 0 ? OrderIds.unpack(key) : texts.get((int) -(key + 1)).orElseThrow();
    }

    public boolean isTrue(Field field, int row) {
        return narrowOr(field, row) == 1;
    }

    public Optional<Code> code(Field field, int row) {
        int value = narrowOr(field, row);
        return value == NO_INT ? Optional.empty() : Optional.of(CODES[value]);
    }

    private static final Code[] CODES = Code.values();
    private static final Field[] FIELDS = Field.values();

    /** Whether the cell holds this word; does not allocate. */
    public boolean is(Field field, int row, Code code) {
        return narrowOr(field, row) == code.ordinal();
    }

    /** What the text of a cell showed; empty where it showed nothing or there was none. */
    public Set<Code> signs(Field field, int row) {
        long bits = wideOr(field, row, Moments.NONE);
        Set<Code> signs = EnumSet.noneOf(Code.class);
        for (Code code : bits == Moments.NONE ? new Code[0] : CODES) {
            if (code.ordinal() < MOST_SIGNS && (bits & bit(code)) != 0) {
                signs.add(code);
            }
        }
        return signs;
    }

    /** @throws IllegalArgumentException for a word that is no sign */
    private static long bit(Code code) {
        if (code.ordinal() >= MOST_SIGNS) {
            throw new IllegalArgumentException(code + " is no sign: only the first " + MOST_SIGNS + " words can be");
        }
        return 1L << code.ordinal();
    }

    public Optional<LocalDate> day(Field field, int row) {
        int value = narrowOr(field, row);
        return value == NO_INT ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(value));
    }

    public Optional<String> text(Field field, int row) {
        int value = narrowOr(field, row);
        return value == NO_INT ? Optional.empty() : texts.get(value);
    }

    /** The number of the cell's text among {@link #texts}, or -1. */
    int textNumber(Field field, int row) {
        return Math.max(narrowOr(field, row), -1);
    }

    private long wideOr(Field field, int row, long other) {
        long[] column = wide.get(field);
        return column == null ? other : column[row];
    }

    private int narrowOr(Field field, int row) {
        int[] column = narrow.get(field);
        return column == null ? NO_INT : column[row];
    }

    /**
     * Over which days the file lists orders: of a part of a table that of all of it, for the file has no more orders of
     * the part's store because it lists others too.
     */
    Optional<OrderSpan> span() {
        return span;
    }

    /** The rows at these places only, in this order. */
    public FactTable select(int[] rows) {
        Map<Field, long[]> wideRows = new EnumMap<>(Field.class);
        wide.forEach((field, column) -> wideRows.put(
                field, Arrays.stream(rows).mapToLong(row -> column[row]).toArray()));
        Map<Field, int[]> narrowRows = new EnumMap<>(Field.class);
        narrow.forEach((field, column) -> narrowRows.put(
                field, Arrays.stream(rows).map(row -> column[row]).toArray()));
        int[] sources = Arrays.stream(rows).map(row -> sourceRows[row]).toArray();
        return new FactTable(rows.length, sources, wideRows, narrowRows, texts, span);
    }

    int[] sourceRows() {
        return sourceRows;
    }

    Map<Field, long[]> wideColumns() {
        return wide;
    }

    Map<Field, int[]> narrowColumns() {
        return narrow;
    }

    List<String> texts() {
        return texts.stream().flatMap(Optional::stream).toList();
    }

    static FactTable of(
            int size,
            int[] sourceRows,
            Map<Field, long[]> wide,
            Map<Field, int[]> narrow,
            List<String> texts,
            Optional<OrderSpan> span) {
        List<Optional<String>> each = new ArrayList<>(texts.size());
        texts.forEach(text -> each.add(Optional.of(text)));
        return new FactTable(size, sourceRows, wide, narrow, each, span);
    }

    /** Takes rows one after the other: set the cells of a row, then {@link #endRow}. Not safe for several threads. */
    public static final class Builder {

        /** By the field's ordinal; missing where the file has no column for it. */
        private final long[] @Nullable [] wide = new long[FIELDS.length][];

        private final int[] @Nullable [] narrow = new int[FIELDS.length][];
        private final Texts texts = new Texts();
        private int[] sourceRows = new int[64];
        private int size;
        private int textsOfWholeRows;

        /** @param columns the fields that the file has a column for */
        public Builder(Set<Field> columns) {
            for (Field field : columns) {
                if (field.isWide()) {
                    wide[field.ordinal()] = new long[0];
                } else {
                    narrow[field.ordinal()] = new int[0];
                }
            }
            grow(sourceRows.length);
        }

        private void grow(int capacity) {
            sourceRows = Arrays.copyOf(sourceRows, capacity);
            for (int field = 0; field < FIELDS.length; field++) {
                long[] longs = wide[field];
                if (longs != null) {
                    wide[field] = Arrays.copyOf(longs, capacity);
                    Arrays.fill(wide[field], longs.length, capacity, Moments.NONE);
                }
                int[] ints = narrow[field];
                if (ints != null) {
                    narrow[field] = Arrays.copyOf(ints, capacity);
                    Arrays.fill(narrow[field], ints.length, capacity, NO_INT);
                }
            }
        }

        public Builder order(String id) {
            long packed = OrderIds.pack(id);
            setWide(Field.ORDER, packed == OrderIds.NOT_PACKED ? -1L - texts.numberOf(id) : packed);
            return this;
        }

        /** The same of an id that {@link OrderIds#pack} has packed. */
        public Builder order(long packed) {
            setWide(Field.ORDER, packed);
            return this;
        }

        public Builder moment(Field field, long moment) {
            setWide(field, moment);
            return this;
        }

        public Builder count(Field field, long count) {
            setWide(field, count);
            return this;
        }

        public Builder flag(Field field, boolean value) {
            setNarrow(field, value ? 1 : 0);
            return this;
        }

        public Builder code(Field field, Code code) {
            setNarrow(field, code.ordinal());
            return this;
        }

        public Builder signs(Field field, Set<Code> signs) {
            setWide(field, signs.stream().mapToLong(FactTable::bit).reduce(0, (a, b) -> a | b));
            return this;
        }

        /** The same of a row that is whole already. */
        public void addSign(Field field, int row, Code sign) {
            long[] column = wide[field.ordinal()];
            if (column != null) {
                column[row] |= bit(sign);
            }
        }

        /** So many rows are whole. */
        public int size() {
            return size;
        }

        public Builder day(Field field, LocalDate day) {
            setNarrow(field, Math.toIntExact(day.toEpochDay()));
            return this;
        }

        public Builder text(Field field, String text) {
            setNarrow(field, texts.numberOf(text));
            return this;
        }

        /** What the open row holds in a column, for {@link #repeat}. */
        public long value(Field field) {
            long[] longs = wide[field.ordinal()];
            int[] ints = narrow[field.ordinal()];
            if (longs == null && ints == null) {
                throw new IllegalArgumentException("no column for " + field);
            }
            return longs == null ? ints[size] : longs[size];
        }

        /** @param value that another row of this table holds in the column */
        public void repeat(Field field, long value) {
            if (field.isWide()) {
                setWide(field, value);
            } else {
                setNarrow(field, (int) value);
            }
        }

        private void setWide(Field field, long value) {
            long[] column = wide[field.ordinal()];
            if (column == null) {
                throw new IllegalArgumentException("no column for " + field);
            }
            column[size] = value;
        }

        private void setNarrow(Field field, int value) {
            int[] column = narrow[field.ordinal()];
            if (column == null) {
                throw new IllegalArgumentException("no column for " + field);
            }
            column[size] = value;
        }

        /** The row is whole: it stood at {@code sourceRow} of the file. */
        public void endRow(int sourceRow) {
            sourceRows[size++] = sourceRow;
            textsOfWholeRows = texts.size();
            if (size == sourceRows.length) {
                grow(size * 2);
            }
        }

        /** Forgets the cells set since the last row ended. */
        public void dropRow() {
            texts.cutTo(textsOfWholeRows);
            for (int field = 0; field < FIELDS.length; field++) {
                long[] longs = wide[field];
                if (longs != null) {
                    longs[size] = Moments.NONE;
                }
                int[] ints = narrow[field];
                if (ints != null) {
                    ints[size] = NO_INT;
                }
            }
        }

        public FactTable build() {
            Map<Field, long[]> longs = new EnumMap<>(Field.class);
            Map<Field, int[]> ints = new EnumMap<>(Field.class);
            for (Field field : FIELDS) {
                long[] ofLongs = wide[field.ordinal()];
                if (ofLongs != null) {
                    longs.put(field, Arrays.copyOf(ofLongs, size));
                }
                int[] ofInts = narrow[field.ordinal()];
                if (ofInts != null) {
                    ints.put(field, Arrays.copyOf(ofInts, size));
                }
            }
            int[] rows = Arrays.copyOf(sourceRows, size);
            return of(size, rows, longs, ints, texts.list(), OrderSpan.of(longs, size));
        }
    }
}
