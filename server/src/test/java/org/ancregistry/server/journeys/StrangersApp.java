package org.ancregistry.server.journeys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.ancregistry.portals.apps.App;

/** A web app of somebody else's on a site of its own: pages without a server, which sign in with fhirclient. */
final class StrangersApp implements AutoCloseable {

    static final String ID = "growth-charts";

    private final HttpServer server;

    private StrangersApp(HttpServer server) {
        this.server = server;
        server.createContext("/", StrangersApp::answer);
        server.start();
    }

    static StrangersApp open() {
        try {
            return new StrangersApp(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = content(path.substring(path.lastIndexOf('/') + 1));
        exchange.getResponseHeaders().set("Content-Type", path.endsWith(".js") ? "text/javascript" : "text/html");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static byte[] content(String name) throws IOException {
        return switch (name) {
            case "fhir-client.js" -> Files.readAllBytes(bundle());
            case "app.js" -> resource("app.js");
            default -> resource("app.html");
        };
    }

    private static byte[] resource(String name) throws IOException {
        try (var stream = StrangersApp.class.getResourceAsStream("/strangers/" + name)) {
            if (stream == null) {
                throw new IOException(name + " is missing");
            }
            return stream.readAllBytes();
        }
    }

    private static Path bundle() {
        var bundle = Path.of("src/test/browser/node_modules/fhirclient/build/fhir-client.min.js");
        if (!Files.exists(bundle)) {
            throw new IllegalStateException("fhirclient is not installed: run ./anc test server once.");
        }
        return bundle;
    }

    /** A page of it. */
    URI at(String page) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/" + page);
    }

    /** As an administrator registers it. */
    App registration() {
        return new App(
                ID,
                "Growth charts",
                App.PUBLIC,
                null,
                null,
                null,
                List.of(at("index.html").toString()),
                at("launch.html"),
                Set.of("launch", "launch/patient", "openid", "fhirUser", "online_access", "patient/*.rs"),
                false,
                false,
                false);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
