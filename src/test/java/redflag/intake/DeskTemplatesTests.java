package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;

/** The templates of desk files (product.md §3) are what their kinds read, in both languages. */
class DeskTemplatesTests {

    @TempDir
    Path dir;

    /** Columns of files that others write: what a report asks, no table of one's own does. */
    private static final Set<Field> OF_OTHERS = EnumSet.of(Field.MARKETPLACE, Field.MEASURE, Field.ASIN, Field.SKU);

    @ParameterizedTest(name = "{0} is of kind {1}")
    @CsvSource({
        "en/notices.csv, notices",
        "zh/notices.csv, notices",
        "en/documents.csv, documents",
        "zh/documents.csv, documents",
        "en/actions.csv, actions",
        "zh/actions.csv, actions",
        "en/account-status.csv, accountStatus",
        "zh/account-status.csv, accountStatus"
    })
    void aTemplateHasAllColumnsOfItsKind(String template, String kind) throws IOException, Unreadable {
        Path file = dir.resolve("template.csv");
        try (InputStream in =
                Objects.requireNonNull(DeskTemplatesTests.class.getResourceAsStream("/desk/" + template))) {
            Files.copy(in, file);
        }
        FileFacts facts = Exports.read(dir, "template.csv", Hints.none());

        assertThat(facts.kind()).isEqualTo(kind);
        assertThat(facts.rowsRead()).isZero();
        long columns = Files.readString(file).lines().findFirst().orElse("").split(",").length;
        ExportKind of = Exports.INTAKE.kind(kind).orElseThrow();
        assertThat(of.columns().stream()
                        .filter(c -> !OF_OTHERS.contains(c.field()))
                        .map(ExportKind.Column::headers)
                        .distinct()
                        .count())
                .isEqualTo(columns);
    }
}
