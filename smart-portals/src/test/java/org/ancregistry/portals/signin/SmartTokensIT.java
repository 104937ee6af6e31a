package org.ancregistry.portals.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.ancregistry.portals.authorization.AppPermissions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How long tokens last, who may ask about them, and how they end: gaps 14, 15 and 17 of the design. */
class SmartTokensIT extends OnApps {

    @Autowired
    private AppPermissions permissions;

    @Test
    void gap14GivesARefreshTokenOnlyWhereItWasAskedForAndToPublicAppsToo() {
        assertThat(publicTokens("user/Observation.rs")).doesNotContainKey("refresh_token");
        assertThat(publicTokens("user/Observation.rs offline_access", "offline_access"))
                .doesNotContainKey("refresh_token");
        var first = publicTokens("user/Observation.rs offline_access");
        var second = AppRequests.json(refresh(first.get("refresh_token"), null));
        assertThat(second.get("refresh_token")).isNotEqualTo(first.get("refresh_token"));
        assertThat(refresh(second.get("refresh_token"), "user/Condition.rs").body())
                .contains("invalid_scope");
        assertThat(AppRequests.json(refresh(second.get("refresh_token"), "user/Observation.rs"))
                        .get("scope"))
                .isEqualTo("user/Observation.rs");
    }

    @Test
    void gap14EndsTheFamilyWhenAnOldTokenOfAPublicAppComesBack() {
        var first = publicTokens("user/Observation.rs offline_access");
        var second = AppRequests.json(refresh(first.get("refresh_token"), null));
        jdbc.update("update former_refresh_token set replaced_at = timestamp with time zone '2020-01-01 00:00:00+00'");
        assertThat(refresh(first.get("refresh_token"), null).body()).contains("invalid_grant");
        assertThat(refresh(second.get("refresh_token"), null).body()).contains("invalid_grant");
        assertThat(issued.revoked(AppRequests.claims(second.get("access_token")).getJWTID()))
                .isTrue();
    }

    @Test
    void gap14RefreshesForAPublicAppThatShowsItsRefreshTokenOnly() {
        var first = publicTokens("user/Observation.rs offline_access");
        var second = AppRequests.json(refreshAlone(first.get("refresh_token")));
        assertThat(second.get("scope")).contains("user/Observation.rs");
        assertThat(AppRequests.claims(second.get("access_token")).getClaim("client_id"))
                .isEqualTo("public-app");

        jdbc.update("update former_refresh_token set replaced_at = timestamp with time zone '2020-01-01 00:00:00+00'");
        assertThat(refreshAlone(first.get("refresh_token")).body()).contains("invalid_grant");
        assertThat(refreshAlone(second.get("refresh_token")).body()).contains("invalid_grant");
        assertThat(issued.revoked(AppRequests.claims(second.get("access_token")).getJWTID()))
                .isTrue();
    }

    @Test
    void gap14RefreshesForNoConfidentialAppThatShowsItsRefreshTokenOnly() {
        var code = authorize(request("secret-app", "user/Observation.rs offline_access"))
                .get("code");
        var tokens = AppRequests.json(AppRequests.post(
                "/oauth2/token", AppRequests.form(codeGrant(code)), "Authorization", AppRequests.basic("secret-app")));
        var alone = refreshAlone(tokens.get("refresh_token"));
        assertThat(alone.statusCode()).isEqualTo(401);
        assertThat(alone.body()).contains("invalid_client");
        assertThat(refreshAlone("made-up").body()).contains("invalid_client");
    }

    private static HttpResponse<String> refreshAlone(String token) {
        return AppRequests.post(
                "/oauth2/token", AppRequests.form(Map.of("grant_type", "refresh_token", "refresh_token", token)));
    }

    @Test
    void gap14EndsOnlineAccessWithTheSession() {
        var tokens = publicTokens("user/Observation.rs online_access");
        assertThat(tokens).containsKey("refresh_token");
        issued.revokeOnlineOf("Practitioner/ruwani");
        assertThat(refresh(tokens.get("refresh_token"), null).body()).contains("invalid_grant");
    }

    /** What a woman sees on her settings, and what ending it there does. */
    @Test
    void aPermissionIsListedWhileItGoesOnAndEndedByWhoeverGaveItAlone() {
        var session = publicTokens("user/Observation.rs");
        var tokens = publicTokens("user/Observation.rs offline_access");
        var listed = permissions.of("Practitioner/ruwani");
        assertThat(listed)
                .extracting(AppPermissions.Permission::offline)
                .as("the newest first, and none of our own portals")
                .startsWith(true, false);
        var newest = listed.get(0);
        assertThat(newest.app()).isEqualTo(apps.of("public-app").orElseThrow().name());
        assertThat(newest.until()).isAfter(Instant.now().plus(Duration.ofDays(29)));

        permissions.end("Practitioner/somebody-else", newest.id());
        var next = AppRequests.json(refresh(tokens.get("refresh_token"), null));
        assertThat(next).containsKey("refresh_token");

        permissions.end("Practitioner/ruwani", newest.id());
        assertThat(refresh(next.get("refresh_token"), null).body()).contains("invalid_grant");
        assertThat(isRevoked(next)).isTrue();
        assertThat(isRevoked(session)).isFalse();
        assertThat(permissions.of("Practitioner/ruwani"))
                .extracting(AppPermissions.Permission::id)
                .doesNotContain(newest.id());
    }

    private boolean isRevoked(Map<String, String> tokens) {
        return issued.revoked(AppRequests.claims(tokens.get("access_token")).getJWTID());
    }

    @Test
    void gap15TellsAResourceServerAboutATokenAndAStrangerNothing() {
        var token = publicTokens("openid fhirUser user/Observation.rs").get("access_token");
        var told = AppRequests.json(introspect(token, AppRequests.basic("resource-server")));
        assertThat(told)
                .containsEntry("active", "true")
                .containsEntry("client_id", "public-app")
                .containsEntry("sub", "Practitioner/ruwani");
        assertThat(told.get("scope").split(" ")).contains("user/Observation.rs", "openid");
        assertThat(Long.parseLong(told.get("exp"))).isGreaterThan(Instant.now().getEpochSecond());
        assertThat(AppRequests.json(introspect(token, AppRequests.basic("secret-app"))))
                .isEqualTo(Map.of("active", "false"));
        assertThat(AppRequests.json(introspect("made-up", AppRequests.basic("resource-server"))))
                .isEqualTo(Map.of("active", "false"));
        assertThat(introspect(
                                token,
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString("secret-app:no".getBytes(StandardCharsets.UTF_8)))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void gap15LetsAClientAskWithItsOwnAccessToken() {
        var own = AppRequests.json(AppAssertions.backend(AppAssertions.assertionClaims("backend")))
                .get("access_token");
        assertThat(AppRequests.json(introspect(own, "Bearer " + own))).containsEntry("active", "true");
        var other = publicTokens("user/Observation.rs").get("access_token");
        assertThat(AppRequests.json(introspect(other, "Bearer " + own))).isEqualTo(Map.of("active", "false"));
        assertThat(introspect(own, "Bearer " + own + "x").statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> introspect(String token, String authorization) {
        return AppRequests.post("/oauth2/introspect", "token=" + token, "Authorization", authorization);
    }

    @Test
    void gap17EndsAnAccessTokenThatWasTakenBack() {
        var tokens = publicTokens("user/Observation.rs offline_access");
        var id = AppRequests.claims(tokens.get("access_token")).getJWTID();
        assertThat(issued.revoked(id)).isFalse();
        var answer = AppRequests.post("/oauth2/revoke", "client_id=public-app&token=" + tokens.get("refresh_token"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(issued.revoked(id)).isTrue();
        assertThat(refresh(tokens.get("refresh_token"), null).body()).contains("invalid_grant");
    }
}
