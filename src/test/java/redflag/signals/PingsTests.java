package redflag.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls to somebody who waits for them, and what becomes of those that fail. */
class PingsTests {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " with "
                    + exchange.getRequestBody().readAllBytes().length + " bytes");
            exchange.sendResponseHeaders(answers.isEmpty() ? 200 : answers.remove(0), -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private Pings pings(String... paths) {
        List<Optional<String>> urls = List.of(paths).stream()
                .map(path ->
                        Optional.of("http://127.0.0.1:" + server.getAddress().getPort() + path))
                .toList();
        return new Pings(new PingUrls(urls.get(0), urls.get(1), urls.get(2)), PATIENCE);
    }

    @Test
    void eachEventHasItsAddressAndTheExitCodeWhereItIsAskedFor() {
        Pings pings = pings("/secret/start", "/secret/{exit}", "/secret/{exit}?of=night");

        assertThat(pings.start()).isEmpty();
        assertThat(pings.end(0)).isEmpty();
        assertThat(pings.end(1)).isEmpty();

        assertThat(calls)
                .containsExactly(
                        "GET /secret/start with 0 bytes",
                        "GET /secret/0 with 0 bytes",
                        "GET /secret/1?of=night with 0 bytes");
    }

    @Test
    void whereNobodyIsNamedNobodyIsCalled() {
        Pings none = new Pings(PingUrls.NONE, PATIENCE);

        assertThat(none.start()).isEmpty();
        assertThat(none.end(0)).isEmpty();
        assertThat(none.end(1)).isEmpty();
        assertThat(calls).isEmpty();
    }

    @Test
    void aServerThatStumblesIsCalledOnceMore() {
        answers.add(503);

        assertThat(pings("/a", "/b", "/c").start()).isEmpty();

        assertThat(calls).hasSize(2);
    }

    @Test
    void whatFailsIsSaidWithoutTheAddress() {
        answers.addAll(List.of(404, 500, 500));
        Pings pings = pings("/secret", "/secret", "/secret");

        assertThat(pings.start()).contains("the ping of start to 127.0.0.1 failed: it answered 404");
        assertThat(pings.end(1)).contains("the ping of failure to 127.0.0.1 failed: it answered 500");
        assertThat(calls).hasSize(3);
    }

    @Test
    void aServerThatNeverAnswersIsNotWaitedForLong() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Optional<String> url = Optional.of("http://127.0.0.1:" + mute.getLocalPort() + "/secret");
            long start = System.nanoTime();

            Optional<String> why = new Pings(new PingUrls(url, url, url), PATIENCE).end(0);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            assertThat(why.orElseThrow())
                    .startsWith("the ping of success to 127.0.0.1 failed: ")
                    .contains("timed out")
                    .doesNotContain("secret");
        }
    }

    @Test
    void whatCannotBeCalledIsNoAddress() {
        assertThat(PingUrls.isUrl("https://hc-ping.com/UUID/{exit}")).isTrue();
        for (String wrong : new String[] {"hc-ping.com/UUID", "ftp://host/a", "https:///a", "https://a b/c", ""}) {
            assertThat(PingUrls.isUrl(wrong)).as(wrong).isFalse();
        }
    }
}
