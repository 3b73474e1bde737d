package redflag.ooxml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipOutputStream;

/**
 * An Office file being written, part after part. Only what is compressed already is kept in memory. The same calls give the same
 * bytes (with the same deflater).
 */
public final class OfficePackage {

    /** What the types of all parts begin with but those of the package itself. */
    public static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private static final String PACKAGE = "application/vnd.openxmlformats-package.";

    /** The type of parts that say how others are related. */
    public static final String RELATIONS = PACKAGE + "relationships+xml";

    private final ByteArrayOutputStream packed = new ByteArrayOutputStream(1 << 16);
    private final ZipOutputStream zip = new ZipOutputStream(packed);
    /** What each part is, but for those that name others. */
    private final Map<String, String> types = new LinkedHashMap<>();

    /**
     * @param main name of the part that is read first
     * @param title in the file's properties, beside the day
     * @param creator in the properties; missing where none is to be named
     */
    public OfficePackage(String main, String title, Optional<String> creator, LocalDate day) {
        Xml relations = new Xml().raw(Relations.HEAD);
        Relations.add(relations, 1, "officeDocument", main);
        relations
                .raw("<Relationship Id=\"rId2\" Target=\"docProps/core.xml\"")
                .raw(
                        " Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\"/>");
        part("_rels/.rels", RELATIONS, relations.raw(Relations.TAIL));
        part("docProps/core.xml", PACKAGE + "core-properties+xml", properties(title, creator, day));
    }

    private static Xml properties(String title, Optional<String> creator, LocalDate day) {
        String time = " xsi:type=\"dcterms:W3CDTF\">" + day + "T00:00:00Z</dcterms:";
        Xml xml = new Xml()
                .raw(Xml.DECLARATION)
                .raw("<cp:coreProperties")
                .raw(" xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"")
                .raw(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\"")
                .raw(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>")
                .text(title)
                .raw("</dc:title>");
        creator.ifPresent(name -> xml.raw("<dc:creator>").text(name).raw("</dc:creator>"));
        return xml.raw("<dcterms:created" + time + "created>")
                .raw("<dcterms:modified" + time + "modified></cp:coreProperties>");
    }

    /** A whole part. @param type {@link #RELATIONS}, or the type that the package says it has */
    public void part(String name, String type, Xml content) {
        beginPart(name, type);
        move(content);
        endPart();
    }

    /** A part whose content comes with {@link #move}. */
    public void beginPart(String name, String type) {
        if (!type.equals(RELATIONS)) {
            types.put(name, type);
        }
        pack(() -> zip.putNextEntry(FixedEntry.named(name)));
    }

    /** More of the part that was begun. */
    public void move(Xml content) {
        pack(() -> content.moveTo(zip));
    }

    public void endPart() {
        pack(zip::closeEntry);
    }

    /** Writes it all, and leaves {@code out} open. */
    public void finish(OutputStream out) throws IOException {
        part("[Content_Types].xml", RELATIONS, contentTypes());
        zip.close();
        packed.writeTo(out);
    }

    private Xml contentTypes() {
        Xml xml = new Xml()
                .raw(Xml.DECLARATION)
                .raw("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
                .raw("<Default Extension=\"rels\"")
                .raw(" ContentType=\"" + RELATIONS + "\"/>");
        types.forEach((part, type) -> xml.raw("<Override")
                .attribute("PartName", "/" + part)
                .attribute("ContentType", type)
                .raw("/>"));
        return xml.raw("</Types>");
    }

    private interface Packing {
        void run() throws IOException;
    }

    private static void pack(Packing packing) {
        try {
            packing.run();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }
}
