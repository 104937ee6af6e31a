package org.ancregistry.interceptors.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.List;
import java.util.Map;
import org.ancregistry.domain.access.Caller;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenInterceptorTest {

    private final TestIssuer issuer = TestIssuer.open();
    private final MovableClock clock = new MovableClock();
    private final BearerTokenInterceptor door = new BearerTokenInterceptor(new AccessTokens(
            List.of(new OwnIssuer(
                    issuer.name(),
                    TestIssuer.FHIR_BASE,
                    new RemoteSigningKeys(issuer.jwks(), clock),
                    tokenId -> false)),
            (proof, ends) -> true,
            clock));

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    void leavesTheCallerOnTheRequest() {
        var request = request("Patient/1", "Bearer " + issuer.signed(claims -> claims));
        door.authenticate(request);
        assertThat(request.getUserData().get(Caller.class))
                .isInstanceOfSatisfying(
                        Caller.class, caller -> assertThat(caller.id()).isEqualTo("Practitioner/12"));
    }

    @Test
    void letsAnybodyReadTheMetadata() {
        var request = request("metadata");
        door.authenticate(request);
        assertThat(request.getUserData()).doesNotContainKey(Caller.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"metadata/", "Patient/metadata", "metadata/..", "Patient/1/.well-known/smart-configuration"})
    void isNotFooledByOpenWordsIn(String path) {
        var refused = refusal(request(path));
        assertThat(refused.getStatusCode()).isEqualTo(401);
        assertThat(codeOf(refused)).isEqualTo("sign-in");
    }

    @Test
    void letsNobodyPostToTheMetadata() {
        var request = request("metadata");
        request.setRequestType(RequestTypeEnum.POST);
        assertThat(refusal(request).getStatusCode()).isEqualTo(401);
    }

    @Test
    void asksForATokenWithoutCallingAnythingWrong() {
        var refused = refusal(request("Patient/1"));
        assertThat(refused.getStatusCode()).isEqualTo(401);
        assertThat(challengeOf(refused)).isEqualTo("Bearer realm=\"anc-registry\"");
    }

    @Test
    void saysWhatIsWrongWithAToken() {
        var refused = refusal(request("Patient/1", "Bearer " + issuer.signed(claims -> claims.audience("x"))));
        assertThat(refused.getStatusCode()).isEqualTo(401);
        assertThat(challengeOf(refused))
                .contains("error=\"invalid_token\"")
                .contains(TokenFault.AUDIENCE.description());
    }

    @Test
    void refusesAnotherScheme() {
        assertThat(refusal(request("Patient/1", "Basic YTpi")).getStatusCode()).isEqualTo(401);
    }

    @Test
    void refusesTwoHeaders() {
        var good = "Bearer " + issuer.signed(claims -> claims);
        var refused = refusal(request("Patient/1", good, good));
        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(challengeOf(refused)).contains("invalid_request");
    }

    @Test
    void refusesATokenInTheAddressOrAForm() {
        var request = request("Patient/1", "Bearer " + issuer.signed(claims -> claims));
        request.setParameters(Map.of("access_token", new String[] {"x"}));
        var refused = refusal(request);
        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(refused).hasMessageContaining("header only");
    }

    @Test
    void saysThatItCannotTellWhileTheKeysCannotBeRead() {
        issuer.fallSilent();
        var refused = refusal(request("Patient/1", "Bearer " + issuer.signed(claims -> claims)));
        assertThat(refused.getStatusCode()).isEqualTo(503);
        assertThat(codeOf(refused)).isEqualTo("unavailable");
    }

    private BaseServerResponseException refusal(SystemRequestDetails request) {
        var refused = catchThrowableOfType(BaseServerResponseException.class, () -> door.authenticate(request));
        assertThat(refused).isNotNull();
        return refused;
    }

    private static SystemRequestDetails request(String path, String... authorization) {
        var request = new SystemRequestDetails();
        request.setRequestType(RequestTypeEnum.GET);
        request.setRequestPath(path);
        request.setParameters(Map.of());
        List.of(authorization).forEach(header -> request.addHeader("Authorization", header));
        return request;
    }

    private static String challengeOf(BaseServerResponseException refused) {
        return refused.getResponseHeaders().get("WWW-Authenticate").get(0);
    }

    private static String codeOf(BaseServerResponseException refused) {
        return ((OperationOutcome) refused.getOperationOutcome())
                .getIssueFirstRep()
                .getDetails()
                .getCodingFirstRep()
                .getCode();
    }
}
