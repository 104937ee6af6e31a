package org.ancregistry.sandbox;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.Set;

/** Which release of eSignet the sandbox behaves like; they differ in what a relying party trips over first. */
public enum EsignetProfile {
    /** Issuer with a path, RS256, assertions without {@code jti}, no pushed requests. */
    V1_5,
    /** Issuer with a path, PS256, {@code jti} needed, pushed requests, DPoP and {@code iss} on the way back. */
    V1_7,
    /** As 1.7, but the issuer is the host alone, and there is an address scope. */
    V1_8;

    boolean issuerHasPath() {
        return this != V1_8;
    }

    JWSAlgorithm tokenAlgorithm() {
        return this == V1_5 ? JWSAlgorithm.RS256 : JWSAlgorithm.PS256;
    }

    Set<JWSAlgorithm> assertionAlgorithms() {
        return this == V1_5
                ? Set.of(JWSAlgorithm.RS256)
                : Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    }

    /** Whether an assertion may be addressed to the issuer, and must carry a {@code jti} that was never used. */
    boolean assertionsAreModern() {
        return this != V1_5;
    }

    /** What the token endpoint says to an assertion that it does not believe. */
    String assertionRefusal() {
        return this == V1_5 ? "invalid_assertion" : "invalid_client";
    }

    boolean namesTheAuthorizedParty() {
        return this != V1_5;
    }

    /** Pushed requests (RFC 9126), DPoP (RFC 9449) and the issuer on the way back (RFC 9207) came together. */
    boolean hasPushedRequests() {
        return this != V1_5;
    }

    /** Before 1.8 an id_token to a request without nonce carried {@code "nonce": null}. */
    boolean writesNullNonce() {
        return this != V1_8;
    }

    boolean hasAddressScope() {
        return this == V1_8;
    }
}
