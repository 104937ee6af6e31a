package org.ancregistry.portals.authorization;

import java.util.function.Consumer;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/**
 * An app must say which FHIR server its token is for ({@code aud}, SMART App Launch 2.2), so that one that was lured to
 * another server never sends our token there.
 */
final class AudienceRule implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

    private final String fhirBase;

    AudienceRule(String fhirBase) {
        this.fhirBase = fhirBase;
    }

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        var audience = request.getAdditionalParameters().get("aud");
        if (!(audience instanceof String named) || !named.replaceAll("/$", "").equals(fhirBase)) {
            var error = new OAuth2Error(
                    OAuth2ErrorCodes.INVALID_REQUEST, "The parameter aud must be " + fhirBase + ".", null);
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(error, request);
        }
    }
}
