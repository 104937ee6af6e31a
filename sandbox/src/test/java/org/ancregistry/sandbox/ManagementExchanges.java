package org.ancregistry.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.ancregistry.sandbox.http.Json;

/** The recorded exchanges of the partner desk and of the mock ID system. */
final class ManagementExchanges {

    private final Stage stage;
    private final Map<String, Supplier<Object>> all = new LinkedHashMap<>();

    private ManagementExchanges(Stage stage) {
        this.stage = stage;
    }

    static Map<String, Supplier<Object>> on(Stage stage) {
        var exchanges = new ManagementExchanges(stage);
        exchanges.addAccepted();
        exchanges.addDuplicates();
        exchanges.addRefused();
        return exchanges.all;
    }

    private void addAccepted() {
        all.put("04-client-create.json", () -> create(client()));
        all.put("07-identity-create.json", this::createIdentity);
        all.put("51-client-patch-enc-key.json", this::patch);
    }

    private Object createIdentity() {
        return UiSession.call(
                stage.sandbox.host() + "/v1/mock-identity-system/identity",
                Map.of(),
                Map.of(
                        "individualId",
                        "200050100011",
                        "fullName",
                        List.of(Map.of("language", "eng", "value", "Somebody New")),
                        "gender",
                        List.of(Map.of("language", "eng", "value", "Female")),
                        "dateOfBirth",
                        "2000/01/01"));
    }

    private Object patch() {
        var call = Map.of(
                "requestTime",
                Instant.now().toString(),
                "request",
                Map.of("encPublicKey", Stage.ENCRYPTION.toPublicJWK().toJSONObject()));
        return Web.send(
                HttpRequest.newBuilder(stage.sandbox.host().resolve(Urls.BASE + "/client-mgmt/client/jwe-client"))
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString(Json.write(call)))
                        .build());
    }

    private void addDuplicates() {
        all.put("05-client-duplicate-id.json", () -> {
            var client = client();
            client.put("clientId", "anc-portal-2");
            return create(client);
        });
        all.put("06-client-duplicate-key.json", () -> {
            var client = client();
            client.put("publicKey", RelyingParty.KEY.toPublicJWK().toJSONObject());
            return create(client);
        });
    }

    private void addRefused() {
        refused("acr-unknown", "authContextRefs", List.of("mosip:idp:acr:smile"));
        refused("additional-unknown", "additionalConfig", Map.of("surprise", true));
        refused("consent-expire-5", "additionalConfig", Map.of("consent_expire_in_mins", 5));
        refused("auth-method-secret", "clientAuthMethods", List.of("client_secret_basic"));
        refused("claim-unknown", "userClaims", List.of("shoe_size"));
        refused("family-name-claim", "userClaims", List.of("family_name"));
        refused("client-id-with-space", "clientId", "a client");
        refused("no-openid-grant", "grantTypes", List.of("client_credentials"));
        refused(
                "oct-key",
                "publicKey",
                new OctetSequenceKey.Builder(new byte[32]).build().toJSONObject());
        refused("six-redirects", "redirectUris", Collections.nCopies(6, RelyingParty.CALLBACK));
    }

    private void refused(String name, String member, Object value) {
        all.put("errors/client-" + name + ".json", () -> {
            var client = client();
            client.put(member, value);
            return create(client);
        });
    }

    private Answer create(Map<String, Object> client) {
        return UiSession.call(stage.sandbox.host() + Urls.BASE + "/client-mgmt/client", Map.of(), client);
    }

    private static Map<String, Object> newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate().toPublicJWK().toJSONObject();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, Object> client() {
        var client = new LinkedHashMap<String, Object>();
        client.put("clientId", "client-" + UUID.randomUUID());
        client.put("clientName", "A client");
        client.put("relyingPartyId", "anc-registry");
        client.put("publicKey", newKey());
        client.put("redirectUris", List.of(RelyingParty.CALLBACK));
        client.put("userClaims", List.of("name"));
        client.put("authContextRefs", List.of("mosip:idp:acr:generated-code"));
        client.put("grantTypes", List.of("authorization_code"));
        client.put("clientAuthMethods", List.of("private_key_jwt"));
        return client;
    }
}
