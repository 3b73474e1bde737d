package redflag.xlsx;

import redflag.ooxml.Xml;

/** A rectangle of cells, the last column and row within; A1 is in column 0 of row 0. */
public record Area(int firstColumn, int firstRow, int lastColumn, int lastRow) {

    /** One cell. */
    public static Area of(int column, int row) {
        return new Area(column, row, column, row);
    }

    /** The cells of it in one column of the sheet. */
    public Area ofColumn(int column) {
        return new Area(column, firstRow, column, lastRow);
    }

    Xml name(Xml xml) {
        cell(xml, firstColumn, firstRow);
        return firstColumn == lastColumn && firstRow == lastRow ? xml : cell(xml.raw(":"), lastColumn, lastRow);
    }

    /** As formulas of any sheet name it, its place fixed: {@code 'Data'!$A$1:$A$9}. */
    public String on(String sheet) {
        return quoted(sheet) + "!" + fixed(firstColumn, firstRow) + ":" + fixed(lastColumn, lastRow);
    }

    /** A cell as formulas of any sheet name it, its place fixed. */
    public static String cellOn(String sheet, int column, int row) {
        return quoted(sheet) + "!" + fixed(column, row);
    }

    static String quoted(String sheet) {
        return "'" + sheet.replace("'", "''") + "'";
    }

    private static String fixed(int column, int row) {
        return "$" + letters(column) + "$" + (row + 1);
    }

    /** The name of a cell: A1 is in column 0 of row 0. */
    static Xml cell(Xml xml, int column, int row) {
        return xml.raw(letters(column)).raw(row + 1L);
    }

    /** The letters of a column: A is 0. */
    public static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
