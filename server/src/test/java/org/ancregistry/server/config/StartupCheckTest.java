package org.ancregistry.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class StartupCheckTest {

    @TempDir
    private Path folder;

    private MockEnvironment environment;

    @BeforeEach
    void aSoundInstallation() throws IOException {
        environment = new MockEnvironment();
        environment.setActiveProfiles("production");
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://db.internal/anc");
        environment.setProperty("anc.base-url", "https://anc.health.example");
        environment.setProperty("anc.national-id.key-file", key("national-id.key", "a".repeat(44)));
        environment.setProperty("anc.authorization.signing-key", key("signing-key.pem", "-----BEGIN PRIVATE KEY-----"));
        environment.setProperty("anc.audit.outbox", "/var/lib/anc/audit-outbox");
        environment.setProperty("anc.esignet.providers.sludi.issuer", "https://esignet.sludi.example");
    }

    @Test
    void letsASoundInstallationStart() {
        assertThat(new StartupCheck(environment).problems()).isEmpty();
        assertThatCode(() -> new StartupCheck(environment).run()).doesNotThrowAnyException();
    }

    @Test
    void letsATryOutStartAsItIs() {
        environment = new MockEnvironment();

        assertThatCode(() -> new StartupCheck(environment).run()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:file:./data/registry", "jdbc:h2:mem:x", "jdbc:mysql://db/anc"})
    void refusesADatabaseThatIsNotPostgres(String url) {
        refuses("spring.datasource.url", url, "only for trying out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://anc.health.example",
                "https://localhost",
                "https://anc.localhost:8443",
                "https://127.0.0.1",
                "https://[::1]",
                "anc.health.example",
                "https://:8080"
            })
    void refusesABaseUrlThatOthersCannotTrust(String url) {
        refuses("anc.base-url", url, "https://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.datasource.url",
                "anc.base-url",
                "anc.national-id.key-file",
                "anc.authorization.signing-key",
                "anc.audit.outbox"
            })
    void refusesAMissingSetting(String setting) {
        refuses(setting, "", "is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anc.national-id.key-file", "anc.authorization.signing-key"})
    void refusesAKeyThatIsNotThere(String setting) {
        refuses(setting, folder.resolve("nowhere.key").toString(), "cannot be read");
    }

    @Test
    void refusesAKeyThatTheTryOutMade() {
        var made = folder.resolve("made.key");
        assertThat(new SecretKeyFile(made).madeIfMissing().read()).hasSize(32);

        refuses("anc.national-id.key-file", made.toString(), "made for trying out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "token-endpoint"})
    void refusesADirectoryThatOthersCanListenTo(String setting) throws IOException {
        environment.setProperty("anc.phn-directory.key-file", key("directory.pem", "-----BEGIN PRIVATE KEY-----"));
        refuses("anc.phn-directory." + setting, "http://directory.health.example/fhir", "https://");
    }

    @Test
    void refusesADirectoryWithoutAKey() {
        environment.setProperty("anc.phn-directory.url", "https://directory.health.example/fhir");
        refuses("anc.phn-directory.key-file", folder.resolve("nowhere.key").toString(), "cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"issuer", "endpoints.token", "userinfo.jwks"})
    void refusesASandboxAmongTheProviders(String setting) {
        refuses("anc.esignet.providers.sludi." + setting, "http://localhost:8088", "sandbox");
    }

    @Test
    void refusesToStartWhenNobodyCouldSignIn() {
        environment = new MockEnvironment();
        environment.setActiveProfiles("production");

        assertThat(new StartupCheck(environment).problems())
                .anyMatch(problem -> problem.startsWith("anc.esignet.providers is missing"));
    }

    @Test
    void namesAllThatIsWrongAtOnceAndNoSecret() {
        environment.setProperty("anc.base-url", "");
        environment.setProperty("spring.datasource.url", "jdbc:h2:mem:x;PASSWORD=secret");

        assertThatExceptionOfType(UnsafeInstallation.class)
                .isThrownBy(() -> new StartupCheck(environment).run())
                .withMessageContaining("anc.base-url")
                .withMessageContaining("spring.datasource.url")
                .withMessageNotContaining("secret");
    }

    private void refuses(String setting, String value, String reason) {
        environment.setProperty(setting, value);

        assertThat(new StartupCheck(environment).problems())
                .singleElement()
                .asString()
                .startsWith(setting)
                .contains(reason);
    }

    private String key(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
