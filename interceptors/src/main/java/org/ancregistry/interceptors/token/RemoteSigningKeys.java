package org.ancregistry.interceptors.token;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Reads an issuer's keys from its JWKS URL, keeps them, and goes on with those it has while the issuer cannot be
 * reached. However many strange tokens come in, the issuer is asked at most once in a few seconds.
 */
public final class RemoteSigningKeys implements SigningKeys {

    private static final int PATIENCE_MS = 5_000;
    private static final int LARGEST = 256 * 1024;
    private static final Duration FRESH_FOR = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

    private final URL url;
    private final Clock clock;
    private final ResourceRetriever retriever = new DefaultResourceRetriever(PATIENCE_MS, PATIENCE_MS, LARGEST);
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable JWKSet keys;
    private volatile Instant readAt = Instant.EPOCH;
    private volatile Instant askedAt = Instant.EPOCH;
    private volatile boolean failed;

    public RemoteSigningKeys(URI jwks, Clock clock) {
        try {
            this.url = jwks.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("Not the address of a key set: " + jwks, e);
        }
        this.clock = clock;
    }

    @Override
    public JWKSet known() throws KeysUnavailable {
        var have = keys;
        if (have == null) {
            return renewed();
        }
        return clock.instant().isAfter(readAt.plus(FRESH_FOR)) ? refreshed(have) : have;
    }

    /** Old keys are better than none, and one caller at a time is enough to ask. */
    private JWKSet refreshed(JWKSet have) {
        if (!asking.tryLock()) {
            return have;
        }
        try {
            return renewed();
        } catch (KeysUnavailable e) {
            return have;
        } finally {
            asking.unlock();
        }
    }

    @Override
    public JWKSet renewed() throws KeysUnavailable {
        asking.lock();
        try {
            return askedLately() ? lastAnswer() : ask();
        } finally {
            asking.unlock();
        }
    }

    private boolean askedLately() {
        return clock.instant().isBefore(askedAt.plus(failed ? PAUSE_AFTER_FAILURE : PAUSE));
    }

    private JWKSet lastAnswer() throws KeysUnavailable {
        var have = keys;
        if (failed || have == null) {
            throw new KeysUnavailable("The keys at " + url + " could not be read a moment ago.");
        }
        return have;
    }

    private JWKSet ask() throws KeysUnavailable {
        failed = true;
        try {
            var read = JWKSet.parse(retriever.retrieveResource(url).getContent());
            keys = read;
            readAt = clock.instant();
            failed = false;
            return read;
        } catch (IOException | ParseException e) {
            throw new KeysUnavailable("The keys at " + url + " cannot be read: " + e.getMessage());
        } finally {
            askedAt = clock.instant();
        }
    }
}
