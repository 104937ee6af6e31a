package org.ancregistry.portals.authorization;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Sends people back to an app with its code, or with why there is none, and with who answers ({@code iss}, RFC 9207), so
 * that an app that knows several servers never takes the code of one to another.
 */
final class AuthorizationAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final String issuer;

    AuthorizationAnswers(String issuer) {
        this.issuer = issuer;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        if (authentication instanceof OAuth2AuthorizationCodeRequestAuthenticationToken granted) {
            var code = granted.getAuthorizationCode();
            send(response, granted, "code", value(code), null);
        }
    }

    private static String value(@Nullable OAuth2AuthorizationCode code) {
        return code == null ? "" : code.getTokenValue();
    }

    /** Where it is not certain that the address is the app's, nobody is sent there. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof OAuth2AuthorizationCodeRequestAuthenticationException refused
                && refused.getAuthorizationCodeRequestAuthentication() != null
                && refused.getAuthorizationCodeRequestAuthentication().getRedirectUri() != null) {
            var error = refused.getError();
            send(
                    response,
                    refused.getAuthorizationCodeRequestAuthentication(),
                    "error",
                    error.getErrorCode(),
                    error.getDescription());
        } else {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        }
    }

    private void send(
            HttpServletResponse response,
            OAuth2AuthorizationCodeRequestAuthenticationToken request,
            String name,
            String value,
            @Nullable String description)
            throws IOException {
        var address = UriComponentsBuilder.fromUriString(String.valueOf(request.getRedirectUri()))
                .queryParam(name, encoded(value))
                .queryParam("iss", encoded(issuer));
        if (description != null) {
            address.queryParam("error_description", encoded(description));
        }
        if (request.getState() != null && !request.getState().isEmpty()) {
            address.queryParam("state", encoded(request.getState()));
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address.build(true).toUriString());
        response.setHeader("Cache-Control", "no-store");
        response.flushBuffer();
    }

    private static String encoded(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }
}
