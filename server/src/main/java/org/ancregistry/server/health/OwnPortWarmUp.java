package org.ancregistry.server.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Asks for what everybody may see over the registry's own port: the way passes everything that a user's request passes. */
final class OwnPortWarmUp implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(OwnPortWarmUp.class);

    private static final List<String> OPEN_TO_ALL = List.of("/fhir/metadata", "/");

    private final ServletWebServerApplicationContext application;
    private final ServerProperties server;

    OwnPortWarmUp(ServletWebServerApplicationContext application, ServerProperties server) {
        this.application = application;
        this.server = server;
    }

    @Override
    public void run() {
        if (server.getSsl() == null || !server.getSsl().isEnabled()) {
            OPEN_TO_ALL.forEach(this::ask);
        }
    }

    private void ask(String path) {
        try {
            var request = HttpRequest.newBuilder(address(path))
                    .timeout(Duration.ofMinutes(1))
                    .build();
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
            LOG.debug("Warm-up of {} answered {}", path, answer.statusCode());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private URI address(String path) {
        var bound = server.getAddress() == null || server.getAddress().isAnyLocalAddress()
                ? InetAddress.getLoopbackAddress()
                : server.getAddress();
        var host = bound.getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + application.getWebServer().getPort() + path);
    }
}
