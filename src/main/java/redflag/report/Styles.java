package redflag.report;

import java.util.Locale;
import java.util.OptionalInt;
import redflag.xlsx.CellFormat;
import redflag.xlsx.CellFormat.Horizontal;
import redflag.xlsx.CellFormat.Vertical;
import redflag.xlsx.NormalFont;
import redflag.xlsx.WorkbookFile;

/** The looks of the cells of one workbook. */
final class Styles {

    /** The normal font of Latin letters: on every machine, or in the same widths. */
    private static final String LATIN = "Arial";
    /**
     * Of a Chinese book. Arial has no Chinese letters, and in its place Excel takes SimSun, thin and hard to read beside
     * bold Latin. This one comes with Windows, and with Office for the Mac; WPS has it, too, and LibreOffice without it takes
     * the machine's own Chinese font, whose letters are as wide. Its digits are as wide as those of Arial.
     */
    private static final String CHINESE = "Microsoft YaHei";
    /** Windows' number of the letters of Simplified Chinese. */
    private static final int GB2312 = 134;

    static final int FONT_POINTS = 10;

    private static final int RULE = 0xD0D4DA;
    private static final int HEADER_FILL = 0x1F3A4D;
    private static final int LINK = 0x0B57A4;

    /** What a cell is for. */
    enum Look {
        TITLE("Title"),
        LEAD("Lead"),
        SECTION("Section"),
        LABEL("Label"),
        LINE("Line"),
        VERDICT("Verdict"),
        HEADER("Header"),
        NUMBER_HEADER("Header of numbers"),
        TEXT("Text"),
        WORD("Word"),
        COUNT("Count"),
        ORDINAL("Number"),
        TENTHS("Tenths"),
        SHARE("Share"),
        CHANCE("Chance"),
        INPUT("Input"),
        DAY("Day"),
        LINK("Link"),
        TO_FILL("To fill in"),
        DAY_TO_FILL("Day to fill in");

        private final String style;

        Look(String style) {
            this.style = style;
        }
    }

    private final WorkbookFile file;
    /** The numbers of formats by look, tone and whether quoted; 0 is none yet. */
    private final int[] made = new int[Look.values().length * Tone.values().length * 2];

    Styles(WorkbookFile file) {
        this.file = file;
    }

    static NormalFont font(Locale locale) {
        return isChinese(locale)
                ? new NormalFont(CHINESE, FONT_POINTS, OptionalInt.of(GB2312))
                : new NormalFont(LATIN, FONT_POINTS, OptionalInt.empty());
    }

    private static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }

    /** From one line to the next of the normal size; Chinese fonts are taller. */
    static double pointsPerLine(Locale locale) {
        return isChinese(locale) ? 16 : 13;
    }

    int of(Look look) {
        return of(look, Tone.PLAIN, false);
    }

    /** @param quoted whether the text must never be taken for a formula, not even when the cell is edited */
    int of(Look look, Tone tone, boolean quoted) {
        int at = (look.ordinal() * Tone.values().length + tone.ordinal()) * 2 + (quoted ? 1 : 0);
        if (made[at] == 0) {
            made[at] = file.format(format(look, tone, quoted));
        }
        return made[at];
    }

    private static CellFormat format(Look look, Tone tone, boolean quoted) {
        return new CellFormat(
                "Redflag " + look.style.toLowerCase(Locale.ROOT),
                new CellFormat.Letters(points(look), letters(look, tone), isBold(look), look == Look.LINK),
                fill(look, tone),
                isOfATable(look) ? OptionalInt.of(RULE) : OptionalInt.empty(),
                place(look),
                number(look),
                quoted,
                look == Look.INPUT || look == Look.TO_FILL || look == Look.DAY_TO_FILL);
    }

    private static boolean isOfATable(Look look) {
        return look.compareTo(Look.TEXT) >= 0;
    }

    private static OptionalInt fill(Look look, Tone tone) {
        return switch (look) {
            case HEADER, NUMBER_HEADER -> OptionalInt.of(HEADER_FILL);
            case VERDICT -> OptionalInt.of(tone.fill());
            default -> isOfATable(look) && tone != Tone.PLAIN ? OptionalInt.of(tone.fill()) : OptionalInt.empty();
        };
    }

    private static CellFormat.Place place(Look look) {
        Horizontal horizontal = switch (look) {
            case NUMBER_HEADER, COUNT, ORDINAL, TENTHS, SHARE, CHANCE, INPUT -> Horizontal.RIGHT;
            default -> Horizontal.LEFT;
        };
        boolean isWrapped = switch (look) {
            case HEADER, NUMBER_HEADER, TEXT, WORD, LINK, TO_FILL -> true;
            default -> false;
        };
        return new CellFormat.Place(horizontal, isOfATable(look) ? Vertical.TOP : Vertical.CENTER, isWrapped);
    }

    private static String number(Look look) {
        return switch (look) {
            case COUNT -> "#,##0";
            case ORDINAL -> "0";
            case TENTHS, INPUT -> "#,##0.0";
            case CHANCE -> "[<0.01]\"<1%\";[>0.99]\">99%\";0%";
            case SHARE -> "0.00%";
            case DAY, DAY_TO_FILL -> "yyyy-mm-dd";
            case TO_FILL -> CellFormat.TEXT;
            default -> CellFormat.GENERAL;
        };
    }

    private static boolean isBold(Look look) {
        return switch (look) {
            case TITLE, LEAD, SECTION, LABEL, VERDICT, HEADER, NUMBER_HEADER, WORD -> true;
            default -> false;
        };
    }

    private static int letters(Look look, Tone tone) {
        return switch (look) {
            case HEADER, NUMBER_HEADER -> 0xFFFFFF;
            case LINK -> LINK;
            case TITLE, SECTION -> HEADER_FILL;
            default -> tone.letters();
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
}
