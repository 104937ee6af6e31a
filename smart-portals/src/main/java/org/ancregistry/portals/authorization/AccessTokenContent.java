package org.ancregistry.portals.authorization;

import java.util.List;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.access.StaffDirectory;
import org.ancregistry.domain.access.StaffMember;
import org.ancregistry.portals.keys.Randomness;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Writes into an access token what the FHIR API decides by (RFC 9068, SMART App Launch 2.2): who, in which role, from
 * where and why. Read anew for each token, so that somebody who left has no token ten minutes later.
 */
final class AccessTokenContent implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private static final String PATIENT = "Patient/";

    private final Installation installation;
    private final StaffDirectory staff;
    private final UsedAssertions used;

    AccessTokenContent(Installation installation, StaffDirectory staff, UsedAssertions used) {
        this.installation = installation;
        this.staff = staff;
        this.used = used;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        var claims = context.getClaims();
        var person = context.getPrincipal().getName();
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            context.getJwsHeader().type("at+jwt");
            claims.audience(List.of(installation.fhirBase()));
            claims.id(id(context));
            claims.claim("client_id", context.getRegisteredClient().getClientId());
            claims.claim("scope", String.join(" ", context.getAuthorizedScopes()));
            BoundKey.claim(context, used).ifPresent(confirmation -> claims.claim("cnf", confirmation));
            describe(person, context, claims);
        } else if (context.getAuthorizedScopes().contains("fhirUser")) {
            claims.claim("fhirUser", absolute(person));
        }
    }

    /** Begins with the authorization's id, so that revoking the authorization ends every token that came from it. */
    private static String id(JwtEncodingContext context) {
        var authorization = context.getAuthorization();
        return authorization == null
                ? Randomness.token()
                : IssuedTokens.tokenId(authorization.getId(), Randomness.token());
    }

    private void describe(String person, JwtEncodingContext context, JwtClaimsSet.Builder claims) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            role(claims, context, Role.SYSTEM);
        } else if (person.startsWith(PATIENT)) {
            role(claims, context, Role.MOTHER);
            claims.claim("fhirUser", absolute(person));
            claims.claim("patient", person.substring(PATIENT.length()));
        } else {
            describe(memberOfStaff(person), context, claims);
            addRecord(context, claims);
        }
    }

    /** The record that was open or picked when staff let the app in, and the contact that was going on then. */
    private static void addRecord(JwtEncodingContext context, JwtClaimsSet.Builder claims) {
        var authorization = context.getAuthorization();
        if (authorization == null) {
            return;
        }
        String patient = authorization.getAttribute(LaunchContext.PATIENT);
        String encounter = authorization.getAttribute(LaunchContext.ENCOUNTER);
        if (patient != null) {
            claims.claim("patient", patient.substring(PATIENT.length()));
        }
        if (encounter != null) {
            claims.claim("encounter", encounter.substring("Encounter/".length()));
        }
    }

    private StaffMember memberOfStaff(String person) {
        return staff.of(person).orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
    }

    private void describe(StaffMember member, JwtEncodingContext context, JwtClaimsSet.Builder claims) {
        role(claims, context, member.role());
        claims.claim("fhirUser", absolute(member.practitioner()));
        claims.claim("anc_areas", List.copyOf(member.areas()));
        var facility = member.facility();
        if (facility != null) {
            claims.claim("anc_facility", facility);
        }
    }

    /** A portal gives tokens to its own roles only: a mother has none of the midwives'. */
    private static void role(JwtClaimsSet.Builder claims, JwtEncodingContext context, Role role) {
        var portal = Portal.ofClient(context.getRegisteredClient().getClientId());
        if (portal.isPresent() && !portal.get().roles().contains(role)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
        claims.claim("anc_role", role.code());
        claims.claim("purpose_of_use", Purpose.usual(role).code());
    }

    private String absolute(String reference) {
        return installation.fhirBase() + "/" + reference;
    }
}
