package redflag.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Remark;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file of JSON as a whole: reports of Amazon's interfaces come in pages and are small. */
final class JsonFile {

    private static final int LARGEST_BYTES = 16 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonFile() {}

    static JsonNode read(ExportBytes bytes) throws Unreadable, IOException {
        byte[] text;
        try (InputStream in = bytes.open()) {
            text = in.readNBytes(LARGEST_BYTES + 1);
        }
        if (text.length > LARGEST_BYTES) {
            throw new Unreadable(Remark.of("quarantine.json-too-large", "most", (long) LARGEST_BYTES >> 20));
        }
        try {
            return JSON.readTree(text);
        } catch (StreamConstraintsException e) {
            throw new Unreadable(Remark.of("quarantine.json-too-deep"));
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            throw new Unreadable(
                    new Remark("quarantine.broken-json", Map.of("line", (long) at.getLineNr(), "column", (long)
                            at.getColumnNr())));
        }
    }

    /** The code of an interface's answer that something went wrong, or nothing. */
    static Optional<String> errorCode(JsonNode answer) {
        String code = answer.path("errors").path(0).path("code").asString("");
        return code.matches("[A-Za-z]{1,40}") ? Optional.of(code) : Optional.empty();
    }

    /** What a document is that no kind knows: an interface's answer that something went wrong says so. */
    static Unreadable unknown(JsonNode document) {
        JsonNode errors = document.findPath("errors");
        String code = errors.isArray() ? errors.path(0).path("code").asString("") : "";
        return code.matches("[A-Za-z]{1,40}")
                ? new Unreadable(Remark.of("quarantine.api-error", "code", code))
                : new Unreadable(Remark.of("quarantine.unknown-json"));
    }
}
