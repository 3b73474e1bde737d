package redflag.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import redflag.job.Failures;

/** Whether a folder can be written to, or made: a file is put there and taken away again. */
final class WritableFolder implements Check {

    private final String what;
    private final Path folder;

    WritableFolder(String what, Path folder) {
        this.what = what;
        this.folder = folder;
    }

    @Override
    public List<Sign> look() {
        Path there = nearest(folder);
        try {
            Files.delete(Files.createTempFile(there, ".redflag-", ".tmp"));
        } catch (IOException e) {
            return List.of(Sign.fail(
                    what + " can't be written to " + folder + ": " + Failures.why(e),
                    "give the user who runs Redflag the right to write to " + there));
        }
        return List.of(Sign.ok(what + " go to " + folder + (there.equals(folder) ? "" : ", which will be made")));
    }

    /** The folder itself, or the lowest one above it that is there. */
    static Path nearest(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }
}
