package org.ancregistry.portals.apps;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program of somebody else's that people may let near their records, or that acts for itself, as it was registered.
 *
 * @param clientId its OAuth client id
 * @param name what people call it
 * @param authentication {@code none} (a public app), {@code client_secret_basic} or {@code private_key_jwt}
 * @param secret the secret's hash, as in <code>{bcrypt}$2a$…</code>, for {@code client_secret_basic}
 * @param jwks its public keys, for {@code private_key_jwt}
 * @param jwksUri where its public keys can be read instead
 * @param redirectUris where people come back to, exactly; empty for a program that acts for itself
 * @param launchUri where it is opened from a page of ours
 * @param scopes the SMART scopes that it may ask for
 * @param trusted whether people are not asked what they agree to: only for the installation's own programs
 * @param introspects whether it may ask about tokens that were given to others, as a resource server must
 * @param registersApps whether it may register other apps by the API: only for the installation's own programs
 */
public record App(
        String clientId,
        String name,
        String authentication,
        @Nullable String secret,
        @Nullable Map<String, Object> jwks,
        @Nullable URI jwksUri,
        List<String> redirectUris,
        @Nullable URI launchUri,
        Set<String> scopes,
        boolean trusted,
        boolean introspects,
        boolean registersApps) {

    public static final String PUBLIC = "none";
    public static final String SECRET = "client_secret_basic";
    public static final String KEY = "private_key_jwt";

    public App {
        clientId = Objects.requireNonNullElse(clientId, "");
        name = Objects.requireNonNullElse(name, "");
        authentication = Objects.requireNonNullElse(authentication, "");
        redirectUris = Objects.requireNonNullElse(redirectUris, List.of());
        scopes = Objects.requireNonNullElse(scopes, Set.of());
        redirectUris = List.copyOf(redirectUris);
        scopes = Set.copyOf(scopes);
    }

    public boolean actsForItself() {
        return redirectUris.isEmpty();
    }

    /** What a machine or a form may register: none of the powers that only the apps file gives. */
    public App withoutPowers(@Nullable String secretHash) {
        return new App(
                clientId,
                name,
                authentication,
                secretHash,
                jwks,
                jwksUri,
                redirectUris,
                launchUri,
                scopes,
                false,
                false,
                false);
    }

    /** Whether another definition says the same, whatever its secret. */
    boolean isLike(App other) {
        return withoutPowers(null).equals(other.withoutPowers(null));
    }

    /** The keys that were registered in place; empty when they are at an address. */
    Optional<JWKSet> ownKeys() {
        try {
            return jwks == null
                    ? Optional.empty()
                    : Optional.of(JWKSet.parse(jwks).toPublicJWKSet());
        } catch (ParseException e) {
            throw new IllegalArgumentException("The jwks of the app " + clientId + " cannot be read.", e);
        }
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "App[" + clientId + "]";
    }
}
