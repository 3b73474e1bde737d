package redflag.docx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redflag.ooxml.OfficePackage;
import redflag.ooxml.Relations;
import redflag.ooxml.Xml;

/**
 * A Word document being written from the top down, on A4. Its styles and its numbering are {@code styles.xml} and
 * {@code numbering.xml}, as Word keeps them. The same content gives the same bytes, and its properties name no
 * author, company or program. The parts and their order are those of ECMA-376 (transitional), which a test holds against its
 * schemas.
 */
public final class TextDocument {

    private static final String WORD = OfficePackage.OFFICE + "wordprocessingml.";
    private static final String NAMES = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String HEAD_FILL = "1F3A4D";
    /** A4, and margins of 2 cm, in twentieths of a point. */
    private static final int PAGE_WIDTH = 11_906;

    private static final int PAGE_HEIGHT = 16_838;
    private static final int MARGIN = 1_134;
    private static final int TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN;
    /** Fiftieths of a hundredth, in which shares of a width are written. */
    private static final int FIFTIETHS = 50;

    private static final String STYLES = resource("styles.xml");
    private static final String NUMBERING = resource("numbering.xml");

    private final Pattern highlighted;
    private final Xml body = new Xml();
    private final Xml header = new Xml();
    private final Xml footer = new Xml();
    private final Xml lists = new Xml();
    private int listCount;

    /** @param highlighted what is to stand out wherever it occurs in a text */
    public TextDocument(Pattern highlighted) {
        this.highlighted = highlighted;
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(TextDocument.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own " + name, e);
        }
    }

    /** On every page, above the text. */
    public void header(String text) {
        paragraph(header, "Header", "", text);
    }

    /** On every page, below the text, with the number of the page at its right. */
    public void footer(String text, String page) {
        begin(footer, "Footer", "");
        runs(footer, text);
        footer.raw("<w:r><w:tab/>");
        text(footer, page + " ");
        footer.raw("</w:r><w:fldSimple w:instr=\"PAGE\"/></w:p>");
    }

    /** @param style id of one in {@code styles.xml} */
    public void paragraph(String style, String text) {
        paragraph(body, style, "", text);
    }

    /** A name in bold, and at the tab what it is. */
    public void labelled(String style, String label, String text) {
        begin(body, style, "");
        body.raw("<w:r><w:rPr><w:b/></w:rPr>");
        text(body, label);
        body.raw("<w:tab/></w:r>");
        runs(body, text);
        body.raw("</w:p>");
    }

    /** A new numbered list. @return by which its items are added */
    public int listFrom(int first) {
        listCount++;
        lists.raw("<w:num")
                .attribute("w:numId", listCount)
                .raw("><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride")
                .attribute("w:val", first)
                .raw("/></w:lvlOverride></w:num>");
        return listCount;
    }

    /** The next item of a numbered list. */
    public void item(int list, String text) {
        String number = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" + list + "\"/></w:numPr>";
        paragraph(body, "ListNumber", number, text);
    }

    private void paragraph(Xml xml, String style, String properties, String text) {
        begin(xml, style, properties);
        runs(xml, text);
        xml.raw("</w:p>");
    }

    private static void begin(Xml xml, String style, String properties) {
        xml.raw("<w:p><w:pPr><w:pStyle")
                .attribute("w:val", style)
                .raw("/>")
                .raw(properties)
                .raw("</w:pPr>");
    }

    private void runs(Xml xml, String text) {
        Matcher open = highlighted.matcher(text);
        int done = 0;
        while (open.find()) {
            run(xml, "", text.substring(done, open.start()));
            run(xml, "<w:rPr><w:highlight w:val=\"yellow\"/></w:rPr>", open.group());
            done = open.end();
        }
        run(xml, "", text.substring(done));
    }

    private static void run(Xml xml, String properties, String text) {
        if (text.isEmpty()) {
            return;
        }
        xml.raw("<w:r>").raw(properties);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            xml.raw(i > 0 ? "<w:br/>" : "");
            text(xml, lines[i]);
        }
        xml.raw("</w:r>");
    }

    private static void text(Xml xml, String text) {
        xml.raw("<w:t xml:space=\"preserve\">").text(text).raw("</w:t>");
    }

    /**
     * A table as wide as the text, whose header stands on every page.
     *
     * @param widths of the columns in hundredths of the width
     */
    public void table(List<Integer> widths, List<String> head, List<List<String>> rows) {
        body.raw("<w:tbl><w:tblPr><w:tblW w:w=\"" + 100 * FIFTIETHS + "\" w:type=\"pct\"/><w:tblBorders>");
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            body.raw("<w:" + side + " w:val=\"single\"/>");
        }
        body.raw("</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>")
                .raw("<w:top w:w=\"20\" w:type=\"dxa\"/><w:left w:w=\"80\" w:type=\"dxa\"/>")
                .raw("<w:bottom w:w=\"20\" w:type=\"dxa\"/><w:right w:w=\"80\" w:type=\"dxa\"/>")
                .raw("</w:tblCellMar></w:tblPr><w:tblGrid>");
        for (int width : widths) {
            body.raw("<w:gridCol")
                    .attribute("w:w", (long) TEXT_WIDTH * width / 100)
                    .raw("/>");
        }
        body.raw("</w:tblGrid>");
        String fill = "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" + HEAD_FILL + "\"/>";
        row("<w:tblHeader/>", fill, "TableHead", widths, head);
        rows.forEach(texts -> row("<w:cantSplit/>", "", "TableText", widths, texts));
        body.raw("</w:tbl>");
    }

    private void row(String properties, String cellProperties, String style, List<Integer> widths, List<String> texts) {
        body.raw("<w:tr><w:trPr>").raw(properties).raw("</w:trPr>");
        for (int i = 0; i < texts.size(); i++) {
            body.raw("<w:tc><w:tcPr><w:tcW")
                    .attribute("w:w", (long) widths.get(i) * FIFTIETHS)
                    .raw(" w:type=\"pct\"/>")
                    .raw(cellProperties)
                    .raw("</w:tcPr>");
            paragraph(body, style, "", texts.get(i));
            body.raw("</w:tc>");
        }
        body.raw("</w:tr>");
    }

    /**
     * Writes it all, and leaves {@code out} open.
     *
     * @param title in the file's properties, beside the day
     */
    public void finish(OutputStream out, String title, LocalDate day) throws IOException {
        OfficePackage file = new OfficePackage("word/document.xml", title, Optional.empty(), day);
        Xml relations = new Xml().raw(Relations.HEAD);
        Relations.add(relations, 1, "styles", "styles.xml");
        Relations.add(relations, 2, "numbering", "numbering.xml");
        file.part("word/styles.xml", WORD + "styles+xml", new Xml().raw(STYLES));
        int end = NUMBERING.lastIndexOf("</");
        file.part(
                "word/numbering.xml",
                WORD + "numbering+xml",
                new Xml().raw(NUMBERING.substring(0, end)).add(lists).raw(NUMBERING.substring(end)));
        Xml document = part("document")
                .raw("<w:body>")
                .add(body)
                .raw("<w:sectPr>")
                .raw(marginal(file, relations, 3, "header", "hdr", header))
                .raw(marginal(file, relations, 4, "footer", "ftr", footer))
                .raw("<w:pgSz")
                .attribute("w:w", PAGE_WIDTH)
                .attribute("w:h", PAGE_HEIGHT)
                .raw("/><w:pgMar");
        for (String side : List.of("top", "right", "bottom", "left")) {
            document.attribute("w:" + side, MARGIN);
        }
        document.attribute("w:header", MARGIN / 2)
                .attribute("w:footer", MARGIN / 2)
                .raw(" w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
        file.part("word/document.xml", WORD + "document.main+xml", document);
        file.part("word/_rels/document.xml.rels", OfficePackage.RELATIONS, relations.raw(Relations.TAIL));
        file.finish(out);
    }

    /** What stands on every page, if anything does. @return how the document names it */
    private static String marginal(
            OfficePackage file, Xml relations, int number, String name, String element, Xml content) {
        if (content.size() == 0) {
            return "";
        }
        file.part(
                "word/" + name + ".xml",
                WORD + name + "+xml",
                part(element).add(content).raw("</w:" + element + ">"));
        String id = Relations.add(relations, number, name, name + ".xml");
        return "<w:" + name + "Reference w:type=\"default\" r:id=\"" + id + "\"/>";
    }

    private static Xml part(String element) {
        return new Xml()
                .raw(Xml.DECLARATION)
                .raw("<w:" + element + NAMES)
                .raw(" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">");
    }
}
