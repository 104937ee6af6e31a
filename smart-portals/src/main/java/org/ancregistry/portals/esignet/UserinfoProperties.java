package org.ancregistry.portals.esignet;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ancregistry.domain.person.Gender;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How one eSignet's userinfo answer is signed, encrypted and written. The identity system behind eSignet signs it, so its
 * key is often not among eSignet's own.
 *
 * @param keys where the key lies that it is signed with
 * @param jwks a key set's address, for {@link KeySource#EXTRA_JWKS}
 * @param keyFile a certificate, public key or JWK set file, for {@link KeySource#KEY_FILE}
 * @param algorithms the only algorithms that it may be signed with
 * @param decryptionKey our private key (PEM or JWK file), where it comes encrypted to us
 * @param birthdateFormats patterns in which a birth date may be written
 * @param genderWords words for each gender, in any case, besides the common ones
 */
record UserinfoProperties(
        @DefaultValue("jwks") KeySource keys,
        @Nullable URI jwks,
        @Nullable Path keyFile,
        @NotEmpty @DefaultValue({"RS256", "PS256"}) List<String> algorithms,
        @Nullable Path decryptionKey,

        @NotEmpty @DefaultValue({"uuuu/MM/dd", "uuuu-MM-dd"})
        List<String> birthdateFormats,

        @DefaultValue Map<Gender, Set<String>> genderWords) {

    /** Where the key lies that userinfo is signed with. */
    enum KeySource {
        /** Among eSignet's own keys. */
        JWKS,
        /** In another key set, the identity system's. */
        EXTRA_JWKS,
        /** In a file that we were given. */
        KEY_FILE,
        /** Nowhere that we know: the connection to eSignet is trusted, and the subject must be the id_token's. */
        TLS_ONLY
    }

    @AssertTrue(message = "keys: extra-jwks needs jwks, key-file needs key-file")
    boolean isKeySourceNamed() {
        return switch (keys) {
            case JWKS, TLS_ONLY -> true;
            case EXTRA_JWKS -> jwks != null;
            case KEY_FILE -> keyFile != null;
        };
    }
}
