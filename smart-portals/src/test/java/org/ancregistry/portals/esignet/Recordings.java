package org.ancregistry.portals.esignet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;

/** What a real eSignet answered. */
final class Recordings {

    /** When the sign-in was recorded. */
    static final Instant THEN = Instant.ofEpochSecond(1795346150);

    static final String CLIENT = "anc-portal-2";
    static final String NONCE = "qeSjTMS9Ec1mACWVozdqxg";
    static final String SUBJECT = "1zz-6vRchx8UqJL1_3ZHCL1jL2B4ZaD6ntjHM2Jcwdk";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Recordings() {}

    static JsonNode file(String name) {
        try (var file = Recordings.class.getResourceAsStream("/esignet/" + name + ".json")) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int status(String name) {
        return file(name).get("status").asInt();
    }

    static String body(String name) {
        var body = file(name).get("body");
        return body.isTextual() ? body.asText() : body.toString();
    }

    /** The claims of a recorded token. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> claims(String name) {
        return JSON.convertValue(file(name).get("payload"), Map.class);
    }
}
