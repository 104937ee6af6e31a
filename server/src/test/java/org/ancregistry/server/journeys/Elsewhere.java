package org.ancregistry.server.journeys;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A site of somebody else's, which is in the window of whoever leaves in a hurry. */
final class Elsewhere implements AutoCloseable {

    private static final byte[] PAGE =
            "<!DOCTYPE html><title>Encyclopedia</title><p>Of everything</p>".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;

    private Elsewhere(HttpServer server) {
        this.server = server;
    }

    static Elsewhere open() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(200, PAGE.length);
                exchange.getResponseBody().write(PAGE);
                exchange.close();
            });
            server.start();
            return new Elsewhere(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
