package org.ancregistry.sandbox;

import static org.ancregistry.sandbox.SandboxPeople.nimali;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.ancregistry.sandbox.http.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsentTest {

    private static EsignetSandbox sandbox;
    private static RelyingParty portal;

    @BeforeAll
    static void open() {
        sandbox = EsignetSandbox.open(
                SandboxSettings.esignet18().withClient(RelyingParty.portal().withConsentForMinutes(20)));
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

    private static SandboxVisitor asked(Map<String, String> request) {
        return SandboxVisitor.at(portal.authorize(request)).askForCode(nimali()).enter(SandboxPeople.OTP);
    }

    private Map<String, Object> userinfo(String code) {
        var token = String.valueOf(portal.tokens(code).get("access_token"));
        return portal.userinfo(token).jws().getPayload().toJSONObject();
    }

    @Test
    void showsWhatIsNeededAndLetsTheRestBeChosen() {
        var page = asked(portal.request()).page();

        assertThat(page)
                .contains("id=\"claim-name\" checked disabled")
                .contains("id=\"claim-phone_number\" name=\"claim\" value=\"phone_number\">");
    }

    @Test
    void passesOnOnlyWhatWasAllowed() {
        assertThat(userinfo(portal.code(nimali())))
                .containsKeys("name", "birthdate")
                .doesNotContainKey("phone_number");
    }

    @Test
    void sendsTheRefusalBackAsRecorded() {
        var request = portal.request();

        var back = asked(request).cancel().sentBackTo();

        assertThat(back)
                .hasToString(RelyingParty.CALLBACK + "?error_description=Consent+Denied&state=" + request.get("state")
                        + "&error=access_denied");
    }

    @Test
    void writesTheWordNullWhereThereWasNoState() {
        var request = portal.request();
        request.remove("state");

        assertThat(asked(request).cancel().sentBackTo().getRawQuery()).contains("&state=null&");
    }

    @Test
    void givesUpAfterTheTimeToDecide() {
        var visitor = asked(portal.request());
        sandbox.advance(Duration.ofSeconds(116));

        var back = RelyingParty.sentBack(visitor.allowAll().sentBackTo());

        assertThat(back.get("error")).isEqualTo("transaction_timeout");
        assertThat(back.get("error_description")).isEqualTo("The transaction has timed out. Please try again.");
    }

    @Test
    void leavesThePageByItselfWhenTheTimeIsOver() {
        var ui = new UiSession(sandbox);
        var begun = ui.begin(UiSession.request("anc-portal"));
        var transaction = Json.text(Json.object(begun.json(), "response"), "transactionId");

        var answer = Web.get(sandbox.host() + "/authorize/timeout?transaction=" + transaction);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).contains("error=transaction_timeout");
    }

    @Test
    void doesNotAskTwiceForTheSame() {
        portal.code(nimali(), "phone_number");

        var again = asked(portal.request());

        assertThat(again.isOnItsWayBack()).isTrue();
        assertThat(userinfo(RelyingParty.sentBack(again.sentBackTo()).get("code")))
                .containsKey("phone_number");
    }

    @Test
    void keepsWhatWasDeclinedDeclined() {
        portal.code(nimali());

        assertThat(userinfo(portal.code(nimali()))).doesNotContainKey("phone_number");
    }

    @Test
    void asksAgainForSomethingElse() {
        portal.code(nimali(), "phone_number");
        var more = portal.request();
        more.put("claims", "{\"userinfo\":{\"name\":{\"essential\":true},\"email\":null}}");

        assertThat(asked(more).page()).contains("id=\"claim-email\"");
    }

    @Test
    void asksAgainWhereTheClientInsists() {
        portal.code(nimali(), "phone_number");
        var request = portal.request();
        request.put("prompt", "consent");

        assertThat(asked(request).page()).contains("id=\"claim-phone_number\"");
    }

    @Test
    void asksAgainWhenTheConsentHasEnded() {
        portal.code(nimali(), "phone_number");

        sandbox.advance(Duration.ofMinutes(20));

        assertThat(asked(portal.request()).page()).contains("id=\"claim-phone_number\"");
    }

    @Test
    void forgetsTheConsentWhenNothingIsAsked() {
        portal.code(nimali(), "phone_number");
        var nothing = portal.request();
        nothing.remove("claims");

        assertThat(asked(nothing).isOnItsWayBack()).isTrue();
        assertThat(asked(portal.request()).page()).contains("id=\"claim-phone_number\"");
    }

    @Test
    void shortensTheTokenButNotItsAnnouncement() {
        var tokens = portal.tokens(portal.code(nimali()));

        var claims = Answer.jws(tokens.get("access_token")).getPayload().toJSONObject();
        assertThat(tokens).containsEntry("expires_in", 3600L);
        assertThat((long) claims.get("exp") - (long) claims.get("iat")).isEqualTo(1200);
    }
}
