package org.ancregistry.server.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.ancregistry.portals.signin.AdminLink;
import org.ancregistry.sandbox.SandboxPeople;
import org.ancregistry.server.testing.Fork;
import org.ancregistry.server.testing.RegistryProcess;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestCertificate;
import org.ancregistry.server.testing.TestEsignet;
import org.ancregistry.server.testing.TestPostgres;
import org.ancregistry.server.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry with a certificate of its own: everything says https, and the first administrator signs in over it. */
class HttpsIT {

    private static TestEsignet esignet;
    private static TestCertificate certificate;
    private static RegistryProcess registry;
    private static HttpClient client;
    private static URI site;
    private static Map<String, String> settings;

    @BeforeAll
    static void start(@TempDir Path folder) {
        site = URI.create("https://localhost:" + Fork.freePort());
        esignet = TestEsignet.forRegistryAt(site);
        certificate = TestCertificate.in(folder);
        settings = new LinkedHashMap<>(RunningRegistry.postgres(TestPostgres.shared()));
        settings.putAll(esignet.settings());
        settings.putAll(certificate.settings());
        settings.put("server.port", Integer.toString(site.getPort()));
        settings.put("anc.base-url", site.toString());
        client = certificate.client();
        registry = RegistryProcess.start(settings, certificate.trust()).ready(client);
    }

    @AfterAll
    static void stop() {
        registry.close();
        esignet.close();
    }

    private static HttpResponse<String> get(HttpClient with, String path) throws IOException, InterruptedException {
        return with.send(HttpRequest.newBuilder(site.resolve(path)).build(), BodyHandlers.ofString());
    }

    @Test
    void theDocumentsNameAddressesWithHttpsOnly() throws IOException, InterruptedException {
        for (var path : new String[] {
            "/fhir/.well-known/smart-configuration", "/.well-known/openid-configuration", "/fhir/metadata"
        }) {
            var answer = get(client, path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).contains(site.toString()).doesNotContain("http://localhost");
        }
    }

    @Test
    void nobodyIsServedWhoDoesNotTrustTheCertificate() {
        assertThatThrownBy(() -> get(HttpClient.newHttpClient(), "/sign-in")).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void theFirstAdministratorSignsInAndReadsThroughIt() {
        var code = AdminLink.issue(
                AdminLink.COMMAND,
                "--spring.datasource.url=" + settings.get("spring.datasource.url"),
                "--spring.datasource.username=" + settings.get("spring.datasource.username"),
                "--spring.datasource.password=",
                "Mahesh");
        var administrator = new Visitor(site, client).signIn(SandboxPeople.mahesh());
        assertThat(administrator.path()).isEqualTo("/sign-in/link");
        administrator.submit("/sign-in/link", Map.of("code", code));
        assertThat(administrator.path()).as(administrator.page()).isEqualTo("/admin");
        assertThat(administrator.status()).isEqualTo(200);
        assertThat(administrator.cookies()).containsOnlyKeys("__Host-anc-session", "__Host-anc-browser");
    }

    @Test
    void theSessionsCookieTravelsEncryptedOnly() throws IOException, InterruptedException {
        var answer = get(client, "/sign-in/esignet/" + TestEsignet.PROVIDER);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-anc-session=")
                        .contains("Secure")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax")
                        .contains("Path=/"));
        assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
                .contains("max-age=");
    }
}
