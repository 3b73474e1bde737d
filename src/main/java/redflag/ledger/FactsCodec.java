package redflag.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import redflag.basics.Remark;

/**
 * The facts of a file as bytes and back, for whoever works on an account elsewhere or later. Facts of remarks come back
 * as texts or whole numbers. A row of All Orders takes about 25 bytes.
 */
public final class FactsCodec {

    private static final int VERSION = 4;

    private FactsCodec() {}

    public static byte[] encode(FileFacts facts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(facts, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same into a stream, which stays open: the facts of a large file are never in memory twice. */
    public static void write(FileFacts facts, OutputStream stream) throws IOException {
        PackedOutput out = new PackedOutput(stream);
        out.number(VERSION);
        out.text(facts.file());
        out.text(facts.sha256());
        out.text(facts.kind());
        out.number(facts.kindVersion());
        out.text(facts.charset());
        out.number(facts.rowsRead());
        out.number(facts.rowsRejected());
        out.number(facts.rejections().size());
        for (Rejection rejection : facts.rejections()) {
            write(out, rejection);
        }
        out.number(facts.warnings().size());
        for (Remark warning : facts.warnings()) {
            out.text(warning.key());
            writeFacts(out, warning.facts());
        }
        write(out, facts.tables());
        out.flush();
    }

    /** @throws IllegalArgumentException if the bytes are not of {@link #encode} in this version */
    public static FileFacts decode(byte[] bytes) {
        try {
            return read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new IllegalArgumentException("not the bytes of facts", e);
        }
    }

    /**
     * Reads what {@link #write} has written; may take more of the stream than that.
     *
     * @throws IOException if the bytes are not of this version, or are damaged as far as that can be seen
     */
    public static FileFacts read(InputStream stream) throws IOException {
        PackedInput in = new PackedInput(stream);
        long version = in.number();
        if (version != VERSION) {
            throw new IOException("facts of version " + version + ", expected " + VERSION);
        }
        String file = in.text();
        String sha256 = in.text();
        String kind = in.text();
        int kindVersion = in.count();
        String charset = in.text();
        long read = in.number();
        long rejected = in.number();
        List<Rejection> rejections = new ArrayList<>();
        for (int i = in.count(); i > 0; i--) {
            rejections.add(readRejection(in));
        }
        List<Remark> warnings = new ArrayList<>();
        for (int i = in.count(); i > 0; i--) {
            warnings.add(new Remark(in.text(), readFacts(in)));
        }
        return new FileFacts(
                file, sha256, kind, kindVersion, charset, read, rejected, rejections, warnings, readTables(in));
    }

    private static void write(PackedOutput out, Rejection rejection) throws IOException {
        out.text(rejection.file());
        out.number(rejection.row());
        out.text(rejection.reason().name());
        out.text(rejection.column());
        out.text(rejection.found());
        out.text(rejection.expected());
        writeFacts(out, rejection.columns());
    }

    private static Rejection readRejection(PackedInput in) throws IOException {
        String file = in.text();
        int row = in.count();
        Rejection.Reason reason = constant(Rejection.Reason.class, in.text());
        String column = in.text();
        String found = in.text();
        String expected = in.text();
        Map<String, String> columns = new LinkedHashMap<>();
        readFacts(in).forEach((name, value) -> columns.put(name, value.toString()));
        return new Rejection(file, row, reason, column, found, expected, columns);
    }

    private static <E extends Enum<E>> E constant(Class<E> of, String name) throws IOException {
        try {
            return Enum.valueOf(of, name);
        } catch (IllegalArgumentException e) {
            throw new IOException(name + " is no " + of.getSimpleName(), e);
        }
    }

    private static void writeFacts(PackedOutput out, Map<String, ?> facts) throws IOException {
        out.number(facts.size());
        for (Map.Entry<String, ?> fact : facts.entrySet()) {
            out.text(fact.getKey());
            out.number(fact.getValue() instanceof Long ? 1 : 0);
            out.text(fact.getValue().toString());
        }
    }

    private static Map<String, Object> readFacts(PackedInput in) throws IOException {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (int i = in.count(); i > 0; i--) {
            String name = in.text();
            boolean isNumber = in.number() == 1;
            String text = in.text();
            try {
                facts.put(name, isNumber ? Long.valueOf(text) : text);
            } catch (NumberFormatException e) {
                throw new IOException(text + " is no number", e);
            }
        }
        return facts;
    }

    /** A table that says several things is written once. */
    private static void write(PackedOutput out, Map<FactType, FactTable> tables) throws IOException {
        List<FactTable> distinct = new ArrayList<>();
        for (FactTable table : tables.values()) {
            if (distinct.stream().noneMatch(other -> other == table)) {
                distinct.add(table);
            }
        }
        out.number(distinct.size());
        for (FactTable table : distinct) {
            write(out, table);
        }
        out.number(tables.size());
        for (Map.Entry<FactType, FactTable> table : tables.entrySet()) {
            out.text(table.getKey().name());
            for (int i = 0; i < distinct.size(); i++) {
                if (distinct.get(i) == table.getValue()) {
                    out.number(i);
                }
            }
        }
    }

    private static Map<FactType, FactTable> readTables(PackedInput in) throws IOException {
        List<FactTable> distinct = new ArrayList<>();
        for (int i = in.count(); i > 0; i--) {
            distinct.add(readTable(in));
        }
        Map<FactType, FactTable> tables = new EnumMap<>(FactType.class);
        for (int i = in.count(); i > 0; i--) {
            FactType type = constant(FactType.class, in.text());
            int number = in.count();
            if (number >= distinct.size()) {
                throw new IOException("there is no table " + number);
            }
            tables.put(type, distinct.get(number));
        }
        return tables;
    }

    private static void write(PackedOutput out, FactTable table) throws IOException {
        out.number(table.size());
        out.column(table.sourceRows(), FactTable.NO_INT);
        List<String> texts = table.texts();
        out.number(texts.size());
        for (String text : texts) {
            out.text(text);
        }
        out.number(table.wideColumns().size());
        for (Map.Entry<Field, long[]> column : new TreeMap<>(table.wideColumns()).entrySet()) {
            out.text(column.getKey().name());
            out.column(column.getValue(), Moments.NONE);
        }
        out.number(table.narrowColumns().size());
        for (Map.Entry<Field, int[]> column : new TreeMap<>(table.narrowColumns()).entrySet()) {
            out.text(column.getKey().name());
            out.column(column.getValue(), FactTable.NO_INT);
        }
        write(out, table.span());
    }

    private static void write(PackedOutput out, Optional<OrderSpan> span) throws IOException {
        out.number(span.isPresent() ? 1 : 0);
        if (span.isPresent()) {
            out.number(span.get().first());
            out.number(span.get().last());
            out.number(span.get().firstChange());
            out.number(span.get().changed());
            out.number(span.get().rows());
            out.number(span.get().before());
        }
    }

    private static Optional<OrderSpan> readSpan(PackedInput in) throws IOException {
        return in.number() == 1
                ? Optional.of(new OrderSpan(in.number(), in.number(), in.number(), in.number(), in.count(), in.count()))
                : Optional.empty();
    }

    private static FactTable readTable(PackedInput in) throws IOException {
        int size = in.count();
        int[] sourceRows = in.ints(size, FactTable.NO_INT);
        List<String> texts = new ArrayList<>();
        for (int i = in.count(); i > 0; i--) {
            texts.add(in.text());
        }
        Map<Field, long[]> wide = new EnumMap<>(Field.class);
        for (int i = in.count(); i > 0; i--) {
            wide.put(constant(Field.class, in.text()), in.longs(size, Moments.NONE));
        }
        Map<Field, int[]> narrow = new EnumMap<>(Field.class);
        for (int i = in.count(); i > 0; i--) {
            narrow.put(constant(Field.class, in.text()), in.ints(size, FactTable.NO_INT));
        }
        return FactTable.of(size, sourceRows, wide, narrow, List.copyOf(texts), readSpan(in));
    }
}
