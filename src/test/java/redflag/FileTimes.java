package redflag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** When exports were written. Else a test would find the moment of its run or of a checkout, which may be any. */
public final class FileTimes {

    private FileTimes() {}

    /** Every file in the folder, at any depth, as if written at this moment. */
    public static void set(Path folder, Instant written) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Files.setLastModifiedTime(file, FileTime.from(written));
        }
    }
}
