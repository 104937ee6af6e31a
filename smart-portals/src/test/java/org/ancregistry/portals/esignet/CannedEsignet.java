package org.ancregistry.portals.esignet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers on loopback with what a test put there. */
final class CannedEsignet implements AutoCloseable {

    static final String DISCOVERY = "/.well-known/openid-configuration";
    static final String JWKS = "/.well-known/jwks.json";
    static final String TOKEN = "/v1/esignet/oauth/v2/token";
    static final String USERINFO = "/v1/esignet/oidc/userinfo";

    private final HttpServer server;
    private final Map<String, Answer> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private Map<String, String> lastForm = Map.of();
    private String lastAccept = "";

    private record Answer(int status, String body) {}

    CannedEsignet() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        put(DISCOVERY, 200, discovery());
        put(JWKS, 200, Recordings.body("03-jwks"));
        put(TOKEN, 200, Recordings.body("15-token-response"));
        put(USERINFO, 200, Recordings.body("16-userinfo-raw"));
    }

    /** The recorded document, with the endpoints here and the issuer as it was. */
    private String discovery() {
        return Recordings.body("01-openid-configuration").replace("\"http://localhost:13000/", "\"" + at("/"));
    }

    URI at(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    void put(String path, int status, String body) {
        answers.put(path, new Answer(status, body));
    }

    long timesAsked(String path) {
        return asked.stream().filter(path::equals).count();
    }

    Map<String, String> lastForm() {
        return lastForm;
    }

    String lastAccept() {
        return lastAccept;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            asked.add(path);
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (path.equals(TOKEN)) {
                lastForm = form(body);
            }
            lastAccept = String.valueOf(exchange.getRequestHeaders().getFirst("Accept"));
            var answer = answers.getOrDefault(path, new Answer(404, ""));
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
