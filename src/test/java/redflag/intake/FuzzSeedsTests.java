package redflag.intake;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * Runs the seeds of the fuzz targets, among them whatever fuzzing has found. Without Jazzer, whose agent would change
 * every class that the tests load.
 */
class FuzzSeedsTests {

    @TestFactory
    Stream<DynamicContainer> everySeedIsReadOrUnreadable() {
        return Stream.of(
                seeds("TextFuzzInputs/anyText", new TextFuzz()::anyText),
                seeds("GzipFuzzInputs/anyGzip", new GzipFuzz()::anyGzip),
                seeds("SheetFuzzInputs/anySheet", new SheetFuzz()::anySheet),
                seeds("PackageFuzzInputs/anyPackage", new PackageFuzz()::anyPackage),
                seeds("JsonFuzzInputs/anyJson", new JsonFuzz()::anyJson),
                seeds("DatesFuzzInputs/anyDate", new DatesFuzz()::anyDate),
                seeds("NumbersFuzzInputs/anyNumber", new NumbersFuzz()::anyNumber));
    }

    private static DynamicContainer seeds(String folder, ThrowingConsumer<byte[]> target) {
        try (Stream<Path> files = Files.list(Path.of(
                Objects.requireNonNull(FuzzSeedsTests.class.getResource(folder)).toURI()))) {
            List<DynamicTest> tests = files.sorted()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString(), () -> target.accept(Files.readAllBytes(file))))
                    .toList();
            return DynamicContainer.dynamicContainer(folder, tests);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
