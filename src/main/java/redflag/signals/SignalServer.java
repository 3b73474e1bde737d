package redflag.signals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers whoever asks over HTTP: {@code GET /metrics} with figures in the text format of Prometheus, {@code GET /health}
 * with a JSON object and 200, or 503 where no night can be started. Nothing can be changed by it, and no name of a store or
 * a person is told.
 */
public final class SignalServer implements Closeable {

    private static final JsonMapper JSON = new JsonMapper();

    /** One who asks and does not listen must not keep the others from asking. */
    private static final int THREADS = 4;

    static {
        // seconds for a whole request; the server knows no other way to be told
        if (System.getProperty("sun.net.httpserver.maxReqTime") == null) {
            System.setProperty("sun.net.httpserver.maxReqTime", "10");
        }
    }

    private final HttpServer server;
    private final ExecutorService answering;

    private SignalServer(HttpServer server, ExecutorService answering) {
        this.server = server;
        this.answering = answering;
    }

    /**
     * @param address with port 0 for any that is free
     * @throws IOException if it can't be listened on
     */
    public static SignalServer open(
            InetSocketAddress address, Supplier<Collection<NightFigures>> figures, Supplier<Health> health)
            throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        ExecutorService answering = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "signals");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(answering);
        server.createContext("/metrics", only("/metrics", exchange -> {
            answer(exchange, HttpURLConnection.HTTP_OK, PrometheusText.FORMAT, PrometheusText.of(figures.get()));
        }));
        server.createContext("/health", only("/health", exchange -> {
            Health now = health.get();
            int status = now.isUp() ? HttpURLConnection.HTTP_OK : HttpURLConnection.HTTP_UNAVAILABLE;
            answer(exchange, status, "application/json", json(now));
        }));
        server.start();
        return new SignalServer(server, answering);
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        answering.shutdownNow();
    }

    private static HttpHandler only(String path, HttpHandler handler) {
        return exchange -> {
            try (exchange) {
                String method = exchange.getRequestMethod();
                if (!exchange.getRequestURI().getPath().equals(path)) {
                    answer(exchange, HttpURLConnection.HTTP_NOT_FOUND, "text/plain", "there are /metrics and /health");
                } else if (method.equals("GET") || method.equals("HEAD")) {
                    handler.handle(exchange);
                } else {
                    exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                    answer(exchange, HttpURLConnection.HTTP_BAD_METHOD, "text/plain", "GET only");
                }
            }
        };
    }

    private static String json(Health health) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            health.writeTo(json);
        }
        return text.toString();
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, isHead ? -1 : body.length);
        if (!isHead) {
            exchange.getResponseBody().write(body);
        }
    }
}
