package redflag.report;

import redflag.report.Styles.Look;
import redflag.xlsx.SheetWriter;

/** Writes single cells of a sheet's current row. Texts are never formulas, however they begin. */
final class CellWriter {

    /** Some way below Excel's limit of 32,767. */
    private static final int LONGEST_TEXT = 32_000;
    /** What the indent takes of a cell's width, in digits. */
    private static final double INDENT = 1.6;
    /** How much of bold letters fits. */
    private static final double BOLD = 0.93;

    private final SheetWriter sheet;
    private final Styles styles;
    private final int[] widths;

    /** @param widths of the columns in digits of the normal font */
    CellWriter(SheetWriter sheet, Styles styles, int[] widths) {
        this.sheet = sheet;
        this.styles = styles;
        this.widths = widths;
    }

    void write(int column, Content content) {
        if (content instanceof Content.Text text) {
            put(column, text.text(), Look.TEXT, Tone.PLAIN);
        } else if (content instanceof Content.Marked marked) {
            put(column, marked.text(), Look.WORD, marked.tone());
        } else if (content instanceof Content.Tinted tinted) {
            put(column, tinted.text(), Look.TEXT, tinted.tone());
        } else if (content instanceof Content.Link link) {
            sheet.link(column, styles.of(Look.LINK), link.text(), link.address());
        } else if (content instanceof Content.ToFill fill) {
            fill(column, fill.held(), fill.isOfDays() ? Look.DAY_TO_FILL : Look.TO_FILL);
        } else if (content instanceof Content.Line line) {
            sheet.sparkline(column, styles.of(Look.TEXT), line.of());
        } else if (content instanceof Content.Count count) {
            sheet.number(column, styles.of(Look.COUNT), count.value());
        } else if (content instanceof Content.Ordinal ordinal) {
            sheet.number(column, styles.of(Look.ORDINAL), ordinal.value());
        } else if (content instanceof Content.Tenths tenths) {
            sheet.number(column, styles.of(Look.TENTHS), tenths.value());
        } else if (content instanceof Content.Share share) {
            sheet.number(column, styles.of(Look.SHARE), share.fraction());
        } else if (content instanceof Content.Chance chance) {
            sheet.number(column, styles.of(Look.CHANCE), chance.chance());
        } else if (content instanceof Content.Input input) {
            sheet.number(column, styles.of(Look.INPUT, Tone.CONFIRM, false), input.value());
        } else if (content instanceof Content.Formula formula) {
            write(column, formula.formula(), formula.shows());
        } else if (content instanceof Content.Day day) {
            sheet.day(column, styles.of(Look.DAY), day.day());
        } else {
            sheet.blank(column, styles.of(Look.TEXT));
        }
    }

    private void fill(int column, Content held, Look look) {
        if (held instanceof Content.Day day) {
            sheet.day(column, styles.of(look), day.day());
        } else if (held instanceof Content.Text text) {
            put(column, text.text(), look, Tone.PLAIN);
        } else {
            sheet.blank(column, styles.of(look));
        }
    }

    private void write(int column, String formula, Content shows) {
        if (shows instanceof Content.Share share) {
            sheet.formula(column, styles.of(Look.SHARE), formula, share.fraction());
        } else if (shows instanceof Content.Tenths tenths) {
            sheet.formula(column, styles.of(Look.TENTHS), formula, tenths.value());
        } else if (shows instanceof Content.Day day) {
            sheet.dayFormula(column, styles.of(Look.DAY), formula, day.day());
        } else if (shows instanceof Content.Text text) {
            sheet.textFormula(column, styles.of(Look.DAY), formula, text.text());
        } else {
            throw new IllegalArgumentException("no formula gives " + shows);
        }
    }

    /** How many lines it takes. */
    int lines(int column, Content content) {
        if (content instanceof Content.ToFill fill) {
            return lines(column, fill.held());
        }
        if (content instanceof Content.Text text) {
            return lines(column, text.text(), Look.TEXT);
        }
        if (content instanceof Content.Marked marked) {
            return lines(column, marked.text(), Look.WORD);
        }
        if (content instanceof Content.Tinted tinted) {
            return lines(column, tinted.text(), Look.TEXT);
        }
        return content instanceof Content.Link link ? lines(column, link.text(), Look.LINK) : 1;
    }

    int lines(int column, String text, Look look) {
        double room = widths[column] - INDENT;
        boolean bold = look == Look.HEADER || look == Look.NUMBER_HEADER || look == Look.WORD;
        return LineBreaks.count(text, bold ? room * BOLD : room);
    }

    void put(int column, String text, Look look, Tone tone) {
        String fitting = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
        sheet.text(column, styles.of(look, tone, looksLikeFormula(fitting)), fitting);
    }

    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    }
}
