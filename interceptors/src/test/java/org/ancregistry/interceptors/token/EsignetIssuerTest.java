package org.ancregistry.interceptors.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.access.StaffDirectory;
import org.ancregistry.domain.access.StaffMember;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.domain.identity.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EsignetIssuerTest {

    private final TestIssuer esignet = TestIssuer.open();
    private final MovableClock clock = new MovableClock();
    private final KnownPeople people = new KnownPeople();
    private final AccessTokens tokens = new AccessTokens(
            List.of(new EsignetIssuer(
                    new DirectSignIn(
                            "sandbox",
                            Set.of(esignet.name()),
                            Set.of("PS256"),
                            Set.of("anc-app"),
                            Set.of("anc-verify")),
                    new RemoteSigningKeys(esignet.jwks(), clock),
                    new PeopleBehindSubjects(people, people))),
            (proof, ends) -> true,
            clock);

    @AfterEach
    void close() {
        esignet.close();
    }

    @Test
    void givesALinkedMidwifeWhatHerRoleAllowsAndNoMore() throws InvalidToken, KeysUnavailable {
        people.link("Practitioner/12");
        assertThat(tokens.caller(
                        token(claims -> claims.claim("anc_role", "system").claim("scope", "system/*.cruds"))))
                .isEqualTo(new Caller(
                        "Practitioner/12",
                        Role.MIDWIFE,
                        "Organization/moh-1",
                        Set.of("Organization/phm-1"),
                        Set.of("user/*.cruds"),
                        "anc-app",
                        Purpose.TREATMENT,
                        null));
    }

    @Test
    void givesALinkedMotherHerOwnRecord() throws InvalidToken, KeysUnavailable {
        people.link("Patient/34");
        assertThat(tokens.caller(token(claims -> claims)).ownRecord()).contains("Patient/34");
    }

    @Test
    void tellsSomebodyWhoIsLinkedToNobodyWhatToDo() {
        assertThatExceptionOfType(BaseServerResponseException.class)
                .isThrownBy(() -> tokens.caller(token(claims -> claims)))
                .withMessageContaining("link code")
                .satisfies(e -> assertThat(e.getStatusCode()).isEqualTo(403));
    }

    @Test
    void refusesAPractitionerWithoutARole() {
        people.link("Practitioner/99");
        assertThatExceptionOfType(BaseServerResponseException.class)
                .isThrownBy(() -> tokens.caller(token(claims -> claims)))
                .withMessageContaining("no role");
    }

    @Test
    void refusesATokenGivenToAnotherRelyingParty() {
        refuses(
                TokenFault.AUDIENCE,
                claims -> claims.audience("a-bank").claim("azp", "a-bank").claim("client_id", "a-bank"));
    }

    @Test
    void refusesTheTokenOfTheMothersLeg() {
        people.link("Patient/34");
        refuses(
                TokenFault.AUDIENCE,
                claims ->
                        claims.audience("anc-verify").claim("azp", "anc-verify").claim("client_id", "anc-verify"));
    }

    @Test
    void refusesATokenForSeveral() {
        refuses(TokenFault.AUDIENCE, claims -> claims.audience(List.of("anc-app", "a-bank")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"azp", "client_id"})
    void refusesATokenThatAnotherClientAskedFor(String claim) {
        refuses(TokenFault.CLIENT, claims -> claims.claim(claim, "a-bank"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"azp", "client_id"})
    void takesOlderVersionsThatLeaveOut(String claim) throws InvalidToken, KeysUnavailable {
        people.link("Practitioner/12");
        assertThat(tokens.caller(token(claims -> claims.claim(claim, null))).client())
                .isEqualTo("anc-app");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "auth_time", "at_hash"})
    void refusesAnIdTokenKnownBy(String claim) {
        refuses(TokenFault.ID_TOKEN, claims -> claims.claim(claim, "1"));
    }

    @Test
    void refusesAnotherIssuer() {
        refuses(TokenFault.ISSUER, claims -> claims.issuer(esignet.name() + "/v1/esignet"));
    }

    @Test
    void refusesAnExpiredToken() {
        refuses(TokenFault.EXPIRED, claims -> claims.expirationTime(Date.from(TestIssuer.NOW.minusSeconds(60))));
    }

    @Test
    void refusesATokenWithoutAnEnd() {
        refuses(TokenFault.NO_EXPIRY, claims -> claims.expirationTime(null));
    }

    @Test
    void refusesAnAlgorithmThatIsNotInItsList() {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(esignet.key().getKeyID());
        refuses(TokenFault.ALGORITHM, esignet.signed(header, esignet.esignet().build()));
    }

    @Test
    void refusesAForeignSignature() {
        var forged = TestIssuer.sign(esignet.esignetHeader(), esignet.esignet().build(), TestIssuer.newKey("key-1"));
        refuses(TokenFault.SIGNATURE, forged);
    }

    @Test
    void refusesATokenWithoutASubject() {
        refuses(TokenFault.CLAIMS, claims -> claims.subject(null));
    }

    @Test
    void cannotBeSetUpToSignInThroughTheClientThatVerifiesMothers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DirectSignIn(
                        "sandbox",
                        Set.of("https://e"),
                        Set.of("PS256"),
                        Set.of("anc-app", "anc-verify"),
                        Set.of("anc-verify")))
                .withMessageContaining("verifies mothers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "none"})
    void cannotBeSetUpWith(String algorithm) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DirectSignIn(
                        "sandbox", Set.of("https://e"), Set.of(algorithm), Set.of("anc-app"), Set.of()))
                .withMessageContaining("public-key");
    }

    private String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return esignet.signed(
                esignet.esignetHeader(), change.apply(esignet.esignet()).build());
    }

    private void refuses(TokenFault fault, UnaryOperator<JWTClaimsSet.Builder> change) {
        refuses(fault, token(change));
    }

    private void refuses(TokenFault fault, String token) {
        assertThatExceptionOfType(InvalidToken.class)
                .isThrownBy(() -> tokens.caller(token))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(fault));
    }

    /** Midwife Kumari is the only one who works here. */
    private static final class KnownPeople implements LinkedPeople, StaffDirectory {

        private final Map<Subject, String> links = new HashMap<>();

        void link(String person) {
            links.put(new Subject("sandbox", "1zz-6vRchx8UqJL1"), person);
        }

        @Override
        public Optional<String> behind(Subject subject) {
            return Optional.ofNullable(links.get(subject));
        }

        @Override
        public boolean link(Subject subject, String person) {
            return links.putIfAbsent(subject, person) == null;
        }

        @Override
        public Optional<StaffMember> of(String practitioner) {
            return Optional.of(new StaffMember(
                            "Practitioner/12",
                            Role.MIDWIFE,
                            "Organization/moh-1",
                            "MOH office",
                            Set.of("Organization/phm-1"),
                            "Kumari"))
                    .filter(member -> member.practitioner().equals(practitioner));
        }

        @Override
        public String newAdministrator(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
