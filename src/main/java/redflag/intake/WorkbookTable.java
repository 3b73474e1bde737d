package redflag.intake;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import redflag.basics.Remark;

/**
 * Rows of the sheets of an XLSX workbook, by events, on raw values: a cell formatted as a date gives {@code 2026-10-03}
 * or {@code 2026-10-03T10:15:00}, one formatted in percent gives {@code 1.48%}, any other number its plain digits.
 */
final class WorkbookTable {

    /** What is read of a workbook unpacks to at most this. */
    private static final long MOST_UNPACKED = 4L << 30;

    /** The table of texts is kept in memory; a million rows of order ids and dates take half of it. */
    private static final long MOST_STRINGS = 128L << 20;

    private static final long MOST_OF_A_SMALL_PART = 8L << 20;
    private static final Pattern SMALL_PARTS =
            Pattern.compile("\\[Content_Types]\\.xml|.*\\.rels|xl/(workbook|styles)\\.xml|xl/theme/.*|docProps/.*");
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final byte[] NO_STRINGS = "<sst/>".getBytes(StandardCharsets.US_ASCII);

    private final Path path;

    WorkbookTable(Path path) {
        this.path = path;
    }

    /** Takes the rows of one sheet after the other. */
    interface SheetCells extends Cells {

        /** @return whether to hear of this sheet's rows; visible sheets are counted from 0 */
        boolean sheet(int number, String name);
    }

    void read(SheetCells cells) throws Unreadable, IOException {
        checkSmallParts();
        Limit limit = new Limit();
        try (OPCPackage workbook = OPCPackage.open(path.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(workbook);
            Sheets sheets = new Sheets();
            read(reader.getWorkbookData(), sheets);
            ReadOnlySharedStringsTable strings = strings(reader, limit);
            StylesTable styles = reader.getStylesTable();
            for (int number = 0; number < sheets.visible.size(); number++) {
                if (cells.sheet(number, sheets.visible.get(number).name())) {
                    try (InputStream sheet =
                            limit.of(reader.getSheet(sheets.visible.get(number).part()), MOST_UNPACKED)) {
                        read(sheet, new Sheet(strings, styles, sheets.from1904, cells));
                    }
                }
            }
        } catch (OpenXML4JException | SAXException | ParserConfigurationException | RuntimeException e) {
            throw unreadable(e);
        } catch (IOException e) {
            if (e.getClass().getPackageName().startsWith("java.nio.file")) {
                throw e;
            }
            throw unreadable(e);
        }
    }

    private static ReadOnlySharedStringsTable strings(XSSFReader reader, Limit limit)
            throws IOException, SAXException, OpenXML4JException {
        InputStream strings = reader.getSharedStringsData();
        try (InputStream in =
                limit.of(strings == null ? new ByteArrayInputStream(NO_STRINGS) : strings, MOST_STRINGS)) {
            return new ReadOnlySharedStringsTable(in, false);
        }
    }

    /** Before POI opens it: what is read as one tree has to be small, whatever size the archive says that it has. */
    private void checkSmallParts() throws Unreadable, IOException {
        byte[] buffer = new byte[1 << 14];
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry part : Collections.list(zip.entries())) {
                if (SMALL_PARTS.matcher(part.getName()).matches()) {
                    long size = 0;
                    try (InputStream in = zip.getInputStream(part)) {
                        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                            size += read;
                            if (size > MOST_OF_A_SMALL_PART) {
                                throw tooLarge();
                            }
                        }
                    }
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    private static Unreadable tooLarge() {
        return new Unreadable(Remark.of("quarantine.unpacks-too-large"));
    }

    private static Unreadable unreadable(Exception e) {
        if (e instanceof StopReading stop) {
            throw stop;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return new Unreadable(refused.why());
            }
            // POI has no type for what its ZipSecureFile finds, nor for the strict kind of workbook
            String message = String.valueOf(cause.getMessage());
            if (message.startsWith("Zip bomb")) {
                return tooLarge();
            }
            if (message.startsWith("Strict OOXML")) {
                return new Unreadable(Remark.of("quarantine.strict-workbook"));
            }
        }
        return new Unreadable(Remark.of("quarantine.broken-workbook"));
    }

    /** Counts what the parts of one workbook unpack to. */
    private static final class Limit {

        private long all;

        InputStream of(InputStream part, long most) {
            return new FilterInputStream(part) {
                private long count;

                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
                }

                @Override
                public int read(byte[] target, int offset, int wanted) throws IOException {
                    int read = super.read(target, offset, wanted);
                    count += Math.max(read, 0);
                    all += Math.max(read, 0);
                    if (count > most || all > MOST_UNPACKED) {
                        throw new Refused(Remark.of("quarantine.unpacks-too-large"));
                    }
                    return read;
                }
            };
        }
    }

    private static void read(InputStream sheet, DefaultHandler handler)
            throws SAXException, ParserConfigurationException, IOException {
        XMLReader xml = XMLHelper.newXMLReader();
        xml.setContentHandler(handler);
        try {
            xml.parse(new InputSource(sheet));
        } catch (Sheet.EnoughRows e) {
            // the receiver has what it wants
        }
    }

    /** What the workbook says of its sheets; a hidden one holds nothing that anybody exported. */
    private static final class Sheets extends DefaultHandler {

        private record Visible(String part, String name) {}

        private final List<Visible> visible = new ArrayList<>();
        private boolean from1904;

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            if (name.equals("workbookPr")) {
                from1904 = List.of("1", "true").contains(String.valueOf(attributes.getValue("date1904")));
            }
            String state = attributes.getValue("state");
            if (name.equals("sheet") && (state == null || state.equals("visible"))) {
                visible.add(new Visible(
                        String.valueOf(attributes.getValue(RELATIONSHIPS, "id")),
                        String.valueOf(attributes.getValue("name"))));
            }
        }
    }
}
