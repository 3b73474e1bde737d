package redflag.signals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Calls somebody who waits to be called, such as healthchecks.io, and misses it. Nothing is sent but the call, with the exit
 * code in its address where the job says so.
 */
public final class Pings {

    private static final int TRIES = 2;
    private static final int FIRST_FAILURE = 400;
    private static final int FIRST_OF_SERVER = 500;

    private final PingUrls urls;
    private final Duration patience;

    public Pings(PingUrls urls) {
        this(urls, Duration.ofSeconds(5));
    }

    /** @param patience of each try, to connect and again to be answered */
    Pings(PingUrls urls, Duration patience) {
        this.urls = urls;
        this.patience = patience;
    }

    /** A night begins. @return why nobody was told, if somebody was to be */
    public Optional<String> start() {
        return urls.start().flatMap(url -> call("start", PingUrls.uri(url, 0)));
    }

    /** A night has ended. @return why nobody was told, if somebody was to be */
    public Optional<String> end(int exitCode) {
        return exitCode == 0
                ? urls.success().flatMap(url -> call("success", PingUrls.uri(url, exitCode)))
                : urls.failure().flatMap(url -> call("failure", PingUrls.uri(url, exitCode)));
    }

    /** The address is a secret of sorts: whoever knows it can call, so no message holds more than the host. */
    private Optional<String> call(String what, URI url) {
        String failed = "the ping of " + what + " to " + url.getHost() + " failed: ";
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest request = HttpRequest.newBuilder(url).timeout(patience).build();
        String why = "";
        for (int i = 0; i < TRIES; i++) {
            try {
                int status = client.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status < FIRST_FAILURE) {
                    return Optional.empty();
                }
                why = "it answered " + status;
                if (status < FIRST_OF_SERVER) {
                    break;
                }
            } catch (IOException e) {
                why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.of(failed + "it was stopped");
            }
        }
        return Optional.of(failed + why);
    }
}
