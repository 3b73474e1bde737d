package redflag.intake;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Iterator;
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

    private final Path path;

    WorkbookTable(Path path) {
        this.path = path;
    }

    /** Takes the rows of one sheet after the other. */
    interface SheetCells extends Cells {

        /** @return whether to hear of this sheet's rows; sheets are counted from 0 */
        boolean sheet(int number);
    }

    void read(SheetCells cells) throws Unreadable, IOException {
        try (OPCPackage workbook = OPCPackage.open(path.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(workbook);
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(workbook, false);
            StylesTable styles = reader.getStylesTable();
            int number = 0;
            for (Iterator<InputStream> sheets = reader.getSheetsData(); sheets.hasNext(); number++) {
                try (InputStream sheet = sheets.next()) {
                    if (cells.sheet(number)) {
                        read(sheet, new Sheet(strings, styles, cells));
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

    private static Unreadable unreadable(Exception e) {
        if (e instanceof StopReading stop) {
            throw stop;
        }
        return new Unreadable(Remark.of("quarantine.broken-workbook"));
    }

    private static void read(InputStream sheet, Sheet handler)
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

    private static final class Sheet extends DefaultHandler {

        private static final int LAST_COLUMN = 16_383;

        /** Excel counts in fifteen digits and writes seventeen: 0.0148 stands there as 1.4800000000000001E-2. */
        private static final MathContext DIGITS = new MathContext(15);

        private final ReadOnlySharedStringsTable strings;
        private final StylesTable styles;
        private final Cells receiver;
        private final StringBuilder text = new StringBuilder();
        private String[] cells = new String[16];
        private int width;
        private int row;
        private int column;
        private boolean inValue;
        private boolean inReading;
        private @Nullable String type;
        private @Nullable String style;

        Sheet(ReadOnlySharedStringsTable strings, StylesTable styles, Cells receiver) {
            this.strings = strings;
            this.styles = styles;
            this.receiver = receiver;
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
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

        private void startRow(Attributes attributes) {
            String number = attributes.getValue("r");
            row = number == null ? row + 1 : Integer.parseInt(number);
            width = 0;
            column = -1;
        }

        private void startCell(Attributes attributes) {
            String reference = attributes.getValue("r");
            column = reference == null ? column + 1 : new CellReference(reference).getCol();
            type = attributes.getValue("t");
            style = attributes.getValue("s");
            text.setLength(0);
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            if (inValue) {
                text.append(characters, start, length);
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

        private void put(String value) {
            if (value.isBlank()) {
                return;
            }
            if (column > LAST_COLUMN) {
                throw new IllegalArgumentException("no sheet has a column " + column);
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
                return strings.getItemAt(Integer.parseInt(raw)).getString();
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
            XSSFCellStyle format = style == null ? null : styles.getStyleAt(Integer.parseInt(style));
            boolean isDate =
                    format != null && DateUtil.isADateFormat(format.getDataFormat(), format.getDataFormatString());
            if (isDate && DateUtil.isValidExcelDate(Double.parseDouble(raw))) {
                LocalDateTime moment = DateUtil.getLocalDateTime(Double.parseDouble(raw));
                return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? moment.toLocalDate().toString()
                        : moment.toString();
            }
            BigDecimal exact = new BigDecimal(raw);
            if (exact.precision() - exact.scale() > DIGITS.getPrecision()) {
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
