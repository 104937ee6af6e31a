package org.ancregistry.portals.authorization;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * Every program that may ask for tokens: our portals, which prove themselves with the server's own key, and the apps of
 * the apps file. All must use PKCE.
 */
final class Clients {

    private final Installation installation;
    private final AuthorizationProperties settings;
    private final List<App> apps;
    private final Map<String, JWKSet> keys = new HashMap<>();

    Clients(Installation installation, AuthorizationProperties settings, SigningKey key, @Nullable Path appsFile) {
        this.installation = installation;
        this.settings = settings;
        this.apps = appsFile == null ? List.of() : read(appsFile);
        var own = new JWKSet(key.jwk()).toPublicJWKSet();
        Arrays.stream(Portal.values()).forEach(portal -> keys.put(portal.clientId(), own));
        apps.stream()
                .filter(app -> app.authentication().equals(ClientAuthenticationMethod.PRIVATE_KEY_JWT.getValue()))
                .forEach(app -> keys.put(app.clientId(), app.keys()));
    }

    private static List<App> read(Path file) {
        try {
            var json = new ObjectMapper();
            return List.of(json.readValue(Files.readString(file), App[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("anc.apps.file " + file + " cannot be read.", e);
        }
    }

    /** The public keys of a client that proves itself by a signature. */
    Optional<JWKSet> keysOf(String clientId) {
        return Optional.ofNullable(keys.get(clientId));
    }

    RegisteredClientRepository repository() {
        var all = new ArrayList<RegisteredClient>();
        Arrays.stream(Portal.values()).map(this::portal).forEach(all::add);
        apps.stream().map(this::app).forEach(all::add);
        return new InMemoryRegisteredClientRepository(all);
    }

    private RegisteredClient portal(Portal portal) {
        return client(portal.clientId(), Set.of(portal.scope()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(installation.at(portal.callbackPath()).toString())
                .build();
    }

    private RegisteredClient app(App app) {
        var client = client(app.clientId(), Set.copyOf(app.scopes()))
                .clientName(app.name())
                .clientSecret(app.secret())
                .clientAuthenticationMethod(new ClientAuthenticationMethod(app.authentication()))
                .redirectUris(uris -> uris.addAll(app.redirectUris()));
        if (app.actsForItself()) {
            return client.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .build();
        }
        client.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE);
        if (app.scopes().contains("offline_access")) {
            client.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN);
        }
        return client.build();
    }

    private RegisteredClient.Builder client(String id, Set<String> scopes) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .scopes(all -> all.addAll(scopes))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.RS256)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(settings.accessTokenLife())
                        .refreshTokenTimeToLive(settings.refreshTokenLife())
                        .reuseRefreshTokens(false)
                        .build());
    }
}
