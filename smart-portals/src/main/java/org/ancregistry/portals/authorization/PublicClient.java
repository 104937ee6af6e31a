package org.ancregistry.portals.authorization;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Lets an app that can keep no secret refresh and give back its tokens by its client id, or refresh by the refresh token
 * alone (SMART App Launch wants no more of it). The refresh token itself is the proof: it is bound to the client, works
 * once, and shown twice it ends all that came from it.
 */
final class PublicClient implements AuthenticationConverter, AuthenticationProvider {

    private final Clients clients;
    private final JdbcAuthorizations authorizations;

    PublicClient(Clients clients, JdbcAuthorizations authorizations) {
        this.clients = clients;
        this.authorizations = authorizations;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var refreshes = "refresh_token".equals(request.getParameter("grant_type"));
        var meant = refreshes || request.getServletPath().equals("/oauth2/revoke");
        if (!meant || isProven(request)) {
            return null;
        }
        var clientId = request.getParameterValues("client_id");
        if (clientId == null) {
            return refreshes ? whoseTokenItIs(request.getParameter("refresh_token")) : null;
        }
        return clientId.length == 1 ? new Shown(clientId[0]) : null;
    }

    private static boolean isProven(HttpServletRequest request) {
        return request.getHeader("Authorization") != null
                || request.getParameter("client_secret") != null
                || request.getParameter("client_assertion") != null
                || request.getParameter("code_verifier") != null;
    }

    private @Nullable Authentication whoseTokenItIs(@Nullable String refreshToken) {
        return refreshToken == null
                ? null
                : authorizations
                        .clientOfRefreshToken(refreshToken)
                        .map(Shown::new)
                        .orElse(null);
    }

    /** A client id with nothing beside it. */
    private static final class Shown extends OAuth2ClientAuthenticationToken {

        private static final long serialVersionUID = 1L;

        Shown(String clientId) {
            super(clientId, ClientAuthenticationMethod.NONE, null, Map.of());
        }

        /** Two that show the same are of the same client; the class adds nothing. */
        @Override
        public boolean equals(Object other) {
            return super.equals(other);
        }

        @Override
        public int hashCode() {
            return super.hashCode();
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return Shown.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication shown) {
        var client = clients.findByClientId(String.valueOf(shown.getPrincipal()));
        if (client == null || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
    }
}
