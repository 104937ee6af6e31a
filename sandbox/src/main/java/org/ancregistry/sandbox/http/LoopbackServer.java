package org.ancregistry.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens on 127.0.0.1 and on no other address, so that nobody outside this machine reaches the sandbox. */
public final class LoopbackServer implements AutoCloseable {

    private static final int WORKERS = 16;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    static {
        // Without it each answer waits about 40 ms for the acknowledgement of its own headers.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final ExecutorService workers;

    private LoopbackServer(HttpServer server, ExecutorService workers) {
        this.server = server;
        this.workers = workers;
    }

    /**
     * Takes the port, and answers nobody before {@link #answerWith} was called.
     *
     * @param port 0 for any free one
     * @throws IOException if the port is taken
     */
    public static LoopbackServer listen(int port) throws IOException {
        var address = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        var number = NUMBER.incrementAndGet();
        var workers = Executors.newFixedThreadPool(WORKERS, task -> daemon(task, number));
        var server = HttpServer.create(address, 0);
        server.setExecutor(workers);
        return new LoopbackServer(server, workers);
    }

    private static Thread daemon(Runnable task, int number) {
        var thread = new Thread(task, "esignet-sandbox-" + number);
        thread.setDaemon(true);
        return thread;
    }

    public void answerWith(Handler handler) {
        server.createContext("/", exchange -> answer(exchange, handler));
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            send(exchange, handler.handle(read(exchange)));
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        var uri = exchange.getRequestURI();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new Request(
                exchange.getRequestMethod(), uri.getPath(), Parameters.parse(uri.getRawQuery()), headers, body);
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        response.headers()
                .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        var body = response.body().getBytes(StandardCharsets.UTF_8);
        var hasBody = body.length > 0 && !"HEAD".equals(exchange.getRequestMethod());
        exchange.sendResponseHeaders(response.status(), hasBody ? body.length : -1);
        if (hasBody) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
