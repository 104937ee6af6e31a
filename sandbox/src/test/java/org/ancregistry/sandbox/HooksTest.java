package org.ancregistry.sandbox;

import static org.ancregistry.sandbox.SandboxPeople.nimali;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HooksTest {

    private static EsignetSandbox sandbox;
    private static RelyingParty portal;

    @BeforeAll
    static void open() {
        sandbox = EsignetSandbox.open(SandboxSettings.esignet18().withClient(RelyingParty.portal()));
        portal = new RelyingParty(sandbox, "anc-portal");
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @BeforeEach
    void startAnew() {
        sandbox.reset();
    }

    private static JWKSet jwks() throws Exception {
        return JWKSet.parse(Web.get(sandbox.host() + Urls.JWKS).body());
    }

    private static String identity() {
        return String.valueOf(portal.tokens(portal.code(nimali())).get("id_token"));
    }

    @Test
    void keepsTheOldKeyPublishedAfterARotation() throws Exception {
        var before = Answer.jws(identity());
        sandbox.rotateSigningKey();
        var after = Answer.jws(identity());

        var keys = jwks();
        assertThat(after.getHeader().getKeyID()).isNotEqualTo(before.getHeader().getKeyID());
        var oldKey = keys.getKeyByKeyId(before.getHeader().getKeyID()).toRSAKey();
        assertThat(before.verify(new RSASSAVerifier(oldKey))).isTrue();
        assertThat(oldKey.getExpirationTime()).isBeforeOrEqualTo(Instant.now());
        var newKey = keys.getKeyByKeyId(after.getHeader().getKeyID()).toRSAKey();
        assertThat(after.verify(new RSASSAVerifier(newKey))).isTrue();
    }

    @Test
    void canGiveANewKeyTheOldName() throws Exception {
        var before = Answer.jws(identity());
        sandbox.rotateSigningKeyUnderTheSameKid();
        var after = Answer.jws(identity());

        assertThat(after.getHeader().getKeyID()).isEqualTo(before.getHeader().getKeyID());
        var named = new RSASSAVerifier(
                jwks().getKeyByKeyId(after.getHeader().getKeyID()).toRSAKey());
        assertThat(after.verify(named)).isTrue();
        assertThat(before.verify(named)).isFalse();
    }

    @Test
    void publishesACertificateOfEachKey() throws Exception {
        for (var key : jwks().getKeys()) {
            var certificate = key.getParsedX509CertChain().get(0);
            certificate.verify(certificate.getPublicKey());
            certificate.checkValidity();
            assertThat(certificate.getPublicKey()).isEqualTo(key.toRSAKey().toPublicKey());
        }
    }

    @Test
    void isDownUntilItComesBack() {
        sandbox.goDown();
        assertThat(Web.get(sandbox.host() + Urls.JWKS).status()).isEqualTo(503);

        sandbox.comeBack();
        assertThat(Web.get(sandbox.host() + Urls.JWKS).status()).isEqualTo(200);
    }

    @Test
    void answersSlowlyWhenTold() {
        sandbox.answerAfter(Duration.ofMillis(150));
        var asked = System.nanoTime();

        Web.get(sandbox.host() + Urls.JWKS);

        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void refusesTokensThatItForgot() {
        var token = String.valueOf(portal.tokens(portal.code(nimali())).get("access_token"));
        assertThat(portal.userinfo(token).status()).isEqualTo(200);

        sandbox.forgetTokens();

        assertThat(portal.userinfo(token).header("WWW-Authenticate")).isEqualTo("error=\"invalid_token\"");
    }

    @Test
    void refusesACodeThatIsTooOld() {
        var code = portal.code(nimali());
        var form = portal.exchange(code);

        sandbox.advance(Duration.ofMinutes(5));

        assertThat(portal.token(form).json()).containsEntry("error", "invalid_grant");
    }

    @Test
    void listsWhatItGaveOut() {
        portal.tokens(portal.code(nimali()));

        assertThat(sandbox.issued())
                .extracting(Issued::kind)
                .containsExactly(Issued.Kind.OTP, Issued.Kind.CODE, Issued.Kind.TOKENS);
    }

    @Test
    void refusesASecondClientWithTheSameKey() {
        var twin = SandboxClient.of("twin", "anc-registry", RelyingParty.KEY, RelyingParty.CALLBACK);

        assertThatThrownBy(() -> sandbox.register(twin)).hasMessage("duplicate_public_key");
    }

    @Test
    void listensOnNoOtherAddressOfThisMachine() throws Exception {
        var elsewhere = InetAddress.getByName("127.0.0.2");

        assertThatThrownBy(() -> new Socket(elsewhere, sandbox.host().getPort()).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void saysThatAPortIsTaken() {
        var taken = SandboxSettings.esignet18().onPort(sandbox.host().getPort());

        assertThatThrownBy(() -> EsignetSandbox.open(taken).close()).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void letsAllClientsOfARelyingPartySeeOneSubjectAndOthersAnother() {
        var sisterKey = RelyingParty.newKey();
        var strangerKey = RelyingParty.newKey();
        sandbox.register(SandboxClient.of("sister", "anc-registry", sisterKey, RelyingParty.CALLBACK));
        sandbox.register(SandboxClient.of("stranger", "another-rp", strangerKey, RelyingParty.CALLBACK));

        var own = subject(portal);

        assertThat(own).isEqualTo(nimali().subjectFor("anc-registry"));
        assertThat(subject(new RelyingParty(sandbox, "sister", sisterKey))).isEqualTo(own);
        assertThat(subject(new RelyingParty(sandbox, "stranger", strangerKey))).isNotEqualTo(own);
    }

    private static String subject(RelyingParty party) {
        var token = Answer.jws(party.tokens(party.code(nimali())).get("id_token"));
        return String.valueOf(token.getPayload().toJSONObject().get("sub"));
    }

    @Test
    void makesTheSubjectThatTheMockIdSystemWasSeenToMake() {
        assertThat(Digests.pairwiseSubject("199401234567", "anc-registry"))
                .isEqualTo("1zz-6vRchx8UqJL1_3ZHCL1jL2B4ZaD6ntjHM2Jcwdk");
    }
}
