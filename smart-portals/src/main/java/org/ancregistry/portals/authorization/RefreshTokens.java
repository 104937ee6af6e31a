package org.ancregistry.portals.authorization;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.ancregistry.portals.keys.Randomness;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/**
 * Gives refresh tokens to our portals and to apps that the person let go on: for as long as she is signed in
 * ({@code online_access}), or also when she is away ({@code offline_access}). To public apps too, since each token works
 * once.
 */
final class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {

    private final Duration life;
    private final Duration offlineLife;

    RefreshTokens(Duration life, Duration offlineLife) {
        this.life = life;
        this.offlineLife = offlineLife;
    }

    @Override
    public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
        if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
            return null;
        }
        var portal =
                Portal.ofClient(context.getRegisteredClient().getClientId()).isPresent();
        var granted = granted(context);
        if (granted.contains("offline_access")) {
            return lasting(offlineLife);
        }
        return portal || granted.contains("online_access") ? lasting(life) : null;
    }

    /** What the person gave, also when this refresh asks for less. */
    private static Set<String> granted(OAuth2TokenContext context) {
        var authorization = context.getAuthorization();
        return authorization == null ? context.getAuthorizedScopes() : authorization.getAuthorizedScopes();
    }

    private static OAuth2RefreshToken lasting(Duration life) {
        var now = Instant.now();
        return new OAuth2RefreshToken(Randomness.token(), now, now.plus(life));
    }
}
