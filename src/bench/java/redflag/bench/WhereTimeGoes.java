package redflag.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * The parts of a night by the samples of a flight recording: each sample belongs to the first of its frames, from the
 * innermost, that a part claims. Compilers and collectors of the JVM are not in it.
 */
final class WhereTimeGoes {

    /** A part and the beginnings of the class names that it claims; the first that fits counts. */
    private record Part(String name, List<String> classes) {}

    private static final List<Part> PARTS = List.of(
            new Part("hash", List.of("sun.security.provider.")),
            new Part(
                    "read",
                    List.of(
                            "redflag.intake.ExportBytes",
                            "redflag.intake.BoundedLines",
                            "redflag.intake.ByteLines",
                            "redflag.intake.Stamp")),
            new Part(
                    "cache",
                    List.of(
                            "redflag.intake.Facts",
                            "redflag.intake.Heads",
                            "redflag.ledger.FactsCodec",
                            "redflag.ledger.Packed")),
            new Part(
                    "parse",
                    List.of(
                            "redflag.intake.",
                            "redflag.signs.",
                            "com.opencsv.",
                            "redflag.ledger.FactTable$Builder",
                            "redflag.ledger.Texts")),
            new Part("merge", List.of("redflag.ledger.")),
            new Part(
                    "measure",
                    List.of(
                            "redflag.metrics.",
                            "redflag.rules.",
                            "redflag.risk.",
                            "redflag.stock.",
                            "redflag.reconciliation.",
                            "redflag.changes.")),
            new Part("causes", List.of("redflag.causes.", "org.apache.commons.statistics.")),
            new Part("outlook", List.of("redflag.outlook.")),
            new Part("plans", List.of("redflag.plan.", "redflag.check.", "redflag.notices.")),
            new Part(
                    "database",
                    List.of(
                            "org.h2.",
                            "org.springframework.jdbc.",
                            "com.zaxxer.",
                            "redflag.history.",
                            "org.springframework.batch.",
                            "org.flywaydb.")),
            new Part(
                    "write",
                    List.of("redflag.report.", "redflag.xlsx.", "redflag.words.", "org.apache.poi.", "redflag.docx.")),
            new Part("start-up", List.of("org.springframework.", "redflag.cli.", "redflag.settings.", "picocli.")));

    private WhereTimeGoes() {}

    /** Shares of all samples by part, 1 is all. */
    static Map<String, Double> of(Path recording) throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        PARTS.forEach(part -> counts.put(part.name, 0));
        counts.put("other", 0);
        int all = 0;
        try (RecordingFile events = new RecordingFile(recording)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                if (event.getStackTrace() != null
                        && event.getEventType()
                                .getName()
                                .matches("jdk\\.(Native)?MethodSample|jdk\\.ExecutionSample")) {
                    counts.merge(part(event.getStackTrace().getFrames()), 1, Integer::sum);
                    all++;
                }
            }
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            shares.put(count.getKey(), all == 0 ? 0 : (double) count.getValue() / all);
        }
        return shares;
    }

    private static String part(List<RecordedFrame> frames) {
        for (RecordedFrame frame : frames) {
            String type = frame.getMethod().getType().getName();
            for (Part part : PARTS) {
                if (part.classes.stream().anyMatch(type::startsWith)) {
                    return part.name;
                }
            }
        }
        return "other";
    }
}
