package org.ancregistry.portals.authorization;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ErrorAuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Lets only programs that proved who they are push an authorization request (RFC 9126 section 2.1). The library's endpoint
 * stands before its own check for that, and fails when it finds nobody.
 */
final class KnownPusher implements AuthenticationConverter, AuthenticationFailureHandler {

    /**
     * Reads what no other converter could, and refuses it. The library takes a form without {@code response_type} for none
     * of its own, and then fails for having nothing to look at.
     */
    static final AuthenticationConverter LAST = request -> {
        throw new OAuth2AuthenticationException(new OAuth2Error(
                OAuth2ErrorCodes.INVALID_REQUEST, "OAuth 2.0 Parameter: " + OAuth2ParameterNames.RESPONSE_TYPE, null));
    };

    private final AuthenticationFailureHandler others = new OAuth2ErrorAuthenticationFailureHandler();

    /** Leaves the request itself to those who read it. */
    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return null;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (failure instanceof OAuth2AuthenticationException known
                && known.getError().getErrorCode().equals(OAuth2ErrorCodes.INVALID_CLIENT)) {
            UnknownClient.answer(response);
        } else {
            others.onAuthenticationFailure(request, response, failure);
        }
    }
}
