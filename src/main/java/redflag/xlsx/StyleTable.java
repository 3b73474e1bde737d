package redflag.xlsx;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import redflag.ooxml.Xml;

/** The styles of a workbook, each once, in the order in which they are first asked for. */
final class StyleTable {

    /** Excel keeps the lower ones for itself. */
    private static final int FIRST_OWN_NUMBER_FORMAT = 164;

    private final NormalFont normal;
    private final Numbered<CellFormat> formats = new Numbered<>(1);
    private final Numbered<String> names = new Numbered<>(1);
    private final Numbered<CellFormat.Letters> letters = new Numbered<>(1);
    private final Numbered<Integer> fills = new Numbered<>(2);
    private final Numbered<Integer> rules = new Numbered<>(1);
    private final Numbered<String> numbers = new Numbered<>(FIRST_OWN_NUMBER_FORMAT);
    private final Numbered<Highlight> highlights = new Numbered<>(0);

    StyleTable(NormalFont normal) {
        this.normal = normal;
    }

    /** The number by which cells name it. */
    int of(CellFormat format) {
        return formats.of(format);
    }

    int of(Highlight highlight) {
        return highlights.of(highlight);
    }

    Xml xml() {
        Xml named = new Xml();
        namedOnes().forEach((name, format) -> {
            names.of(name);
            cellFormat(named, format, false);
        });
        Xml all = new Xml();
        formats.values().forEach(format -> cellFormat(all, format, true));
        Xml xml = new Xml()
                .raw(Xml.DECLARATION)
                .raw("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        numberFormats(xml);
        fonts(xml);
        fills(xml);
        borders(xml);
        begin(xml, "cellStyleXfs", names.values().size() + 1).raw("<xf/>").add(named);
        begin(xml.raw("</cellStyleXfs>"), "cellXfs", formats.values().size() + 1)
                .raw("<xf xfId=\"0\"/>")
                .add(all);
        begin(xml.raw("</cellXfs>"), "cellStyles", names.values().size() + 1);
        xml.raw("<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>");
        names.values()
                .forEach(name -> xml.raw("<cellStyle")
                        .attribute("name", name)
                        .attribute("xfId", names.of(name))
                        .raw("/>"));
        begin(xml.raw("</cellStyles>"), "dxfs", highlights.values().size());
        highlights.values().forEach(highlight -> dxf(xml, highlight));
        return xml.raw("</dxfs></styleSheet>");
    }

    private static Xml begin(Xml xml, String tag, int count) {
        return xml.raw("<").raw(tag).attribute("count", count).raw(">");
    }

    private void numberFormats(Xml xml) {
        if (numbers.values().isEmpty()) {
            return;
        }
        begin(xml, "numFmts", numbers.values().size());
        numbers.values()
                .forEach(code -> xml.raw("<numFmt")
                        .attribute("numFmtId", numbers.of(code))
                        .attribute("formatCode", code)
                        .raw("/>"));
        xml.raw("</numFmts>");
    }

    private void fonts(Xml xml) {
        begin(xml, "fonts", letters.values().size() + 1);
        font(xml, new CellFormat.Letters(normal.points(), 0, false, false));
        letters.values().forEach(of -> font(xml, of));
        xml.raw("</fonts>");
    }

    private void font(Xml xml, CellFormat.Letters of) {
        xml.raw("<font>")
                .raw(of.isBold() ? "<b/>" : "")
                .raw(of.isUnderlined() ? "<u/>" : "")
                .raw("<sz")
                .attribute("val", of.points())
                .raw("/>");
        colour(xml, "color", of.colour());
        xml.raw("<name").attribute("val", normal.name()).raw("/>");
        normal.charset()
                .ifPresent(
                        charset -> xml.raw("<charset").attribute("val", charset).raw("/>"));
        xml.raw("</font>");
    }

    private void fills(Xml xml) {
        // the first two are Excel's own, whatever stands there
        begin(xml, "fills", fills.values().size() + 2);
        xml.raw("<fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>");
        for (int fill : fills.values()) {
            xml.raw("<fill><patternFill patternType=\"solid\">");
            colour(xml, "fgColor", fill);
            xml.raw("</patternFill></fill>");
        }
        xml.raw("</fills>");
    }

    private void borders(Xml xml) {
        begin(xml, "borders", rules.values().size() + 1);
        xml.raw("<border><left/><right/><top/><bottom/><diagonal/></border>");
        for (int rule : rules.values()) {
            xml.raw("<border><left/><right/><top/><bottom style=\"thin\">");
            colour(xml, "color", rule);
            xml.raw("</bottom><diagonal/></border>");
        }
        xml.raw("</borders>");
    }

    /** The first that bears a name stands for it. */
    private Map<String, CellFormat> namedOnes() {
        Map<String, CellFormat> first = new LinkedHashMap<>();
        formats.values().forEach(format -> first.putIfAbsent(format.name(), format));
        return first;
    }

    private void cellFormat(Xml xml, CellFormat format, boolean isOfCells) {
        int number = format.number().equals(CellFormat.GENERAL) ? 0 : numbers.of(format.number());
        int fill = format.fill().isPresent() ? fills.of(format.fill().getAsInt()) : 0;
        int rule = format.rule().isPresent() ? rules.of(format.rule().getAsInt()) : 0;
        xml.raw("<xf")
                .attribute("numFmtId", number)
                .attribute("fontId", letters.of(format.letters()))
                .attribute("fillId", fill)
                .attribute("borderId", rule);
        if (isOfCells) {
            xml.attribute("xfId", names.of(format.name()));
            if (format.isText()) {
                xml.attribute("quotePrefix", 1);
            }
        }
        xml.raw(" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"");
        xml.raw(format.isInput() ? " applyProtection=\"1\">" : ">");
        CellFormat.Place place = format.place();
        xml.raw("<alignment")
                .attribute("horizontal", word(place.horizontal()))
                .attribute("vertical", word(place.vertical()));
        if (place.isWrapped()) {
            xml.attribute("wrapText", 1);
        }
        if (place.horizontal() != CellFormat.Horizontal.CENTER) {
            xml.attribute("indent", 1);
        }
        xml.raw("/>").raw(format.isInput() ? "<protection locked=\"0\"/></xf>" : "</xf>");
    }

    private static String word(Enum<?> place) {
        return place.name().toLowerCase(Locale.ROOT);
    }

    private static void dxf(Xml xml, Highlight highlight) {
        xml.raw("<dxf><font>");
        colour(xml, "color", highlight.letters());
        xml.raw("</font><fill><patternFill patternType=\"solid\">");
        colour(xml, "fgColor", highlight.fill());
        colour(xml, "bgColor", highlight.fill());
        xml.raw("</patternFill></fill></dxf>");
    }

    private static void colour(Xml xml, String tag, int rgb) {
        xml.raw("<").raw(tag).raw(" rgb=\"FF").raw(Chart.hex(rgb)).raw("\"/>");
    }
}
