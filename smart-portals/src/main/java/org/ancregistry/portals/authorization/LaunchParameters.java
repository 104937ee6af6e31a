package org.ancregistry.portals.authorization;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.HashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;

/**
 * Tells an app, beside its token, whose record it is about (SMART App Launch 2.2, "launch context arrives with your access
 * token"). The app fills a window of its own, so that it has to show whose record it is.
 */
final class LaunchParameters implements Consumer<OAuth2AccessTokenAuthenticationContext> {

    @Override
    public void accept(OAuth2AccessTokenAuthenticationContext context) {
        OAuth2AccessTokenAuthenticationToken given = context.getAuthentication();
        var token = given.getAccessToken().getTokenValue();
        var patient = claim(token, "patient");
        var answer = context.getAccessTokenResponse();
        if (patient != null && answer != null) {
            var more = new HashMap<String, Object>(given.getAdditionalParameters());
            more.put("patient", patient);
            more.put("need_patient_banner", true);
            var encounter = claim(token, "encounter");
            if (encounter != null) {
                more.put("encounter", encounter);
            }
            answer.additionalParameters(more);
        }
    }

    private static @Nullable String claim(String token, String name) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet().getStringClaim(name);
        } catch (ParseException e) {
            throw new IllegalStateException("An access token of ours is no JWT.", e);
        }
    }
}
