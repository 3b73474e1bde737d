package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import redflag.basics.Remark;
import redflag.ledger.FactTable;
import redflag.ledger.FactsCodec;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Rejection;

/**
 * Reads whatever bytes as a file of the inbox, once as anybody's and once as a Japanese store's. It becomes facts or is
 * {@link Unreadable}, and that soon; nothing else is ever thrown.
 */
final class Anything {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Path FOLDER = folder();

    private Anything() {}

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("anything");
            folder.toFile().deleteOnExit();
            folder.resolve("file").toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void isReadOrUnreadable(byte[] bytes) {
        long start = System.nanoTime();
        try {
            Files.write(FOLDER.resolve("file"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Hints hints : List.of(Hints.none(), Exports.of(Exports.store("acme", "acme-jp", "JP")))) {
            try {
                check(Exports.read(FOLDER, "file", hints));
            } catch (Unreadable e) {
                assertThat(e.why().key()).startsWith("quarantine.");
                assertThat(Exports.text(e.why())).isNotBlank();
                encodable(e.why());
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static void check(FileFacts facts) {
        ExportKind kind = Exports.INTAKE.kind(facts.kind()).orElseThrow();
        assertThat(facts.rowsAccepted()).isNotNegative();
        assertThat(facts.rejections())
                .hasSize((int) Math.min(facts.rowsRejected(), FileFacts.REJECTIONS_KEPT))
                .allSatisfy(Anything::encodable);
        facts.warnings().forEach(Anything::encodable);
        facts.tables().values().forEach(table -> {
            if (!kind.isWide()) {
                assertThat((long) table.size()).isLessThanOrEqualTo(facts.rowsAccepted());
            }
            for (int row = 0; row < table.size(); row++) {
                check(table, row);
            }
        });
        byte[] kept = FactsCodec.encode(facts);
        assertThat(FactsCodec.encode(FactsCodec.decode(kept))).isEqualTo(kept);
    }

    private static void check(FactTable table, int row) {
        for (Field field : table.columns()) {
            switch (field.form()) {
                case COUNT ->
                    table.count(field, row)
                            .ifPresent(count -> assertThat(count)
                                    .as("%s of row %s", field, table.sourceRow(row))
                                    .isNotNegative());
                case TEXT, DECIMAL -> table.text(field, row).ifPresent(Anything::encodable);
                case ORDER_ID -> {
                    if (table.has(field, row)) {
                        encodable(table.orderId(row));
                    }
                }
                case MOMENT, DAY, FLAG, CODE -> {}
            }
        }
    }

    private static void encodable(Remark remark) {
        remark.facts().values().forEach(fact -> encodable(fact.toString()));
    }

    private static void encodable(Rejection rejection) {
        List<String> texts = new ArrayList<>(rejection.columns().values());
        texts.add(rejection.column());
        texts.add(rejection.found());
        texts.forEach(Anything::encodable);
    }

    /** Half a character could be written to no report. */
    private static void encodable(String text) {
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).as(text).isTrue();
    }
}
