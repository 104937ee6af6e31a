package org.ancregistry.portals.esignet;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClientResponseException;

/**
 * Where an eSignet's endpoints are: from the configuration, and for the rest from its discovery document, which is read
 * at the first use and again every hour; an old one serves while eSignet is silent.
 */
final class Discovery {

    private static final Duration FRESH = Duration.ofHours(1);

    private final ProviderProperties settings;
    private final EsignetHttp http;
    private final Clock clock;
    private volatile @Nullable Document known;

    Discovery(ProviderProperties settings, EsignetHttp http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    URI authorization() {
        return endpoint(settings.endpoints().authorization(), "authorization_endpoint");
    }

    URI token() {
        return endpoint(settings.endpoints().token(), "token_endpoint");
    }

    URI userinfo() {
        return endpoint(settings.endpoints().userinfo(), "userinfo_endpoint");
    }

    URI jwks() {
        return endpoint(settings.endpoints().jwks(), "jwks_uri");
    }

    private URI endpoint(@Nullable URI configured, String name) {
        if (configured != null) {
            return configured;
        }
        if (document().content().get(name) instanceof String address) {
            return URI.create(address);
        }
        throw new EsignetUnavailable("its discovery document has no " + name);
    }

    private Document document() {
        var now = clock.instant();
        var before = known;
        if (before != null && before.readAt().plus(FRESH).isAfter(now)) {
            return before;
        }
        try {
            var read = new Document(read(), now);
            known = read;
            return read;
        } catch (EsignetUnavailable e) {
            if (before == null) {
                throw e;
            }
            known = new Document(before.content(), now);
            return before;
        }
    }

    private Map<String, Object> read() {
        var content = EsignetHttp.object(text(), "discovery");
        if (!settings.issuers().contains(String.valueOf(content.get("issuer")))) {
            throw new EsignetUnavailable("its discovery document names an issuer that is not configured");
        }
        return content;
    }

    private String text() {
        try {
            return http.document(settings.discoveryDocument());
        } catch (RestClientResponseException e) {
            throw new EsignetUnavailable("its discovery document was answered with " + e.getStatusCode(), e);
        }
    }

    private record Document(Map<String, Object> content, Instant readAt) {}
}
