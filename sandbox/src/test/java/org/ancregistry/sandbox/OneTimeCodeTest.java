package org.ancregistry.sandbox;

import static org.ancregistry.sandbox.SandboxPeople.malini;
import static org.ancregistry.sandbox.SandboxPeople.nimali;
import static org.ancregistry.sandbox.SandboxPeople.tharani;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OneTimeCodeTest {

    private static final String WRONG = "000000";

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

    private static SandboxVisitor visitor() {
        return SandboxVisitor.at(portal.authorize(portal.request()));
    }

    private static SandboxVisitor exhausted() {
        return visitor().askForCode(nimali()).enter(WRONG).enter(WRONG).enter(WRONG);
    }

    @Test
    void saysWhatToDoAboutAWrongCode() {
        var page = visitor().askForCode(nimali()).enter(WRONG).page();

        assertThat(page)
                .contains("<title>Error: Enter the code</title>")
                .contains("id=\"error-summary\"")
                .contains("That code is not right.")
                .contains("aria-invalid=\"true\"");
    }

    @Test
    void takesTheRightCodeAfterAWrongOne() {
        var visitor = visitor().askForCode(nimali()).enter(WRONG).enter(SandboxPeople.OTP);

        assertThat(visitor.page()).contains("id=\"allow\"");
    }

    @Test
    void offersOnlyTheWayBackAfterThreeWrongCodes() {
        var page = exhausted().page();

        assertThat(page)
                .contains("You have no tries left.")
                .contains("id=\"back-to-client\"")
                .contains("error=no_attempts_left")
                .doesNotContain("id=\"otp\"");
    }

    @Test
    void blocksAnIdAcrossTransactionsAfterThreeWrongCodes() {
        exhausted();

        assertThat(visitor().askForCode(nimali()).page()).contains("is blocked for some minutes");
        assertThat(visitor().askForCode(tharani()).page()).contains("id=\"otp\"");
    }

    @Test
    void unblocksAfterTheTimeOfTheSettings() {
        exhausted();

        sandbox.advance(Duration.ofMinutes(5));

        assertThat(visitor().askForCode(nimali()).page()).contains("id=\"otp\"");
    }

    @Test
    void unblocksWhenATestSaysSo() {
        exhausted();

        sandbox.unblock(nimali().individualId());

        assertThat(visitor().askForCode(nimali()).page()).contains("id=\"otp\"");
    }

    @Test
    void doesNotKnowEverybody() {
        var page = visitor().askForCode("199457799999", "phone").page();

        assertThat(page).contains("We do not know this national ID number.").contains("value=\"199457799999\"");
    }

    @Test
    void sendsNothingToAPhoneThatIsNotThere() {
        assertThat(visitor().askForCode(malini().individualId(), "phone").page())
                .contains("There is no such address");
        assertThat(visitor().askForCode(malini()).page()).contains("XX9XX5XX5XX3X@example.org");
    }

    @Test
    void sendsAtMostThreeCodes() {
        var visitor = visitor().askForCode(nimali()).resend().resend();
        assertThat(visitor.page()).doesNotContain("error-summary");

        assertThat(visitor.resend().page()).contains("You have no tries left.");
    }

    @Test
    void leadsBackWhoTookTooLong() {
        var visitor = visitor().askForCode(nimali());
        sandbox.advance(Duration.ofMinutes(5));

        var back = RelyingParty.sentBack(visitor.enter(SandboxPeople.OTP).sentBackTo());

        assertThat(back.get("error")).isEqualTo("invalid_transaction");
    }
}
