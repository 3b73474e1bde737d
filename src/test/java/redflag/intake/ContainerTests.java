package redflag.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.ledger.FileFacts;

class ContainerTests {

    private static final String ORDERS = OrderRows.HEADER + OrderRows.row(1);

    @TempDir
    Path dir;

    @Test
    @DisplayName("exports.md 2.10: gzip is read by content, and its hash is that of the file on disk")
    void gzipIsReadThrough() throws IOException, Unreadable {
        Files.write(dir.resolve("orders.txt"), gzip(ORDERS.getBytes(UTF_8)));
        Files.write(dir.resolve("health.txt"), gzip("{\"payload\": {\"accountStatuses\": []}}".getBytes(UTF_8)));

        FileFacts facts = Exports.read(dir, "orders.txt", Hints.none());

        assertThat(facts.rowsAccepted()).isEqualTo(1);
        assertThat(facts.sha256()).isEqualTo(new ExportBytes(dir.resolve("orders.txt")).hash());
        assertThat(Exports.read(dir, "health.txt", Hints.none()).kind()).isEqualTo("accountHealth");
    }

    @Test
    void aGzipThatIsDamagedOrHoldsNoTextIsRefused() throws IOException {
        byte[] packed = gzip(ORDERS.getBytes(UTF_8));

        assertThat(reasonOf(Arrays.copyOf(packed, packed.length - 12)))
                .isEqualTo("the gzip file is damaged or cut off");
        assertThat(reasonOf(gzip(packed)))
                .isEqualTo("it is a gzip file that holds another packed file or a workbook: unpack it");
        assertThat(reasonOf(gzip(workbook())))
                .isEqualTo("it is a gzip file that holds another packed file or a workbook: unpack it");
        assertThat(reasonOf(gzip(new byte[0]))).isEqualTo("it is empty");
    }

    @Test
    void aGzipBombIsNotUnpackedToItsEnd() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(ORDERS.getBytes(UTF_8));
            byte[] blank = "\n".repeat(1 << 20).getBytes(UTF_8);
            for (int i = 0; i < 80; i++) {
                out.write(blank);
            }
        }

        assertThat(reasonOf(bytes.toByteArray())).isEqualTo("it unpacks to more than any export holds");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            %PDF-1.7 x | it is a PDF: save the table as XLSX or CSV
            <!DOCTYPE html><p>Sign in | it is a web page, perhaps a login page saved instead of the report: download it again
            <HTML><p>Sign in | it is a web page, perhaps a login page saved instead of the report: download it again
            <?xml version="1.0"?><html/> | it is a web page, perhaps a login page saved instead of the report: download it again
            <?xml version="1.0"?><AmazonEnvelope/> | it is XML, which Redflag does not read: download the report as text, or save it as XLSX or CSV
            GIF89a x | it is a picture
            {"a": 1, | it is broken JSON (line 1, column 9)
            {"a": 1} | it is JSON, but no report or list that any kind of export knows
            """, quoteCharacter = '~')
    void whatIsNoExportIsNamed(String content, String reason) throws IOException {
        assertThat(reasonOf(content.getBytes(UTF_8))).isEqualTo(reason);
        assertThat(reasonOf(("\uFEFF" + content).getBytes(UTF_8))).isNotEqualTo("read");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Workbook | it is a workbook of old Excel (.xls): save it as XLSX or CSV
            EncryptedPackage | it is protected with a password: save it without one
            WordDocument | it is an old Office file without a workbook: save the table as XLSX or CSV
            """)
    void oldOfficeFilesAreNamed(String entry, String reason) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            file.createDocument(new ByteArrayInputStream(new byte[8_000]), entry);
            file.writeFilesystem(bytes);
        }

        assertThat(reasonOf(bytes.toByteArray())).isEqualTo(reason);
    }

    @Test
    void archivesThatAreNoWorkbookAreNamed() throws IOException {
        assertThat(reasonOf(zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet")))
                .isEqualTo("it is an OpenDocument file (.ods): save it as XLSX or CSV");
        assertThat(reasonOf(zip("orders.txt", ORDERS))).isEqualTo("it is a ZIP archive and no workbook: unpack it");
        assertThat(reasonOf(zip("xl/workbook.bin", "x")))
                .isEqualTo("it is a binary workbook (.xlsb): save it as XLSX or CSV");
        assertThat(reasonOf(zip("xl/vbaProject.bin", "x")))
                .isEqualTo("it is a workbook with macros: save it as XLSX or CSV");
    }

    @Test
    void limitsOfText() throws IOException {
        assertThat(reasonOf((OrderRows.HEADER.strip() + "\tx".repeat(20_000) + "\n").getBytes(UTF_8)))
                .isEqualTo("row 1 has more than 16,384 columns");
        assertThat(reasonOf((OrderRows.HEADER.strip().replace('\t', ',') + ",x".repeat(20_000) + "\n").getBytes(UTF_8)))
                .isEqualTo("row 1 has more than 16,384 columns");
        assertThat(reasonOf(("x,".repeat(1_000_000) + "\n").getBytes(UTF_8)))
                .isEqualTo("row 1 is longer than any row of an export (an open quote?)");
        assertThat(reasonOf(("one\ntwo\n" + "x".repeat(2_000_000)).getBytes(UTF_8)))
                .isEqualTo("row 3 is longer than any row of an export (an open quote?)");
        String lines = "\"" + ("y".repeat(100_000) + "\n").repeat(100) + "\"";
        assertThat(reasonOf((OrderRows.HEADER.replace('\t', ',') + lines + "\n").getBytes(UTF_8)))
                .isEqualTo("row 2 is longer than any row of an export (an open quote?)");
    }

    @Test
    void limitsOfJson() throws IOException {
        assertThat(reasonOf("[".repeat(10_000).getBytes(UTF_8)))
                .isEqualTo("it is JSON that is nested deeper than any report");
        assertThat(reasonOf(("[" + " ".repeat(17 << 20)).getBytes(UTF_8)))
                .isEqualTo("it is JSON of more than 16 MiB, which no report is");
    }

    private String reasonOf(byte[] bytes) throws IOException {
        Files.write(dir.resolve("file"), bytes);
        Unreadable unreadable = catchThrowableOfType(Unreadable.class, () -> Exports.read(dir, "file", Hints.none()));
        return unreadable == null ? "read" : Exports.text(unreadable.why());
    }

    private static byte[] workbook() throws IOException {
        return Workbook.of("Order ID", "Order Date", "Expected Ship Date").bytes();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content.getBytes(UTF_8));
            out.closeEntry();
        }
        return bytes.toByteArray();
    }
}
