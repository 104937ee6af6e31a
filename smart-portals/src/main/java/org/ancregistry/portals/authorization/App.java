package org.ancregistry.portals.authorization;

import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program that an administrator trusts with tokens, as the apps file says it. People are not asked again for their
 * agreement, so that only the installation's own programs belong there.
 *
 * @param clientId its OAuth client id
 * @param name what people call it
 * @param authentication {@code none} (a public app), {@code client_secret_basic} or {@code private_key_jwt}
 * @param secret the secret's hash, as in <code>{bcrypt}$2a$…</code>, for {@code client_secret_basic}
 * @param jwks its public keys, for {@code private_key_jwt}
 * @param redirectUris where people come back to, exactly; empty for a program that acts for itself
 * @param scopes the SMART scopes that it may ask for
 */
record App(
        String clientId,
        String name,
        String authentication,
        @Nullable String secret,
        @Nullable Map<String, Object> jwks,
        List<String> redirectUris,
        List<String> scopes) {

    App {
        redirectUris = List.copyOf(redirectUris);
        scopes = List.copyOf(scopes);
    }

    boolean actsForItself() {
        return redirectUris.isEmpty();
    }

    /** @throws IllegalArgumentException when it has none or they cannot be read */
    JWKSet keys() {
        try {
            if (jwks == null) {
                throw new IllegalArgumentException("The app " + clientId + " has no jwks.");
            }
            return JWKSet.parse(jwks).toPublicJWKSet();
        } catch (ParseException e) {
            throw new IllegalArgumentException("The jwks of the app " + clientId + " cannot be read.", e);
        }
    }
}
