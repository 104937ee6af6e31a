package org.ancregistry.sandbox;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests for claims that somebody checked against documents. */
final class VerifiedClaims {

    private VerifiedClaims() {}

    /** A verified name and birth date, both essential, and the telephone number as it is. */
    static Map<String, Object> request() {
        return request(List.of(demand("name", "birthdate")));
    }

    /** A verified name alone, asked for without a list. */
    static Map<String, Object> requestAsObject() {
        return request(demand("name"));
    }

    private static Map<String, Object> request(Object demands) {
        var userinfo = new LinkedHashMap<String, Object>();
        userinfo.put("phone_number", new HashMap<>());
        userinfo.put("verified_claims", demands);
        var request = Stage.request("claims", Map.of("userinfo", userinfo));
        request.put("scope", "openid");
        return request;
    }

    private static Map<String, Object> demand(String... names) {
        var claims = new LinkedHashMap<String, Object>();
        for (var name : names) {
            claims.put(name, Map.of("essential", true));
        }
        return Map.of("verification", Map.of("trust_framework", Map.of("value", "LK-NID")), "claims", claims);
    }
}
