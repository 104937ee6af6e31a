package org.ancregistry.server.directory;

import jakarta.validation.constraints.AssertTrue;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The country's own PHN directory; none by default, and then nobody outside is asked or told.
 *
 * @param url its FHIR base
 * @param tokenEndpoint where tokens for it are asked for
 * @param clientId our client id there
 * @param keyFile our private key, whose public half is registered there: PEM (PKCS #8) or JWK
 * @param kid the name under which the public key was registered
 * @param scopes what is asked for: to look for patients, and to announce them
 * @param patience how long a connection, and then an answer, may take
 * @param rest after several failures nobody waits for it this long
 */
@Validated
@ConfigurationProperties(DirectoryProperties.PREFIX)
record DirectoryProperties(
        @Nullable URI url,
        @Nullable URI tokenEndpoint,
        @Nullable String clientId,
        @Nullable Path keyFile,
        @Nullable String kid,
        @DefaultValue("system/Patient.crus") String scopes,
        @DefaultValue("3s") Duration patience,
        @DefaultValue("30s") Duration rest) {

    static final String PREFIX = "anc.phn-directory";

    @AssertTrue(message = "needs url, token-endpoint, client-id and key-file, all of them or none")
    boolean isWhole() {
        var given = Stream.of(url, tokenEndpoint, clientId, keyFile)
                .filter(Objects::nonNull)
                .count();
        return given == 0 || given == 4;
    }
}
