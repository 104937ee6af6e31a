package org.ancregistry.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.server.Ssl;

class OwnPortWarmUpTest {

    private final ServerProperties settings = new ServerProperties();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void listens() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        settings.setAddress(InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stops() {
        server.stop(0);
    }

    @Test
    void asksForEveryPage() {
        warmUp(() -> server.getAddress().getPort(), Duration.ofSeconds(30));
        assertThat(asked).containsExactly("/fhir/metadata", "/");
    }

    @Test
    void waitsForThePort() {
        var looks = new AtomicInteger();
        warmUp(() -> looks.incrementAndGet() < 3 ? -1 : server.getAddress().getPort(), Duration.ofSeconds(30));
        assertThat(asked).containsExactly("/fhir/metadata", "/");
    }

    @Test
    void goesOnWhereNobodyListens() {
        warmUp(() -> -1, Duration.ofMillis(120));
        assertThat(asked).isEmpty();
    }

    @Test
    void goesOnWhenNobodyAnswers() {
        server.stop(0);
        warmUp(() -> server.getAddress().getPort(), Duration.ZERO);
        assertThat(asked).isEmpty();
    }

    @Test
    void leavesAPortWithTlsAlone() {
        var tls = new Ssl();
        tls.setEnabled(true);
        settings.setSsl(tls);
        warmUp(() -> server.getAddress().getPort(), Duration.ZERO);
        assertThat(asked).isEmpty();
    }

    private void warmUp(IntSupplier bound, Duration patience) {
        new OwnPortWarmUp(new OwnPort(settings, bound, patience), List.of("/fhir/metadata", "/")).run();
    }
}
