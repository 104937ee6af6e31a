package org.ancregistry.portals.esignet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.ancregistry.domain.person.Gender;
import org.ancregistry.domain.person.PersonName;
import org.ancregistry.portals.esignet.EsignetRefused.Reason;
import org.ancregistry.portals.keys.ClientAssertion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordedAnswersTest {

    private static final Clock THEN = Clock.fixed(Recordings.THEN, ZoneOffset.UTC);

    private CannedEsignet esignet;
    private Map<String, String> settings;

    @BeforeEach
    void open() throws IOException {
        esignet = new CannedEsignet();
        settings = Providers.settings(esignet);
    }

    @AfterEach
    void close() {
        esignet.close();
    }

    private VerifiedIdentity identify() {
        return Providers.provider(settings, THEN).identified(Providers.pending(Recordings.NONCE), Providers.withCode());
    }

    private void assertRefused(Reason reason) {
        assertThatThrownBy(this::identify)
                .isInstanceOfSatisfying(
                        EsignetRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void knowsWhoSignedIn() {
        var signIn =
                Providers.provider(settings, THEN).signedIn(Providers.pending(Recordings.NONCE), Providers.withCode());
        var subject = signIn.subject();
        assertThat(signIn.acr()).isNotBlank();
        assertThat(signIn.idToken()).isNotBlank();
        assertThat(subject.sub()).isEqualTo(Recordings.SUBJECT);
        assertThat(subject.provider()).isEqualTo("national-id");
        assertThat(esignet.timesAsked(CannedEsignet.USERINFO)).isZero();
    }

    @Test
    void readsWhatTheMotherReleased() {
        var nimali = identify();
        var details = nimali.demographics();
        assertThat(details.names()).containsExactly(PersonName.of("Nimali Perera"));
        assertThat(details.birthDate()).isEqualTo(LocalDate.of(1994, 3, 17));
        assertThat(details.gender()).isEqualTo(Gender.FEMALE);
        assertThat(details.address().street()).isEqualTo("12 Temple Road");
        assertThat(details.address().locality()).isEqualTo("Gampaha");
        assertThat(details.address().region()).isEqualTo("Western");
        assertThat(details.address().postalCode()).isNull();
        assertThat(details.phone()).isEqualTo("+94710000001");
        assertThat(details.email()).isEqualTo("u199401234567@example.org");
        assertThat(details.nationalId()).isNull();
        assertThat(nimali.declined()).containsExactly("individual_id");
        assertThat(nimali.granted())
                .containsExactlyInAnyOrder("name", "birthdate", "gender", "address", "phone_number", "email");
        assertThat(nimali.acr()).isEqualTo("mosip:idp:acr:generated-code");
        assertThat(nimali.authenticatedAt()).isEqualTo(Instant.ofEpochSecond(1795346145));
        assertThat(nimali.originals().userinfo()).isEqualTo(Recordings.body("16-userinfo-raw"));
        assertThat(nimali.toString()).doesNotContain("Nimali", Recordings.SUBJECT);
    }

    @Test
    void asksForAJwtBecauseJsonIsAnsweredWith406() {
        identify();
        assertThat(esignet.lastAccept()).isEqualTo("application/jwt");
    }

    @Test
    void provesToBeItsClientWithAFreshSignedAssertion() throws Exception {
        identify();
        var first = SignedJWT.parse(esignet.lastForm().get("client_assertion"));
        identify();
        var second = SignedJWT.parse(esignet.lastForm().get("client_assertion"));
        assertThat(first.verify(new RSASSAVerifier(Providers.CLIENT_KEY.toRSAPublicKey())))
                .isTrue();
        assertThat(first.getHeader().getKeyID()).isEqualTo("client-key");
        var claims = first.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(Recordings.CLIENT).isEqualTo(claims.getSubject());
        assertThat(claims.getAudience())
                .containsExactly(esignet.at(CannedEsignet.TOKEN).toString());
        assertThat(claims.getExpirationTime()).isAfter(claims.getIssueTime());
        assertThat(claims.getJWTID()).isNotEqualTo(second.getJWTClaimsSet().getJWTID());
        assertThat(esignet.lastForm())
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("code", "the-code")
                .containsEntry("code_verifier", "verifier")
                .containsEntry("redirect_uri", Providers.CALLBACK.toString())
                .containsEntry("client_assertion_type", ClientAssertion.TYPE);
    }

    @Test
    void keepsTheNameInEachScriptAsGiven() {
        var names = new Demography(userinfoDefaults(), Providers.HASHER)
                .of(new ReleasedClaims(Recordings.claims("21-userinfo-claims-locales-decoded")))
                .names();
        assertThat(names)
                .containsExactlyInAnyOrder(PersonName.of("Nimali Perera", "en"), PersonName.of("නිමාලි පෙරේරා", "si"));
    }

    @Test
    void keepsOnlyHashesOfANationalIdNumber() {
        var claims = new ReleasedClaims(Recordings.claims("60-userinfo-individual-id-requested-decoded"));
        var nationalId =
                new Demography(userinfoDefaults(), Providers.HASHER).of(claims).nationalId();
        assertThat(nationalId.lastThree()).isEqualTo("567");
        assertThat(nationalId.toString()).doesNotContain("199401234567");
    }

    private static UserinfoProperties userinfoDefaults() {
        return new UserinfoProperties(
                UserinfoProperties.KeySource.JWKS,
                null,
                null,
                List.of("RS256"),
                null,
                List.of("uuuu/MM/dd", "uuuu-MM-dd"),
                Map.of());
    }

    @Test
    void refusesUserinfoWhoseKeyIsNotEsignetsOwnUnlessToldWhereItIs() {
        settings.put("userinfo.keys", "jwks");
        assertRefused(Reason.USERINFO_SIGNATURE);
    }

    @Test
    void refusesEncryptedUserinfoWithoutAKey() {
        esignet.put(CannedEsignet.USERINFO, 200, Recordings.body("52-userinfo-jwe"));
        assertRefused(Reason.USERINFO_NOT_DECRYPTED);
    }

    @Test
    void refusesWhenUserinfoIsRefused() {
        esignet.put(CannedEsignet.USERINFO, Recordings.status("userinfo-tampered"), "");
        assertRefused(Reason.USERINFO_REFUSED);
    }

    @Test
    void refusesAnUnknownCode() {
        esignet.put(CannedEsignet.TOKEN, 400, Recordings.body("token-unknown-code"));
        assertRefused(Reason.CODE_REFUSED);
    }

    @Test
    void knowsWhenItsOwnClientIsRefused() {
        esignet.put(CannedEsignet.TOKEN, 400, Recordings.body("token-jti-replay"));
        assertRefused(Reason.CLIENT_REFUSED);
    }

    @Test
    void readsTheKeysAgainWhenAKnownKeyIdStandsForAnotherKey() {
        var clock = new MovingClock(Recordings.THEN);
        var provider = Providers.provider(settings, clock);
        esignet.put(
                CannedEsignet.JWKS,
                200,
                Recordings.file("03b-jwks-after-rotation").toString());
        var pending = Providers.pending(Recordings.NONCE);
        assertThatThrownBy(() -> provider.signedIn(pending, Providers.withCode()))
                .isInstanceOfSatisfying(
                        EsignetRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.ID_TOKEN_SIGNATURE));
        esignet.put(CannedEsignet.JWKS, 200, Recordings.body("03-jwks"));
        clock.pass(Duration.ofSeconds(2));
        assertThat(provider.signedIn(pending, Providers.withCode()).subject().sub())
                .isEqualTo(Recordings.SUBJECT);
    }

    @Test
    void saysUnavailableWhenTheTokenEndpointFails() {
        esignet.put(CannedEsignet.TOKEN, 500, "{\"error\":\"unknown_error\"}");
        assertThatThrownBy(this::identify).isInstanceOf(EsignetUnavailable.class);
    }

    @Test
    void saysUnavailableWhenTheKeysCannotBeRead() {
        esignet.put(CannedEsignet.JWKS, 502, "bad gateway");
        assertThatThrownBy(this::identify).isInstanceOf(EsignetUnavailable.class);
    }

    @Test
    void saysUnavailableWhenNobodyAnswers() {
        esignet.close();
        assertThatThrownBy(this::identify).isInstanceOf(EsignetUnavailable.class);
    }

    @Test
    void refusesADiscoveryDocumentOfAnotherIssuer() {
        settings.put("issuer", "http://localhost:13001");
        assertThatThrownBy(this::identify)
                .isInstanceOf(EsignetUnavailable.class)
                .hasMessageContaining("issuer that is not configured");
    }
}
