package org.ancregistry.server.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.ancregistry.domain.phn.Phn;
import org.awaitility.Awaitility;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DirectoryCallsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration REST = Duration.ofMillis(100);
    private static final String REFUSAL = """
        {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "value",
          "details": {"coding": [{"code": "parameter-invalid"}]}, "diagnostics": "Nimali Perera has no birth date."}]}
        """;

    private final PlayedDirectory directory = new PlayedDirectory();

    @AfterEach
    void close() {
        directory.close();
    }

    @Test
    void putsNoNumberIntoAnAddress() {
        var calls = directory.calls(PATIENCE, REST);
        new FhirPhnDirectory(calls).holderOf(new Phn("385C9WRTB41"));
        calls.tell(Announcements.message(new Phn("385C9WRTB41"), new Patient()));
        assertThat(directory.addresses).containsExactly("POST /fhir/Patient/_search", "POST /fhir");
        assertThat(directory.bodies).allMatch(body -> body.contains("385C9WRTB41"));
    }

    @Test
    void provesWithItsKeyWhoItIs() throws ParseException, JOSEException {
        directory.calls(PATIENCE, REST).search("Patient", "identifier", "a|b");
        var assertion = SignedJWT.parse(parameter(directory.tokenForms.get(0), "client_assertion"));
        assertThat(assertion.verify(new RSASSAVerifier(directory.key.toRSAPublicKey())))
                .isTrue();
        assertThat(assertion.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS384);
        assertThat(assertion.getHeader().getKeyID()).isEqualTo("ours");
        assertThat(assertion.getJWTClaimsSet().getSubject()).isEqualTo("district");
        assertThat(assertion.getJWTClaimsSet().getAudience())
                .containsExactly(directory.tokenEndpoint().toString());
        assertThat(assertion.getJWTClaimsSet().getJWTID()).isNotBlank();
    }

    @Test
    void keepsATokenUntilItIsNotBelieved() {
        var calls = directory.calls(PATIENCE, REST);
        calls.search("Patient", "identifier", "a|b");
        calls.search("Patient", "identifier", "a|b");
        assertThat(directory.tokenForms).hasSize(1);
        directory.answers(401, "");
        calls.search("Patient", "identifier", "a|b");
        assertThat(directory.tokenForms).hasSize(2);
        assertThat(directory.addresses).hasSize(4);
    }

    @Test
    void leavesTheDirectoryAloneAfterThreeFailuresAndFindsThatItIsBack() {
        var calls = directory.calls(PATIENCE, Duration.ofSeconds(1));
        for (var i = 0; i < 3; i++) {
            directory.answers(503, "");
            assertDown(calls);
        }
        assertThat(calls.isResting()).isTrue();
        assertDown(calls);
        assertThat(directory.addresses).hasSize(3);
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> answers(calls));
        assertThat(calls.isResting()).isFalse();
    }

    @Test
    void waitsNoLongerThanItsPatience() {
        directory.answersAfter(Duration.ofSeconds(2));
        var calls = directory.calls(Duration.ofMillis(300), REST);
        var before = System.nanoTime();
        assertDown(calls);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(1800));
    }

    @Test
    void waitsNoLongerForTheRestOfAnAnswer() {
        directory.stopsInTheMidstOfEach(Duration.ofSeconds(4));
        var calls = directory.calls(Duration.ofMillis(500), REST);
        var before = System.nanoTime();
        assertDown(calls);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void takesRubbishForSilence() {
        for (var rubbish : List.of(
                "",
                "<html>Welcome</html>",
                "{\"resourceType\": \"Bundle\", \"ent",
                "[]",
                "null",
                "{\"resourceType\": \"Patient\"}",
                "{\"resourceType\": \"Bundle\", \"type\": 7}")) {
            directory.answers(200, rubbish);
            assertDown(directory.calls(PATIENCE, REST));
        }
    }

    @Test
    void tellsOfARefusalTheCodeAndNothingElse() {
        directory.answers(400, REFUSAL);
        var calls = directory.calls(PATIENCE, REST);
        assertThatExceptionOfType(DirectoryRefused.class)
                .isThrownBy(() -> calls.search("Patient", "identifier", "a|b"))
                .withMessageNotContaining("Nimali")
                .satisfies(refused -> {
                    assertThat(refused.answered()).isEqualTo("400 parameter-invalid");
                    assertThat(refused.isForGood()).isTrue();
                });
        directory.answers(409, REFUSAL);
        assertThatExceptionOfType(DirectoryRefused.class)
                .isThrownBy(() -> calls.search("Patient", "identifier", "a|b"))
                .satisfies(refused -> assertThat(refused.isForGood()).isFalse());
    }

    @Test
    void takesOnlyWhatItSaysOfTheRequestForARefusal() {
        var faults = Map.of(
                404, "<html>No such page</html>",
                400, "{\"resourceType\": \"Bundle\", \"type\": \"searchset\"}",
                302, "",
                405, REFUSAL,
                500, REFUSAL);
        faults.forEach((status, body) -> {
            directory.answers(status, body);
            assertThatExceptionOfType(DirectoryDown.class)
                    .isThrownBy(() -> directory.calls(PATIENCE, REST).search("Patient", "identifier", "a|b"))
                    .withMessage("The PHN directory answered " + status);
        });
    }

    @Test
    void asksForOneTokenHoweverManyNeedIt() throws ExecutionException, InterruptedException {
        directory.givesTokensAfter(Duration.ofMillis(500));
        var calls = directory.calls(PATIENCE, REST);
        assertThat(eightAtOnce(() -> answers(calls))).containsOnly(true);
        assertThat(directory.tokenForms).hasSize(1);
    }

    @Test
    void letsNobodyWaitInLineForATokenThatDoesNotCome() throws ExecutionException, InterruptedException {
        directory.givesTokensAfter(Duration.ofSeconds(5));
        var calls = directory.calls(Duration.ofMillis(700), REST);
        var before = System.nanoTime();
        assertThat(eightAtOnce(() -> answers(calls))).containsOnly(false);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    }

    private static Set<Boolean> eightAtOnce(Callable<Boolean> call) throws ExecutionException, InterruptedException {
        var pool = Executors.newFixedThreadPool(8);
        try {
            var outcomes = new HashSet<Boolean>();
            for (var done : pool.invokeAll(Collections.nCopies(8, call))) {
                outcomes.add(done.get());
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }

    private static void assertDown(DirectoryCalls calls) {
        assertThatExceptionOfType(DirectoryDown.class)
                .isThrownBy(() -> calls.search("Patient", "identifier", "a|b"))
                .withMessageContaining("PHN directory");
    }

    private static boolean answers(DirectoryCalls calls) {
        try {
            return !calls.search("Patient", "identifier", "a|b").hasEntry();
        } catch (DirectoryDown stillResting) {
            return false;
        }
    }

    private static String parameter(String form, String name) {
        return Arrays.stream(form.split("&", -1))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }
}
