package org.ancregistry.portals.authorization;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Lets a client ask about tokens with an access token of its own in place of its credentials (RFC 7662 section 2.1). */
final class BearerIntrospection implements AuthenticationConverter, AuthenticationProvider {

    private static final Pattern BEARER = Pattern.compile("(?i)bearer +([\\w.~+/-]{20,8192}=*)");
    private static final ClientAuthenticationMethod METHOD = new ClientAuthenticationMethod("bearer");

    private final OAuth2AuthorizationService authorizations;
    private final Clients clients;

    BearerIntrospection(OAuth2AuthorizationService authorizations, Clients clients) {
        this.authorizations = authorizations;
        this.clients = clients;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null || !request.getServletPath().equals("/oauth2/introspect")) {
            return null;
        }
        var bearer = BEARER.matcher(header);
        return bearer.matches()
                ? new OAuth2ClientAuthenticationToken("bearer", METHOD, bearer.group(1), Map.of())
                : null;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** Null for whoever proves itself otherwise. */
    @Override
    public @Nullable Authentication authenticate(Authentication shown) {
        if (!(shown instanceof OAuth2ClientAuthenticationToken asked)
                || !METHOD.equals(asked.getClientAuthenticationMethod())) {
            return null;
        }
        var token = String.valueOf(asked.getCredentials());
        var authorization = authorizations.findByToken(token, OAuth2TokenType.ACCESS_TOKEN);
        var access = authorization == null ? null : authorization.getAccessToken();
        var client = authorization == null || access == null || !access.isActive() || isBound(authorization)
                ? null
                : clients.findById(authorization.getRegisteredClientId());
        if (client == null) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(client, METHOD, null);
    }

    /** A token that is bound to a key proves nothing by itself (RFC 9449 section 7.1). */
    private static boolean isBound(OAuth2Authorization authorization) {
        return authorization.getAttribute(BoundKey.THUMBPRINT) != null;
    }
}
