package org.ancregistry.portals.esignet;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClientResponseException;

/**
 * A key set at an address. eSignet announces no new key beforehand, so it is read again when a key is unknown or a
 * signature does not fit, a few times a minute at most. Known keys go on working while the address is silent.
 */
final class RemoteKeys implements VerificationKeys {

    static final int READS_PER_MINUTE = 4;
    static final Duration JUST_NOW = Duration.ofSeconds(1);

    private final Supplier<URI> address;
    private final EsignetHttp http;
    private final Clock clock;
    private final Deque<Instant> reads = new ArrayDeque<>();
    private volatile Known known = new Known(new JWKSet(), 0);

    RemoteKeys(Supplier<URI> address, EsignetHttp http, Clock clock) {
        this.address = address;
        this.http = http;
        this.clock = clock;
    }

    /** The keys of the n-th reading; of the 0th, none. */
    private record Known(JWKSet keys, int reading) {}

    @Override
    public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context) throws KeySourceException {
        var before = known;
        var found = wanted.select(before.keys());
        return found.isEmpty() ? wanted.select(readUnlessNewerThan(before).keys()) : found;
    }

    @Override
    public boolean renew() throws KeySourceException {
        var before = known;
        return !justRead() && readUnlessNewerThan(before).reading() != before.reading();
    }

    /** Keys that were read for this very token need no second look. */
    private synchronized boolean justRead() {
        var last = reads.peekLast();
        return last != null && last.isAfter(clock.instant().minus(JUST_NOW));
    }

    private synchronized Known readUnlessNewerThan(Known before) throws KeySourceException {
        var now = known;
        if (now.reading() != before.reading()) {
            return now;
        }
        if (mayRead()) {
            known = new Known(read(), now.reading() + 1);
        } else if (now.reading() == 0) {
            throw new KeySourceException("The keys were asked for too often without an answer.");
        }
        return known;
    }

    private boolean mayRead() {
        var now = clock.instant();
        reads.removeIf(read -> read.isBefore(now.minus(Duration.ofMinutes(1))));
        return reads.size() < READS_PER_MINUTE && reads.add(now);
    }

    private JWKSet read() throws KeySourceException {
        try {
            return JWKSet.parse(http.document(address.get()));
        } catch (EsignetUnavailable | RestClientResponseException | ParseException e) {
            throw new KeySourceException("The keys cannot be read.", e);
        }
    }
}
