package org.ancregistry.portals.esignet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSADecrypter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.domain.person.NationalIdHasher;
import org.ancregistry.portals.esignet.EsignetRefused.Reason;
import org.ancregistry.portals.esignet.VerifiedIdentity.Originals;
import org.ancregistry.portals.keys.ClientAssertion;
import org.ancregistry.portals.keys.KeyFiles;
import org.ancregistry.portals.keys.Randomness;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** One eSignet: sends people to it, and learns from what they bring back who they are. */
public final class EsignetProvider {

    private static final SignedTokens.Faults ID_TOKEN =
            new SignedTokens.Faults(Reason.ID_TOKEN_MALFORMED, Reason.ID_TOKEN_ALGORITHM, Reason.ID_TOKEN_SIGNATURE);
    private static final SignedTokens.Faults USERINFO =
            new SignedTokens.Faults(Reason.USERINFO_MALFORMED, Reason.USERINFO_ALGORITHM, Reason.USERINFO_SIGNATURE);

    private final String id;
    private final ProviderProperties settings;
    private final AuthorizationRequests requests;
    private final TokenEndpoint tokens;
    private final ClientAssertion signInAssertion;
    private final ClientAssertion identityCheckAssertion;
    private final SignedTokens idTokens;
    private final IdTokenRules idTokenRules;
    private final UserinfoEndpoint userinfo;
    private final Demography demography;

    EsignetProvider(String id, ProviderProperties settings, NationalIdHasher hasher, Clock clock) {
        this.id = id;
        this.settings = settings;
        var http = new EsignetHttp(settings.patience());
        var discovery = new Discovery(settings, http, clock);
        var keys = new RemoteKeys(discovery::jwks, http, clock);
        requests = new AuthorizationRequests(id, settings, discovery);
        tokens = new TokenEndpoint(http, discovery, settings.assertion());
        var algorithm = settings.assertion().algorithm();
        signInAssertion = settings.clientFor(Purpose.SIGN_IN).assertion(algorithm, clock);
        identityCheckAssertion = settings.clientFor(Purpose.IDENTITY_CHECK).assertion(algorithm, clock);
        idTokens = new SignedTokens(keys, settings.idTokenAlgorithmSet(), ID_TOKEN);
        idTokenRules = new IdTokenRules(settings.issuers(), Set.copyOf(settings.acrValues()), clock);
        var signed = userinfoSignatures(settings.userinfo(), keys, http, clock);
        userinfo = new UserinfoEndpoint(
                http, discovery, decrypter(settings.userinfo().decryptionKey()), signed, clock);
        demography = new Demography(settings.userinfo(), hasher);
    }

    private static @Nullable SignedTokens userinfoSignatures(
            UserinfoProperties settings, VerificationKeys own, EsignetHttp http, Clock clock) {
        var algorithms = ProviderProperties.algorithms(settings.algorithms());
        return switch (settings.keys()) {
            case JWKS -> new SignedTokens(own, algorithms, USERINFO);
            case EXTRA_JWKS -> new SignedTokens(extraKeys(settings.jwks(), http, clock), algorithms, USERINFO);
            case KEY_FILE -> new SignedTokens(fileKeys(settings.keyFile()), algorithms, USERINFO);
            case TLS_ONLY -> null;
        };
    }

    private static VerificationKeys extraKeys(@Nullable URI jwks, EsignetHttp http, Clock clock) {
        if (jwks == null) {
            throw new IllegalArgumentException("userinfo.jwks is missing.");
        }
        return new RemoteKeys(() -> jwks, http, clock);
    }

    private static VerificationKeys fileKeys(@Nullable Path file) {
        if (file == null) {
            throw new IllegalArgumentException("userinfo.key-file is missing.");
        }
        return new FixedKeys(KeyFiles.publicKeys(file));
    }

    private static @Nullable RSADecrypter decrypter(@Nullable Path file) {
        try {
            return file == null
                    ? null
                    : new RSADecrypter(KeyFiles.privateKey(file).toRSAKey());
        } catch (JOSEException | ClassCastException e) {
            throw new IllegalArgumentException("userinfo.decryption-key is no RSA key.", e);
        }
    }

    /** Its configured id, under which its people are linked. */
    public String id() {
        return id;
    }

    /** What its button says in that language. */
    public String name(String language) {
        return settings.name().getOrDefault(language, settings.name().getOrDefault("en", id));
    }

    /** Our client id for that purpose. */
    public String clientId(Purpose purpose) {
        return settings.clientFor(purpose).id();
    }

    /**
     * Sends somebody there.
     *
     * @param redirectUri where she comes back to; registered at eSignet, without a query
     * @param language {@code si}, {@code ta} or {@code en}
     * @throws EsignetUnavailable when its discovery document cannot be read
     */
    public Departure depart(Purpose purpose, URI redirectUri, String language) {
        return requests.begin(purpose, redirectUri, language);
    }

    /**
     * Who signed in. Her details are not asked for.
     *
     * @throws EsignetRefused when what she brought back proves nobody
     * @throws EsignetUnavailable when that cannot be known now
     */
    public ProvenSignIn signedIn(PendingSignIn pending, Return back) {
        var idToken = authenticated(pending, back).idToken();
        return new ProvenSignIn(
                new Subject(id, idToken.getSubject()),
                idToken.getClaimAsString("acr"),
                authenticatedAt(idToken),
                idToken.getTokenValue());
    }

    /**
     * Who a mother is, with what she released.
     *
     * @throws EsignetRefused when what she brought back proves nobody
     * @throws EsignetUnavailable when that cannot be known now
     */
    public VerifiedIdentity identified(PendingSignIn pending, Return back) {
        var proof = authenticated(pending, back);
        var idToken = proof.idToken();
        var answer = userinfo.of(idToken.getSubject(), proof.accessToken());
        var claims = new ReleasedClaims(answer.claims());
        var asked = settings.claims().all();
        var granted = claims.grantedOf(asked);
        var declined = new HashSet<>(asked);
        declined.removeAll(granted);
        return new VerifiedIdentity(
                new Subject(id, idToken.getSubject()),
                demography.of(claims),
                asked,
                granted,
                declined,
                idToken.getClaimAsString("acr"),
                authenticatedAt(idToken),
                new Originals(idToken.getTokenValue(), keepable(answer, claims)));
    }

    private static Instant authenticatedAt(Jwt idToken) {
        var authTime = idToken.getClaimAsInstant("auth_time");
        return authTime != null ? authTime : idToken.getClaimAsInstant("iat");
    }

    /** A national ID number is kept nowhere, not even inside the signed original. */
    private static String keepable(UserinfoEndpoint.Userinfo answer, ReleasedClaims claims) {
        return claims.inEachLanguage("individual_id").isEmpty()
                ? answer.compact()
                : "sha-256:" + Randomness.digest(answer.compact());
    }

    private record Proof(Jwt idToken, String accessToken) {}

    private Proof authenticated(PendingSignIn pending, Return back) {
        checkIssuer(back.issuer());
        var code = back.code();
        if (code == null || code.isBlank()) {
            throw new EsignetRefused(Reason.CALLBACK_WITHOUT_CODE);
        }
        var client = settings.clientFor(pending.purpose()).id();
        var assertion = pending.purpose() == Purpose.SIGN_IN ? signInAssertion : identityCheckAssertion;
        var answer = tokens.exchange(code, pending, client, assertion);
        var idToken = idTokens.read(answer.idToken());
        idTokenRules.check(idToken, client, pending.nonce(), answer.accessToken());
        return new Proof(idToken, answer.accessToken());
    }

    private void checkIssuer(@Nullable String issuer) {
        if (issuer != null && !settings.issuers().contains(issuer)) {
            throw new EsignetRefused(Reason.CALLBACK_ISSUER);
        }
    }
}
