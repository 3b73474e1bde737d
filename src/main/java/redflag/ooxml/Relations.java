package redflag.ooxml;

/** How a part of the package names others. */
public final class Relations {

    public static final String HEAD =
            Xml.DECLARATION + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    public static final String TAIL = "</Relationships>";

    private static final String TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private Relations() {}

    /** @return by which it is named: {@code rId} and the number */
    public static String add(Xml relations, int number, String type, String target) {
        return add(relations, number, TYPE + type, target, "");
    }

    /** What lies outside of the package. */
    public static String addExternal(Xml relations, int number, String type, String target) {
        return add(relations, number, TYPE + type, target, " TargetMode=\"External\"");
    }

    private static String add(Xml relations, int number, String type, String target, String mode) {
        String id = "rId" + number;
        relations
                .raw("<Relationship")
                .attribute("Id", id)
                .attribute("Type", type)
                .attribute("Target", target)
                .raw(mode)
                .raw("/>");
        return id;
    }
}
