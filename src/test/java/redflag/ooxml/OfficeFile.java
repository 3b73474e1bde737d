package redflag.ooxml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * An Office file as the standards see it, read by the JDK alone: what its parts are by ECMA-376, and how they hang
 * together by its part 2.
 */
public final class OfficeFile {

    static final String REFERENCES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final String TYPES = "[Content_Types].xml";

    /** Excel itself writes it of each text with spaces around; the schema of its sheets forgot it, that of Word's did not. */
    private static final Pattern PRESERVED = Pattern.compile("(<t) xml:space=\"preserve\"");

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final Map<String, Element> roots = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    public OfficeFile(byte[] file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (parts.put(entry.getName(), zip.readAllBytes()) != null) {
                    faults.add("twice in the file: " + entry.getName());
                }
            }
        }
        for (String part : parts.keySet()) {
            parse(part);
        }
    }

    private void parse(String part) throws IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        try {
            roots.put(
                    part,
                    factory.newDocumentBuilder()
                            .parse(new InputSource(new ByteArrayInputStream(parts.get(part))))
                            .getDocumentElement());
        } catch (SAXException e) {
            faults.add(part + ": " + e.getMessage());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A part is named by where it lies in the file. */
    public Map<String, byte[]> parts() {
        return parts;
    }

    public String text(String part) {
        return new String(Objects.requireNonNull(parts.get(part), part), StandardCharsets.UTF_8);
    }

    Element root(String part) {
        Element root = roots.get(part);
        if (root == null) {
            throw new IllegalStateException("no XML: " + part);
        }
        return root;
    }

    /** All that the schemas and the rules of packages refuse; none in a sound file. */
    public List<String> faults() throws IOException {
        List<String> all = new ArrayList<>(faults);
        if (!all.isEmpty()) {
            return all;
        }
        for (String part : parts.keySet()) {
            // of these two ECMA-376 part 2 has the schemas, which POI does not bring
            if (!part.equals(TYPES) && !part.equals("docProps/core.xml")) {
                all.addAll(Schemas.faults(part, PRESERVED.matcher(text(part)).replaceAll("$1")));
            }
        }
        contentTypes(all);
        relations(all);
        return all;
    }

    private void contentTypes(List<String> all) {
        Set<String> endings = new HashSet<>();
        children(root(TYPES), "Default").forEach(type -> endings.add(type.getAttribute("Extension")));
        Set<String> named = new HashSet<>();
        for (Element type : children(root(TYPES), "Override")) {
            String part = type.getAttribute("PartName").substring(1);
            if (!named.add(part)) {
                all.add("two content types: " + part);
            }
            if (!parts.containsKey(part)) {
                all.add("a content type of no part: " + part);
            }
            if (type.getAttribute("ContentType").isEmpty()) {
                all.add("an empty content type: " + part);
            }
        }
        for (String part : parts.keySet()) {
            String ending = part.substring(part.lastIndexOf('.') + 1);
            boolean isSaid = part.endsWith(".rels") || part.equals(TYPES) || named.contains(part);
            if (!isSaid || part.endsWith(".rels") && !endings.contains(ending)) {
                all.add("no content type: " + part);
            }
        }
    }

    private void relations(List<String> all) {
        Set<String> reached = new LinkedHashSet<>(List.of(TYPES));
        Deque<String> toLookAt = new ArrayDeque<>(List.of(""));
        while (!toLookAt.isEmpty()) {
            String part = toLookAt.remove();
            String relations = relationsOf(part);
            if (!parts.containsKey(relations)) {
                references(part).forEach(id -> all.add(part + ": no relation " + id));
                continue;
            }
            reached.add(relations);
            Set<String> ids = new HashSet<>();
            for (Element relation : children(root(relations), "Relationship")) {
                if (!ids.add(relation.getAttribute("Id"))) {
                    all.add(relations + ": twice " + relation.getAttribute("Id"));
                }
                String target = relation.getAttribute("Target");
                if (relation.getAttribute("TargetMode").equals("External")) {
                    if (URI.create(target).isAbsolute() || target.startsWith("/")) {
                        all.add(relations + ": not relative: " + target);
                    }
                    continue;
                }
                String named = resolved(part, target);
                if (!parts.containsKey(named)) {
                    all.add(relations + ": no part " + target);
                } else if (reached.add(named)) {
                    toLookAt.add(named);
                }
            }
            references(part).stream()
                    .filter(id -> !ids.contains(id))
                    .forEach(id -> all.add(part + ": no relation " + id));
        }
        parts.keySet().stream()
                .filter(part -> !reached.contains(part))
                .forEach(part -> all.add("no relation leads to " + part));
    }

    private static String relationsOf(String part) {
        int name = part.lastIndexOf('/') + 1;
        return part.substring(0, name) + "_rels/" + part.substring(name) + ".rels";
    }

    private static String resolved(String part, String target) {
        return URI.create("/" + part).resolve(target).getPath().substring(1);
    }

    /** The part that a relation of this one leads to. */
    String target(String part, String id) {
        return children(root(relationsOf(part)), "Relationship").stream()
                .filter(relation -> relation.getAttribute("Id").equals(id))
                .map(relation -> resolved(part, relation.getAttribute("Target")))
                .findFirst()
                .orElseThrow();
    }

    /** The relations that a part names. */
    private List<String> references(String part) {
        List<String> ids = new ArrayList<>();
        if (!part.isEmpty()) {
            for (Element element : all(root(part), "*", "*")) {
                String id = element.getAttributeNS(REFERENCES, "id");
                if (!id.isEmpty()) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element
                    && (name.equals("*") || element.getLocalName().equals(name))) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> all(Element root, String namespace, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = root.getElementsByTagNameNS(namespace, name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }
}
