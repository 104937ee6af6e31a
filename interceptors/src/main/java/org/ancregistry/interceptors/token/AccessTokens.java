package org.ancregistry.interceptors.token;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.interceptors.token.BelievedTokens.Said;

/**
 * Says who stands behind a bearer token, or what is wrong with it. Only the issuer's own keys count: whatever address or
 * key a token brings along is not looked at.
 */
public final class AccessTokens {

    static final int LONGEST = 8 * 1024;

    private static final Pattern COMPACT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private final List<TrustedIssuer> issuers;
    private final TokenTimes times;
    private final BelievedTokens believed;
    private final Possession possession;

    /**
     * @param issuers an {@link OwnIssuer}, and an {@link EsignetIssuer} for each provider that is switched on
     * @param used the proofs of possession that were shown before
     */
    public AccessTokens(List<? extends TrustedIssuer> issuers, UsedProofs used, Clock clock) {
        this.issuers = List.copyOf(issuers);
        this.times = new TokenTimes(clock);
        this.believed = new BelievedTokens(clock);
        this.possession = new Possession(used, clock);
    }

    /** Who stands behind the token of a bearer. */
    Caller caller(String token) throws InvalidToken, KeysUnavailable {
        return caller(Shown.bearer(token));
    }

    /**
     * @throws InvalidToken the token is bad
     * @throws KeysUnavailable nobody can say just now
     */
    Caller caller(Shown shown) throws InvalidToken, KeysUnavailable {
        var known = believed.by(shown.token());
        var said = known == null ? checked(shown.token()) : known;
        times.check(said.claims());
        possession.check(shown, said.claims());
        return said.issuer().caller(said.claims());
    }

    /** It is remembered with the keys of before and after: when they changed meanwhile, it is checked again next time. */
    private Said checked(String token) throws InvalidToken, KeysUnavailable {
        var jwt = parse(token);
        var claims = claims(jwt);
        var said = new Said(claims, issuer(claims));
        checkHeader(jwt.getHeader(), said.issuer());
        var keys = said.issuer().keys();
        var before = keys.known();
        Signature.of(jwt).checkAgainst(keys);
        var ends = claims.getExpirationTime();
        if (ends != null && before.equals(keys.known())) {
            believed.add(token, said, before, ends.toInstant());
        }
        return said;
    }

    private static SignedJWT parse(String token) throws InvalidToken {
        if (token.length() > LONGEST) {
            throw new InvalidToken(TokenFault.TOO_LONG);
        }
        if (!COMPACT.matcher(token).matches()) {
            throw new InvalidToken(TokenFault.NOT_A_JWT);
        }
        try {
            return SignedJWT.parse(token);
        } catch (ParseException | IllegalArgumentException e) {
            throw new InvalidToken(TokenFault.NOT_A_JWT);
        }
    }

    private static JWTClaimsSet claims(SignedJWT jwt) throws InvalidToken {
        try {
            return jwt.getJWTClaimsSet();
        } catch (ParseException e) {
            throw new InvalidToken(TokenFault.CLAIMS);
        }
    }

    private TrustedIssuer issuer(JWTClaimsSet claims) throws InvalidToken {
        var name = claims.getIssuer();
        return issuers.stream()
                .filter(issuer -> name != null && issuer.isNamed(name))
                .findFirst()
                .orElseThrow(() -> new InvalidToken(TokenFault.ISSUER));
    }

    private static void checkHeader(JWSHeader header, TrustedIssuer issuer) throws InvalidToken {
        if (header.getCriticalParams() != null) {
            throw new InvalidToken(TokenFault.CRITICAL_HEADER);
        }
        if (!issuer.algorithms().contains(header.getAlgorithm())) {
            throw new InvalidToken(TokenFault.ALGORITHM);
        }
        if (!issuer.accepts(header.getType())) {
            throw new InvalidToken(TokenFault.TYPE);
        }
    }
}
