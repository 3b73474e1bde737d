package redflag.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.OneStore;
import redflag.basics.Store;

/** What is seen of a file from outside, and where it is looked for. */
class DocumentFolderTests {

    private static final Store STORE = OneStore.of("US");

    @TempDir
    Path dir;

    @BeforeEach
    void papers() throws IOException {
        Files.createDirectories(dir.resolve("papers/north/north/bills"));
        Files.writeString(dir.resolve("papers/north/licence.pdf"), "12345");
        Files.writeString(dir.resolve("papers/north/both.pdf"), "12345");
        Files.writeString(dir.resolve("papers/north/north/both.pdf"), "1");
        Files.writeString(dir.resolve("papers/north/north/bills/may.JPG"), "123");
        Files.writeString(dir.resolve("papers/secret.pdf"), "1");
        Files.createSymbolicLink(dir.resolve("papers/north/link.pdf"), dir.resolve("papers/secret.pdf"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "licence.pdf, THERE, 5, pdf",
        "both.pdf, THERE, 1, pdf",
        "bills/may.JPG, THERE, 3, jpg",
        "'bills\\may.JPG', THERE, 3, jpg",
        "bills, NO_FILE, 0, ''",
        "link.pdf, NO_FILE, 0, pdf",
        "none.pdf, MISSING, 0, pdf",
        "../../secret.pdf, OUTSIDE, 0, pdf",
        "/etc/passwd, OUTSIDE, 0, ''"
    })
    void whatIsThereAndWhatIsNotLookedAt(String path, DocumentFile.State state, long bytes, String type) {
        DocumentFile file = new DocumentFolder(dir.resolve("papers")).look(STORE, Optional.of(path));

        assertThat(file.state()).isEqualTo(state);
        assertThat(file.bytes()).isEqualTo(bytes);
        assertThat(file.type()).isEqualTo(type);
    }

    @Test
    void withoutAFolderNothingIsThere() {
        assertThat(new DocumentFolder(dir.resolve("none"))
                        .look(STORE, Optional.of("licence.pdf"))
                        .state())
                .isEqualTo(DocumentFile.State.MISSING);
        assertThat(new DocumentFolder(dir.resolve("none"))
                        .look(STORE, Optional.empty())
                        .state())
                .isEqualTo(DocumentFile.State.NOT_NAMED);
    }
}
