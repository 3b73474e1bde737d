package redflag.report;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.common.usermodel.fonts.FontCharset;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The cell styles of one workbook, made as they are first asked for. */
final class Styles {

    /** The normal font of Latin letters: on every machine, or in the same widths. */
    private static final String LATIN = "Arial";
    /**
     * Of a Chinese book. Arial has no Chinese letters, and in its place Excel takes SimSun, thin and hard to read beside
     * bold Latin. This one comes with Windows, and with Office for the Mac; WPS has it, too, and LibreOffice without it takes
     * the machine's own Chinese font, whose letters are as wide. Its digits are as wide as those of Arial.
     */
    private static final String CHINESE = "Microsoft YaHei";

    static final int FONT_POINTS = 10;

    private static final int RULE = 0xD0D4DA;
    private static final int HEADER_FILL = 0x1F3A4D;
    private static final int LINK = 0x0B57A4;

    /** What a cell is for. */
    enum Look {
        TITLE,
        LEAD,
        SECTION,
        LABEL,
        LINE,
        VERDICT,
        HEADER,
        NUMBER_HEADER,
        TEXT,
        WORD,
        COUNT,
        ORDINAL,
        TENTHS,
        SHARE,
        DAY,
        LINK
    }

    private record Key(Look look, Tone tone, boolean quoted) {}

    private final XSSFWorkbook workbook;
    private final String fontName;
    private final boolean isChinese;
    private final Map<Key, CellStyle> made = new HashMap<>();

    Styles(XSSFWorkbook workbook, Locale locale) {
        this.workbook = workbook;
        this.isChinese = locale.getLanguage().equals("zh");
        this.fontName = isChinese ? CHINESE : LATIN;
        XSSFFont normal = workbook.getFontAt(0);
        named(normal);
        normal.setFontHeightInPoints((short) FONT_POINTS);
    }

    /** From one line to the next of the normal size; Chinese fonts are taller. */
    double pointsPerLine() {
        return isChinese ? 16 : 13;
    }

    CellStyle of(Look look) {
        return of(look, Tone.PLAIN, false);
    }

    /** @param quoted whether the text must never be taken for a formula, not even when the cell is edited */
    CellStyle of(Look look, Tone tone, boolean quoted) {
        return made.computeIfAbsent(new Key(look, tone, quoted), this::make);
    }

    private CellStyle make(Key key) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setIndention((short) 1);
        style.setFont(font(key));
        style.setQuotePrefixed(key.quoted());
        switch (key.look()) {
            case TITLE, LEAD, SECTION, LABEL, LINE -> style.setVerticalAlignment(VerticalAlignment.CENTER);
            case VERDICT -> {
                fill(style, key.tone().fill());
                style.setVerticalAlignment(VerticalAlignment.CENTER);
            }
            case HEADER, NUMBER_HEADER -> {
                fill(style, HEADER_FILL);
                style.setWrapText(true);
                style.setVerticalAlignment(VerticalAlignment.CENTER);
                if (key.look() == Look.NUMBER_HEADER) {
                    style.setAlignment(HorizontalAlignment.RIGHT);
                }
            }
            case TEXT, WORD, COUNT, ORDINAL, TENTHS, SHARE, DAY, LINK -> cell(style, key);
        }
        return style;
    }

    private void cell(XSSFCellStyle style, Key key) {
        style.setWrapText(key.look() == Look.TEXT || key.look() == Look.WORD || key.look() == Look.LINK);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBottomBorderColor(colour(RULE));
        if (key.tone() != Tone.PLAIN) {
            fill(style, key.tone().fill());
        }
        switch (key.look()) {
            case COUNT -> number(style, "#,##0");
            case ORDINAL -> number(style, "0");
            case TENTHS -> number(style, "#,##0.0");
            case SHARE -> number(style, "0.00%");
            case DAY -> {
                number(style, "yyyy-mm-dd");
                style.setAlignment(HorizontalAlignment.LEFT);
            }
            default -> {}
        }
    }

    private void number(XSSFCellStyle style, String format) {
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setAlignment(HorizontalAlignment.RIGHT);
    }

    private XSSFFont font(Key key) {
        XSSFFont font = workbook.createFont();
        named(font);
        font.setFontHeightInPoints((short) points(key.look()));
        font.setColor(colour(letters(key)));
        switch (key.look()) {
            case TITLE, LEAD, SECTION, LABEL, VERDICT, HEADER, NUMBER_HEADER, WORD -> font.setBold(true);
            case LINK -> font.setUnderline(XSSFFont.U_SINGLE);
            default -> font.setBold(false);
        }
        return font;
    }

    private void named(XSSFFont font) {
        font.setFontName(fontName);
        if (isChinese) {
            font.setCharSet(FontCharset.GB2312);
        }
    }

    private static int letters(Key key) {
        return switch (key.look()) {
            case HEADER, NUMBER_HEADER -> 0xFFFFFF;
            case LINK -> LINK;
            case TITLE, SECTION -> HEADER_FILL;
            default -> key.tone().letters();
        };
    }

    /** The size of a look's letters. */
    static int points(Look look) {
        return switch (look) {
            case TITLE -> 18;
            case LEAD, VERDICT -> 12;
            case SECTION -> 12;
            default -> FONT_POINTS;
        };
    }

    private static void fill(XSSFCellStyle style, int rgb) {
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setFillForegroundColor(colour(rgb));
    }

    private static XSSFColor colour(int rgb) {
        return new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}, null);
    }
}
