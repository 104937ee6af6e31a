package org.ancregistry.portals.authorization;

import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads from a signed assertion which client it is of, for clients that do not say so beside it (SMART Backend Services).
 * Whether it is true is checked afterwards with that client's keys.
 */
final class AssertionOfClient implements AuthenticationConverter {

    private static final String KIND = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final ClientAuthenticationMethod METHOD = new ClientAuthenticationMethod(KIND);
    private static final int LONGEST = 16 * 1024;

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var assertions = request.getParameterValues("client_assertion");
        if (assertions == null
                || assertions.length != 1
                || assertions[0].length() > LONGEST
                || request.getParameter("client_id") != null
                || !KIND.equals(request.getParameter("client_assertion_type"))) {
            return null;
        }
        var issuer = issuer(assertions[0]);
        return issuer == null
                ? null
                : new OAuth2ClientAuthenticationToken(issuer, METHOD, assertions[0], otherParameters(request));
    }

    private static @Nullable String issuer(String assertion) {
        try {
            return SignedJWT.parse(assertion).getJWTClaimsSet().getIssuer();
        } catch (ParseException | IllegalArgumentException e) {
            return null;
        }
    }

    private static Map<String, Object> otherParameters(HttpServletRequest request) {
        var others = new HashMap<String, Object>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.startsWith("client_")) {
                others.put(name, values.length == 1 ? values[0] : values);
            }
        });
        return others;
    }
}
