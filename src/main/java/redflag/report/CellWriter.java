package redflag.report;

import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import redflag.report.Styles.Look;

/** Writes single cells of a sheet. Texts are never formulas, however they begin. */
final class CellWriter {

    /** Some way below Excel's limit of 32,767. */
    private static final int LONGEST_TEXT = 32_000;
    /** What the indent takes of a cell's width, in digits. */
    private static final double INDENT = 1.6;
    /** How much of bold letters fits. */
    private static final double BOLD = 0.93;

    private final Styles styles;
    private final int[] widths;
    private int columnsUsed = 1;

    /** @param widths of the columns in digits of the normal font */
    CellWriter(Styles styles, int[] widths) {
        this.styles = styles;
        this.widths = widths;
    }

    /** One at least. */
    int columnsUsed() {
        return columnsUsed;
    }

    /** @return how many lines it takes */
    int write(Row row, int column, Content content) {
        if (content instanceof Content.Text text) {
            return write(row, column, text.text(), Look.TEXT, Tone.PLAIN);
        }
        if (content instanceof Content.Marked marked) {
            return write(row, column, marked.text(), Look.WORD, marked.tone());
        }
        if (content instanceof Content.Tinted tinted) {
            return write(row, column, tinted.text(), Look.TEXT, tinted.tone());
        }
        if (content instanceof Content.Link link) {
            Hyperlink target = row.getSheet().getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.FILE);
            target.setAddress(link.address());
            put(row, column, link.text(), Look.LINK, Tone.PLAIN).setHyperlink(target);
            return lines(link.text(), column, Look.LINK);
        }
        if (content instanceof Content.Count count) {
            styled(row, column, Look.COUNT).setCellValue((double) count.value());
        } else if (content instanceof Content.Ordinal ordinal) {
            styled(row, column, Look.ORDINAL).setCellValue((double) ordinal.value());
        } else if (content instanceof Content.Tenths tenths) {
            styled(row, column, Look.TENTHS).setCellValue(tenths.value().doubleValue());
        } else if (content instanceof Content.Share share) {
            styled(row, column, Look.SHARE).setCellValue(share.fraction().doubleValue());
        } else if (content instanceof Content.Day day) {
            styled(row, column, Look.DAY).setCellValue(day.day());
        } else {
            styled(row, column, Look.TEXT);
        }
        return 1;
    }

    /** @return how many lines it takes */
    int write(Row row, int column, String text, Look look, Tone tone) {
        put(row, column, text, look, tone);
        return lines(text, column, look);
    }

    private int lines(String text, int column, Look look) {
        double room = widths[column] - INDENT;
        boolean bold = look == Look.HEADER || look == Look.NUMBER_HEADER || look == Look.WORD;
        return LineBreaks.in(text, bold ? room * BOLD : room).size();
    }

    private Cell styled(Row row, int column, Look look) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(styles.of(look));
        columnsUsed = Math.max(columnsUsed, column + 1);
        return cell;
    }

    Cell put(Row row, int column, String text, Look look, Tone tone) {
        String fitting = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
        Cell cell = styled(row, column, look);
        cell.setCellStyle(styles.of(look, tone, looksLikeFormula(fitting)));
        cell.setCellValue(fitting);
        return cell;
    }

    private static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    }
}
