package redflag.sample;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of one account's exports. */
record ExportFolder(Path path) {

    /** Makes the folder if it is not there yet. */
    static ExportFolder create(Path path) throws IOException {
        return new ExportFolder(Files.createDirectories(path));
    }

    void put(String name, byte[] content) throws IOException {
        Files.write(path.resolve(name), content);
    }

    void put(String name, String text, Charset charset) throws IOException {
        put(name, text.getBytes(charset));
    }
}
