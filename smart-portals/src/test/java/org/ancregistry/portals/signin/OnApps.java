package org.ancregistry.portals.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ancregistry.portals.apps.Apps;
import org.ancregistry.portals.apps.Launches;
import org.ancregistry.portals.authorization.Consents;
import org.ancregistry.portals.keys.Randomness;
import org.ancregistry.sandbox.SandboxPeople;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A midwife who lets apps in: registered apps of every kind, and she is signed in. */
abstract class OnApps extends OnPortals {

    private static final Pattern CONSENT_SCOPE = Pattern.compile("name=\"scope\"[^>]*value=\"([^\"]+)\"");

    @Autowired
    protected Apps apps;

    @Autowired
    protected Launches launches;

    @Autowired
    protected Consents consents;

    protected final String verifier = Randomness.token();

    @BeforeEach
    void appsAreRegisteredAndAMidwifeIsSignedIn() {
        AppsOfTests.register(apps);
        signIn(browser, "national-id", SandboxPeople.ruwani());
        browser.submit("/sign-in/link", Map.of("code", codes.forStaff("Practitioner/ruwani", "test")));
    }

    protected Map<String, String> request(String app, String scope) {
        var request = new TreeMap<String, String>();
        request.put("response_type", "code");
        request.put("client_id", app);
        request.put("redirect_uri", AppsOfTests.BACK);
        request.put("scope", scope);
        request.put("state", "abc");
        request.put("aud", PortalsStack.SITE + "/fhir");
        request.put(
                "code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(Randomness.sha256(verifier)));
        request.put("code_challenge_method", "S256");
        return request;
    }

    /** Asks, and gives what the consent page offers, less what {@code cleared} names. */
    protected Map<String, String> authorize(Map<String, String> request, String... cleared) {
        browser.open("/oauth2/authorize?" + AppRequests.form(request));
        return browser.isRedirect() ? AppRequests.parameters(browser.target()) : agree(cleared);
    }

    protected Map<String, String> agree(String... cleared) {
        assertThat(browser.address().getPath()).as(browser.page()).isEqualTo("/apps/consent");
        var scopes = CONSENT_SCOPE
                .matcher(browser.page())
                .results()
                .map(box -> box.group(1).replace("&amp;", "&"))
                .filter(scope -> !List.of(cleared).contains(scope))
                .toList();
        return answer(scopes);
    }

    protected Map<String, String> answer(List<String> scopes) {
        var state = browser.page().replaceAll("(?s).*name=\"state\" value=\"([^\"]+)\".*", "$1");
        var client = browser.page().replaceAll("(?s).*name=\"client_id\" value=\"([^\"]+)\".*", "$1");
        var body = "client_id=" + client + "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8)
                + scopes.stream()
                        .map(scope -> "&scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
        var cookies = browser.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        var answer = AppRequests.post("/oauth2/authorize", body, "Cookie", cookies);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return AppRequests.parameters(
                URI.create(answer.headers().firstValue("Location").orElseThrow()));
    }

    protected Map<String, String> codeGrant(String code) {
        var form = new TreeMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", AppsOfTests.BACK);
        form.put("code_verifier", verifier);
        return form;
    }

    protected Map<String, String> publicTokens(String scope, String... cleared) {
        var given = authorize(request("public-app", scope), cleared);
        var form = codeGrant(given.get("code"));
        form.put("client_id", "public-app");
        return AppRequests.json(AppRequests.post("/oauth2/token", AppRequests.form(form)));
    }

    protected static HttpResponse<String> refresh(String token, String scope) {
        var form = new TreeMap<String, String>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", token);
        form.put("client_id", "public-app");
        if (scope != null) {
            form.put("scope", scope);
        }
        return AppRequests.post("/oauth2/token", AppRequests.form(form));
    }
}
