package redflag.signals;

import java.net.URI;
import java.util.Optional;

/**
 * Addresses that are called as a night goes on. {@code {exit}} in one stands for the exit code.
 *
 * @param start when it begins
 * @param success when it ends with 0
 * @param failure when it ends with anything else
 */
public record PingUrls(Optional<String> start, Optional<String> success, Optional<String> failure) {

    private static final String EXIT = "{exit}";

    public static final PingUrls NONE = new PingUrls(Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether something can be called. */
    public static boolean isUrl(String text) {
        try {
            URI url = uri(text, 0);
            return ("http".equals(url.getScheme()) || "https".equals(url.getScheme())) && url.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static URI uri(String text, int exitCode) {
        return URI.create(text.replace(EXIT, String.valueOf(exitCode)));
    }
}
