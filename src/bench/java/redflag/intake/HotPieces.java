package redflag.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import redflag.ledger.FactsCodec;
import redflag.ledger.FileFacts;
import redflag.ledger.OrderIds;
import redflag.sample.LargeAgency;

/** What a night does once a row of All Orders, warm, in nanoseconds a row: JMH, a process a piece. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HotPieces {

    private static final int ROWS = 25_000;
    private static final String EXPORTS = "exports";

    private final Intake intake = new Intake(KindFile.shipped());
    private final Path folder = Path.of("target/bench/1x" + ROWS);
    private InboxFile file = new InboxFile("a0001/all-orders.txt", 0, "allOrders");
    private byte[] bytes = {};
    private byte[][] ids = {};
    private byte[][] moments = {};
    private byte[] kept = {};
    private final Dates dates = new Dates(List.of(), Optional.empty(), Optional.empty(), false);

    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder().include(HotPieces.class.getName()).build()).run();
    }

    @Setup
    public void setUp() throws IOException, Unreadable {
        if (!Files.exists(folder.resolve(EXPORTS))) {
            new LargeAgency(1, ROWS, 1).write(folder);
        }
        bytes = Files.readAllBytes(folder.resolve(EXPORTS).resolve(file.path()));
        file = new InboxFile(file.path(), bytes.length, file.kind());
        kept = FactsCodec.encode(read());
        Random random = new Random(1);
        ids = new byte[ROWS][];
        moments = new byte[ROWS][];
        for (int i = 0; i < ROWS; i++) {
            ids[i] = OrderIds.unpack(11_100_000_000_000_000L + random.nextInt(1_000_000_000))
                    .getBytes(UTF_8);
            moments[i] = ("2026-11-" + (10 + random.nextInt(19)) + "T10:19:" + (10 + random.nextInt(50)) + "+00:00")
                    .getBytes(UTF_8);
        }
    }

    /** The whole of it: hash, lines, cells, columns. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public FileFacts read() throws IOException, Unreadable {
        return intake.read(folder.resolve(EXPORTS), file, Hints.none(), () -> {});
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public int lines() throws IOException {
        ByteLines lines = new ByteLines(new ByteArrayInputStream(bytes));
        int length = 0;
        while (lines.next()) {
            lines.nextRow();
            length += lines.to() - lines.from();
        }
        return length;
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long orderIds() {
        long sum = 0;
        for (byte[] id : ids) {
            sum += OrderIds.pack(id, 0, id.length);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long moments() {
        long sum = 0;
        for (byte[] moment : moments) {
            sum += dates.isoWithOffset(moment, 0, moment.length);
        }
        return sum;
    }

    /** What a cache keeps of the file, read back. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public FileFacts fromTheCache() {
        return FactsCodec.decode(kept);
    }
}
