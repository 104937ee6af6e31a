package org.ancregistry.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ancregistry.sandbox.http.Json;
import org.ancregistry.sandbox.http.Resources;
import org.jspecify.annotations.Nullable;

/** What eSignet tells its login page about a request: who asks, for what, and how the page is configured. */
final class UiDetails {

    private final Realm realm;
    private final Map<String, Object> configs;

    UiDetails(Realm realm) {
        this.realm = realm;
        configs = Json.parse(Resources.text(UiDetails.class, "ui-configs.json"));
    }

    Map<String, Object> of(Transaction transaction) {
        var client = transaction.client();
        var claims = transaction.claims();
        var details = new LinkedHashMap<String, Object>();
        details.put("transactionId", transaction.id());
        details.put("logoUrl", "https://example.org/logo.png");
        details.put(
                "authFactors",
                transaction.acrs().stream().map(UiDetails::factors).toList());
        details.put("authorizeScopes", transaction.authorizeScopes());
        details.put("essentialClaims", claims.essential());
        details.put("voluntaryClaims", claims.voluntary());
        details.put("configs", configs(client));
        details.put("redirectUri", transaction.request().redirectUri());
        details.put("clientName", Map.of("eng", client.name(), "@none", client.name()));
        details.put("credentialScopes", List.of());
        return details;
    }

    private static List<Map<String, @Nullable Object>> factors(String acr) {
        var factor = new LinkedHashMap<String, @Nullable Object>();
        factor.put("type", SignInDesk.FACTORS.getOrDefault(acr, acr));
        factor.put("count", 0);
        factor.put("subTypes", null);
        return List.of(factor);
    }

    private Map<String, Object> configs(SandboxClient client) {
        var type = client.extra().encryptedUserinfo() ? "JWE" : "JWS";
        var all = new LinkedHashMap<>(configs);
        all.put("issuer", realm.urls().issuer());
        all.put("clientAdditionalConfig", Map.of("userinfo_response_type", type, "purpose", Map.of("type", "login")));
        return all;
    }
}
