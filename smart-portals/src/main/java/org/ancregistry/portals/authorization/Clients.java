package org.ancregistry.portals.authorization;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ancregistry.portals.apps.App;
import org.ancregistry.portals.apps.AppKeys;
import org.ancregistry.portals.apps.Apps;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * Every program that may ask for tokens: our portals, which prove themselves with the server's own key, and the registered
 * apps. All must use PKCE. A client's internal id is its client id.
 */
final class Clients implements RegisteredClientRepository {

    private static final Logger LOG = LoggerFactory.getLogger(Clients.class);

    /** SMART Backend Services: at most five minutes. */
    private static final Duration LIFE_FOR_ITSELF = Duration.ofMinutes(5);

    private final Installation installation;
    private final AuthorizationProperties settings;
    private final Apps apps;
    private final AppKeys appKeys;
    private final JWKSet ownKeys;
    private final Map<String, RegisteredClient> portals;

    Clients(
            Installation installation,
            AuthorizationProperties settings,
            BelievedKeys believed,
            Apps apps,
            AppKeys appKeys) {
        this.installation = installation;
        this.settings = settings;
        this.apps = apps;
        this.appKeys = appKeys;
        this.ownKeys = believed.keys();
        this.portals = Arrays.stream(Portal.values())
                .map(this::portal)
                .collect(Collectors.toUnmodifiableMap(RegisteredClient::getClientId, Function.identity()));
    }

    /** The public keys of a client that proves itself by a signature; none for one that does not. */
    JWKSet keysOf(String clientId, String keyId) {
        return portals.containsKey(clientId)
                ? ownKeys
                : apps.of(clientId).map(app -> appKeys.of(app, keyId)).orElseGet(JWKSet::new);
    }

    /** Where a client keeps its keys, when it registered an address for them. */
    @Nullable
    String keysAddress(String clientId) {
        return apps.of(clientId).map(App::jwksUri).map(Object::toString).orElse(null);
    }

    /** Whether people are not asked before this client gets a token: our portals, and programs of the installation. */
    boolean isTrusted(String clientId) {
        return portals.containsKey(clientId)
                || apps.of(clientId).filter(App::trusted).isPresent();
    }

    boolean mayIntrospect(String clientId) {
        return apps.of(clientId).filter(App::introspects).isPresent();
    }

    boolean mayRegisterApps(String clientId) {
        return apps.of(clientId).filter(App::registersApps).isPresent();
    }

    /** Asked for when a secret's hash is weaker than the library would make it: what was registered stays as it is. */
    @Override
    public void save(RegisteredClient client) {
        LOG.warn("The secret of {} is kept under a weak hash: register it anew.", client.getClientId());
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        var portal = portals.get(clientId);
        return portal != null ? portal : apps.of(clientId).map(this::app).orElse(null);
    }

    private RegisteredClient portal(Portal portal) {
        return client(portal.clientId(), Set.of(portal.scope()), settings.accessTokenLife())
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(installation.at(portal.callbackPath()).toString())
                .build();
    }

    private RegisteredClient app(App app) {
        var life = app.actsForItself() ? LIFE_FOR_ITSELF : settings.accessTokenLife();
        var client = client(app.clientId(), app.scopes(), life)
                .clientName(app.name())
                .clientSecret(app.secret())
                .clientAuthenticationMethod(new ClientAuthenticationMethod(app.authentication()))
                .redirectUris(uris -> uris.addAll(app.redirectUris()));
        if (app.actsForItself()) {
            return client.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .build();
        }
        return client.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .build();
    }

    private RegisteredClient.Builder client(String id, Set<String> scopes, Duration accessTokenLife) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .scopes(all -> all.addAll(scopes))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.RS256)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(accessTokenLife)
                        .refreshTokenTimeToLive(settings.refreshTokenLife())
                        .reuseRefreshTokens(false)
                        .build());
    }
}
