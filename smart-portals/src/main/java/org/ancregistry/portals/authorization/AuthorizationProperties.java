package org.ancregistry.portals.authorization;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The authorization server.
 *
 * @param signingKey the file (PEM or JWK) with the RSA key that signs access tokens; the same on every node. Outside
 *     production a missing file is made
 * @param furtherKeys files with further RSA keys, private or public, whose tokens are believed too: the next key while
 *     the nodes learn it, and the former one until what it signed has ended
 * @param internalUrl where the portals reach the authorization server, when not at the public address
 * @param accessTokenLife how long an access token is good for
 * @param refreshTokenLife how long a refresh token is, from its last use
 * @param offlineTokenLife the same for an app that somebody lets go on while she is away
 */
@Validated
@ConfigurationProperties("anc.authorization")
record AuthorizationProperties(
        @NotNull Path signingKey,
        @DefaultValue List<Path> furtherKeys,
        @Nullable URI internalUrl,
        @DefaultValue("10m") Duration accessTokenLife,
        @DefaultValue("30m") Duration refreshTokenLife,
        @DefaultValue("30d") Duration offlineTokenLife) {

    String tokenEndpoint(Installation installation) {
        var base = internalUrl == null ? installation.issuer() : internalUrl.toString();
        return base + "/oauth2/token";
    }
}
