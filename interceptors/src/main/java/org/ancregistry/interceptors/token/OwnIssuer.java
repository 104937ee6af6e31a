package org.ancregistry.interceptors.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Locale;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.access.Role;
import org.jspecify.annotations.Nullable;

/** Our own authorization server, whose tokens say everything: who, in which role, where, for what and why. */
public final class OwnIssuer implements TrustedIssuer {

    private static final Set<String> TYPES = Set.of("at+jwt", "application/at+jwt");

    private final String issuer;
    private final String fhirBase;
    private final SigningKeys keys;
    private final RevokedTokens revoked;

    /**
     * @param issuer the authorization server's {@code iss}
     * @param fhirBase the FHIR API's address, which every token must be meant for
     * @param revoked which of its tokens were withdrawn; only he knows, by their {@code jti}
     */
    public OwnIssuer(String issuer, String fhirBase, SigningKeys keys, RevokedTokens revoked) {
        this.issuer = issuer;
        this.fhirBase = fhirBase;
        this.keys = keys;
        this.revoked = revoked;
    }

    @Override
    public boolean isNamed(String iss) {
        return issuer.equals(iss);
    }

    @Override
    public Set<JWSAlgorithm> algorithms() {
        return Set.of(JWSAlgorithm.RS256);
    }

    /** RFC 9068, section 4: the type tells an access token from an ID token of the same issuer. */
    @Override
    public boolean accepts(@Nullable JOSEObjectType type) {
        return type != null && TYPES.contains(type.getType().toLowerCase(Locale.ROOT));
    }

    @Override
    public SigningKeys keys() {
        return keys;
    }

    @Override
    public Caller caller(JWTClaimsSet set) throws InvalidToken {
        if (!set.getAudience().contains(fhirBase)) {
            throw new InvalidToken(TokenFault.AUDIENCE);
        }
        var claims = new Claims(set);
        var tokenId = claims.required("jti");
        if (revoked.revoked(tokenId)) {
            throw new InvalidToken(TokenFault.REVOKED);
        }
        return caller(claims, tokenId);
    }

    private static Caller caller(Claims claims, String tokenId) throws InvalidToken {
        var role = Role.of(claims.required("anc_role")).orElseThrow(() -> new InvalidToken(TokenFault.CLAIMS));
        return new Caller(
                person(claims, role),
                role,
                claims.optionalReference("Organization", "anc_facility"),
                claims.references("Organization", "anc_areas"),
                claims.words("scope"),
                claims.required("client_id"),
                purpose(claims, role),
                tokenId,
                launched(claims, role));
    }

    /** Whose record an app was opened for; a mother's own is no news. */
    private static @Nullable String launched(Claims claims, Role role) throws InvalidToken {
        var patient = claims.optional("patient");
        return role == Role.MOTHER || patient.isEmpty()
                ? null
                : Claims.reference("Patient", "Patient/" + patient.get());
    }

    private static String person(Claims claims, Role role) throws InvalidToken {
        var subject = claims.required("sub");
        if (role == Role.SYSTEM) {
            return subject;
        }
        var person = Claims.reference(role == Role.MOTHER ? "Patient" : "Practitioner", subject);
        var launched = claims.optional("patient");
        if (role == Role.MOTHER && launched.isPresent() && !person.equals("Patient/" + launched.get())) {
            throw new InvalidToken(TokenFault.CLAIMS);
        }
        return person;
    }

    private static Purpose purpose(Claims claims, Role role) throws InvalidToken {
        var code = claims.optional("purpose_of_use");
        if (code.isEmpty()) {
            return Purpose.usual(role);
        }
        for (var purpose : Purpose.values()) {
            if (purpose.code().equals(code.get())) {
                return purpose;
            }
        }
        throw new InvalidToken(TokenFault.CLAIMS);
    }
}
