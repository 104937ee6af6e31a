package org.ancregistry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxMainTest {

    @TempDir
    private Path folder;

    @Test
    void readsItsOptionsFromArgumentsBeforeTheEnvironment() throws IOException {
        var environment = Map.of("ANC_SANDBOX_PORT", "1", "ANC_SANDBOX_PROFILE", "1.5");
        var arguments = SandboxMain.named("--port=2", "--individual-id=true");

        var settings = new SandboxMain(arguments, environment).settings();

        assertThat(settings.port()).isEqualTo(2);
        assertThat(settings.profile()).isEqualTo(EsignetProfile.V1_5);
        assertThat(settings.givesIndividualId()).isTrue();
        assertThat(settings.listsPeople()).isTrue();
    }

    @Test
    void readsItsClientsFromAFile() throws IOException {
        var file = folder.resolve("clients.json");
        Files.writeString(file, """
                {"clients": [{"clientId": "anc-portal", "relyingPartyId": "anc-registry", "publicKey": %s,
                  "redirectUris": ["%s"], "additionalConfig": {"require_pkce": true, "consent_expire_in_mins": 30}}]}
                """.formatted(RelyingParty.KEY.toPublicJWK().toJSONString(), RelyingParty.CALLBACK));

        var settings = new SandboxMain(Map.of("clients", file.toString()), Map.of()).settings();

        var expected = RelyingParty.portal().requiringPkce().withConsentForMinutes(30);
        assertThat(settings.clients()).containsExactly(expected);
    }

    @Test
    void refusesOptionsThatItCannotRead() {
        assertThatThrownBy(() -> SandboxMain.named("8088")).hasMessage("Write options as --name=value");
    }
}
