package org.ancregistry.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.portals.apps.App;
import org.ancregistry.portals.apps.Apps;
import org.ancregistry.sandbox.SandboxPeople;
import org.ancregistry.sandbox.SandboxPerson;
import org.ancregistry.server.access.Village;
import org.ancregistry.server.testing.Http;
import org.ancregistry.server.testing.StaffedRegistry;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Programs of others, with the libraries that they use: fhirclient in a browser for a mother and for a midwife, the Nimbus
 * OAuth SDK for a backend with a key, and HAPI's generic client.
 */
class ThirdPartyAppsIT {

    /** With whatever question, in which slashes stand as they are. */
    private static final Pattern CONSENT = Pattern.compile(".*/apps/consent\\?.*");

    private static final Pattern APP = Pattern.compile(".*/index\\.html.*");

    private static final String OAUTH_URIS = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";
    private static final String REPORTS = "district-reports";
    private static final ECKey REPORTS_KEY = key();

    private static StrangersApp app;
    private static final StaffedRegistry STACK = StaffedRegistry.shared();

    private static TestBrowser browser;
    private static SeenPages seen;
    private static Village village;
    private static String nimali;
    private static String fathima;

    @BeforeAll
    static void start() {
        app = StrangersApp.open();
        var apps = STACK.registry().bean(Apps.class);
        assertThat(apps.register(app.registration(), "Practitioner/test")).isTrue();
        assertThat(apps.register(reports(), "Practitioner/test")).isTrue();
        browser = TestBrowser.open();
        seen = new SeenPages(STACK.registry().baseUrl().toString(), browser, "pages-apps");
        village = new Village(STACK.registry());
        nimali = inCare(SandboxPeople.nimali());
        fathima = inCare(SandboxPeople.fathima());
        assertThat(STACK.registry()
                        .bean(LinkedPeople.class)
                        .link(STACK.esignet().subject(SandboxPeople.nimali()), nimali))
                .isTrue();
    }

    @AfterAll
    static void stop() {
        browser.close();
        app.close();
    }

    private static App reports() {
        return new App(
                REPORTS,
                "District reports",
                App.KEY,
                null,
                new JWKSet(REPORTS_KEY).toPublicJWKSet().toJSONObject(),
                null,
                List.of(),
                null,
                Set.of("system/Patient.rs"),
                false,
                false,
                false);
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_384).keyID("2026").generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String inCare(SandboxPerson woman) {
        var patient = village.save(OldRecords.of(woman));
        village.save(new EpisodeOfCare()
                .setStatus(EpisodeOfCare.EpisodeOfCareStatus.ACTIVE)
                .setPatient(new Reference(patient))
                .setManagingOrganization(new Reference("Organization/phm-demo-1")));
        village.weight(patient);
        return patient;
    }

    @Test
    void aMotherLetsAnAppShowHerRecordAndNoOther() throws JsonProcessingException {
        try (var window = window()) {
            window.page().navigate(app.at("launch.html?iss=") + iss() + "&other=" + id(fathima));
            window.page().waitForURL("**/sign-in");
            window.press(Window.MAIN_BUTTON);
            new EsignetPages(window).proves(SandboxPeople.nimali());
            var shown = letIn(window);
            assertThat(shown.path("name").asText())
                    .isEqualTo(SandboxPeople.nimali().name());
            assertThat(shown.path("patient").asText()).isEqualTo(id(nimali));
            assertThat(shown.path("user").asText()).isEqualTo(nimali);
            assertThat(shown.path("observations").asInt()).isEqualTo(1);
            assertThat(shown.path("renewed").asBoolean()).isTrue();
            assertThat(shown.path("other").asText()).isEqualTo("refused 404");
        }
    }

    @Test
    void aMidwifeOpensAnAppWithTheRecordThatIsBeforeHer() throws JsonProcessingException {
        try (var window = window()) {
            new MidwifePages(window).signIn(SandboxPeople.anoma());
            window.open("/midwife/mothers/" + id(fathima) + "/apps");
            window.press("main form:has(input[value=" + StrangersApp.ID + "]) button");
            window.page().locator("main a[href*='launch=']").click();
            window.page().waitForURL(CONSENT);
            assertThat(window.page().locator("#whose").innerText())
                    .as("whose record the app would get")
                    .contains(SandboxPeople.fathima().name());
            var shown = letIn(window);
            assertThat(shown.path("name").asText())
                    .isEqualTo(SandboxPeople.fathima().name());
            assertThat(shown.path("patient").asText()).isEqualTo(id(fathima));
            assertThat(shown.path("user").asText()).startsWith("Practitioner/");
            assertThat(shown.path("banner").asBoolean()).isTrue();
            assertThat(shown.path("renewed").asBoolean()).isTrue();
        }
    }

    @Test
    void anAppIsToldWhenSomebodyGivesItNothing() {
        try (var window = window()) {
            new MidwifePages(window).signIn(SandboxPeople.anoma());
            window.open("/midwife/mothers/" + id(fathima) + "/apps");
            window.press("main form:has(input[value=" + StrangersApp.ID + "]) button");
            window.page().locator("main a[href*='launch=']").click();
            window.page().waitForURL(CONSENT);
            window.page().locator("main form .govuk-button--secondary").click();
            window.page().waitForURL(APP);
            assertThat(result(window)).startsWith("error:");
        }
    }

    /** Agrees, and reads what the app shows then. */
    private static JsonNode letIn(Window window) throws JsonProcessingException {
        window.page().waitForURL(CONSENT);
        window.page().locator("main form .govuk-button").first().click();
        window.page().waitForURL(APP);
        var result = result(window);
        assertThat(result).startsWith("{");
        return new ObjectMapper().readTree(result);
    }

    private static String result(Window window) {
        window.page().waitForFunction("() => document.getElementById('result').textContent !== 'waiting'");
        return window.page().locator("#result").textContent();
    }

    private static Window window() {
        var look = Look.onAPhone(true);
        return new Window(browser.context(look), look, seen);
    }

    private static String iss() {
        return URLEncoder.encode(STACK.registry().fhirBase(), StandardCharsets.UTF_8);
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }

    @Test
    void aBackendSignsInWithItsKeyAndHapisClientReadsWithTheToken() throws Exception {
        var token = backendToken(new Scope("system/Patient.rs"));
        var client = STACK.registry().client();
        assertThat(client.capabilities()
                        .ofType(CapabilityStatement.class)
                        .execute()
                        .getRestFirstRep()
                        .getSecurity()
                        .getServiceFirstRep()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("SMART-on-FHIR");
        client.registerInterceptor(new BearerTokenAuthInterceptor(token));
        assertThat(client.read()
                        .resource(Patient.class)
                        .withId(id(nimali))
                        .execute()
                        .getNameFirstRep()
                        .getText())
                .isEqualTo(SandboxPeople.nimali().name());
        var found = client.search()
                .forResource(Patient.class)
                .where(Patient.RES_ID.exactly().code(id(nimali)))
                .returnBundle(Bundle.class)
                .execute();
        assertThat(found.getEntry()).hasSize(1);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() ->
                        client.read().resource(EpisodeOfCare.class).withId("1").execute()))
                .isInstanceOfAny(ForbiddenOperationException.class, ResourceNotFoundException.class);
    }

    @Test
    void theCapabilityStatementNamesTheSameAddressesToPagesOfAnySite() throws JsonProcessingException {
        var smart = new ObjectMapper().readTree(publicly("/fhir/.well-known/smart-configuration"));
        var metadata = STACK.registry()
                .client()
                .getFhirContext()
                .newJsonParser()
                .parseResource(CapabilityStatement.class, publicly("/fhir/metadata"));
        var uris = metadata.getRestFirstRep().getSecurity().getExtensionByUrl(OAUTH_URIS);
        assertThat(uris.getExtensionString("authorize"))
                .isEqualTo(smart.path("authorization_endpoint").asText());
        assertThat(uris.getExtensionString("token"))
                .isEqualTo(smart.path("token_endpoint").asText());
        assertThat(uris.getExtensionString("introspect"))
                .isEqualTo(smart.path("introspection_endpoint").asText());
        assertThat(uris.getExtensionString("revoke"))
                .isEqualTo(smart.path("revocation_endpoint").asText());
    }

    private static String publicly(String path) {
        var answer = Http.send(
                "GET",
                STACK.registry().baseUrl() + path,
                BodyPublishers.noBody(),
                "Origin",
                "https://anywhere.example",
                "Accept",
                "application/json");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        return answer.body();
    }

    private static String backendToken(Scope scope) throws GeneralException, IOException, JOSEException {
        var endpoint = URI.create(STACK.registry().baseUrl() + "/oauth2/token");
        var proof = new PrivateKeyJWT(
                new JWTAuthenticationClaimsSet(new ClientID(REPORTS), new Audience(endpoint)),
                JWSAlgorithm.ES384,
                REPORTS_KEY.toPrivateKey(),
                "2026",
                null);
        var request = new TokenRequest(endpoint, proof, new ClientCredentialsGrant(), scope);
        var answer = TokenResponse.parse(request.toHTTPRequest().send());
        assertThat(answer.indicatesSuccess()).isTrue();
        return answer.toSuccessResponse().getTokens().getBearerAccessToken().getValue();
    }
}
