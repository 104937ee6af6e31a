package org.ancregistry.portals.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say that apps begin with, and from which pages scripts may read them. */
class SmartDiscoveryIT extends OnApps {

    @Test
    void gap01TellsAppsEverythingThatSmartConfigurationMustSay() {
        var answer = AppRequests.json(AppRequests.send(
                HttpRequest.newBuilder(PortalsStack.SITE.resolve("/fhir/.well-known/smart-configuration"))));
        assertThat(answer.keySet())
                .contains(
                        "issuer",
                        "jwks_uri",
                        "authorization_endpoint",
                        "token_endpoint",
                        "introspection_endpoint",
                        "revocation_endpoint",
                        "capabilities",
                        "scopes_supported",
                        "grant_types_supported",
                        "code_challenge_methods_supported");
    }

    @Test
    void gap01TellsOpenIdClientsOnlyWhatIsThere() {
        var answer = AppRequests.json(AppRequests.send(
                HttpRequest.newBuilder(PortalsStack.SITE.resolve("/.well-known/openid-configuration"))));
        assertThat(answer)
                .containsEntry("issuer", PortalsStack.SITE.toString())
                .containsKey("dpop_signing_alg_values_supported")
                .doesNotContainKeys("userinfo_endpoint", "registration_endpoint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/token", "/fhir/Patient/1"})
    void gap12AnswersThePreflightOfPagesOfAppsAndOfNoOthers(String path) {
        assertThat(preflight(path, "http://localhost:9")).isEqualTo("http://localhost:9");
        assertThat(preflight(path, "https://elsewhere.example")).isEmpty();
        assertThat(preflight(path, "null")).isEmpty();
    }

    private static String preflight(String path, String origin) {
        var answer = AppRequests.send(HttpRequest.newBuilder(PortalsStack.SITE.resolve(path))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type,dpop"));
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        return answer.headers().firstValue("Access-Control-Allow-Origin").orElse("");
    }

    @Test
    void gap12LetsAnyPageReadWhatIsPublic() {
        for (var path : List.of("/fhir/.well-known/smart-configuration", "/oauth2/jwks")) {
            var answer = AppRequests.send(HttpRequest.newBuilder(PortalsStack.SITE.resolve(path))
                    .header("Origin", "https://elsewhere.example"));
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .as(path)
                    .contains("*");
        }
    }

    @Test
    void gap13NamesItselfInEveryAnswer() {
        var given = authorize(request("public-app", "user/Observation.rs"));
        assertThat(given).containsEntry("iss", PortalsStack.SITE.toString()).containsEntry("state", "abc");
        var refused = authorize(request("public-app", "system/*.rs"));
        assertThat(refused).containsEntry("iss", PortalsStack.SITE.toString()).containsKey("error");
    }
}
