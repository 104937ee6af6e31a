package org.ancregistry.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.ancregistry.portals.authorization.IssuedTokens;
import org.ancregistry.server.testing.Http;
import org.ancregistry.server.testing.RunningRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class RevocationIT {

    private static final String CLIENT = "district-reports";
    private static final String SECRET = "a secret of the tests";

    private static RunningRegistry registry;

    @BeforeAll
    static void starts(@TempDir Path folder) throws IOException {
        var apps = folder.resolve("apps.json");
        Files.writeString(apps, """
                [{"clientId": "%s", "name": "District reports", "authentication": "client_secret_basic",
                  "secret": "{bcrypt}%s", "redirectUris": [], "scopes": ["system/Organization.rs"]}]
                """.formatted(CLIENT, new BCryptPasswordEncoder().encode(SECRET)));
        registry = RunningRegistry.start(Map.of("anc.apps.file", apps.toString()));
    }

    @AfterAll
    static void stops() {
        registry.close();
    }

    @Test
    void isFeltAtOnceByAProgramThatGivesItsTokenBack() {
        var token = signIn();
        assertThat(read(token).statusCode()).isEqualTo(200);
        assertThat(form("/oauth2/revoke", "token=" + token).statusCode()).isEqualTo(200);
        assertRefused(read(token));
    }

    @Test
    void isFeltAtOnceByWhomeverATokenIsTakenFrom() {
        var token = signIn();
        assertThat(read(token).statusCode()).isEqualTo(200);
        registry.bean(IssuedTokens.class).revokeAllOf(CLIENT);
        assertRefused(read(token));
    }

    @Test
    void leavesOtherTokensAlone() {
        var token = signIn();
        var another = signIn();
        form("/oauth2/revoke", "token=" + token);
        assertThat(read(another).statusCode()).isEqualTo(200);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).contains("invalid_token", "withdrawn");
    }

    private static HttpResponse<String> read(String token) {
        return Http.send(
                "GET",
                registry.fhirBase() + "/Organization?_count=1",
                BodyPublishers.noBody(),
                "Authorization",
                "Bearer " + token);
    }

    private static String signIn() {
        var answer = form("/oauth2/token", "grant_type=client_credentials&scope=system/Organization.rs");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replaceAll("(?s).*\"access_token\":\"([^\"]+)\".*", "$1");
    }

    private static HttpResponse<String> form(String path, String form) {
        var basic = Base64.getEncoder()
                .encodeToString((CLIENT + ":" + SECRET.replace(" ", "+")).getBytes(StandardCharsets.UTF_8));
        return Http.send(
                "POST",
                registry.baseUrl() + path,
                BodyPublishers.ofString(form),
                "Authorization",
                "Basic " + basic,
                "Content-Type",
                "application/x-www-form-urlencoded");
    }
}
