package org.ancregistry.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What eSignet publishes about itself, with the entries that are not true of the real one either. */
final class Discovery {

    private static final List<String> SIGNED_BY = List.of("RS256", "PS256");
    static final List<String> ACRS = List.of(
            "mosip:idp:acr:knowledge",
            "mosip:idp:acr:password",
            "mosip:idp:acr:static-code",
            "mosip:idp:acr:generated-code",
            "mosip:idp:acr:linked-wallet",
            "mosip:idp:acr:biometrics");

    static final List<String> CLAIMS = List.of(
            "name",
            "address",
            "gender",
            "birthdate",
            "picture",
            "email",
            "phone_number",
            "individual_id",
            "phone_number_verified",
            "registration_type",
            "updated_at");

    private final Realm realm;

    Discovery(Realm realm) {
        this.realm = realm;
    }

    static List<String> scopes(EsignetProfile profile) {
        var scopes = new ArrayList<>(List.of("openid", "profile", "email", "phone"));
        if (profile.hasAddressScope()) {
            scopes.add("address");
        }
        return scopes;
    }

    /** {@code oauth-authorization-server} (RFC 8414). */
    Map<String, Object> oauth() {
        var document = common();
        document.put("grant_types_supported", List.of("authorization_code"));
        return document;
    }

    /** {@code openid-configuration} (OpenID Connect Discovery 4). */
    Map<String, Object> openid() {
        var document = common();
        document.put("userinfo_endpoint", realm.urls().at(Urls.USERINFO));
        document.put("acr_values_supported", ACRS);
        putAlgorithms(document);
        putClaims(document);
        document.put("display_values_supported", List.of("page", "popup", "touch", "wap"));
        document.put("subject_types_supported", List.of("pairwise"));
        document.put("request_parameter_supported", false);
        document.put("ui_locales_supported", List.of("en"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        putPushedRequests(document);
        return document;
    }

    private Map<String, Object> common() {
        var urls = realm.urls();
        var document = new LinkedHashMap<String, Object>();
        document.put("issuer", urls.issuer());
        document.put("authorization_endpoint", urls.at(Urls.AUTHORIZE));
        document.put("token_endpoint", urls.at(Urls.TOKEN));
        document.put("jwks_uri", urls.at(Urls.JWKS));
        document.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt"));
        document.put("token_endpoint_auth_signing_alg_values_supported", assertionAlgorithms());
        document.put("scopes_supported", scopes(realm.profile()));
        document.put("response_modes_supported", List.of("query"));
        document.put("response_types_supported", List.of("code"));
        if (realm.profile().hasPushedRequests()) {
            document.put("pushed_authorization_request_endpoint", urls.at(Urls.PAR));
            document.put("authorization_response_iss_parameter_supported", true);
        }
        return document;
    }

    private List<String> assertionAlgorithms() {
        return realm.profile() == EsignetProfile.V1_5 ? List.of("RS256") : List.of("RS256", "PS256", "ES256");
    }

    private void putAlgorithms(Map<String, Object> document) {
        var algorithm = realm.profile().tokenAlgorithm().getName();
        var possible = realm.profile() == EsignetProfile.V1_5 ? List.of("RS256") : SIGNED_BY;
        document.put("userinfo_signed_response_alg", algorithm);
        document.put("userinfo_signing_alg_values_supported", possible);
        document.put("userinfo_encryption_alg_values_supported", List.of("RSAXXXXX"));
        document.put("userinfo_encryption_enc_values_supported", List.of("A128GCM"));
        document.put("id_token_signed_response_alg", algorithm);
        document.put("id_token_signing_alg_values_supported", possible);
    }

    private static void putClaims(Map<String, Object> document) {
        document.put("claim_types_supported", List.of("normal"));
        document.put("claims_parameter_supported", true);
        document.put("claims_supported", CLAIMS);
        document.put("claims_locales_supported", List.of("en"));
        document.put("claims_in_verified_claims_supported", CLAIMS.subList(0, 7));
    }

    private void putPushedRequests(Map<String, Object> document) {
        if (realm.profile().hasPushedRequests()) {
            document.put("dpop_signing_alg_values_supported", SIGNED_BY);
            document.put("require_pushed_authorization_requests", false);
        }
    }
}
