package org.ancregistry.interceptors.token;

import java.util.Set;

/**
 * That the FHIR API also takes access tokens of one eSignet, given for our own clients.
 *
 * @param provider the identity provider's id, as people are linked by it
 * @param issuers every {@code iss} its tokens may carry; versions differ in theirs
 * @param algorithms the JWS algorithms it signs with, RS256 or PS256 as a rule
 * @param clients our client ids that people sign in through
 * @param verifyingClients our client ids with which a midwife has a mother verified; a token given to one of them is the
 *     mother's, but is in the midwife's hands, so it signs nobody in
 */
public record DirectSignIn(
        String provider,
        Set<String> issuers,
        Set<String> algorithms,
        Set<String> clients,
        Set<String> verifyingClients) {

    private static final Set<String> SAFE = Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256");

    public DirectSignIn {
        issuers = named(issuers, "an issuer");
        algorithms = named(algorithms, "an algorithm");
        clients = named(clients, "a client id");
        verifyingClients = Set.copyOf(verifyingClients);
        if (!SAFE.containsAll(algorithms)) {
            throw new IllegalArgumentException("Direct sign-in takes only public-key algorithms: " + SAFE + ".");
        }
        if (clients.stream().anyMatch(verifyingClients::contains)) {
            throw new IllegalArgumentException("The client id that verifies mothers can never sign anybody in: give "
                    + provider + " another client id for direct sign-in, or switch direct sign-in off.");
        }
    }

    private static Set<String> named(Set<String> values, String what) {
        if (values.isEmpty() || values.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("Direct sign-in needs " + what + ".");
        }
        return Set.copyOf(values);
    }
}
