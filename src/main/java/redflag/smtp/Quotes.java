package redflag.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes what a server said fit to be shown: one line, not long, without control characters, without the password. */
final class Quotes {

    /** In characters. */
    static final int LONGEST = 300;

    private static final Pattern CODE_OF_A_FURTHER_LINE = Pattern.compile("\\n\\d{3}[- ]?");
    private static final Pattern NOT_PRINTED = Pattern.compile("[\\p{C}\\p{Z}]+");
    private static final Pattern CODES = Pattern.compile("^\\d{3}(?:[ -]\\d\\.\\d{1,3}\\.\\d{1,3})?\\b");

    /** The password as it is and as it is sent. */
    private final List<String> secrets;

    Quotes(Optional<SmtpServer.Login> login) {
        secrets = login.map(Quotes::secrets).orElse(List.of());
    }

    private static List<String> secrets(SmtpServer.Login login) {
        String password = login.password().text();
        String plain = login.user() + '\0' + login.user() + '\0' + password;
        return List.of(password, base64(password), base64(plain));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The reply with the code of its first line; of one that repeats the password, only the codes. */
    String reply(String said) {
        // replies arrive as bytes
        String text = new String(said.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return line(CODE_OF_A_FURTHER_LINE.matcher(text).replaceAll("\n"));
    }

    /** The text in one line. */
    String line(String text) {
        String line = NOT_PRINTED.matcher(text).replaceAll(" ").strip();
        if (secrets.stream().anyMatch(secret -> text.contains(secret) || line.contains(secret))) {
            Matcher codes = CODES.matcher(line);
            return codes.find() ? codes.group() : "an answer that is not shown because it holds the password";
        }
        return line.length() <= LONGEST ? line : shortened(line);
    }

    private static String shortened(String line) {
        int end = LONGEST - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
