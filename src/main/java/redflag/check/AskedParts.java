package redflag.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import redflag.plan.Reason;

/**
 * What an answer to a notice of one reason has to speak of, from {@code check/en/parts-REASON.txt}: a line that begins with
 * {@code =} says what it is, and the phrases by which a letter speaks of it follow it, as in other lists. None for rates.
 */
final class AskedParts {

    private static final Map<Reason, List<AskedPart>> BY_REASON = new ConcurrentHashMap<>();

    private AskedParts() {}

    /** @param what it is, in words */
    record AskedPart(String what, Phrases phrases) {}

    /** In the order of the list. */
    static List<AskedPart> of(Reason reason) {
        return reason.isOfARate() ? List.of() : BY_REASON.computeIfAbsent(reason, AskedParts::load);
    }

    private static List<AskedPart> load(Reason reason) {
        String path = "/check/en/parts-" + reason.word() + ".txt";
        List<AskedPart> parts = new ArrayList<>();
        try (InputStream in = AskedParts.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing from the program");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            String what = "";
            List<String> phrases = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("=")) {
                    end(parts, what, phrases);
                    what = line.substring(1).strip();
                } else {
                    phrases.add(line);
                }
            }
            end(parts, what, phrases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(parts);
    }

    /** What stands before the first part is the head of the file. */
    private static void end(List<AskedPart> parts, String what, List<String> phrases) {
        if (!what.isEmpty()) {
            parts.add(new AskedPart(what, Phrases.ofLines(phrases)));
        }
        phrases.clear();
    }
}
