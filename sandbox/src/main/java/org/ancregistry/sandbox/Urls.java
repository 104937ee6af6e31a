package org.ancregistry.sandbox;

import java.net.URI;

/**
 * Where everything is, as eSignet's proxy lays it out.
 *
 * @param host scheme, name and port
 * @param profile decides what the issuer is
 */
record Urls(URI host, EsignetProfile profile) {

    static final String BASE = "/v1/esignet";
    static final String AUTHORIZE = "/authorize";
    static final String TOKEN = BASE + "/oauth/v2/token";
    static final String TOKEN_V1 = BASE + "/oauth/token";
    static final String USERINFO = BASE + "/oidc/userinfo";
    static final String PAR = BASE + "/oauth/par";
    static final String JWKS = "/.well-known/jwks.json";
    static final String USERINFO_KEYS = "/v1/mock-identity-system/keys.json";

    String issuer() {
        return profile.issuerHasPath() ? at(BASE) : host.toString();
    }

    String at(String path) {
        return host + path;
    }
}
