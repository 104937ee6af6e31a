package org.ancregistry.portals.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.Map;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.access.StaffMember;
import org.ancregistry.sandbox.SandboxPeople;
import org.ancregistry.sandbox.SandboxPerson;
import org.ancregistry.sandbox.SandboxVisitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInIT extends OnPortals {

    private Browser atEsignet(String provider) {
        return browser.open("/sign-in/esignet/" + provider);
    }

    private Browser signIn(String provider, SandboxPerson who) {
        var back = SandboxVisitor.signIn(atEsignet(provider).target(), who);
        return browser.open(back.toString());
    }

    private Browser link(String provider, SandboxPerson who, String code) {
        signIn(provider, who);
        assertThat(browser.address().getPath()).isEqualTo("/sign-in/link");
        return browser.submit("/sign-in/link", Map.of("code", code));
    }

    private void ruwaniSignsIn() {
        browser.open("/midwife/token");
        link("national-id", SandboxPeople.ruwani(), codes.forStaff("Practitioner/ruwani", "Practitioner/boss"));
        assertThat(browser.address().getPath()).isEqualTo("/midwife/token");
    }

    private SignedJWT shownToken() throws java.text.ParseException {
        return SignedJWT.parse(browser.page());
    }

    @Test
    void leadsAMidwifeFromAPageThroughEsignetAndHerLinkCodeBackToThePage() throws Exception {
        browser.open("/midwife/token?a=b");
        assertThat(browser.address().getPath()).isEqualTo("/sign-in");
        assertThat(browser.page()).contains("/sign-in/esignet/national-id");
        link("national-id", SandboxPeople.ruwani(), codes.forStaff("Practitioner/ruwani", "Practitioner/boss"));
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.address().toString()).isEqualTo(PortalsStack.SITE + "/midwife/token?a=b");
        assertThat(browser.visited()).contains("/oauth2/authorize", "/portals/callback/midwife");
        var token = shownToken();
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(PortalsStack.SITE.toString());
        assertThat(claims.getAudience()).containsExactly(PortalsStack.SITE + "/fhir");
        assertThat(claims.getSubject()).isEqualTo("Practitioner/ruwani");
        assertThat(claims.getStringClaim("fhirUser")).isEqualTo(PortalsStack.SITE + "/fhir/Practitioner/ruwani");
        assertThat(claims.getStringClaim("scope")).isEqualTo("user/*.cruds");
        assertThat(claims.getStringClaim("client_id")).isEqualTo("anc-midwife");
        assertThat(claims.getStringClaim("anc_role")).isEqualTo("midwife");
        assertThat(claims.getStringClaim("anc_facility")).isEqualTo("Organization/clinic-7");
        assertThat(claims.getStringListClaim("anc_areas")).isEqualTo(List.of("Organization/phm-12"));
        assertThat(claims.getStringClaim("purpose_of_use")).isEqualTo("TREAT");
        assertThat(claims.getClaim("patient")).isNull();
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(claims.getIssueTime().toInstant().plusSeconds(600));
        assertThat(issued.revoked(claims.getJWTID())).isFalse();
    }

    /** A woman reads the purpose: who watches over the records looks at none for her care. */
    @Test
    void saysOfAPrivacyOfficerThatSheAsksForTheWorkOfTheService() throws Exception {
        staff.hire(new StaffMember(
                "Practitioner/watch", Role.PRIVACY_OFFICER, "Organization/moh", "MOH", java.util.Set.of(), "Watch"));
        browser.open("/privacy/token");
        link("national-id", SandboxPeople.ishara(), codes.forStaff("Practitioner/watch", "Practitioner/boss"));
        assertThat(shownToken().getJWTClaimsSet().getStringClaim("purpose_of_use"))
                .isEqualTo("HOPERAT");
    }

    /** Here there are several ways to sign in, so that she chooses; where there is one, the press leads to it. */
    @Test
    void leadsFromTheFirstPageToTheWaysToSignIn() {
        assertThat(browser.open("/sign-in/esignet").address().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void asksInTheLanguageThatWasChosenBefore() {
        browser.open("/midwife/token?lang=si");
        assertThat(browser.address().toString()).endsWith("/sign-in?lang=si");
        assertThat(browser.page()).contains("lang=\"si\"");
    }

    @Test
    void signsAMotherInAsHerself() throws Exception {
        var subject = subjectOf(SandboxPeople.nimali());
        links.link(subject, "Patient/nimali");
        browser.open("/mother/token");
        signIn("national-id", SandboxPeople.nimali());
        var claims = shownToken().getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("Patient/nimali");
        assertThat(claims.getStringClaim("patient")).isEqualTo("nimali");
        assertThat(claims.getStringClaim("anc_role")).isEqualTo("mother");
        assertThat(claims.getStringClaim("purpose_of_use")).isEqualTo("PATRQT");
        assertThat(claims.getStringClaim("scope")).isEqualTo("patient/*.cruds");
        browser.open("/midwife/token");
        assertThat(browser.status()).isEqualTo(403);
        assertThat(idleSeconds()).isEqualTo(600);
    }

    private int idleSeconds() {
        return jdbc.queryForObject(
                "select max(max_inactive_interval) from spring_session where principal_name = 'Patient/nimali'",
                Integer.class);
    }

    private org.ancregistry.domain.identity.Subject subjectOf(SandboxPerson who) {
        var other = new Browser(PortalsStack.SITE);
        var back =
                SandboxVisitor.signIn(other.open("/sign-in/esignet/national-id").target(), who);
        other.open(back.toString());
        other.submit("/sign-in/link", Map.of("code", codes.forStaff("Practitioner/x" + who.individualId(), "test")));
        var sub = jdbc.queryForObject(
                "select subject from linked_person where person = ?",
                String.class,
                "Practitioner/x" + who.individualId());
        links.unlink("Practitioner/x" + who.individualId(), "test");
        return new org.ancregistry.domain.identity.Subject("national-id", sub);
    }

    @Test
    void keepsAMothersSignInAsHerOwnProof() {
        var subject = subjectOf(SandboxPeople.nimali());
        links.link(subject, "Patient/of-proof");
        browser.open("/mother/token");
        signIn("national-id", SandboxPeople.nimali());
        var kept = jdbc.queryForMap("select * from identity_evidence where asked_by = 'Patient/of-proof'");
        assertThat(kept).containsEntry("SUBJECT", subject.sub()).containsEntry("USED_BY", null);
        assertThat((String) kept.get("ID_TOKEN")).isNotBlank();
        assertThat((String) kept.get("ACR")).isNotBlank();
    }

    @Test
    void tellsSomebodyWhomNobodyKnowsWhatToDo() {
        signIn("national-id", SandboxPeople.ishara());
        assertThat(browser.address().getPath()).isEqualTo("/sign-in/link");
        assertThat(browser.page()).contains("linked to nobody here", "name=\"code\"");
        browser.open("/midwife/token");
        assertThat(browser.address().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void takesALinkCodeOnce() {
        var code = codes.forStaff("Practitioner/ruwani", "Practitioner/boss");
        link("national-id", SandboxPeople.ruwani(), code.toLowerCase(java.util.Locale.ROOT));
        assertThat(browser.address().getPath()).isEqualTo("/midwife");
        var other = new Browser(PortalsStack.SITE);
        other.open(
                SandboxVisitor.signIn(other.open("/sign-in/esignet/national-id").target(), SandboxPeople.ishara())
                        .toString());
        other.submit("/sign-in/link", Map.of("code", code));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.page()).contains("was used already");
    }

    @Test
    void endsGuessingOfLinkCodes() {
        signIn("national-id", SandboxPeople.ishara());
        for (var guess = 0; guess < LinkAttempts.ALLOWED; guess++) {
            browser.submit("/sign-in/link", Map.of("code", "WRONG-" + guess));
            assertThat(browser.status()).isEqualTo(422);
        }
        browser.submit("/sign-in/link", Map.of("code", codes.forStaff("Practitioner/ruwani", "test")));
        assertThat(browser.status()).isEqualTo(429);
        assertThat(browser.page()).contains("Wait 15 minutes");
    }

    @Test
    void doesNotLinkARecordToASecondPerson() {
        link("national-id", SandboxPeople.ruwani(), codes.forStaff("Practitioner/ruwani", "test"));
        var second = codes.forStaff("Practitioner/ruwani", "test");
        var other = new Browser(PortalsStack.SITE);
        other.open(
                SandboxVisitor.signIn(other.open("/sign-in/esignet/national-id").target(), SandboxPeople.ishara())
                        .toString());
        other.submit("/sign-in/link", Map.of("code", second));
        assertThat(other.page()).contains("linked already");
    }

    @Test
    void makesTheFirstAdministratorFromTheConsolesCode() throws Exception {
        link("national-id", SandboxPeople.anoma(), codes.forNewAdministrator("Anoma Wijesinghe"));
        browser.open("/admin/token");
        assertThat(shownToken().getJWTClaimsSet().getStringClaim("anc_role")).isEqualTo("administrator");
        assertThat(jdbc.queryForObject("select count(*) from person_link_event where act = 'linked'", Integer.class))
                .isPositive();
    }

    @Test
    void saysWhenTheAccountHasNoRoleAnyMore() {
        ruwaniSignsIn();
        staff.dismiss("Practitioner/ruwani");
        var again = new Browser(PortalsStack.SITE);
        again.open(
                SandboxVisitor.signIn(again.open("/sign-in/esignet/national-id").target(), SandboxPeople.ruwani())
                        .toString());
        assertThat(again.address().getQuery()).isEqualTo("problem=no-role");
        assertThat(again.page()).contains("switched off");
    }

    @Test
    void comesBackWithoutASessionWhenSheCancels() {
        atEsignet("national-id");
        browser.open("/sign-in/callback?error=access_denied&state=" + state());
        assertThat(browser.address().getQuery()).isEqualTo("problem=cancelled");
        assertThat(browser.page()).contains("Nothing was changed");
        assertThat(browser.open("/midwife/token").address().getPath()).isEqualTo("/sign-in");
    }

    private String state() {
        return browser.target().getQuery().replaceAll(".*state=([^&]+).*", "$1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"esignet15", "esignet17"})
    void worksWithOlderEsignets(String provider) {
        link(provider, SandboxPeople.ruwani(), codes.forStaff("Practitioner/ruwani", "test"));
        assertThat(browser.address().getPath()).isEqualTo("/midwife");
    }

    @Test
    void saysThatEsignetIsDown() {
        var away = atEsignet("national-id").target();
        var back = SandboxVisitor.signIn(away, SandboxPeople.ruwani());
        PortalsStack.ESIGNET.goDown();
        browser.open(back.toString());
        assertThat(browser.address().getQuery()).isEqualTo("problem=unavailable");
        assertThat(browser.page()).contains("does not answer");
    }

    @Test
    void refusesAReturnThatThisSessionDidNotAskFor() {
        var back = SandboxVisitor.signIn(atEsignet("national-id").target(), SandboxPeople.ruwani());
        var victim = new Browser(PortalsStack.SITE);
        victim.open("/sign-in/esignet/national-id");
        victim.open(back.toString());
        assertThat(victim.address().getQuery()).isEqualTo("problem=expired");
    }

    @Test
    void takesAReturnOnce() {
        var back = SandboxVisitor.signIn(atEsignet("national-id").target(), SandboxPeople.ishara());
        browser.open(back.toString());
        browser.open(back.toString());
        assertThat(browser.address().getQuery()).isEqualTo("problem=expired");
    }

    @Test
    void refusesACodeOfAnotherSignIn() {
        var others = new Browser(PortalsStack.SITE);
        var stolen = SandboxVisitor.signIn(
                        others.open("/sign-in/esignet/national-id").target(), SandboxPeople.ruwani())
                .getQuery()
                .replaceAll(".*code=([^&]+).*", "$1");
        atEsignet("national-id");
        browser.open("/sign-in/callback?state=" + state() + "&code=" + stolen);
        assertThat(browser.address().getQuery()).isEqualTo("problem=failed");
    }

    @Test
    void beginsAnotherSessionAtSignIn() {
        browser.open("/midwife/token");
        var before = browser.cookies().get("anc-session");
        assertThat(before).isNotNull();
        link("national-id", SandboxPeople.ruwani(), codes.forStaff("Practitioner/ruwani", "test"));
        assertThat(browser.cookies().get("anc-session")).isNotEqualTo(before);
        var attacker = new Browser(PortalsStack.SITE);
        attacker.cookies().put("anc-session", before);
        attacker.open("/midwife/token");
        assertThat(attacker.address().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void guardsTheSessionCookie() {
        browser.ask("/midwife/token");
        assertThat(browser.setCookie()).contains("anc-session=", "HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void takesTokensBackAtSignOut() throws Exception {
        ruwaniSignsIn();
        var token = shownToken().getJWTClaimsSet().getJWTID();
        assertThat(issued.revoked(token)).isFalse();
        browser.open("/sign-in");
        browser.open("/sign-in/link");
        browser.post("/sign-out", Map.of());
        assertThat(browser.status()).isEqualTo(403);
        var csrf = new Browser(PortalsStack.SITE);
        csrf.cookies().putAll(browser.cookies());
        csrf.open("/midwife/sign-out-form");
        csrf.submit("/sign-out", Map.of());
        assertThat(issued.revoked(token)).isTrue();
        browser.open("/midwife/token");
        assertThat(browser.address().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void endsTheSessionOfWhoeverLeavesInAHurry() throws Exception {
        ruwaniSignsIn();
        var token = shownToken().getJWTClaimsSet().getJWTID();
        browser.ask("/leave");
        assertThat(browser.target().getHost()).isEqualTo("www.wikipedia.org");
        assertThat(issued.revoked(token)).isTrue();
        browser.open("/midwife/token");
        assertThat(browser.address().getPath()).isEqualTo("/sign-in");
    }

    /** From a page on which a woman was asked alone: what shows her answers is gone, the work is not. */
    @Test
    void endsNoSessionOfStaffWhoHideTheirPage() throws Exception {
        ruwaniSignsIn();
        var token = shownToken().getJWTClaimsSet().getJWTID();
        browser.ask("/leave/away");
        assertThat(browser.target().getHost()).isEqualTo("www.wikipedia.org");
        assertThat(issued.revoked(token)).isFalse();
        browser.open("/midwife/token");
        assertThat(browser.address().getPath()).isEqualTo("/midwife/token");
    }

    @Test
    void refreshesATokenThatEndsSoonAndNeverTakesAnOldRefreshTokenTwice() throws Exception {
        ruwaniSignsIn();
        var first = shownToken().getJWTClaimsSet().getJWTID();
        browser.open("/midwife/expire");
        browser.open("/midwife/token");
        var second = shownToken().getJWTClaimsSet().getJWTID();
        assertThat(second).isNotEqualTo(first);
        assertThat(second.substring(0, 36)).isEqualTo(first.substring(0, 36));
        assertThat(jdbc.queryForObject("select count(*) from former_refresh_token", Integer.class))
                .isPositive();
    }

    @Test
    void givesNoTokenToStaffWhoLeft() {
        ruwaniSignsIn();
        staff.dismiss("Practitioner/ruwani");
        browser.open("/midwife/expire");
        browser.open("/midwife/token");
        assertThat(browser.address().toString()).endsWith("/sign-in?problem=failed");
    }

    @Test
    void keepsToOurOwnSiteAfterSignIn() {
        browser.open("/midwife/token?continue=https://elsewhere.example");
        link("national-id", SandboxPeople.ruwani(), codes.forStaff("Practitioner/ruwani", "test"));
        assertThat(browser.address().getHost()).isEqualTo("localhost");
        assertThat(browser.address().getPath()).isEqualTo("/midwife/token");
    }

    @Test
    void letsADoctorOpenOnlyTheDoctorsPages() {
        staff.hire(new StaffMember(
                "Practitioner/doctor",
                Role.DOCTOR,
                "Organization/hospital",
                "Hospital",
                java.util.Set.of(),
                "Dr Arul"));
        link("national-id", SandboxPeople.zeenath(), codes.forStaff("Practitioner/doctor", "test"));
        assertThat(browser.address().getPath()).isEqualTo("/doctor");
        assertThat(browser.open("/midwife/token").status()).isEqualTo(403);
        assertThat(browser.open("/doctor/token").status()).isEqualTo(200);
    }
}
