package org.ancregistry.sandbox.keys;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A signer's keys over time: the newest signs, the older ones stay published. */
public final class KeyRing {

    private final String purpose;
    private final Clock clock;
    private final List<SigningKey> keys = new ArrayList<>();

    public KeyRing(String purpose, Clock clock) {
        this.purpose = purpose;
        this.clock = clock;
        keys.add(SigningKey.generate(purpose, clock.instant()));
    }

    /** A new key under a new name. */
    public synchronized void rotate() {
        var now = clock.instant();
        retire(newest().kid());
        keys.add(SigningKey.generate(purpose + "/" + keys.size(), now));
    }

    /** A new key under the name of the old one, which was seen on a real eSignet: the old key goes on under another name. */
    public synchronized void rotateUnderTheSameName() {
        var fresh = SigningKey.generate(purpose + "/" + keys.size(), clock.instant());
        var name = newest().kid();
        retire(fresh.kid());
        keys.add(new SigningKey(new RSAKey.Builder(fresh.jwk()).keyID(name).build(), fresh.until()));
    }

    private void retire(String name) {
        var last = keys.size() - 1;
        keys.set(last, keys.get(last).retired(name, clock.instant()));
    }

    public synchronized String sign(JWSAlgorithm algorithm, Map<String, Object> claims) {
        return newest().sign(algorithm, claims);
    }

    private SigningKey newest() {
        return keys.get(keys.size() - 1);
    }

    /** The JWKS document, oldest key first. */
    public synchronized Map<String, Object> published() {
        return Map.of("keys", keys.stream().map(SigningKey::published).toList());
    }
}
