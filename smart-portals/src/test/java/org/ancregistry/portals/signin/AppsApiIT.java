package org.ancregistry.portals.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API for apps: for the one program that may register them, and for nobody else. */
class AppsApiIT extends OnApps {

    private static final String REGISTRAR = PortalsStack.REGISTRAR;

    private final String id = "app-" + UUID.randomUUID();

    private static HttpResponse<String> send(String method, String path, String token, String json) {
        var request = HttpRequest.newBuilder(PortalsStack.SITE.resolve("/api/apps" + path))
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .header("Content-Type", "application/json");
        return AppRequests.send(token == null ? request : request.header("Authorization", "Bearer " + token));
    }

    private static String token() {
        var answer = AppRequests.post(
                "/oauth2/token",
                "grant_type=client_credentials&scope=system/Organization.rs",
                "Authorization",
                AppRequests.basic(REGISTRAR));
        return AppRequests.json(answer).get("access_token");
    }

    private String app(String more) {
        return """
                {"clientId": "%s", "name": "Letters", "authentication": "client_secret_basic",
                 "redirectUris": ["https://letters.example.org/back"], "scopes": ["user/Observation.rs"]%s}
                """.formatted(id, more);
    }

    @Test
    void registersAnAppOnceHoweverOftenItIsAsked() {
        var token = token();
        var first = send("PUT", "/" + id, token, app(""));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(first.body()).contains("\"secret\":\"").doesNotContain("{bcrypt}");
        var again = send("PUT", "/" + id, token, app(""));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("\"secret\":null");
        var other = send("PUT", "/" + id, token, app("").replace("Letters", "Others"));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("\"taken\"");
        assertThat(send("GET", "/" + id, token, null).body())
                .contains("Letters")
                .doesNotContain("bcrypt");
        assertThat(send("GET", "", token, null).body()).contains(id, "public-app");
    }

    @Test
    void letsTheRegisteredAppAskForTokensUntilItIsTakenAway() {
        var token = token();
        var secret = send(
                        "PUT",
                        "/" + id,
                        token,
                        app("").replace("\"redirectUris\": [\"https://letters.example.org/back\"],", "")
                                .replace("user/Observation.rs", "system/Patient.rs"))
                .body()
                .replaceAll("(?s).*\"secret\":\"([^\"]+)\".*", "$1");
        assertThat(tokenOf(id, secret).statusCode()).isEqualTo(200);
        assertThat(send("DELETE", "/" + id, token, null).statusCode()).isEqualTo(204);
        assertThat(send("DELETE", "/" + id, token, null).statusCode()).isEqualTo(204);
        assertThat(tokenOf(id, secret).statusCode()).isEqualTo(401);
        assertThat(send("GET", "/" + id, token, null).statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> tokenOf(String client, String secret) {
        return AppRequests.post(
                "/oauth2/token",
                "grant_type=client_credentials&scope=system/Patient.rs",
                "Authorization",
                AppRequests.basic(client, secret));
    }

    @Test
    void givesNoPowersThatOnlyTheFileGives() {
        send("PUT", "/" + id, token(), app(", \"trusted\": true, \"introspects\": true, \"registersApps\": true"));
        var app = apps.of(id).orElseThrow();
        assertThat(app.trusted() || app.introspects() || app.registersApps()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"scopes\": [\"user/Observation.rs\"]; \"scopes\": [\"everything\"]; 422; scopes",
                "https://letters.example.org/back; http://letters.example.org/back; 422; redirectUris",
                "client_secret_basic; whatever; 422; authentication",
                "\"name\": \"Letters\",; ; 422; name",
                "\"clientId\"; \"client\"; 422; clientId",
                "{; [; 400; unreadable"
            })
    void saysWhatIsWrongWithADefinition(String right, String wrong, int status, String part) {
        var answer = send("PUT", "/" + id, token(), app("").replace(right, wrong == null ? "" : wrong));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"problems\"", part);
        assertThat(apps.of(id)).isEmpty();
    }

    @Test
    void leavesAloneWhatStandsInTheFileAndWhatIsOurs() {
        var token = token();
        assertThat(send("DELETE", "/" + REGISTRAR, token, null).statusCode()).isEqualTo(409);
        var portal = send("DELETE", "/anc-midwife", token, null);
        assertThat(portal.statusCode())
                .as("a portal, whose tokens would all be taken back")
                .isEqualTo(409);
        assertThat(portal.body()).contains("\"fixed\"");
        assertThat(send("PUT", "/" + REGISTRAR, token, app("").replace(id, REGISTRAR))
                        .statusCode())
                .isEqualTo(409);
        assertThat(send("PUT", "/anc-midwife", token, app("").replace(id, "anc-midwife"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void isForNobodyElse() {
        assertThat(send("GET", "", null, null).statusCode()).isEqualTo(401);
        assertThat(send("GET", "", "made-up", null).statusCode()).isEqualTo(401);
        var backend = AppRequests.json(AppAssertions.backend(AppAssertions.assertionClaims("backend")))
                .get("access_token");
        assertThat(send("GET", "", backend, null).statusCode()).isEqualTo(403);
        assertThat(send("PUT", "/" + id, backend, app("")).statusCode()).isEqualTo(403);
        var persons = publicTokens("user/Observation.rs").get("access_token");
        assertThat(send("PUT", "/" + id, persons, app("")).statusCode()).isEqualTo(403);
        browser.ask("/api/apps");
        assertThat(browser.status()).as("a session").isEqualTo(401);
        assertThat(apps.of(id)).isEmpty();
        var ended = token();
        AppRequests.post("/oauth2/revoke", "token=" + ended, "Authorization", AppRequests.basic(REGISTRAR));
        assertThat(send("GET", "", ended, null).statusCode()).isEqualTo(401);
        assertThat(send("GET", "", token(), null).statusCode())
                .as("the registrar")
                .isEqualTo(200);
    }
}
