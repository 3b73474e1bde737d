package redflag.signs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import redflag.ledger.Code;
import redflag.settings.Problems;
import redflag.settings.Section;
import redflag.settings.YamlFile;

/** The program's own words and numbers, in {@code signs/NAME.yaml}. */
final class SignFile {

    private SignFile() {}

    /** @throws IllegalStateException if anything in it is wrong */
    static <T> T read(String name, Function<Section, T> reader) {
        String path = "signs/" + name + ".yaml";
        Problems problems = new Problems();
        try (InputStream in = SignFile.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing from the program");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Optional<T> read = YamlFile.read(path, text, problems).map(section -> {
                T result = reader.apply(section);
                section.rejectUnknownKeys();
                return result;
            });
            if (!problems.isEmpty()) {
                throw new IllegalStateException("the program's own signs are broken: " + problems.list());
            }
            return read.orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String key(Code sign) {
        return sign.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
