package redflag.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import redflag.report.Json;
import redflag.setup.Doctor.Finding;
import redflag.setup.Sign;
import tools.jackson.core.JsonGenerator;

/** What the doctor found, in words and for programs. */
record Diagnosis(List<Finding> findings) {

    private static final int LABEL = 8;

    /** What it makes of the exit code. */
    int code() {
        return of(Sign.Level.FAIL) == 0 ? 0 : 1;
    }

    private long of(Sign.Level level) {
        return findings.stream().filter(f -> f.sign().level() == level).count();
    }

    /** @param ending what stands behind the counts */
    void print(PrintWriter out, String ending) {
        Block block = new Block(out, LABEL);
        String about = "";
        for (Finding finding : findings) {
            if (!finding.about().equals(about)) {
                about = finding.about();
                out.println(Block.visible(about));
            }
            Sign sign = finding.sign();
            block.line(word(sign.level()), sign.found());
            block.line("", sign.mend().isEmpty() ? "" : "-> " + sign.mend());
        }
        out.println();
        out.println(Counted.of(findings.size(), "finding") + ": " + of(Sign.Level.FAIL) + " FAIL, "
                + of(Sign.Level.WARN) + " warn" + ending);
    }

    /** What stops a night is to catch the eye. */
    private static String word(Sign.Level level) {
        return level == Sign.Level.FAIL ? level.name() : level.name().toLowerCase(Locale.ROOT);
    }

    String toJson() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.generator(bytes)) {
            json.writeStartArray();
            for (Finding finding : findings) {
                json.writeStartObject();
                json.writeStringProperty("about", finding.about());
                json.writeStringProperty("level", finding.sign().level().name());
                json.writeStringProperty("found", finding.sign().found());
                Json.text(json, "mend", finding.sign().mend());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
