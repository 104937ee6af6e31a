package org.ancregistry.portals.authorization;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.access.SmartScope;
import org.ancregistry.portals.apps.Launches;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/**
 * Whose record an app's token is about: a mother's own; the one that was open when a member of staff opened the app from a
 * page of ours; or the one that she picks, when the app was opened by itself.
 */
final class LaunchContext {

    /** The attribute of an authorization that holds {@code Patient/…}. */
    static final String PATIENT = "anc.patient";

    /** The attribute that holds {@code Encounter/…}, where one was going on when the app was opened. */
    static final String ENCOUNTER = "anc.encounter";

    private static final String OF_A_MOTHER = "Patient/";
    private static final String OF_STAFF = "Practitioner/";

    private final Launches launches;

    LaunchContext(Launches launches) {
        this.launches = launches;
    }

    /** Refuses a request with a launch id that is not this person's and app's, is used, or is too old. */
    void check(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        if (request.getScopes().contains("launch")) {
            var id = request.getAdditionalParameters().get("launch");
            var launch = id instanceof String text ? launches.open(text) : Optional.<Launches.Launch>empty();
            var who = request.getPrincipal() instanceof Authentication person ? person.getName() : "";
            if (launch.filter(open -> open.clientId().equals(request.getClientId()))
                    .filter(open -> !isPerson(who) || open.person().equals(who))
                    .isEmpty()) {
                throw refused(request);
            }
        }
    }

    private static OAuth2AuthorizationCodeRequestAuthenticationException refused(
            OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        var error = new OAuth2Error(
                OAuth2ErrorCodes.INVALID_REQUEST,
                "The launch was used, is too old, or was begun by somebody else. Open the app again.",
                null);
        return new OAuth2AuthorizationCodeRequestAuthenticationException(error, request);
    }

    /** A new authorization with the woman whom it is about, if it is about one already; its launch is used up. */
    OAuth2Authorization begin(OAuth2Authorization authorization) {
        var person = authorization.getPrincipalName();
        OAuth2AuthorizationRequest request = authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
        if (request == null || !isPerson(person)) {
            return authorization;
        }
        if (request.getScopes().contains("launch")) {
            return launches.use(String.valueOf(request.getAdditionalParameters().get("launch")))
                    .filter(launch -> launch.person().equals(person))
                    .filter(launch -> launch.clientId().equals(request.getClientId()))
                    .map(launch -> about(authorization, launch.patient(), launch.encounter()))
                    .orElseThrow(() -> refused(asToken(request, person)));
        }
        return person.startsWith(OF_A_MOTHER) ? about(authorization, person, null) : authorization;
    }

    private static OAuth2Authorization about(
            OAuth2Authorization authorization, String patient, @Nullable String encounter) {
        var about = OAuth2Authorization.from(authorization).attribute(PATIENT, patient);
        return (encounter == null ? about : about.attribute(ENCOUNTER, encounter)).build();
    }

    private static OAuth2AuthorizationCodeRequestAuthenticationToken asToken(
            OAuth2AuthorizationRequest request, String person) {
        return new OAuth2AuthorizationCodeRequestAuthenticationToken(
                request.getAuthorizationUri(),
                request.getClientId(),
                UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()),
                request.getRedirectUri(),
                request.getState(),
                request.getScopes(),
                request.getAdditionalParameters());
    }

    private static boolean isPerson(String name) {
        return name.startsWith(OF_A_MOTHER) || name.startsWith(OF_STAFF);
    }

    /** Whether a member of staff must pick a record before an app with these scopes can do anything. */
    static boolean needsPick(String person, Set<String> scopes) {
        return person.startsWith(OF_STAFF)
                && !scopes.contains("launch")
                && scopes.stream().anyMatch(LaunchContext::isAboutOneWoman);
    }

    private static boolean isAboutOneWoman(String scope) {
        return scope.equals("launch/patient")
                || SmartScope.parse(scope)
                        .filter(parsed -> parsed.context().equals("patient"))
                        .isPresent();
    }
}
