package redflag.ooxml;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The schemas of ECMA-376 (transitional), read by the JDK's own validator. The build unpacks them from poi-ooxml-full;
 * its classes are not on the class path.
 */
final class Schemas {

    private static final Path FOLDER = Path.of("target/ooxml-schemas");

    private static final List<String> WANTED =
            List.of("sml.xsd", "dml-chart.xsd", "dml-spreadsheetDrawing.xsd", "wml.xsd", "opc-relationships.xsd");

    /** The attributes that every XML has; the schemas lean on them and do not bring them. */
    private static final String OF_XML = """
            <xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"
                targetNamespace="http://www.w3.org/XML/1998/namespace">
              <xsd:attribute name="lang" type="xsd:language"/>
              <xsd:attribute name="space" type="xsd:NCName"/>
            </xsd:schema>
            """;

    private static final Schema ALL = read();

    private Schemas() {}

    private static Schema read() {
        List<Source> sources = new ArrayList<>();
        sources.add(new StreamSource(new StringReader(OF_XML), "xml.xsd"));
        try (Stream<Path> files = Files.walk(FOLDER)) {
            files.filter(file -> WANTED.contains(file.getFileName().toString()))
                    .forEach(file -> sources.add(new StreamSource(file.toFile())));
            if (sources.size() != WANTED.size() + 1) {
                throw new IllegalStateException(FOLDER + " lacks schemas; mvn process-test-resources unpacks them");
            }
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            return factory.newSchema(sources.toArray(Source[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the schemas refuse in a part, each with its place. */
    static List<String> faults(String part, String xml) throws IOException {
        List<String> faults = new ArrayList<>();
        Validator validator = ALL.newValidator();
        validator.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException e) {
                error(e);
            }

            @Override
            public void error(SAXParseException e) {
                faults.add(part + ":" + e.getLineNumber() + ":" + e.getColumnNumber() + ": " + e.getMessage());
            }

            @Override
            public void fatalError(SAXParseException e) {
                error(e);
            }
        });
        try {
            validator.validate(new StreamSource(new StringReader(xml)));
        } catch (SAXException e) {
            faults.add(part + ": " + e.getMessage());
        }
        return faults;
    }
}
