package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;

/** Every file of the first table holds the orders 1, 2 and 3, each whole. */
class DialectsTests {

    @TempDir
    Path dir;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "orders-literal-quotes.txt, UTF-8, false",
        "orders-lf-no-final-line-end.txt, UTF-8, false",
        "orders-crlf.txt, UTF-8, false",
        "orders-cr-only.txt, UTF-8, false",
        "orders-trailing-blank-lines.txt, UTF-8, false",
        "orders-header-trailing-space.txt, UTF-8, false",
        "orders-header-trailing-tab.txt, UTF-8, false",
        "orders-rows-end-in-a-tab.txt, UTF-8, false",
        "orders-short-rows.txt, UTF-8, false",
        "orders-utf16-bom.txt, UTF-16LE, false",
        "orders-preamble.txt, UTF-8, false",
        "orders-utf8-bom.txt, UTF-8, false",
        "orders-utf8-japanese.txt, UTF-8, true",
        "orders-windows-1252.txt, windows-1252, false",
        "orders-shift-jis.txt, Shift_JIS, true",
        "orders-all-quoted.tsv, UTF-8, false",
        "orders-comma.csv, UTF-8, false",
        "orders-comma-cr-only.csv, UTF-8, false",
        "orders-comma-quoted-bom.csv, UTF-8, false",
        "orders-semicolon.csv, UTF-8, false"
    })
    void everyDialectGivesTheSameOrders(String name, String charset, boolean japan) throws Unreadable {
        FileFacts facts = Exports.read(Exports.folder(), name, hints(japan));

        FactTable orders = facts.table(FactType.ORDER_LINE).orElseThrow();
        assertThat(facts.rejections()).isEmpty();
        assertThat(facts.charset()).isEqualTo(charset);
        assertThat(Exports.orderIds(orders))
                .containsExactly("111-0000001-0000001", "111-0000001-0000002", "111-0000001-0000003");
        for (int row = 0; row < 3; row++) {
            assertThat(orders.text(Field.SKU, row)).contains("BELL-1");
            assertThat(orders.text(Field.SALES_CHANNEL, row)).contains("Amazon.com");
        }
    }

    @Test
    void rowsAreCountedFromOneWithTheHeaderAndBlankLines() throws Unreadable {
        FactTable orders =
                Exports.read("orders-preamble.txt").table(FactType.ORDER_LINE).orElseThrow();

        assertThat(orders.sourceRow(0)).isEqualTo(4);
    }

    @Test
    void anOddByteFarBelowTheFirstRowsStartsTheWholeFileAnew() throws IOException, Unreadable {
        StringBuilder text = new StringBuilder(OrderRows.HEADER);
        for (int i = 0; i < 20_000; i++) {
            text.append(OrderRows.row(i));
        }
        byte[] bytes =
                (text + OrderRows.row(20_000, "Caf\u00e9")).getBytes(java.nio.charset.Charset.forName("windows-1252"));
        Files.write(dir.resolve("orders.txt"), bytes);

        FileFacts facts = Exports.read(dir, "orders.txt", Hints.none());

        assertThat(facts.charset()).isEqualTo("windows-1252");
        assertThat(facts.rowsRead()).isEqualTo(20_001);
        assertThat(facts.rowsAccepted()).isEqualTo(20_001);
        assertThat(facts.sha256()).isEqualTo(new ExportBytes(dir.resolve("orders.txt")).hash());
    }

    @Test
    void anOddByteFarBelowTheFirstRowsOfACommaSeparatedFileStartsItAnewToo() throws IOException, Unreadable {
        StringBuilder text = new StringBuilder(OrderRows.HEADER.replace('\t', ','));
        for (int i = 0; i < 20_000; i++) {
            text.append(OrderRows.row(i).replace('\t', ','));
        }
        byte[] western = (text + OrderRows.row(20_000, "Caf\u00e9").replace('\t', ','))
                .getBytes(java.nio.charset.Charset.forName("windows-1252"));
        byte[] unmappable = (text + OrderRows.row(20_000).replace("SKU", "\u30bd"))
                .replace('\t', ',')
                .getBytes(java.nio.charset.Charset.forName("windows-31j"));
        Files.write(dir.resolve("western.csv"), western);
        Files.write(dir.resolve("japan.csv"), unmappable);

        assertThat(Exports.read(dir, "western.csv", Hints.none()).rowsAccepted())
                .isEqualTo(20_001);
        assertThat(Exports.read(dir, "japan.csv", hints(true)).rowsAccepted()).isEqualTo(20_001);
    }

    @Test
    void aHeaderLongerThanTheLookAheadIsStillAHeader() throws IOException, Unreadable {
        StringBuilder header = new StringBuilder(OrderRows.HEADER.stripTrailing());
        for (int i = 0; i < 8_000; i++) {
            header.append("\tunused-column-").append(i);
        }

        FileFacts facts = Exports.read(dir, "wide.txt", header + "\n" + OrderRows.row(1));

        assertThat(header).hasSizeGreaterThan(1 << 16);
        assertThat(facts.rowsAccepted()).isEqualTo(1);
    }

    @Test
    void aHeaderWithoutARowSaysNoneAndIsNoError() throws Unreadable {
        FileFacts facts = Exports.read("order-defects-header-only.csv");

        assertThat(facts.kind()).isEqualTo("orderDefects");
        assertThat(facts.rowsRead()).isZero();
        assertThat(facts.isUsable()).isTrue();
        assertThat(facts.table(FactType.ORDER_DEFECT).orElseThrow().size()).isZero();
    }

    @Test
    void aNewlineInAQuotedCellIsPartOfIt() throws Unreadable {
        FactTable orders =
                Exports.read("orders-comma.csv").table(FactType.ORDER_LINE).orElseThrow();

        assertThat(orders.sourceRow(2)).as("records are counted, not lines").isEqualTo(4);
    }

    private static Hints hints(boolean japan) {
        return Exports.of(Exports.store("acme", "acme-x", japan ? "JP" : "US"));
    }
}
