package org.ancregistry.server.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Asks the registry over its own port what it can do, which passes through everything that a FHIR request passes. */
final class CapabilitiesWarmUp implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(CapabilitiesWarmUp.class);

    private final ServletWebServerApplicationContext application;
    private final ServerProperties server;

    CapabilitiesWarmUp(ServletWebServerApplicationContext application, ServerProperties server) {
        this.application = application;
        this.server = server;
    }

    @Override
    public void run() {
        if (server.getSsl() != null && server.getSsl().isEnabled()) {
            return;
        }
        try {
            var request = HttpRequest.newBuilder(address())
                    .timeout(Duration.ofMinutes(1))
                    .build();
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
            LOG.debug("Warm-up request answered {}", answer.statusCode());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private URI address() {
        var bound = server.getAddress() == null || server.getAddress().isAnyLocalAddress()
                ? InetAddress.getLoopbackAddress()
                : server.getAddress();
        var host = bound.getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + application.getWebServer().getPort() + "/fhir/metadata");
    }
}
