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
 * Lets an app that can keep no secret refresh and give back its tokens by its client id. The refresh token itself is the
 * proof: it is bound to the client, works once, and shown twice it ends all that came from it.
 */
final class PublicClient implements AuthenticationConverter, AuthenticationProvider {

    private final Clients clients;

    PublicClient(Clients clients) {
        this.clients = clients;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var clientId = request.getParameterValues("client_id");
        var proven = request.getHeader("Authorization") != null
                || request.getParameter("client_secret") != null
                || request.getParameter("client_assertion") != null
                || request.getParameter("code_verifier") != null;
        var meant = "refresh_token".equals(request.getParameter("grant_type"))
                || request.getServletPath().equals("/oauth2/revoke");
        return proven || !meant || clientId == null || clientId.length != 1 ? null : new Shown(clientId[0]);
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
