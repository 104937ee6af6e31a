package org.ancregistry.portals.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import java.net.URI;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.ancregistry.portals.authorization.UsedAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tokens that are bound to a key of the app, so that a copy of one opens nothing (RFC 9449, DPoP). */
class SmartDpopIT extends OnApps {

    private static final URI TOKEN = PortalsStack.SITE.resolve("/oauth2/token");
    private static final ECKey KEY = AppsOfTests.ec("dpop");
    private static final ECKey OTHER = AppsOfTests.ec("dpop-other");

    @Autowired
    private UsedAssertions used;

    private static String proof(ECKey key, String method, URI address) {
        try {
            return new DefaultDPoPProofFactory(key, JWSAlgorithm.ES384)
                    .createDPoPJWT(method, address)
                    .serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> post(Map<String, String> form, String... headers) {
        return AppRequests.post("/oauth2/token", AppRequests.form(form), headers);
    }

    private HttpResponse<String> exchange(String proof) {
        var given = authorize(request("public-app", "user/Observation.rs offline_access"));
        var form = codeGrant(given.get("code"));
        form.put("client_id", "public-app");
        return post(form, "DPoP", proof);
    }

    private static HttpResponse<String> refresh(String refreshToken, String... headers) {
        var form = new TreeMap<String, String>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken);
        form.put("client_id", "public-app");
        return post(form, headers);
    }

    @Test
    void writesTheKeyIntoATokenOfAnAppThatProvesOne() throws JOSEException {
        var tokens = AppRequests.json(exchange(proof(KEY, "POST", TOKEN)));
        assertThat(tokens).containsEntry("token_type", "DPoP");
        assertThat(AppRequests.claims(tokens.get("access_token")).getClaim("cnf"))
                .isEqualTo(Map.of("jkt", KEY.computeThumbprint().toString()));
        var bearer = publicTokens("user/Observation.rs");
        assertThat(bearer).containsEntry("token_type", "Bearer");
        assertThat(AppRequests.claims(bearer.get("access_token")).getClaim("cnf"))
                .isNull();
    }

    @Test
    void refusesAProofOfAnotherRequest() {
        assertRefused(exchange(proof(KEY, "POST", URI.create("https://elsewhere.example/oauth2/token"))));
        assertRefused(exchange(proof(KEY, "GET", TOKEN)));
        assertRefused(exchange("no proof"));
    }

    @Test
    void refusesAProofThatAnotherNodeWasShown() throws ParseException, JOSEException {
        var proof = proof(KEY, "POST", TOKEN);
        var id = SignedJWT.parse(proof).getJWTClaimsSet().getJWTID();
        var known = "dpop " + KEY.computeThumbprint() + " " + id;
        assertThat(used.isFirst(known, Instant.now().plusSeconds(60))).isTrue();

        assertRefused(exchange(proof));
    }

    @Test
    void keepsAnAppThatKeepsNoSecretToItsKey() {
        var first = AppRequests.json(exchange(proof(KEY, "POST", TOKEN)));
        var token = first.get("refresh_token");
        assertRefused(refresh(token));
        assertRefused(refresh(token, "DPoP", proof(OTHER, "POST", TOKEN)));
        var second = AppRequests.json(refresh(token, "DPoP", proof(KEY, "POST", TOKEN)));
        assertThat(second).containsEntry("token_type", "DPoP");
        var third = AppRequests.json(refresh(second.get("refresh_token"), "DPoP", proof(KEY, "POST", TOKEN)));
        assertThat(third).containsEntry("token_type", "DPoP");
    }

    @Test
    void bindsNoRefreshTokenAfterwards() {
        var tokens = publicTokens("user/Observation.rs offline_access");
        assertRefused(refresh(tokens.get("refresh_token"), "DPoP", proof(KEY, "POST", TOKEN)));
        assertThat(refresh(tokens.get("refresh_token")).statusCode()).isEqualTo(200);
    }

    @Test
    void letsAnAppThatHasASecretTakeAnotherKey() {
        var given = authorize(request("secret-app", "user/Observation.rs offline_access"));
        var basic = AppRequests.basic("secret-app");
        var first = AppRequests.json(
                post(codeGrant(given.get("code")), "Authorization", basic, "DPoP", proof(KEY, "POST", TOKEN)));
        var form = new TreeMap<String, String>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", first.get("refresh_token"));
        var second = AppRequests.json(post(form, "Authorization", basic, "DPoP", proof(OTHER, "POST", TOKEN)));
        assertThat(second).containsEntry("token_type", "DPoP");
    }

    @Test
    void saysOfATokenWhichKeyItIsBoundTo() {
        var token = AppRequests.json(exchange(proof(KEY, "POST", TOKEN))).get("access_token");
        var told = AppRequests.post(
                "/oauth2/introspect", "token=" + token, "Authorization", AppRequests.basic("resource-server"));
        assertThat(told.body()).contains("\"cnf\":{\"jkt\":").contains("\"token_type\":\"DPoP\"");
        var alone = AppRequests.post("/oauth2/introspect", "token=" + token, "Authorization", "Bearer " + token);
        assertThat(alone.statusCode()).isEqualTo(401);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_dpop_proof");
    }
}
