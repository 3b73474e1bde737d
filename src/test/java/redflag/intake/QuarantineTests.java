package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuarantineTests {

    @TempDir
    Path dir;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            empty.txt | it is empty
            blank-lines-only.txt | its columns are of no export that Redflag knows
            unknown-columns.csv | its columns are of no export that Redflag knows
            two-kinds-at-once.csv | it could be lateShipments, orderDefects
            orders-nul-in-a-name.txt | it holds NUL bytes, so that it is no text file or is damaged
            orders-bom-then-broken-utf8.txt | its characters can't be read with any of UTF-8
            orders-no-charset-fits.txt | its characters can't be read with any of UTF-8, windows-1252, Shift_JIS
            orders-open-quote-at-the-end.csv | row 3 is broken (an open quote?)
            orders-open-quote-swallows-rows.csv | row 2 is broken (an open quote?)
            orders-open-quote-swallows-a-row-evenly.csv | row 2 is broken (an open quote?)
            no-known-list.json | it is JSON, but no report or list that any kind of export knows
            cut-off.json | it is broken JSON (line 1, column 71)
            not-a-workbook.xlsx | the workbook is damaged or cut off
            compressed.txt.gz | the gzip file is damaged or cut off
            """, quoteCharacter = '~')
    void whatCannotBeUsedAsAWholeSaysWhy(String name, String reason) {
        assertThat(reasonOf(Exports.folder(), name)).isEqualTo(reason);
    }

    @Test
    void aWorkbookCutOffIsDamaged() throws IOException {
        byte[] whole = Workbook.of("order id", "order date", "expected ship date")
                .row("111-0000001-0000001", "2026-11-01", "2026-11-03")
                .bytes();
        Files.write(dir.resolve("late.xlsx"), Arrays.copyOf(whole, whole.length * 2 / 3));

        assertThat(reasonOf(dir, "late.xlsx")).isEqualTo("the workbook is damaged or cut off");
    }

    @Test
    void textWithoutLineEndsIsNoTableAndFillsNoMemory() throws IOException {
        Files.writeString(dir.resolve("long.txt"), OrderRows.HEADER + "x".repeat(3_000_000) + "\n");
        Files.writeString(dir.resolve("long.csv"), OrderRows.HEADER.replace('\t', ',') + "x".repeat(3_000_000) + "\n");

        assertThat(reasonOf(dir, "long.txt")).isEqualTo("row 2 is longer than any row of an export (an open quote?)");
        assertThat(reasonOf(dir, "long.csv")).isEqualTo("row 2 is longer than any row of an export (an open quote?)");
    }

    @Test
    void aHeaderThatIsAnotherInTheCharsetOfTheWholeFileIsNobodys() throws IOException {
        Intake own = new Intake(java.util.List.of(Kinds.of("""
                id: own
                name: own
                where: here
                feeds: order-defect
                columns:
                  - field: order
                    headers: [Num\u00e9ro de commande]
                    required: true
                """)));
        byte[] utf8 = ("Num\u00e9ro de commande;x\n" + "111-0000001-0000001;\n".repeat(5_000))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(utf8, utf8.length + 1);
        cut[utf8.length] = (byte) 0xC3;
        Files.write(dir.resolve("own.csv"), cut);

        Unreadable unreadable = catchThrowableOfType(
                Unreadable.class,
                () -> own.read(dir, new InboxFile("own.csv", cut.length, "own"), Hints.none(), () -> {}));

        assertThat(Exports.text(unreadable.why())).isEqualTo("its columns are of no export that Redflag knows");
    }

    private static String reasonOf(Path folder, String name) {
        Unreadable unreadable = catchThrowableOfType(Unreadable.class, () -> Exports.read(folder, name, Hints.none()));
        return unreadable == null ? "read" : Exports.text(unreadable.why());
    }
}
