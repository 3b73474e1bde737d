package redflag.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import redflag.basics.Remark;

/** Rows of one sheet by the events of its XML, on raw values. */
final class Sheet extends DefaultHandler {

    /** The receiver has what it wants. */
    static final class EnoughRows extends SAXException {
        private static final long serialVersionUID = 1L;
    }

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
        // the table of texts does this by itself
        return raw.contains("_x") ? WholeText.of(new XSSFRichTextString(raw).getString()) : raw;
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private String number(String raw) {
        if (raw.length() > LONGEST_NUMBER) {
            return raw;
        }
        XSSFCellStyle format = style == null ? null : styles.getStyleAt(Integer.parseInt(style));
        boolean isDate = format != null && DateUtil.isADateFormat(format.getDataFormat(), format.getDataFormatString());
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
