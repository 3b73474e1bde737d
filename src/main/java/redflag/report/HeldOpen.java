package redflag.report;

import java.util.Map;
import redflag.basics.Remark;

/**
 * A file that could not be put into its place, or taken from it, for a program holds it open; so does Excel on Windows.
 *
 * @param file its path in the reports folder, with {@code /}
 * @param written where the new one lies instead, as {@code file}; empty where the old one should have been removed
 */
public record HeldOpen(String file, String written) {

    public Remark remark() {
        return written.isEmpty()
                ? Remark.of("warning.not-removed", "file", file)
                : new Remark("warning.not-replaced", Map.of("file", file, "written", written));
    }
}
