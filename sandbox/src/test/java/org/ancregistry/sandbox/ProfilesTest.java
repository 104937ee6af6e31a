package org.ancregistry.sandbox;

import static org.ancregistry.sandbox.SandboxPeople.nimali;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.ancregistry.sandbox.http.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProfilesTest {

    private static final Map<EsignetProfile, EsignetSandbox> SANDBOXES = new EnumMap<>(EsignetProfile.class);

    @BeforeAll
    static void openOneOfEach() {
        for (var profile : EsignetProfile.values()) {
            var settings = SandboxSettings.of(profile).withClient(RelyingParty.portal());
            SANDBOXES.put(profile, EsignetSandbox.open(settings));
        }
    }

    @AfterAll
    static void closeAll() {
        SANDBOXES.values().forEach(EsignetSandbox::close);
    }

    private static void on(EsignetProfile profile, Consumer<RelyingParty> test) {
        test.accept(new RelyingParty(SANDBOXES.get(profile), "anc-portal"));
    }

    private static Map<String, Object> discovery(RelyingParty portal) {
        return Web.get(portal.sandbox().issuer() + "/.well-known/openid-configuration")
                .json();
    }

    private static Answer exchangeAddressedTo(RelyingParty portal, String audience) {
        var form = portal.exchange(portal.code(nimali()));
        form.put(
                "client_assertion",
                portal.sign(portal.assertion().audience(audience).build()));
        return portal.token(form);
    }

    private static Answer exchangeWithoutId(RelyingParty portal) {
        var form = portal.exchange(portal.code(nimali()));
        form.put("client_assertion", portal.sign(portal.assertion().jwtID(null).build()));
        return portal.token(form);
    }

    @Test
    void hasAnIssuerWithAPathBefore1Point8() {
        on(
                EsignetProfile.V1_5,
                portal -> assertThat(portal.sandbox().issuer())
                        .hasToString(portal.sandbox().host() + "/v1/esignet"));
        on(
                EsignetProfile.V1_7,
                portal -> assertThat(discovery(portal))
                        .containsEntry("issuer", portal.sandbox().host() + "/v1/esignet"));
        on(
                EsignetProfile.V1_8,
                portal -> assertThat(discovery(portal))
                        .containsEntry("issuer", portal.sandbox().host().toString()));
    }

    @Test
    void signsWithPkcs1In1Point5() {
        on(EsignetProfile.V1_5, portal -> {
            var token = Answer.jws(portal.tokens(portal.code(nimali())).get("access_token"));
            assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
            assertThat(token.getPayload().toJSONObject()).doesNotContainKey("azp");
        });
        on(EsignetProfile.V1_7, portal -> {
            var token = Answer.jws(portal.tokens(portal.code(nimali())).get("access_token"));
            assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.PS256);
            assertThat(token.getPayload().toJSONObject()).containsEntry("azp", "anc-portal");
        });
    }

    @Test
    void needsNoIdOfTheAssertionIn1Point5() {
        on(
                EsignetProfile.V1_5,
                portal -> assertThat(exchangeWithoutId(portal).status()).isEqualTo(200));
        on(
                EsignetProfile.V1_7,
                portal -> assertThat(exchangeWithoutId(portal).json()).containsEntry("error", "invalid_client"));
    }

    @Test
    void wantsExactlyTheEndpointAsAudienceIn1Point5() {
        on(EsignetProfile.V1_5, portal -> {
            var issuer = portal.sandbox().issuer().toString();
            assertThat(exchangeAddressedTo(portal, issuer).json()).containsEntry("error", "invalid_assertion");
            assertThat(portal.tokens(portal.code(nimali()))).containsKey("id_token");
        });
        on(EsignetProfile.V1_7, portal -> {
            var issuer = portal.sandbox().issuer().toString();
            assertThat(exchangeAddressedTo(portal, issuer).status()).isEqualTo(200);
        });
    }

    @Test
    void namesTheIssuerOnTheWayBackFrom1Point7() {
        on(
                EsignetProfile.V1_5,
                portal -> assertThat(SandboxVisitor.signIn(portal.authorize(portal.request()), nimali())
                                .getRawQuery())
                        .doesNotContain("iss="));
        on(
                EsignetProfile.V1_7,
                portal -> assertThat(SandboxVisitor.signIn(portal.authorize(portal.request()), nimali())
                                .getRawQuery())
                        .contains("&iss="));
    }

    @Test
    void takesPushedRequestsFrom1Point7() {
        on(EsignetProfile.V1_5, portal -> {
            assertThat(discovery(portal)).doesNotContainKey("pushed_authorization_request_endpoint");
            assertThat(Web.post(portal.sandbox().host() + Urls.PAR, Map.of()).status())
                    .isEqualTo(404);
        });
        on(
                EsignetProfile.V1_7,
                portal -> assertThat(Json.text(discovery(portal), "pushed_authorization_request_endpoint"))
                        .endsWith(Urls.PAR));
    }

    @Test
    void writesANullNonceBefore1Point8() {
        on(
                EsignetProfile.V1_7,
                portal -> assertThat(identityWithoutNonce(portal)).containsEntry("nonce", null));
        on(
                EsignetProfile.V1_8,
                portal -> assertThat(identityWithoutNonce(portal)).doesNotContainKey("nonce"));
    }

    @Test
    void knowsTheAddressScopeFrom1Point8() {
        on(
                EsignetProfile.V1_7,
                portal -> assertThat(userinfoForAddressScope(portal)).doesNotContainKey("address"));
        on(
                EsignetProfile.V1_8,
                portal -> assertThat(userinfoForAddressScope(portal)).containsKey("address"));
    }

    private static Map<String, Object> userinfoForAddressScope(RelyingParty portal) {
        var request = portal.request();
        request.put("scope", "openid address");
        request.remove("claims");
        var back = RelyingParty.sentBack(SandboxVisitor.signIn(portal.authorize(request), nimali()));
        var token = String.valueOf(portal.tokens(back.get("code")).get("access_token"));
        return portal.userinfo(token).jws().getPayload().toJSONObject();
    }

    private static Map<String, Object> identityWithoutNonce(RelyingParty portal) {
        var request = portal.request();
        request.remove("nonce");
        var token = portal.tokens(portal.code(request, nimali())).get("id_token");
        return Json.parse(Answer.jws(token).getPayload().toString());
    }
}
