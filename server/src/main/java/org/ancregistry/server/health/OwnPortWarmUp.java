package org.ancregistry.server.health;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for what everybody may see over the registry's own port: the way passes everything that a user's request passes.
 * What it cannot ask stays cold, which makes the first user wait and is no reason to turn all of them away.
 */
final class OwnPortWarmUp implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(OwnPortWarmUp.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final OwnPort port;
    private final List<String> paths;
    private final HttpClient client = HttpClient.newHttpClient();

    /** @param paths what everybody may see, each with its leading slash */
    OwnPortWarmUp(OwnPort port, List<String> paths) {
        this.port = port;
        this.paths = List.copyOf(paths);
    }

    @Override
    public void run() {
        port.address()
                .ifPresentOrElse(
                        address -> paths.forEach(path -> ask(address.resolve(path))),
                        () -> LOG.info("The pages are not warmed up: the registry cannot be asked by itself"));
    }

    private void ask(URI page) {
        try {
            var request = HttpRequest.newBuilder(page).timeout(PATIENCE).build();
            var answer = client.send(request, BodyHandlers.discarding());
            LOG.debug("Warm-up of {} answered {}", page, answer.statusCode());
        } catch (IOException failure) {
            LOG.warn("The warm-up of {} got no answer: {}", page.getPath(), failure.toString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
