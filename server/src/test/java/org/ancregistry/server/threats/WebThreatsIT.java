package org.ancregistry.server.threats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.ancregistry.sandbox.SandboxPeople;
import org.ancregistry.sandbox.SandboxVisitor;
import org.ancregistry.server.access.Village;
import org.ancregistry.server.testing.StaffedRegistry;
import org.ancregistry.server.testing.Visitor;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody might try at the pages: rows W-01 to W-10 and R-32. What logs say (W-09) is tried where a whole day is walked. */
class WebThreatsIT {

    private static final StaffedRegistry STACK = StaffedRegistry.shared();
    private static final Village VILLAGE = new Village(STACK.registry());

    private static Visitor midwife() {
        return STACK.visitor().signIn(SandboxPeople.anoma()).open("/midwife");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/midwife", "/nothing-there", "/danger-signs"})
    void w01EveryPageForbidsWhatItDoesNotNeed(String path) {
        var midwife = midwife().open(path);
        assertThat(midwife.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe", "*");
        assertThat(midwife.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(midwife.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(midwife.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(midwife.header("Cache-Control")).as("W-10").contains("no-store");
        assertThat(midwife.header("Server")).isEmpty();
    }

    @Test
    void w02TheSessionsCookieIsOutOfReachOfScriptsAndOtherSites() {
        var visitor = STACK.visitor().ask("/sign-in/esignet/sandbox");
        assertThat(visitor.header("Set-Cookie"))
                .startsWith("anc-session=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void w03ASessionThatWasPlantedIsNotTheOneThatIsSignedIn() {
        var attacker = STACK.visitor().ask("/sign-in/esignet/sandbox");
        var planted = attacker.cookies().get("anc-session");
        var victim = STACK.visitor()
                .carrying("anc-session", planted)
                .signIn(SandboxPeople.anoma())
                .open("/midwife");
        assertThat(victim.status()).isEqualTo(200);
        assertThat(victim.cookies().get("anc-session")).isNotEqualTo(planted);
        assertThat(attacker.open("/midwife").path()).isEqualTo("/sign-in");
    }

    @Test
    void w04AFormOfAnotherSiteDoesNothing() {
        var midwife = midwife();
        midwife.post("/midwife/registrations", Map.of());
        assertThat(midwife.status()).isEqualTo(403);
        midwife.post("/midwife/registrations", Map.of("_csrf", "made-up"));
        assertThat(midwife.status()).isEqualTo(403);
        midwife.post("/sign-out", Map.of());
        assertThat(midwife.open("/midwife").status()).as("still signed in").isEqualTo(200);
        midwife.submit("/midwife/registrations", Map.of());
        assertThat(midwife.path()).as("her own form").startsWith("/midwife/registrations/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/midwife?continue=https://elsewhere.example",
                "/sign-in?continue=https://elsewhere.example&redirect=https://elsewhere.example",
                "/oauth2/authorize?client_id=anc-midwife&response_type=code&redirect_uri=https://elsewhere.example",
                "/oauth2/authorize?client_id=anc-midwife&response_type=code&redirect_uri=https://elsewhere.example"
                        + "&scope=user/*.cruds&error=x"
            })
    void w05NobodyIsSentElsewhere(String address) {
        var visitor = STACK.visitor().ask(address);
        assertStays(visitor);
        visitor.signIn(SandboxPeople.anoma());
        assertStays(visitor);
        assertThat(visitor.open("/midwife").status()).isEqualTo(200);
        visitor.ask(address);
        assertStays(visitor);
    }

    private static void assertStays(Visitor visitor) {
        if (visitor.isRedirect()) {
            assertThat(visitor.target().getAuthority())
                    .isEqualTo(STACK.registry().baseUrl().getAuthority());
        }
    }

    @Test
    void w06AnswersOfASignInThatThisBrowserDidNotBeginAreRefused() {
        var attacker = STACK.visitor().ask("/sign-in/esignet/sandbox");
        var hers = SandboxVisitor.signIn(attacker.target(), SandboxPeople.mary());
        var victim = STACK.visitor().open("/sign-in").open(hers.toString());
        assertThat(victim.path()).isEqualTo("/sign-in");
        assertThat(victim.open("/midwife").path())
                .as("not signed in as the attacker")
                .isEqualTo("/sign-in");
        var begun = STACK.visitor().ask("/sign-in/esignet/sandbox");
        begun.open("/sign-in/callback?state=" + part(begun.target().getRawQuery(), "state") + "&code="
                + part(hers.getRawQuery(), "code"));
        assertThat(begun.path()).as("another's code under her own state").isEqualTo("/sign-in");
        assertThat(STACK.visitor().signIn(SandboxPeople.mary()).path())
                .as("whose it is")
                .isEqualTo("/midwife");
    }

    private static String part(String query, String name) {
        return query.replaceAll("(?:.*&)?" + name + "=([^&]+).*", "$1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin", "/admin/apps", "/admin/people/new", "/admin/units", "/doctor", "/mother"})
    void w07PagesAreForTheirRole(String path) {
        assertThat(midwife().open(path).status()).isEqualTo(403);
        assertThat(STACK.visitor().open(path).path()).isEqualTo("/sign-in");
        assertThat(midwife().open("/midwife").status()).isEqualTo(200);
    }

    @Test
    void w08AnIdInTheAddressOpensNothing() {
        var own = woman("Organization/phm-demo-1");
        var other = woman("Organization/phm-other-1");
        assertThat(midwife().open("/midwife/mothers/" + own + "/summary").status())
                .isEqualTo(200);
        for (var page : new String[] {"", "/summary", "/card", "/apps"}) {
            var answer = midwife().open("/midwife/mothers/" + other + page);
            assertThat(answer.status()).as(page).isEqualTo(404);
            assertThat(answer.page()).doesNotContain("Somebody");
        }
        assertThat(midwife().open("/midwife/mothers/..%2F..%2Fadmin").status()).isBetween(400, 404);
    }

    /** Whoever registers her may type anything for a name. */
    @Test
    void r32ANameIsShownAsTheTextThatItIs() {
        var name = "<img src=x onerror=alert(1)> \"><script>alert(2)</script>";
        var mother = woman("Organization/phm-demo-1", name);
        for (var page : new String[] {"", "/summary"}) {
            assertThat(midwife().open("/midwife/mothers/" + mother + page).page())
                    .as(page)
                    .contains("&lt;img src=x onerror=alert(1)&gt;")
                    .doesNotContain("<img src=x", "<script>alert");
        }
    }

    private static String woman(String area) {
        return woman(area, "Somebody");
    }

    private static String woman(String area, String name) {
        var mother = new Patient();
        mother.addName().setText(name);
        var patient = VILLAGE.save(mother);
        VILLAGE.save(new EpisodeOfCare()
                .setStatus(EpisodeOfCareStatus.ACTIVE)
                .setPatient(new Reference(patient))
                .setManagingOrganization(new Reference(area)));
        return patient.substring("Patient/".length());
    }
}
