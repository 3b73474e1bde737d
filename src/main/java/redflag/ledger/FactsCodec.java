package redflag.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import redflag.basics.Remark;

/**
 * The facts of a file as bytes and back, for whoever works on an account elsewhere or later. Facts of remarks come back
 * as texts or whole numbers.
 */
public final class FactsCodec {

    private static final int VERSION = 3;

    private FactsCodec() {}

    public static byte[] encode(FileFacts facts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeInt(VERSION);
            text(out, facts.file());
            text(out, facts.sha256());
            text(out, facts.kind());
            out.writeInt(facts.kindVersion());
            text(out, facts.charset());
            out.writeLong(facts.rowsRead());
            out.writeLong(facts.rowsRejected());
            out.writeInt(facts.rejections().size());
            for (Rejection rejection : facts.rejections()) {
                write(out, rejection);
            }
            out.writeInt(facts.warnings().size());
            for (Remark warning : facts.warnings()) {
                text(out, warning.key());
                writeFacts(out, warning.facts());
            }
            out.writeInt(facts.tables().size());
            for (Map.Entry<FactType, FactTable> table : facts.tables().entrySet()) {
                text(out, table.getKey().name());
                write(out, table.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException if the bytes are not of {@link #encode} in this version */
    public static FileFacts decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            int version = in.readInt();
            if (version != VERSION) {
                throw new IllegalArgumentException("facts of version " + version + ", expected " + VERSION);
            }
            String file = text(in);
            String sha256 = text(in);
            String kind = text(in);
            int kindVersion = in.readInt();
            String charset = text(in);
            long read = in.readLong();
            long rejected = in.readLong();
            List<Rejection> rejections = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                rejections.add(readRejection(in));
            }
            List<Remark> warnings = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                warnings.add(new Remark(text(in), readFacts(in)));
            }
            Map<FactType, FactTable> tables = new EnumMap<>(FactType.class);
            for (int i = in.readInt(); i > 0; i--) {
                tables.put(FactType.valueOf(text(in)), readTable(in));
            }
            return new FileFacts(
                    file, sha256, kind, kindVersion, charset, read, rejected, rejections, warnings, tables);
        } catch (IOException e) {
            throw new IllegalArgumentException("not the bytes of facts", e);
        }
    }

    /** Not {@code writeUTF}, which ends at 65,535 bytes: a cell can be longer. */
    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void write(DataOutputStream out, Rejection rejection) throws IOException {
        text(out, rejection.file());
        out.writeInt(rejection.row());
        text(out, rejection.reason().name());
        text(out, rejection.column());
        text(out, rejection.found());
        text(out, rejection.expected());
        writeFacts(out, new LinkedHashMap<>(rejection.columns()));
    }

    private static Rejection readRejection(DataInputStream in) throws IOException {
        String file = text(in);
        int row = in.readInt();
        Rejection.Reason reason = Rejection.Reason.valueOf(text(in));
        String column = text(in);
        String found = text(in);
        String expected = text(in);
        Map<String, String> columns = new LinkedHashMap<>();
        readFacts(in).forEach((name, value) -> columns.put(name, value.toString()));
        return new Rejection(file, row, reason, column, found, expected, columns);
    }

    private static void writeFacts(DataOutputStream out, Map<String, ?> facts) throws IOException {
        out.writeInt(facts.size());
        for (Map.Entry<String, ?> fact : facts.entrySet()) {
            text(out, fact.getKey());
            out.writeBoolean(fact.getValue() instanceof Long);
            text(out, fact.getValue().toString());
        }
    }

    private static Map<String, Object> readFacts(DataInputStream in) throws IOException {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            String name = text(in);
            boolean number = in.readBoolean();
            String text = text(in);
            facts.put(name, number ? Long.valueOf(text) : text);
        }
        return facts;
    }

    private static void write(DataOutputStream out, FactTable table) throws IOException {
        out.writeInt(table.size());
        for (int row : table.sourceRows()) {
            out.writeInt(row);
        }
        out.writeInt(table.texts().size());
        for (String text : table.texts()) {
            text(out, text);
        }
        out.writeInt(table.wideColumns().size());
        for (Map.Entry<Field, long[]> column : new TreeMap<>(table.wideColumns()).entrySet()) {
            text(out, column.getKey().name());
            for (long value : column.getValue()) {
                out.writeLong(value);
            }
        }
        out.writeInt(table.narrowColumns().size());
        for (Map.Entry<Field, int[]> column : new TreeMap<>(table.narrowColumns()).entrySet()) {
            text(out, column.getKey().name());
            for (int value : column.getValue()) {
                out.writeInt(value);
            }
        }
        write(out, table.span());
    }

    private static void write(DataOutputStream out, Optional<OrderSpan> span) throws IOException {
        out.writeBoolean(span.isPresent());
        if (span.isPresent()) {
            out.writeLong(span.get().first());
            out.writeLong(span.get().last());
            out.writeLong(span.get().firstChange());
            out.writeLong(span.get().changed());
            out.writeInt(span.get().rows());
            out.writeInt(span.get().before());
        }
    }

    private static Optional<OrderSpan> readSpan(DataInputStream in) throws IOException {
        return in.readBoolean()
                ? Optional.of(new OrderSpan(
                        in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readInt(), in.readInt()))
                : Optional.empty();
    }

    private static FactTable readTable(DataInputStream in) throws IOException {
        int size = in.readInt();
        int[] sourceRows = readInts(in, size);
        List<String> texts = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            texts.add(text(in));
        }
        Map<Field, long[]> wide = new EnumMap<>(Field.class);
        for (int i = in.readInt(); i > 0; i--) {
            Field field = Field.valueOf(text(in));
            long[] column = new long[size];
            for (int row = 0; row < size; row++) {
                column[row] = in.readLong();
            }
            wide.put(field, column);
        }
        Map<Field, int[]> narrow = new EnumMap<>(Field.class);
        for (int i = in.readInt(); i > 0; i--) {
            narrow.put(Field.valueOf(text(in)), readInts(in, size));
        }
        return FactTable.of(size, sourceRows, wide, narrow, List.copyOf(texts), readSpan(in));
    }

    private static int[] readInts(DataInputStream in, int size) throws IOException {
        int[] values = new int[size];
        for (int row = 0; row < size; row++) {
            values[row] = in.readInt();
        }
        return values;
    }
}
