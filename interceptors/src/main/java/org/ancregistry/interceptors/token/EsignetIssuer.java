package org.ancregistry.interceptors.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.identity.Subject;
import org.jspecify.annotations.Nullable;

/** An eSignet whose access tokens are taken directly; they say only who somebody is, so the registry says the rest. */
public final class EsignetIssuer implements TrustedIssuer {

    /** Versions before 2.0 give no type at all. */
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");
    /** What only an ID token has. */
    private static final List<String> OF_AN_ID_TOKEN = List.of("nonce", "auth_time", "at_hash");

    private final DirectSignIn accepted;
    private final Set<JWSAlgorithm> algorithms;
    private final SigningKeys keys;
    private final PeopleBehindSubjects people;

    public EsignetIssuer(DirectSignIn accepted, SigningKeys keys, PeopleBehindSubjects people) {
        this.accepted = accepted;
        this.algorithms =
                accepted.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toUnmodifiableSet());
        this.keys = keys;
        this.people = people;
    }

    @Override
    public boolean isNamed(String iss) {
        return accepted.issuers().contains(iss);
    }

    @Override
    public Set<JWSAlgorithm> algorithms() {
        return algorithms;
    }

    @Override
    public boolean accepts(@Nullable JOSEObjectType type) {
        return type == null || TYPES.contains(type.getType().toLowerCase(Locale.ROOT));
    }

    @Override
    public SigningKeys keys() {
        return keys;
    }

    @Override
    public Caller caller(JWTClaimsSet set) throws InvalidToken {
        if (OF_AN_ID_TOKEN.stream().anyMatch(set.getClaims()::containsKey)) {
            throw new InvalidToken(TokenFault.ID_TOKEN);
        }
        var claims = new Claims(set);
        var client = client(set, claims);
        var subject = new Subject(accepted.provider(), claims.required("sub"));
        return people.caller(subject, client, claims.optional("jti").orElse(null));
    }

    private String client(JWTClaimsSet set, Claims claims) throws InvalidToken {
        var audience = set.getAudience();
        if (audience.size() != 1 || !accepted.clients().contains(audience.get(0))) {
            throw new InvalidToken(TokenFault.AUDIENCE);
        }
        var client = audience.get(0);
        for (var name : List.of("azp", "client_id")) {
            if (!client.equals(claims.optional(name).orElse(client))) {
                throw new InvalidToken(TokenFault.CLIENT);
            }
        }
        return client;
    }
}
