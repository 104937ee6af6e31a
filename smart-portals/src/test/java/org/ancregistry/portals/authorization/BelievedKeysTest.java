package org.ancregistry.portals.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BelievedKeysTest {

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static RSAKey rsa() throws JOSEException {
        return new RSAKeyGenerator(2048).generate();
    }

    private static String thumbprint(JWK key) throws JOSEException {
        return key.computeThumbprint().toString();
    }

    private static String pem(byte[] key, String kind) {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    @Test
    void publishesTheNextAndTheFormerKeyAndNoSecretOfAny() throws IOException, JOSEException {
        var signing = SigningKey.read(file("signing.jwk", rsa().toJSONString()));
        var next = rsa();
        var former = rsa();
        var further = List.of(
                file("next.pem", pem(next.toRSAPrivateKey().getEncoded(), "PRIVATE KEY")),
                file("former.pem", pem(former.toRSAPublicKey().getEncoded(), "PUBLIC KEY")));
        var keys = BelievedKeys.of(signing, further).keys();
        assertThat(keys.getKeys())
                .extracting(JWK::getKeyID)
                .containsExactly(signing.jwk().getKeyID(), thumbprint(next), thumbprint(former));
        assertThat(keys.getKeys()).noneMatch(JWK::isPrivate);
    }

    @Test
    void takesOneListForAllNodesAlthoughItNamesTheKeyThatSigns() throws IOException, JOSEException {
        var file = file("signing.jwk", rsa().toJSONString());
        assertThat(BelievedKeys.of(SigningKey.read(file), List.of(file)).keys().getKeys())
                .hasSize(1);
    }

    @Test
    void refusesAKeyThatSignsNoTokensOfOurs() throws IOException, JOSEException {
        var signing = SigningKey.read(file("signing.jwk", rsa().toJSONString()));
        var other = file("other.jwk", new ECKeyGenerator(Curve.P_256).generate().toJSONString());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BelievedKeys.of(signing, List.of(other)))
                .withMessageContaining("further-keys");
    }
}
