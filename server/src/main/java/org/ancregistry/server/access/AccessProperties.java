package org.ancregistry.server.access;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.ancregistry.interceptors.token.DirectSignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens open the FHIR API, and until when a check-in does.
 *
 * @param keys where our own authorization server's public keys are read; below the base URL unless said otherwise
 * @param emergencyLife how long a record stays open to a doctor who opened it in an emergency
 * @param directSignIn the eSignet providers whose own access tokens are taken too, by provider id; none by default
 */
@ConfigurationProperties("anc.access")
record AccessProperties(
        @Nullable URI keys,
        @DefaultValue("1h") Duration emergencyLife,
        @DefaultValue Map<String, Provider> directSignIn) {

    /**
     * One eSignet.
     *
     * @param issuers every {@code iss} its access tokens carry
     * @param algorithms what it signs with: PS256 from version 1.7, RS256 before
     * @param keys its JWKS address
     * @param clients our client ids that people sign in through; never the one that verifies mothers
     */
    record Provider(
            Set<String> issuers, @DefaultValue("PS256") Set<String> algorithms, URI keys, Set<String> clients) {

        DirectSignIn accepted(String provider, Set<String> verifyingClients) {
            return new DirectSignIn(provider, issuers, algorithms, clients, verifyingClients);
        }
    }
}
