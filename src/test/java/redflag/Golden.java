package redflag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected texts, kept in the resources beside the test. {@code -Dgolden.update=true} rewrites them. */
public final class Golden {

    private Golden() {}

    public static void assertMatches(Class<?> test, String name, String actual) {
        if (Boolean.getBoolean("golden.update")) {
            rewrite(test, name, actual);
        }
        assertThat(actual).as(name).isEqualTo(read(test, name));
    }

    private static void rewrite(Class<?> test, String name, String actual) {
        Path folder = Path.of("src/test/resources", test.getPackageName().replace('.', '/'));
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), actual);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Class<?> test, String name) {
        if (Boolean.getBoolean("golden.update")) {
            Path file = Path.of("src/test/resources", test.getPackageName().replace('.', '/'), name);
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        try (InputStream in = test.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError("no expected text " + name + "; -Dgolden.update=true writes it");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
