package org.ancregistry.server.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyType;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.ancregistry.portals.keys.ClientAssertion;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;

/**
 * The access token with which this registry speaks to the directory (OAuth 2.0 client credentials with private_key_jwt,
 * RFC 7523 section 2.2; SMART Backend Services), kept until shortly before it ends.
 */
final class DirectoryToken {

    private static final Duration EARLY = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DirectoryHttp http;
    private final Client client;
    private final ClientAssertion assertion;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Held held;

    DirectoryToken(DirectoryHttp http, Client client, Clock clock) {
        this.http = http;
        this.client = client;
        this.assertion = new ClientAssertion(client.id(), client.key(), client.header(), clock);
        this.clock = clock;
    }

    /**
     * Who we are there.
     *
     * @param endpoint where tokens are asked for, and the audience of what we sign
     * @param kid the name under which our public key was registered
     */
    record Client(
            URI endpoint, String id, JWK key, @Nullable String kid, String scopes) {

        private JWSHeader header() {
            var algorithm = KeyType.EC.equals(key.getKeyType()) ? JWSAlgorithm.ES384 : JWSAlgorithm.RS384;
            return new JWSHeader.Builder(algorithm)
                    .type(JOSEObjectType.JWT)
                    .keyID(kid == null ? key.getKeyID() : kid)
                    .build();
        }
    }

    private record Held(String token, Instant until) {}

    /** @throws DirectoryDown when none can be had within the patience of a call */
    String bearer() {
        return good().orElseGet(this::renewed);
    }

    private Optional<String> good() {
        return Optional.ofNullable(held)
                .filter(known -> clock.instant().isBefore(known.until()))
                .map(Held::token);
    }

    /** One asks for all: who waits for its answer meanwhile waits no longer than for one of its own. */
    private String renewed() {
        if (!isMyTurn()) {
            throw new DirectoryDown("No token for the PHN directory: its token endpoint does not answer");
        }
        try {
            return good().orElseGet(() -> {
                var fresh = asked();
                held = fresh;
                return fresh.token();
            });
        } finally {
            asking.unlock();
        }
    }

    private boolean isMyTurn() {
        try {
            return asking.tryLock(http.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** It was not believed: the next one is asked for anew, unless somebody has one already. */
    void forget(String token) {
        if (good().filter(token::equals).isPresent()) {
            held = null;
        }
    }

    private Held asked() {
        var form = new LinkedMultiValueMap<String, String>();
        form.setAll(Map.of(
                "grant_type",
                "client_credentials",
                "scope",
                client.scopes(),
                "client_assertion_type",
                ClientAssertion.TYPE,
                "client_assertion",
                assertion.forAudience(client.endpoint().toString())));
        var answer = http.form(client.endpoint(), form, null);
        if (answer.status() != 200) {
            throw new DirectoryDown("No token for the PHN directory: its token endpoint answered " + answer.status());
        }
        return read(answer.body());
    }

    private Held read(String body) {
        try {
            var answer = JSON.readTree(body);
            var token = answer.path("access_token").asText("");
            if (token.isEmpty()) {
                throw new DirectoryDown("No token for the PHN directory: the answer holds none");
            }
            var life = Duration.ofSeconds(seconds(answer)).minus(EARLY);
            return new Held(token, clock.instant().plus(life));
        } catch (JsonProcessingException e) {
            throw new DirectoryDown("No token for the PHN directory: the answer is no JSON");
        }
    }

    private static long seconds(JsonNode answer) {
        return answer.path("expires_in").asLong(EARLY.toSeconds());
    }
}
