package org.ancregistry.server.health;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.springframework.boot.autoconfigure.web.ServerProperties;

/**
 * Where this registry can be asked by itself, once it listens.
 *
 * @param bound the port it listens on now; not above zero while it does not
 */
record OwnPort(ServerProperties server, IntSupplier bound, Duration patience) {

    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Its address; none when it speaks TLS, whose name this process cannot know, or does not listen in time. */
    Optional<URI> address() {
        if (server.getSsl() != null && server.getSsl().isEnabled()) {
            return Optional.empty();
        }
        var port = awaited();
        return port > 0 ? Optional.of(URI.create("http://" + host() + ":" + port)) : Optional.empty();
    }

    private int awaited() {
        var end = System.nanoTime() + patience.toNanos();
        var port = bound.getAsInt();
        while (port <= 0 && System.nanoTime() < end && pause()) {
            port = bound.getAsInt();
        }
        return port;
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String host() {
        var bound = server.getAddress() == null || server.getAddress().isAnyLocalAddress()
                ? InetAddress.getLoopbackAddress()
                : server.getAddress();
        var host = bound.getHostAddress();
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
