package redflag.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What one recipient is told of a night.
 *
 * @param text body without markup
 */
record Message(Recipient recipient, String subject, String text, String html, Enclosures enclosures) {

    /**
     * The same for two messages that say the same: SHA-256 of subject, bodies, and names and bytes of the reports before
     * they are encrypted.
     *
     * @throws IOException if a report can't be read
     */
    String content() throws IOException {
        MessageDigest digest = sha256();
        for (String part : new String[] {subject, text, html}) {
            update(digest, part.getBytes(StandardCharsets.UTF_8));
        }
        for (Attachment file : enclosures.plain()) {
            update(digest, file.name().getBytes(StandardCharsets.UTF_8));
            update(digest, file.bytes());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, byte[] part) {
        digest.update((part.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(part);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
