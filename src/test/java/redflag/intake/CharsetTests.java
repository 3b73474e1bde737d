package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.basics.Marketplaces;
import redflag.basics.Store;
import redflag.ledger.FileFacts;
import redflag.settings.Problems;

@DisplayName("exports.md 2.3: byte order mark, strict UTF-8, declared, Shift_JIS or GB18030, windows-1252")
class CharsetTests {

    private static final String JAPANESE = "\u6ce8\u6587\u756a\u53f7";
    private static final String CHINESE = "\u8ba2\u5355\u7f16\u53f7";
    private static final Intake OWN =
            new Intake(List.of(Kinds.of("""
            id: own
            name: own
            where: here
            feeds: order-defect
            columns:
              - field: order
                headers: [%s, %s, order, "num\u00e9ro de commande"]
                required: true
            """.replaceFirst("%s", JAPANESE).replaceFirst("%s", CHINESE))));

    @TempDir
    Path dir;

    @ParameterizedTest(name = "{0} written in {1}, declared {2}, store in {3} with language {4}: {5}")
    @CsvSource({
        "order, UTF-8, '', US, en, UTF-8",
        "order, UTF-8, Shift_JIS, JP, en, UTF-8",
        "JAPANESE, windows-31j, '', US, en, Shift_JIS",
        "JAPANESE, windows-31j, '', US, zh, Shift_JIS",
        "CHINESE, GB18030, '', US, en, GB18030",
        "CHINESE, GB18030, '', JP, en, GB18030",
        "order, windows-31j, '', JP, zh, Shift_JIS",
        "order, GB18030, '', US, zh, GB18030",
        "order, windows-1252, '', US, en, windows-1252",
        "num\u00e9ro de commande, windows-1252, '', JP, en, windows-1252",
        "order, windows-1252, ISO-8859-1, US, en, ISO-8859-1",
        "order, windows-31j, Shift_JIS, US, en, Shift_JIS",
        "order, GB18030, gb2312, US, en, GB18030",
        "order, UTF-16LE, UTF-16LE, US, en, UTF-16LE",
        "order, UTF-16, '', US, en, UTF-16BE"
    })
    void theCharsetIsTheFirstThatFits(
            String heading, String written, String declared, String country, String language, String expected)
            throws IOException, Unreadable {
        String header = heading.equals("JAPANESE") ? JAPANESE : heading.equals("CHINESE") ? CHINESE : heading;
        String note =
                written.equals("windows-31j") ? "\u30bd\u30fc" : written.equals("GB18030") ? "\u7f16" : "caf\u00e9s";
        String text = header + "\tnote\n111-0000001-0000001\t" + (expected.equals("UTF-8") ? "x" : note) + "\n";
        Files.write(dir.resolve("file"), text.getBytes(Charset.forName(written)));

        FileFacts facts = read(declared, country, language);

        assertThat(facts.charset()).isEqualTo(expected);
        assertThat(facts.rowsAccepted()).isEqualTo(1);
    }

    @Test
    void aDeclaredCharsetThatDoesNotDecodeIsNotReplaced() throws IOException {
        Files.write(dir.resolve("file"), "order\n111-0000001-0000001\tcaf\u00e9\n".getBytes(Charsets.WESTERN));

        Unreadable unreadable = catchThrowableOfType(Unreadable.class, () -> read("US-ASCII", "US", "en"));

        assertThat(Exports.text(unreadable.why()))
                .isEqualTo("its characters can't be read with US-ASCII, which it was said to be written in");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"GB18030, US, zh, \u7f16\u53f7", "GB18030, JP, zh, \u7f16\u53f7", "windows-31j, JP, en, \u30bd\u30fc"})
    void theNamesOfStoresAreReadInTheLanguageOfTheStores(String charset, String country, String language, String name)
            throws IOException {
        Path file = dir.resolve("stores.csv");
        String text = "account,store,marketplace,manager,language,name\nnorth,north-x," + country + ",ann@example.com,"
                + language + "," + name + "\n";
        Files.write(file, text.getBytes(Charset.forName(charset)));

        assertThat(StoresFile.read(file, Marketplaces.known(), new Problems()))
                .extracting(Store::name)
                .containsExactly(name);
    }

    @Test
    void storesMayBeAWorkbook() throws IOException {
        Path file = dir.resolve("stores.xlsx");
        Files.write(
                file,
                Workbook.of("account", "store", "marketplace", "manager", "name")
                        .row("north", "north-us", "US", "ann@example.com", "\u7f16")
                        .bytes());

        assertThat(StoresFile.read(file, Marketplaces.known(), new Problems()))
                .extracting(Store::name)
                .containsExactly("\u7f16");
    }

    @Test
    @DisplayName("2.1: the header line decides the dialect, below rows of another")
    void aPreambleDecidesNothing() throws IOException, Unreadable {
        String preamble = "\"Includes Amazon; Marketplace, and others\"\n\"All amounts; in USD, unless (3\" x 2\")\n\n";
        for (String separator : List.of(",", ";", "\t")) {
            for (String lineEnd : List.of("\n", "\r\n", "\r")) {
                String table = (OrderRows.HEADER + OrderRows.row(1) + OrderRows.row(2)).replace("\t", separator);
                String text = (preamble.repeat(6) + table + "\n\n").replace("\n", lineEnd);
                FileFacts facts = Exports.read(dir, "orders", text);

                assertThat(facts.rowsAccepted()).as("%s %s", separator, lineEnd).isEqualTo(2);
                assertThat(facts.tables().values().iterator().next().sourceRow(0))
                        .isEqualTo(20);
            }
        }
    }

    @Test
    void twentyRowsAboveTheHeaderAreReadAndTwentyOneAreNot() throws IOException {
        String table = OrderRows.HEADER + OrderRows.row(1);
        Files.writeString(dir.resolve("20"), "one line\n".repeat(20) + table);
        Files.writeString(dir.resolve("21"), "one line\n".repeat(21) + table);

        assertThat(catchThrowableOfType(Unreadable.class, () -> Exports.read(dir, "20", Hints.none())))
                .isNull();
        assertThat(catchThrowableOfType(Unreadable.class, () -> Exports.read(dir, "21", Hints.none())))
                .isNotNull();
    }

    private FileFacts read(String declared, String country, String language) throws Unreadable {
        Store store = Exports.store("acme", "acme-x", country);
        Store speaking = new Store(
                store.id(),
                store.account(),
                store.marketplace(),
                store.name(),
                store.sellerSince(),
                language,
                store.manager(),
                store.cc());
        ReadingRule said = new ReadingRule(
                "**",
                Optional.empty(),
                Optional.of(declared).filter(name -> !name.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Hints hints = new Hints(List.of(speaking), said);
        OWN.recognise(dir.resolve("file"), hints);
        return OWN.read(dir, new InboxFile("file", 1, "own"), hints, () -> {});
    }
}
