package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.basics.AccountId;
import redflag.basics.Marketplaces;
import redflag.basics.Store;
import redflag.basics.StoreId;
import redflag.ledger.FactTable;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;

/**
 * However a table is written, it reads back to the same facts: in each dialect, charset and line end, packed or not, under
 * a preamble or not, with blank lines between. The tables are made up, always the same ones.
 */
class RoundTripTests {

    private static final int TABLES = 150;
    private static final List<String> PREAMBLE =
            List.of("Report of Acme", "", "\"Made, on\";2 Nov|", "all \"figures", "a\tb");

    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"allOrders", "lateShipments", "feedback"})
    void aTableReadsBackHoweverItIsWritten(String kind) throws IOException {
        for (int seed = 0; seed < TABLES; seed++) {
            check(Exports.INTAKE.kind(kind).orElseThrow(), new Random(20261122L * 1_000 + seed), kind + " " + seed);
        }
    }

    private void check(ExportKind kind, Random random, String which) throws IOException {
        String country = oneOf(random, List.of("US", "DE", "JP"));
        boolean workbook = random.nextInt(8) == 0;
        MadeUpTable table =
                new MadeUpTable(kind, country, workbook && random.nextBoolean(), 1 + random.nextInt(12), random);
        List<String> preamble = new ArrayList<>();
        for (int i = random.nextInt(2) * random.nextInt(4); i > 0; i--) {
            preamble.add(oneOf(random, PREAMBLE));
        }
        List<Integer> sourceRows = new ArrayList<>();
        String language = "en";
        if (workbook) {
            Files.write(dir.resolve("file"), workbook(table, preamble, sourceRows, random));
        } else {
            String text = text(table, preamble, sourceRows, random);
            Charset charset = charset(text, country, random);
            language = charset.equals(Charsets.GB18030) ? "zh" : "en";
            byte[] bytes = bytes(text, charset, random);
            Files.write(dir.resolve("file"), random.nextInt(3) == 0 ? Anything.gzip(bytes) : bytes);
            which += " in " + charset + ":\n" + text;
        }
        try {
            check(table, sourceRows, Exports.read(dir, "file", Exports.of(store(country, language))), which);
        } catch (Unreadable e) {
            throw new AssertionError(which + Exports.text(e.why()), e);
        }
    }

    private static void check(MadeUpTable table, List<Integer> sourceRows, FileFacts facts, String which) {
        assertThat(facts.kind()).as(which).isEqualTo(table.kind.id());
        assertThat(facts.rejections()).as(which).isEmpty();
        assertThat(facts.warnings()).as(which).isEmpty();
        FactTable read = facts.table(table.kind.feeds().iterator().next()).orElseThrow();
        assertThat(read.columns()).as(which).containsAll(table.fields());
        assertThat(read.columns()).as(which).hasSameSizeAs(table.fields());
        List<Map<Field, Object>> values = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < read.size(); row++) {
            values.add(values(read, row));
            rows.add(read.sourceRow(row));
        }
        assertThat(values).as(which).isEqualTo(table.expected);
        assertThat(rows).as(which).isEqualTo(sourceRows);
    }

    private static Map<Field, Object> values(FactTable table, int row) {
        Map<Field, Object> values = new EnumMap<>(Field.class);
        for (Field field : table.columns()) {
            if (table.has(field, row)) {
                values.put(
                        field,
                        switch (field.form()) {
                            case ORDER_ID -> table.orderId(row);
                            case MOMENT -> table.moment(field, row);
                            case DAY -> table.day(field, row).orElseThrow();
                            case COUNT -> table.count(field, row).orElseThrow();
                            case FLAG -> table.isTrue(field, row);
                            case CODE -> table.code(field, row).orElseThrow();
                            case SIGNS -> table.signs(field, row);
                            case TEXT, DECIMAL -> table.text(field, row).orElseThrow();
                        });
            }
        }
        return values;
    }

    private static byte[] workbook(MadeUpTable table, List<String> preamble, List<Integer> sourceRows, Random random)
            throws IOException {
        Workbook workbook = Workbook.of();
        int row = 1;
        for (String line : preamble) {
            workbook.row(line);
            row++;
        }
        workbook.row(table.header.toArray());
        for (List<Object> cells : table.rows) {
            if (random.nextInt(9) == 0) {
                workbook.blankRow();
                row++;
            }
            workbook.row(cells.toArray());
            sourceRows.add(++row + 1);
        }
        return workbook.bytes();
    }

    private static String text(MadeUpTable table, List<String> preamble, List<Integer> sourceRows, Random random) {
        char separator = oneOf(random, List.of('\t', '\t', ',', ';', '|'));
        boolean allQuoted = random.nextInt(3) == 0;
        String end = oneOf(random, List.of("\n", "\r\n", "\r"));
        StringBuilder text = new StringBuilder();
        preamble.forEach(line -> text.append(line).append(end));
        line(text, table.header, separator, allQuoted);
        int row = preamble.size() + 1;
        for (List<Object> cells : table.rows) {
            text.append(end);
            if (random.nextInt(9) == 0) {
                text.append(end);
                row++;
            }
            line(text, cells, separator, allQuoted);
            sourceRows.add(++row);
        }
        return text.append(random.nextBoolean() ? end : "").toString();
    }

    private static void line(StringBuilder text, List<?> cells, char separator, boolean allQuoted) {
        String delimiter = "";
        for (Object cell : cells) {
            String value = cell.toString();
            boolean needsQuotes = separator != '\t' && (value.indexOf(separator) >= 0 || value.indexOf('"') >= 0);
            text.append(delimiter).append(allQuoted || needsQuotes ? '"' + value.replace("\"", "\"\"") + '"' : value);
            delimiter = String.valueOf(separator);
        }
    }

    /** One that has all the characters, and that the store makes likely where the file does not say it. */
    private static Charset charset(String text, String country, Random random) {
        List<Charset> likely = new ArrayList<>(List.of(
                StandardCharsets.UTF_8,
                random.nextBoolean() ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE,
                country.equals("JP") ? Charsets.SHIFT_JIS : Charsets.GB18030));
        if (!country.equals("JP")) {
            likely.add(Charsets.WESTERN);
        }
        List<Charset> fitting = likely.stream()
                .filter(charset -> charset.newEncoder().canEncode(text))
                .toList();
        return oneOf(random, fitting);
    }

    private static byte[] bytes(String text, Charset charset, Random random) {
        boolean unicode = charset.name().startsWith("UTF-");
        boolean mark = unicode && (!charset.equals(StandardCharsets.UTF_8) || random.nextBoolean());
        return ((mark ? "\uFEFF" : "") + text).getBytes(charset);
    }

    private static Store store(String country, String language) {
        return new Store(
                new StoreId("acme-x"),
                new AccountId("acme"),
                Marketplaces.known().find(country).orElseThrow(),
                "Acme",
                Optional.empty(),
                language,
                "ann@example.com",
                List.of());
    }

    private static <T> T oneOf(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
