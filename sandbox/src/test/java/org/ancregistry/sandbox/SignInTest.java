package org.ancregistry.sandbox;

import static org.ancregistry.sandbox.SandboxPeople.nimali;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {

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

    @Test
    void leadsFromIdAndCodeAndConsentBackToTheClient() {
        var request = portal.request();

        var back = SandboxVisitor.at(portal.authorize(request))
                .askForCode(nimali())
                .enter(SandboxPeople.OTP)
                .allow("phone_number")
                .sentBackTo();

        assertThat(back.toString()).startsWith(RelyingParty.CALLBACK + "?state=" + request.get("state") + "&code=");
        assertThat(RelyingParty.sentBack(back).get("iss"))
                .isEqualTo(sandbox.issuer().toString());
    }

    @Test
    void signsTokensWithTheKeyThatItPublishes() throws Exception {
        var code = portal.code(nimali());

        var tokens = portal.tokens(code);

        var jwks =
                JWKSet.parse(Web.get(sandbox.host() + "/.well-known/jwks.json").body());
        var identity = Answer.jws(tokens.get("id_token"));
        assertThat(identity.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.PS256);
        var key = jwks.getKeyByKeyId(identity.getHeader().getKeyID()).toRSAKey();
        assertThat(identity.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(identity.getPayload().toJSONObject())
                .containsEntry("iss", sandbox.issuer().toString())
                .containsEntry("aud", "anc-portal")
                .containsEntry("acr", "mosip:idp:acr:generated-code");
    }

    @Test
    void signsUserinfoWithAKeyThatIsNotAmongItsOwn() throws Exception {
        var tokens = portal.tokens(portal.code(nimali(), "phone_number"));

        var userinfo = portal.userinfo(String.valueOf(tokens.get("access_token")));

        assertThat(userinfo.status()).isEqualTo(200);
        assertThat(userinfo.header("Content-Type")).isEqualTo("application/jwt;charset=UTF-8");
        var jws = userinfo.jws();
        var kid = jws.getHeader().getKeyID();
        assertThat(Web.get(sandbox.host() + "/.well-known/jwks.json").body()).doesNotContain(kid);
        var keys = JWKSet.parse(Web.get(sandbox.userinfoKeys().toString()).body());
        assertThat(jws.verify(new RSASSAVerifier(keys.getKeyByKeyId(kid).toRSAKey())))
                .isTrue();
        assertThat(jws.getPayload().toJSONObject())
                .containsEntry("name", "Nimali Sanduni Perera")
                .containsEntry("birthdate", "1994/03/17")
                .containsEntry("phone_number", "+94710000001")
                .containsEntry("iss", sandbox.host() + "/v1/esignet")
                .doesNotContainKeys("individual_id", "email", "exp", "iat");
    }

    @Test
    void refusesUserinfoToAClientThatWantsJson() {
        var tokens = portal.tokens(portal.code(nimali()));

        var answer = Web.get(
                sandbox.host() + Urls.USERINFO,
                Map.of("Authorization", "Bearer " + tokens.get("access_token"), "Accept", "application/json"));

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("error=\"Not Acceptable\"");
    }
}
