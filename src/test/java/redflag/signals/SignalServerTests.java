package redflag.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Figures and health asked for over HTTP. */
class SignalServerTests {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private List<NightFigures> figures = List.of();
    private Health health = new Health("", NOW, Optional.empty(), List.of());
    private SignalServer server;

    @BeforeEach
    void open() throws IOException {
        server = SignalServer.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), () -> figures, () -> health);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<String> ask(String method, String path) throws Exception {
        URI url = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(url)
                                    .method(method, HttpRequest.BodyPublishers.noBody())
                                    .timeout(Duration.ofSeconds(20))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(url + ": " + e, e);
        }
    }

    private static NightFigures night(String job, int rows, OptionalLong stale) {
        return new NightFigures(
                job,
                LocalDate.of(2026, 11, 22),
                0,
                NOW,
                Optional.of(NOW),
                Optional.of(new NightFigures.Counts(Duration.ofSeconds(3), 2, 0, rows, 1, Map.of(), stale)));
    }

    @Test
    void figuresOfSeveralJobsAreOneText() throws Exception {
        figures = List.of(night("early", 10, OptionalLong.of(4)), night("late", 20, OptionalLong.empty()));

        HttpResponse<String> answer = ask("GET", "/metrics");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(MetricsText.read(answer.body()))
                .containsEntry("redflag_night_rows{outcome=\"accepted\",redflag_job=\"early\"}", 10.0)
                .containsEntry("redflag_night_rows{outcome=\"accepted\",redflag_job=\"late\"}", 20.0)
                .containsEntry("redflag_night_stale_exports{redflag_job=\"early\"}", 4.0)
                .doesNotContainKey("redflag_night_stale_exports{redflag_job=\"late\"}");
    }

    @Test
    void beforeTheFirstNightThereIsNoFigure() throws Exception {
        HttpResponse<String> answer = ask("GET", "/metrics");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void healthIsUpWithTheJobsAndWhatHoldsThem() throws Exception {
        health = new Health(
                "",
                NOW,
                Optional.of("early 2026-11-22"),
                List.of(
                        new Health.OfJob("early", Optional.of(NOW.plusSeconds(60)), ""),
                        new Health.OfJob("late.yaml", Optional.empty(), "late.yaml:3: \"quoted\" is no key")));

        HttpResponse<String> answer = ask("GET", "/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode json = new JsonMapper().readTree(answer.body());
        assertThat(json.get("status").asString()).isEqualTo("UP");
        assertThat(json.get("night").asString()).isEqualTo("early 2026-11-22");
        assertThat(json.get("lookedAt").asString()).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(json.get("jobs").get(0).get("nextStart").asString()).isEqualTo("2026-11-23T12:01:00Z");
        assertThat(json.get("jobs").get(0).has("problem")).isFalse();
        assertThat(json.get("jobs").get(1).get("problem").asString()).isEqualTo("late.yaml:3: \"quoted\" is no key");
    }

    @Test
    void healthIsDownWhereNoNightCanBeStarted() throws Exception {
        health = new Health("java.lang.IllegalStateException: no", NOW, Optional.empty(), List.of());

        HttpResponse<String> answer = ask("GET", "/health");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"DOWN\"", "java.lang.IllegalStateException: no");
    }

    @Test
    void nothingElseIsAnswered() throws Exception {
        assertThat(ask("GET", "/").statusCode()).isEqualTo(404);
        assertThat(ask("GET", "/metrics/more").statusCode()).isEqualTo(404);
        HttpResponse<String> posted = ask("POST", "/metrics");
        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(posted.headers().firstValue("Allow")).contains("GET, HEAD");
        HttpResponse<String> head = ask("HEAD", "/health");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsSaid() {
        assertThatThrownBy(() -> SignalServer.open(server.address(), () -> figures, () -> health))
                .isInstanceOf(IOException.class);
    }
}
