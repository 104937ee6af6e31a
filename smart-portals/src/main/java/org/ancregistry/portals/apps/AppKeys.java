package org.ancregistry.portals.apps;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys with which apps prove who they are. Keys at an address are read again when a key is not among them, so
 * that an app may change its keys, but not more than once in a few seconds, whatever comes in.
 */
public final class AppKeys {

    private static final Logger LOG = LoggerFactory.getLogger(AppKeys.class);
    private static final int PATIENCE_MS = 5_000;
    private static final int LARGEST = 256 * 1024;
    private static final Duration FRESH_FOR = Duration.ofMinutes(15);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Clock clock;
    private final ResourceRetriever retriever = new DefaultResourceRetriever(PATIENCE_MS, PATIENCE_MS, LARGEST);
    private final Map<URI, Read> read = new ConcurrentHashMap<>();

    AppKeys(Clock clock) {
        this.clock = clock;
    }

    private record Read(JWKSet keys, Instant at) {}

    /** The keys of {@code app}, among them {@code keyId} if the app has it now; none when they cannot be read. */
    public JWKSet of(App app, String keyId) {
        var address = app.jwksUri();
        return address == null ? app.ownKeys().orElseGet(JWKSet::new) : at(address, keyId);
    }

    private JWKSet at(URI address, String keyId) {
        var now = clock.instant();
        return read.compute(address, (uri, have) -> {
                    var wanted = have == null
                            || now.isAfter(have.at().plus(FRESH_FOR))
                            || (have.keys().getKeyByKeyId(keyId) == null
                                    && now.isAfter(have.at().plus(PAUSE)));
                    return wanted ? ask(uri, have, now) : have;
                })
                .keys();
    }

    /** Old keys go on while the address does not answer. */
    private Read ask(URI address, @Nullable Read have, Instant now) {
        try {
            var content = retriever.retrieveResource(address.toURL()).getContent();
            return new Read(JWKSet.parse(content).toPublicJWKSet(), now);
        } catch (IOException | ParseException e) {
            LOG.warn("The keys at {} cannot be read: {}", address, e.getMessage());
            return new Read(have == null ? new JWKSet() : have.keys(), now);
        }
    }
}
