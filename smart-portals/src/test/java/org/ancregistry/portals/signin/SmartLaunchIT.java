package org.ancregistry.portals.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ancregistry.portals.apps.Launches;
import org.ancregistry.sandbox.SandboxPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an app is opened and whose record it gets: gaps 2, 3, 4 and 11 of the design, and the page that asks. */
class SmartLaunchIT extends OnApps {

    @Test
    void gap02WantsTheFhirServerNamed() {
        var request = request("public-app", "patient/*.rs launch/patient");
        request.put("aud", "https://elsewhere.example/fhir");
        assertThat(authorize(request)).containsEntry("error", "invalid_request").doesNotContainKey("code");
    }

    @Test
    void gap03OpensALaunchOnceForItsOwnPersonAndApp() {
        var tokens = launched("public-app", "Practitioner/ruwani");
        assertThat(tokens).containsEntry("patient", "nimali").containsEntry("need_patient_banner", "true");
        assertThat(AppRequests.claims(tokens.get("access_token")).getClaim("patient"))
                .isEqualTo("nimali");
    }

    @Test
    void tellsAnAppWhichContactIsGoingOn() {
        var request = request("public-app", "launch patient/*.rs");
        request.put(
                "launch",
                launches.begin(new Launches.Launch(
                        "public-app", "Practitioner/ruwani", "Patient/nimali", "Encounter/contact")));
        var form = codeGrant(authorize(request).get("code"));
        form.put("client_id", "public-app");
        var tokens = AppRequests.json(AppRequests.post("/oauth2/token", AppRequests.form(form)));
        assertThat(tokens).containsEntry("encounter", "contact");
        assertThat(AppRequests.claims(tokens.get("access_token")).getClaim("encounter"))
                .isEqualTo("contact");
    }

    private Map<String, String> launched(String app, String person) {
        var launch = launches.begin(new Launches.Launch(app, person, "Patient/nimali", null));
        var request = request("public-app", "launch patient/*.rs");
        request.put("launch", launch);
        var given = authorize(request);
        assertThat(given).containsKey("code");
        var again = authorize(request);
        assertThat(again).containsEntry("error", "invalid_request");
        var form = codeGrant(given.get("code"));
        form.put("client_id", "public-app");
        return AppRequests.json(AppRequests.post("/oauth2/token", AppRequests.form(form)));
    }

    @ParameterizedTest
    @CsvSource({"public-app, Practitioner/somebody", "secret-app, Practitioner/ruwani"})
    void gap03RefusesTheLaunchOfSomebodyElseOrAnotherApp(String app, String person) {
        var request = request("public-app", "launch patient/*.rs");
        request.put("launch", launches.begin(new Launches.Launch(app, person, "Patient/nimali", null)));
        assertThat(authorize(request)).containsEntry("error", "invalid_request").doesNotContainKey("code");
    }

    @Test
    void gap03RefusesALaunchThatIsTooOldOrMadeUp() {
        var request = request("public-app", "launch patient/*.rs");
        var launch = launches.begin(new Launches.Launch("public-app", "Practitioner/ruwani", "Patient/nimali", null));
        jdbc.update("update app_launch set expires_at = timestamp with time zone '2020-01-01 00:00:00+00'");
        for (var id : List.of(launch, "made-up")) {
            request.put("launch", id);
            assertThat(authorize(request)).as(id).containsEntry("error", "invalid_request");
        }
        request.remove("launch");
        assertThat(authorize(request)).containsEntry("error", "invalid_request");
    }

    @Test
    void gap04HasStaffPickARecordBeforeAnAppGetsAToken() {
        browser.open("/oauth2/authorize?" + AppRequests.form(request("public-app", "launch/patient patient/*.rs")));
        assertThat(browser.visited()).contains("/midwife/apps/patient");
        var state = browser.visited().isEmpty() ? "" : stateOfPick();
        consents.pick(state, "Practitioner/somebody-else", "Patient/fathima");
        browser.open("/apps/consent?state=" + URLEncoder.encode(state, StandardCharsets.UTF_8));
        assertThat(browser.visited()).contains("/midwife/apps/patient");
        consents.pick(state, "Practitioner/ruwani", "Patient/nimali");
        browser.open("/apps/consent?state=" + URLEncoder.encode(state, StandardCharsets.UTF_8));
        assertThat(browser.page())
                .as("no registry stands behind these pages")
                .contains("Whose record it is about could not be read just now");
        var form = codeGrant(agree().get("code"));
        form.put("client_id", "public-app");
        assertThat(AppRequests.json(AppRequests.post("/oauth2/token", AppRequests.form(form))))
                .containsEntry("patient", "nimali");
    }

    private String stateOfPick() {
        return AppRequests.parameters(browser.address()).get("state");
    }

    @Test
    void gap04BindsAMotherToHerself() {
        browser.cookies().clear();
        jdbc.update("delete from linked_person");
        signIn(browser, "national-id", SandboxPeople.nimali());
        browser.submit("/sign-in/link", Map.of("code", codes.forStaff("Patient/nimali", "test")));
        browser.open("/oauth2/authorize?" + AppRequests.form(request("public-app", "launch/patient patient/*.rs")));
        assertThat(browser.page()).contains("It is about your own record.");
        var tokens = publicTokens("launch/patient patient/*.rs openid fhirUser");
        assertThat(tokens).containsEntry("patient", "nimali");
        assertThat(AppRequests.claims(tokens.get("access_token")).getSubject()).isEqualTo("Patient/nimali");
    }

    @Test
    void gap11TakesAnAuthorizationRequestByPost() {
        var body = AppRequests.form(request("public-app", "user/Observation.rs"));
        var answer = AppRequests.post("/oauth2/authorize", body);
        assertThat(answer.statusCode()).isEqualTo(303);
        var location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(AppRequests.parameters(URI.create(location)))
                .isEqualTo(request("public-app", "user/Observation.rs"));
    }

    @Test
    void letsTheAnswerOfTheConsentPageGoToTheAppAndNowhereElse() {
        browser.open("/oauth2/authorize?" + AppRequests.form(request("public-app", "user/Observation.rs")));
        assertThat(browser.header("Content-Security-Policy")).contains("form-action 'self' http://localhost:9;");
        assertThat(browser.page()).contains("App public-app", "localhost:9");
    }

    @Test
    void letsStaffEndWhatTheyLetIn() {
        var tokens = publicTokens("user/Observation.rs offline_access");
        browser.open("/midwife/apps/mine");
        assertThat(browser.page()).contains("App public-app", "Let it in no longer");
        // Others of these tests let the same app in, too.
        var permissions = Pattern.compile("name=\"permission\" value=\"([^\"]+)\"")
                .matcher(browser.page())
                .results()
                .map(found -> found.group(1))
                .toList();
        for (var permission : permissions) {
            browser.open("/midwife/apps/mine");
            browser.submit("/midwife/apps/mine", Map.of("permission", permission));
        }
        browser.open("/midwife/apps/mine");
        assertThat(browser.page()).doesNotContain("App public-app");
        assertThat(refresh(tokens.get("refresh_token"), null).statusCode()).isEqualTo(400);
    }

    @Test
    void showsNobodyElsesQuestion() {
        browser.open("/oauth2/authorize?" + AppRequests.form(request("public-app", "user/Observation.rs")));
        var state = AppRequests.parameters(browser.address()).get("state");
        jdbc.update("update oauth2_authorization set person = 'Practitioner/other' where code_hash is null");
        browser.open("/apps/consent?state=" + URLEncoder.encode(state, StandardCharsets.UTF_8));
        assertThat(browser.status()).isEqualTo(404);
    }
}
