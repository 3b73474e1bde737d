package redflag.intake;

import java.util.List;

/**
 * How a file is laid out, as it was read.
 *
 * @param charset by the name that people know it by; empty for a workbook
 * @param quoted whether its header has quotes around names
 * @param sheet of a workbook the sheet that is read; else empty
 * @param headerRow counted from 1; 0 for JSON, which has none
 * @param header its names as they stand there; of JSON the paths that were found
 */
public record Layout(Form form, String charset, boolean quoted, String sheet, int headerRow, List<String> header) {

    public Layout {
        header = List.copyOf(header);
    }

    /** What stands between two cells. */
    public enum Form {
        TAB,
        COMMA,
        SEMICOLON,
        BAR,
        WORKBOOK,
        JSON
    }

    /** Whether a cell stands in its column whatever stands before it; in text a cell that is missing moves the others. */
    boolean cellsHavePlaces() {
        return form == Form.WORKBOOK || form == Form.JSON;
    }

    static Layout text(TextTable.Written written, int headerRow, List<String> header) {
        Form form = switch (written.dialect().separator()) {
            case '\t' -> Form.TAB;
            case ';' -> Form.SEMICOLON;
            case '|' -> Form.BAR;
            default -> Form.COMMA;
        };
        return new Layout(
                form,
                Charsets.name(written.charset()),
                written.dialect().quoted(),
                "",
                headerRow,
                header.stream().map(String::strip).toList());
    }

    static Layout workbook(String sheet, int headerRow, List<String> header) {
        return new Layout(
                Form.WORKBOOK,
                "",
                false,
                sheet,
                headerRow,
                header.stream().map(String::strip).toList());
    }

    static Layout json(List<String> paths) {
        return new Layout(Form.JSON, "UTF-8", false, "", 0, paths);
    }
}
