package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is not empty refuses to be replaced or removed, as a file does on Windows that Excel holds open. */
class ReportFolderTests {

    @TempDir
    Path reports;

    private List<HeldOpen> published(String folder, String... files) throws IOException {
        ReportFolder night = new ReportFolder(reports, reports.resolve("2026-11-22"), "acme");
        for (String file : files) {
            try (OutputStream out = night.sink(folder).open(file)) {
                out.write(file.getBytes(StandardCharsets.UTF_8));
            }
        }
        List<HeldOpen> held = night.publish();
        night.tidy();
        return held;
    }

    private Path file(String name) {
        return reports.resolve("2026-11-22").resolve(name);
    }

    private void hold(String name) throws IOException {
        Files.deleteIfExists(file(name));
        Files.createDirectories(file(name).resolve("held"));
    }

    private void release(String name) throws IOException {
        Files.delete(file(name).resolve("held"));
        Files.delete(file(name));
    }

    @Test
    void aFileThatIsHeldOpenStaysAndTheNewOneLiesBesideIt() throws IOException {
        hold("acme-us/acme-us-a.xlsx");

        assertThat(published("acme-us", "acme-us-a.xlsx", "acme-us-b.json"))
                .containsExactly(
                        new HeldOpen("2026-11-22/acme-us/acme-us-a.xlsx", "2026-11-22/acme-us/acme-us-a-new.xlsx"));

        assertThat(file("acme-us/acme-us-a.xlsx/held")).exists();
        assertThat(file("acme-us/acme-us-a-new.xlsx")).hasContent("acme-us-a.xlsx");
        assertThat(file("acme-us/acme-us-b.json")).hasContent("acme-us-b.json");
        assertThat(reports.resolve(".staging")).doesNotExist();
    }

    @Test
    void theNextAttemptPutsItIntoItsPlace() throws IOException {
        for (String folder : List.of("acme-us", "")) {
            String path = folder.isEmpty() ? "x.xlsx" : folder + "/x.xlsx";
            hold(path);
            assertThat(published(folder, "x.xlsx")).hasSize(1);
            release(path);

            assertThat(published(folder, "x.xlsx")).isEmpty();

            assertThat(file(path)).hasContent("x.xlsx");
            assertThat(file(path.replace("x.xlsx", "x-new.xlsx"))).doesNotExist();
        }
    }

    @Test
    void anOldFileThatIsHeldOpenStaysAndIsTold() throws IOException {
        published("acme-us", "acme-us-a.xlsx", "acme-us-old.docx", "acme-us-gone.docx");
        hold("acme-us/acme-us-old.docx");

        assertThat(published("acme-us", "acme-us-a.xlsx"))
                .containsExactly(new HeldOpen("2026-11-22/acme-us/acme-us-old.docx", ""));

        assertThat(file("acme-us/acme-us-gone.docx")).doesNotExist();
    }

    @Test
    void whereTheOneBesideItIsHeldOpenTooTheAccountFails() throws IOException {
        hold("acme-us/acme-us-a.xlsx");
        hold("acme-us/acme-us-a-new.xlsx");

        assertThatThrownBy(() -> published("acme-us", "acme-us-a.xlsx")).isInstanceOf(FileSystemException.class);
    }

    @Test
    void aFolderThatIsNotThereToWriteIntoIsNoFileHeldOpen() throws IOException {
        Files.createDirectories(reports.resolve("2026-11-22"));
        Files.writeString(file("acme-us"), "a file where a folder should be");

        assertThatThrownBy(() -> published("acme-us", "acme-us-a.xlsx")).isInstanceOf(IOException.class);
    }
}
