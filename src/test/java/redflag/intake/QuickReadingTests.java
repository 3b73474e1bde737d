package redflag.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redflag.basics.Remark;
import redflag.basics.Store;
import redflag.ledger.FactsCodec;

/**
 * The quick ways of reading (lines from bytes, plain lines cut without opencsv, rows straight into columns) give the facts of the
 * general one, bit by bit, or refuse the file for the same reason.
 */
class QuickReadingTests {

    private static final List<Store> STORES = List.of(Exports.store("north", "north-us", "US"));
    private static final int DAMAGED = 800;
    private static final List<byte[]> SPLINTERS = Stream.of(
                    "\"",
                    "\"\"",
                    "\t",
                    "\r",
                    "\n",
                    "\r\n",
                    ",",
                    " ",
                    "\u00A0",
                    "\u3000",
                    "\u00e9",
                    "\u30d9",
                    "\ud83d\ude00",
                    "-",
                    "n/a",
                    "0",
                    "S01",
                    "x",
                    "Cancelled",
                    "True",
                    "1/2/2026",
                    "2026-11-02",
                    "\t\t",
                    "\n\n",
                    "'",
                    "\uFEFF",
                    "\u2028")
            .map(text -> text.getBytes(UTF_8))
            .toList();

    @TempDir
    Path dir;

    /** Either the facts or the reason why there are none. */
    private record Came(Optional<String> facts, Optional<Remark> why) {}

    private interface Reading {
        byte[] facts() throws Unreadable, IOException;
    }

    private static Came of(Reading reading) throws IOException {
        try {
            return new Came(Optional.of(HexFormat.of().formatHex(reading.facts())), Optional.empty());
        } catch (Unreadable e) {
            return new Came(Optional.empty(), Optional.of(e.why()));
        } catch (IOException e) {
            return new Came(
                    Optional.empty(), Optional.of(ExportBytes.unreadable(e).why()));
        }
    }

    /** As {@link Intake#read} does it, out of its parts. */
    private static byte[] generally(ExportBytes bytes, ExportKind kind, Hints hints) throws Unreadable, IOException {
        TextTable text = new TextTable(
                        bytes,
                        hints.said().charset().map(Charsets::declared),
                        Charsets.likely(hints.stores()),
                        row -> Look.headings(List.of(kind), row))
                .generally();
        AtomicReference<Look> look = new AtomicReference<>();
        text.head(() -> {
            look.set(new Look(List.of(kind)));
            return look.get();
        });
        look.get().kind();
        int headerRow = look.get().headerRow();
        AtomicReference<TableReader> reader = new AtomicReference<>();
        TextTable.Done done = text.read(() -> rowByRow(reader, kind, headerRow, hints, DateOrders.Told.NOTHING));
        if (reader.get().needsDateOrder()) {
            AtomicReference<DateOrders> dates = new AtomicReference<>();
            text.read(() -> {
                dates.set(new DateOrders(kind, headerRow, hints.stores()));
                return dates.get();
            });
            DateOrders.Told told = dates.get().told();
            done = text.read(() -> rowByRow(reader, kind, headerRow, hints, told));
        }
        return FactsCodec.encode(
                reader.get().facts(done.sha256(), Charsets.name(done.written().charset())));
    }

    /** A receiver that is given cells, never a line. */
    private static Cells rowByRow(
            AtomicReference<TableReader> reader, ExportKind kind, int headerRow, Hints hints, DateOrders.Told told) {
        TableReader made = new TableReader(kind, "file", headerRow, hints, told, false, () -> {});
        reader.set(made);
        return made::row;
    }

    /** @return whether it could be read */
    private boolean isTheSame(byte[] bytes, String what) throws IOException {
        Path file = Files.write(dir.resolve("file"), bytes);
        boolean isRead = false;
        for (Hints hints : List.of(Hints.none(), new Hints(STORES, ReadingRule.none()))) {
            ExportKind kind;
            try {
                kind = Exports.INTAKE.recognise(file, hints).kind();
                ExportBytes export = new ExportBytes(file);
                if (Container.of(export) != Container.TEXT) {
                    continue;
                }
            } catch (Unreadable e) {
                continue;
            }
            Came quick = of(() -> FactsCodec.encode(
                    Exports.INTAKE.read(dir, new InboxFile("file", bytes.length, kind.id()), hints, () -> {})));
            Came general = of(() -> generally(new ExportBytes(file), kind, hints));
            assertThat(quick).as(what).isEqualTo(general);
            isRead |= quick.facts().isPresent();
        }
        return isRead;
    }

    @Test
    void everyFuzzedInputGivesTheSame() throws Exception {
        Path seeds = Path.of(Objects.requireNonNull(getClass().getResource("TextFuzzInputs/anyText"))
                .toURI());
        assertThat(allTheSame(seeds)).isPositive();
        assertThat(allTheSame(Path.of(Objects.requireNonNull(getClass().getResource("GzipFuzzInputs/anyGzip"))
                        .toURI())))
                .isPositive();
    }

    @Test
    void everyExportOfTheTestsAndOfTheSampleGivesTheSame() throws IOException {
        assertThat(allTheSame(Exports.folder())).isGreaterThan(20);
        assertThat(allTheSame(Path.of("sample-data/inbox/exports"))).isGreaterThan(15);
    }

    private int allTheSame(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        int read = 0;
        for (Path file : files) {
            read += isTheSame(Files.readAllBytes(file), file.toString()) ? 1 : 0;
        }
        return read;
    }

    @Test
    void damagedFilesGiveTheSame() throws IOException, URISyntaxException {
        Random random = new Random(20261124);
        List<byte[]> wholes = new ArrayList<>();
        StringBuilder orders = new StringBuilder(OrderRows.HEADER);
        for (int row = 0; row < 30; row++) {
            orders.append(OrderRows.row(row, row % 5 == 0 ? "Bell 12\" \u30d9\u30eb" : "Bell"));
        }
        wholes.add(orders.toString().getBytes(UTF_8));
        wholes.add(orders.toString().replace('\t', ',').replace("12\"", "12").getBytes(UTF_8));
        wholes.add(Files.readAllBytes(Exports.file("orders-comma-quoted-bom.csv")));
        wholes.add(Files.readAllBytes(Path.of("sample-data/inbox/exports/alder/all-orders.txt")));
        int read = 0;
        for (int i = 0; i < DAMAGED; i++) {
            byte[] whole = wholes.get(i % wholes.size());
            byte[] damaged = damaged(random, whole);
            read += isTheSame(damaged, "damaged " + i) ? 1 : 0;
        }
        assertThat(read).isGreaterThan(DAMAGED / 2);
    }

    @Test
    void whatACellOfADroppedRowMeantIsNotRemembered() throws IOException {
        StringBuilder orders = new StringBuilder(OrderRows.HEADER);
        for (int row = 0; row < 40; row++) {
            String sku = "NEW-" + row / 2;
            String quantity = row % 2 == 0 ? "two" : "2";
            orders.append(
                    OrderRows.row(row).replaceFirst("SKU-\\d", sku).replace("bell\t1\n", "bell\t" + quantity + "\n"));
        }
        assertThat(isTheSame(orders.toString().getBytes(UTF_8), "every other row is rejected"))
                .isTrue();
    }

    private static byte[] damaged(Random random, byte[] whole) {
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        int at = 0;
        for (int n = random.nextInt(5); n >= 0; n--) {
            int to = at + random.nextInt(Math.max(1, Math.min(whole.length - at, 2 * whole.length / 5)));
            damaged.write(whole, at, to - at);
            switch (random.nextInt(8)) {
                case 0 -> to = Math.min(whole.length, to + random.nextInt(30));
                case 1 -> {
                    if (random.nextInt(6) == 0) {
                        damaged.write(random.nextInt(256));
                    }
                }
                default -> damaged.writeBytes(SPLINTERS.get(random.nextInt(SPLINTERS.size())));
            }
            at = to;
        }
        damaged.write(whole, at, whole.length - at);
        return damaged.toByteArray();
    }
}
