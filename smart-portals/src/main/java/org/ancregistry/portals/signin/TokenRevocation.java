package org.ancregistry.portals.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.ancregistry.portals.authorization.IssuedTokens;
import org.ancregistry.portals.authorization.Portal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Signing out takes back the tokens that the portals of this session hold: a copied one is worth nothing then. */
final class TokenRevocation implements LogoutHandler {

    private static final Logger LOG = LoggerFactory.getLogger(TokenRevocation.class);
    private static final Authentication NOBODY =
            new AnonymousAuthenticationToken("none", "none", AuthorityUtils.createAuthorityList("NONE"));

    private final OAuth2AuthorizedClientRepository held;
    private final IssuedTokens issued;

    TokenRevocation(OAuth2AuthorizedClientRepository held, IssuedTokens issued) {
        this.held = held;
        this.issued = issued;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        for (var portal : Portal.values()) {
            OAuth2AuthorizedClient client = held.loadAuthorizedClient(portal.clientId(), NOBODY, request);
            if (client != null) {
                issued.revoke(client.getAccessToken().getTokenValue());
            }
        }
        if (authentication != null) {
            issued.revokeOnlineOf(authentication.getName());
            LOG.info("{} signed out", authentication.getName());
        }
    }
}
