package org.ancregistry.portals.esignet;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.ancregistry.portals.esignet.EsignetRefused.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.client.HttpClientErrorException;

/** Fetches what eSignet tells of a person: a signed text, sometimes encrypted to us, never plain JSON. */
final class UserinfoEndpoint {

    private static final Duration SKEW = Duration.ofSeconds(60);

    private final EsignetHttp http;
    private final Discovery discovery;
    private final @Nullable RSADecrypter decrypter;
    private final @Nullable SignedTokens signed;
    private final Clock clock;

    /**
     * @param decrypter opens answers encrypted to us; without it they are refused
     * @param signed checks the signature; without it the connection alone is trusted
     */
    UserinfoEndpoint(
            EsignetHttp http,
            Discovery discovery,
            @Nullable RSADecrypter decrypter,
            @Nullable SignedTokens signed,
            Clock clock) {
        this.http = http;
        this.discovery = discovery;
        this.clock = clock;
        this.decrypter = decrypter;
        this.signed = signed;
    }

    /** The signed text and what it says. */
    record Userinfo(String compact, Map<String, Object> claims) {

        @Override
        public String toString() {
            return "Userinfo[…]";
        }
    }

    /** @throws EsignetRefused when it is not signed as agreed, or is about another subject */
    Userinfo of(String subject, String accessToken) {
        var compact = opened(fetch(accessToken));
        var claims = signed == null ? unverified(compact) : unexpired(signed.read(compact));
        if (!subject.equals(claims.get("sub"))) {
            throw new EsignetRefused(Reason.USERINFO_SUBJECT);
        }
        return new Userinfo(compact, claims);
    }

    /** eSignet's userinfo has no end today; one that has is kept to it. */
    private Map<String, Object> unexpired(Jwt userinfo) {
        var end = userinfo.getExpiresAt();
        if (end != null && end.plus(SKEW).isBefore(clock.instant())) {
            throw new EsignetRefused(Reason.USERINFO_EXPIRED);
        }
        return userinfo.getClaims();
    }

    private String fetch(String accessToken) {
        try {
            var body = EsignetHttp.answering(
                    "the userinfo endpoint",
                    () -> http.client()
                            .get()
                            .uri(discovery.userinfo())
                            .header("Authorization", "Bearer " + accessToken)
                            .header("Accept", "application/jwt")
                            .retrieve()
                            .body(String.class));
            return EsignetHttp.required(body, "the userinfo endpoint").strip();
        } catch (HttpClientErrorException e) {
            throw new EsignetRefused(Reason.USERINFO_REFUSED);
        }
    }

    private String opened(String compact) {
        return compact.chars().filter(sign -> sign == '.').count() == 4 ? decrypted(compact) : compact;
    }

    private String decrypted(String compact) {
        if (decrypter == null) {
            throw new EsignetRefused(Reason.USERINFO_NOT_DECRYPTED);
        }
        try {
            var sealed = JWEObject.parse(compact);
            var header = sealed.getHeader();
            if (!JWEAlgorithm.RSA_OAEP_256.equals(header.getAlgorithm())
                    || !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())) {
                throw new EsignetRefused(Reason.USERINFO_ALGORITHM);
            }
            sealed.decrypt(decrypter);
            return sealed.getPayload().toString();
        } catch (ParseException | JOSEException e) {
            throw new EsignetRefused(Reason.USERINFO_NOT_DECRYPTED);
        }
    }

    private Map<String, Object> unverified(String compact) {
        if (!Connections.areTrusted(discovery.userinfo())) {
            throw new EsignetRefused(Reason.USERINFO_SIGNATURE);
        }
        try {
            return SignedJWT.parse(compact).getJWTClaimsSet().toJSONObject();
        } catch (ParseException e) {
            throw new EsignetRefused(Reason.USERINFO_MALFORMED);
        }
    }
}
