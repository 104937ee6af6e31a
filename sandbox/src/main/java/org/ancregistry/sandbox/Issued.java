package org.ancregistry.sandbox;

import java.time.Instant;

/**
 * One thing that a sandbox gave out, so that a test can count.
 *
 * @param kind what it was
 * @param clientId for which relying party
 * @param individualId about whom
 * @param at when, by the sandbox's clock
 */
public record Issued(Kind kind, String clientId, String individualId, Instant at) {

    /** What a sandbox gives out. */
    public enum Kind {
        OTP,
        CODE,
        TOKENS,
        USERINFO
    }
}
