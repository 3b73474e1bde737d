package redflag.smtp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How to reach a mail server. No text made of it holds the password.
 *
 * <p>A login belongs under {@link Security#STARTTLS} or {@link Security#TLS}: with {@link Security#NONE} the password
 * crosses the network readable. Settings refuse that; this record does not.
 *
 * @param host name or address; under TLS the server's certificate must be for it
 * @param login without one, nobody logs in; with one, a server that offers no login is not used
 * @param trusted a PEM file of certificates to trust in place of Java's own
 * @param timeout of the connection, of each answer and of each write; over zero
 */
public record SmtpServer(
        String host, int port, Security security, Optional<Login> login, Optional<Path> trusted, Duration timeout) {

    public SmtpServer {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("not a server: " + host + ":" + port);
        }
        if (timeout.toMillis() < 1 || timeout.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("not a timeout: " + timeout);
        }
    }

    /** How the connection is kept from being read or changed on its way. */
    public enum Security {
        /** Not at all. */
        NONE,
        /** Begins readable and must turn to TLS before anything is said; usually port 587. */
        STARTTLS,
        /** TLS from the first byte; usually port 465. */
        TLS
    }

    /** Who logs in. */
    public record Login(String user, Secret password) {}
}
