package redflag.intake;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;
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
        } catch (EnoughRows e) {
            // the receiver has what it wants
        }
    }

    private static final class EnoughRows extends SAXException {
        private static final long serialVersionUID = 1L;
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

    private static final class Sheet extends DefaultHandler {

        /** Excel counts in fifteen digits and writes seventeen: 0.0148 stands there as 1.4800000000000001E-2. */
        private static final MathContext DIGITS = new MathContext(15);

        /** Excel writes no number that is longer, nor one that is nearer to zero. */
        private static final int LONGEST_NUMBER = 40;

        private static final int LEAST_EXPONENT = -324;

        private final ReadOnlySharedStringsTable strings;
        private final StylesTable styles;
        private final boolean from1904;
        private final Cells receiver;
        private final StringBuilder text = new StringBuilder();
        private String[] cells = new String[16];
        private int width;
        private int row;
        private int column;
        private int length;
        private boolean inValue;
        private boolean inReading;
        private @Nullable String type;
        private @Nullable String style;

        Sheet(ReadOnlySharedStringsTable strings, StylesTable styles, boolean from1904, Cells receiver) {
            this.strings = strings;
            this.styles = styles;
            this.from1904 = from1904;
            this.receiver = receiver;
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
            switch (name) {
                case "row" -> startRow(attributes);
                case "c" -> startCell(attributes);
                case "rPh" -> inReading = true;
                case "v", "t" -> {
                    inValue = !inReading;
                    if (name.equals("v")) {
                        text.setLength(0);
                    }
                }
                default -> {}
            }
        }

        private void startRow(Attributes attributes) throws SAXException {
            String number = attributes.getValue("r");
            int next = number == null ? row + 1 : Integer.parseInt(number);
            if (next <= row) {
                throw refused("quarantine.disordered-sheet");
            }
            row = next;
            width = 0;
            column = -1;
            length = 0;
        }

        private void startCell(Attributes attributes) throws SAXException {
            String reference = attributes.getValue("r");
            int next = reference == null ? column + 1 : new CellReference(reference).getCol();
            if (next <= column) {
                throw refused("quarantine.disordered-sheet");
            }
            column = next;
            type = attributes.getValue("t");
            style = attributes.getValue("s");
            text.setLength(0);
        }

        /** As SAX lets nothing else through. */
        private SAXException refused(String key) {
            return new SAXException(
                    new Refused(new Remark(key, Map.of("row", (long) row, "most", (long) Look.MOST_COLUMNS))));
        }

        @Override
        public void characters(char[] characters, int start, int count) throws SAXException {
            if (inValue) {
                text.append(characters, start, count);
                length += count;
                if (length > BoundedLines.LONGEST) {
                    throw refused("quarantine.too-long-row");
                }
            }
        }

        @Override
        public void endElement(String uri, String name, String qualified) throws SAXException {
            switch (name) {
                case "rPh" -> inReading = false;
                case "v", "t" -> inValue = false;
                case "c" -> put(value());
                case "row" -> endRow();
                default -> {}
            }
        }

        private void put(String value) throws SAXException {
            if (value.isBlank()) {
                return;
            }
            if (column >= Look.MOST_COLUMNS) {
                throw refused("quarantine.too-many-columns");
            }
            if (column >= cells.length) {
                cells = java.util.Arrays.copyOf(cells, Math.max(column + 1, cells.length * 2));
            }
            while (width <= column) {
                cells[width++] = "";
            }
            cells[column] = value;
        }

        private void endRow() throws SAXException {
            if (width > 0 && !receiver.row(row, java.util.Arrays.copyOf(cells, width))) {
                throw new EnoughRows();
            }
        }

        private String value() {
            String raw = text.toString();
            if (raw.isEmpty()) {
                return "";
            }
            if ("s".equals(type)) {
                return WholeText.of(strings.getItemAt(Integer.parseInt(raw)).getString());
            }
            if ("b".equals(type)) {
                return raw.equals("1") ? "true" : "false";
            }
            if (type == null || type.equals("n")) {
                return number(raw);
            }
            return raw;
        }

        private static String plain(BigDecimal value) {
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        }

        private String number(String raw) {
            if (raw.length() > LONGEST_NUMBER) {
                return raw;
            }
            XSSFCellStyle format = style == null ? null : styles.getStyleAt(Integer.parseInt(style));
            boolean isDate =
                    format != null && DateUtil.isADateFormat(format.getDataFormat(), format.getDataFormatString());
            if (isDate && DateUtil.isValidExcelDate(Double.parseDouble(raw))) {
                LocalDateTime moment = DateUtil.getLocalDateTime(Double.parseDouble(raw), from1904);
                return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? moment.toLocalDate().toString()
                        : moment.toString();
            }
            BigDecimal exact = new BigDecimal(raw);
            long exponent = (long) exact.precision() - exact.scale();
            if (exponent > DIGITS.getPrecision() || exponent < LEAST_EXPONENT) {
                // digits that Excel has lost are not made up: 1.12E+17 stays as it stands
                return raw;
            }
            BigDecimal value = exact.round(DIGITS);
            String pattern = format == null ? null : format.getDataFormatString();
            if (pattern != null && pattern.indexOf('%') >= 0) {
                return value.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
            }
            return plain(value);
        }
    }
}
