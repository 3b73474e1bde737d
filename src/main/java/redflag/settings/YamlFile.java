package redflag.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one YAML document as nodes with their places; nothing is bound to beans, so nothing is mangled on the way. */
public final class YamlFile {

    private YamlFile() {}

    /** The top mapping of {@code file}, or empty with the reason in {@code problems}. */
    public static Optional<Section> read(Path file, Problems problems) {
        try {
            return read(file.toString(), Files.readString(file, StandardCharsets.UTF_8), problems);
        } catch (NoSuchFileException e) {
            problems.add(file.toString(), 0, "there is no such file");
        } catch (CharacterCodingException e) {
            problems.add(file.toString(), 0, "is not UTF-8 text; save it as UTF-8");
        } catch (IOException e) {
            problems.add(file.toString(), 0, "can't be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** The top mapping of {@code text}; {@code name} stands in the problems. */
    public static Optional<Section> read(String name, String text, Problems problems) {
        try (Reader reader = new StringReader(text)) {
            Node top = new Yaml(new LoaderOptions()).compose(reader);
            if (top instanceof MappingNode mapping) {
                return Optional.of(new Section(name, mapping, problems));
            }
            problems.add(name, top == null ? 0 : top.getStartMark().getLine() + 1, "expected `key: value` lines");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            problems.add(name, line, "is not YAML: " + e.getProblem());
        } catch (YAMLException | IOException e) {
            problems.add(name, 0, "is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }
}
