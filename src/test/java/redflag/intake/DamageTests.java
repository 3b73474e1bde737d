package redflag.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.FactsCodec;
import redflag.ledger.FileFacts;

/** Files damaged at random, always the same ones: whatever happens to a row, the others count and none is lost. */
class DamageTests {

    private static final int FILES = 300;
    private static final int ROWS = 40;

    @TempDir
    Path dir;

    @Test
    void aDamagedFlatFileLosesNoRowThatIsWhole() throws IOException {
        Random random = new Random(20261122);
        int read = 0;
        for (int i = 0; i < FILES; i++) {
            Set<Integer> damaged = new HashSet<>();
            List<String> rows = damagedRows(random, damaged);
            byte[] bytes = (OrderRows.HEADER + String.join("", rows)).getBytes(ISO_8859_1);
            if (check(bytes, damaged, i)) {
                read++;
            }
        }
        assertThat(read).as("files that could be read").isGreaterThan(FILES / 2);
    }

    @Test
    void whateverItIsItIsReadOrUnreadable() throws IOException {
        Random random = new Random(20261123);
        byte[] orders = (OrderRows.HEADER + OrderRows.row(1) + OrderRows.row(2)).getBytes(ISO_8859_1);
        byte[] workbook = Workbook.of("Order ID", "Order Date", "Expected Ship Date")
                .row("111-0000001-0000001", "2026-11-01", "2026-11-03")
                .bytes();
        byte[] json = Files.readAllBytes(Path.of("sample-data/inbox/exports/elder/account-health.json"));
        byte[] quoted = Files.readAllBytes(Exports.file("orders-comma-quoted-bom.csv"));
        for (byte[] whole : List.of(orders, workbook, json, quoted)) {
            // POI logs every damage, so that workbooks have fewer
            for (int i = whole == workbook ? 125 : 0; i < 150; i++) {
                byte[] bytes =
                        Arrays.copyOf(whole, random.nextInt(4) == 0 ? random.nextInt(whole.length) : whole.length);
                for (int n = random.nextInt(4); n >= 0 && bytes.length > 0; n--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                Files.write(dir.resolve("file"), bytes);
                try {
                    FileFacts facts = Exports.read(dir, "file", hints(random.nextBoolean()));
                    assertThat(facts.rowsRead()).isEqualTo(facts.rowsAccepted() + facts.rowsRejected());
                } catch (Unreadable e) {
                    assertThat(e.why().key()).startsWith("quarantine.");
                }
            }
        }
    }

    private List<String> damagedRows(Random random, Set<Integer> damaged) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            String whole = OrderRows.row(row);
            rows.add(whole);
            if (random.nextInt(8) == 0) {
                String line = damage(random, whole.stripTrailing());
                if (!line.isBlank()) {
                    rows.set(row, line + "\n");
                    damaged.add(row);
                }
            }
        }
        return rows;
    }

    private static String damage(Random random, String row) {
        String[] cells = row.split("\t", -1);
        int cell = random.nextInt(cells.length);
        int at = random.nextInt(row.length());
        return switch (random.nextInt(9)) {
            case 0 -> row.substring(0, at);
            case 1 -> row.substring(0, at) + "\t" + row.substring(at);
            case 2 -> with(cells, cell, "");
            case 3 -> with(cells, 1, "31.02.2026");
            case 4 -> with(cells, cell, cells[random.nextInt(cells.length)]);
            case 5 -> row.substring(0, at) + "\0" + row.substring(at);
            case 6 -> row.substring(0, at) + "\"" + row.substring(at);
            case 7 -> row + "\tone\ttwo";
            default -> row.substring(0, at) + (char) (128 + random.nextInt(128)) + row.substring(at);
        };
    }

    private static String with(String[] cells, int cell, String value) {
        String[] other = cells.clone();
        other[cell] = value;
        return String.join("\t", other);
    }

    private boolean check(byte[] bytes, Set<Integer> damaged, int number) throws IOException {
        Files.write(dir.resolve("orders"), bytes);
        FileFacts facts;
        try {
            facts = Exports.read(dir, "orders", hints(number % 2 == 0));
        } catch (Unreadable e) {
            assertThat(e.why().key()).as("file %s", number).isIn("quarantine.charset", "quarantine.nul-bytes");
            return false;
        }
        FactTable orders = facts.table(FactType.ORDER_LINE).orElseThrow();
        assertThat(facts.rowsRead()).as("file %s", number).isEqualTo(ROWS);
        assertThat(orders.size() + facts.rejections().size()).isEqualTo(ROWS);
        assertThat(facts.rejections())
                .allSatisfy(r -> assertThat(damaged).as("file %s", number).contains(r.row() - 2));
        Set<String> ids = new HashSet<>(Exports.orderIds(orders));
        for (int row = 0; row < ROWS; row++) {
            if (!damaged.contains(row)) {
                assertThat(ids).as("file %s row %s", number, row).contains(OrderRows.id(row));
            }
        }
        assertThat(FactsCodec.encode(FactsCodec.decode(FactsCodec.encode(facts))))
                .isEqualTo(FactsCodec.encode(facts));
        return true;
    }

    private static Hints hints(boolean japan) {
        return Exports.of(Exports.store("acme", "acme-x", japan ? "JP" : "US"));
    }
}
