package org.ancregistry.portals.esignet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.ancregistry.portals.http.BoundedRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Speaks to eSignet with bounded patience, and tells silence and server faults apart from answers. */
final class EsignetHttp {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final RestClient client;

    EsignetHttp(Duration patience) {
        client = RestClient.builder()
                .requestFactory(BoundedRequests.within(patience))
                .build();
    }

    RestClient client() {
        return client;
    }

    /** The text of a public document: discovery, keys. */
    String document(URI address) {
        var text = answering(
                address.getPath(), () -> client.get().uri(address).retrieve().body(String.class));
        return required(text, address.getPath());
    }

    /**
     * Runs a call.
     *
     * @throws EsignetUnavailable on silence, a broken connection or a 5xx; a 4xx passes as Spring's exception
     */
    static <T> @Nullable T answering(String what, Supplier<@Nullable T> call) {
        try {
            return call.get();
        } catch (ResourceAccessException | HttpServerErrorException e) {
            throw new EsignetUnavailable("no answer from " + what, e);
        }
    }

    static String required(@Nullable String body, String what) {
        if (body == null || body.isBlank()) {
            throw new EsignetUnavailable("an empty answer from " + what);
        }
        return body;
    }

    static Map<String, Object> object(String json, String what) {
        try {
            return JSON.readValue(json, OBJECT);
        } catch (JsonProcessingException e) {
            throw new EsignetUnavailable("no JSON from " + what, withoutContent(e));
        }
    }

    private static JsonProcessingException withoutContent(JsonProcessingException e) {
        e.clearLocation();
        return e;
    }
}
