package org.ancregistry.portals.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ancregistry.portals.authorization.Portal;
import org.ancregistry.portals.keys.Randomness;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Access tokens from the session, refreshed before they end. A page that is only read refreshes early, so that a form
 * which is sent from it minutes later seldom has to.
 */
final class PortalAccessTokens implements AccessTokens {

    private static final Duration EARLY = Duration.ofMinutes(3);
    private static final Duration LATE = Duration.ofMinutes(1);
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final OAuth2AuthorizedClientRepository held;
    private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshes;
    private final Map<String, Refreshed> recent = new ConcurrentHashMap<>();

    PortalAccessTokens(
            OAuth2AuthorizedClientRepository held,
            OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshes) {
        this.held = held;
        this.refreshes = refreshes;
    }

    /** What a refresh gave, for the other request of the same session that came with the same old token. */
    private record Refreshed(
            OAuth2AccessToken access, @Nullable OAuth2RefreshToken refresh, Instant at) {}

    @Override
    public String current(HttpServletRequest request) {
        var person = SecurityContextHolder.getContext().getAuthentication();
        var portal = Portal.ofPath(request.getRequestURI()
                        .substring(request.getContextPath().length()))
                .or(() -> portalOf(person))
                .orElseThrow(() -> new IllegalStateException("No portal has pages there."));
        OAuth2AuthorizedClient client = held.loadAuthorizedClient(portal.clientId(), person, request);
        if (client == null) {
            throw new SignInAgain(portal.clientId());
        }
        var valid = lastsFor(client.getAccessToken(), request.getMethod().equals("GET") ? EARLY : LATE)
                ? client
                : refreshed(client, person, request);
        return valid.getAccessToken().getTokenValue();
    }

    /** Pages of all portals, as the one on which an app is let in, are read in the portal where the person signed in. */
    private static Optional<Portal> portalOf(@Nullable Authentication person) {
        return person != null && person.getPrincipal() instanceof SignedInPerson signedIn
                ? Portal.of(signedIn.role())
                : Optional.empty();
    }

    private static boolean lastsFor(OAuth2AccessToken token, Duration margin) {
        var end = token.getExpiresAt();
        return end != null && end.isAfter(Instant.now().plus(margin));
    }

    private OAuth2AuthorizedClient refreshed(
            OAuth2AuthorizedClient client, Authentication person, HttpServletRequest request) {
        var registration = client.getClientRegistration();
        var response = response();
        try {
            var tokens = refresh(client);
            var renewed = new OAuth2AuthorizedClient(registration, person.getName(), tokens.access(), tokens.refresh());
            held.saveAuthorizedClient(renewed, person, request, response);
            return renewed;
        } catch (OAuth2AuthorizationException refused) {
            held.removeAuthorizedClient(registration.getRegistrationId(), person, request, response);
            throw new SignInAgain(registration.getRegistrationId());
        }
    }

    private Refreshed refresh(OAuth2AuthorizedClient client) {
        var old = client.getRefreshToken();
        if (old == null) {
            throw new SignInAgain(client.getClientRegistration().getRegistrationId());
        }
        recent.values().removeIf(done -> done.at().plus(REMEMBERED).isBefore(Instant.now()));
        return recent.computeIfAbsent(Randomness.digest(old.getTokenValue()), digest -> ask(client, old));
    }

    private Refreshed ask(OAuth2AuthorizedClient client, OAuth2RefreshToken old) {
        var answer = refreshes.getTokenResponse(
                new OAuth2RefreshTokenGrantRequest(client.getClientRegistration(), client.getAccessToken(), old));
        return new Refreshed(answer.getAccessToken(), answer.getRefreshToken(), Instant.now());
    }

    private static HttpServletResponse response() {
        if (RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes servlet
                && servlet.getResponse() != null) {
            return servlet.getResponse();
        }
        throw new IllegalStateException("Access tokens are for requests.");
    }
}
