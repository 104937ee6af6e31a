package org.ancregistry.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.ancregistry.server.testing.Http;
import org.ancregistry.server.testing.RunningRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are too much or not text: refused at once, with an OperationOutcome and nothing about the machine. */
class RequestLimitsIT {

    private static final RunningRegistry REGISTRY = RunningRegistry.unguarded();
    private static final String FHIR_JSON = "application/fhir+json";
    private static final int TOO_LONG = 6 * 1024 * 1024;

    @Test
    void refusesABodyThatSaysItIsTooLong() {
        var answer = Http.post(REGISTRY.fhirBase() + "/Patient", patientNamed("x".repeat(TOO_LONG)));

        refuses(answer, 413);
    }

    @Test
    void refusesABodyThatTurnsOutTooLong() {
        var body = patientNamed("x".repeat(TOO_LONG)).getBytes(StandardCharsets.UTF_8);

        var answer = Http.send(
                "POST",
                REGISTRY.fhirBase() + "/Patient",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                "Content-Type",
                FHIR_JSON);

        refuses(answer, 413);
    }

    @Test
    void refusesAPackedBody() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[10_000_000]);
        }

        var answer = Http.send(
                "POST",
                REGISTRY.fhirBase() + "/Patient",
                BodyPublishers.ofByteArray(packed.toByteArray()),
                "Content-Type",
                FHIR_JSON,
                "Content-Encoding",
                "gzip");

        refuses(answer, 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "ISO-8859-1", "no-such-encoding"})
    void refusesABodyInAnotherEncodingThanUtf8(String encoding) {
        var answer = Http.send(
                "POST",
                REGISTRY.fhirBase() + "/Patient",
                BodyPublishers.ofString("{\"resourceType\":\"Patient\"}", StandardCharsets.UTF_16),
                "Content-Type",
                FHIR_JSON + ";charset=" + encoding);

        refuses(answer, 415);
        assertThat(answer.body()).contains("UTF-8");
    }

    static Stream<String> bodies() {
        return Stream.of(
                "[".repeat(200_000),
                "{\"resourceType\":\"Patient\",\"contact\":" + "[{\"x\":".repeat(5_000),
                "{\"resourceType\":\"Patient\",\"extension\":[" + "{\"extension\":[".repeat(1_500),
                "",
                "null",
                "{}",
                "{\"resourceType\":\"Nobody\"}",
                "{\"resourceType\":\"Patient\",\"birthDate\":\"yesterday\"}",
                patientNamed("NUL \\u0000 inside"),
                "<Patient xmlns=\"http://hl7.org/fhir\"/>");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void refusesABodyThatIsNoResource(String body) {
        var answer = Http.post(REGISTRY.fhirBase() + "/Patient", body);

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        isAnOutcome(answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Patient xmlns=\"http://hl7.org/fhir\">"
                        + "<name><text value=\"&e;\"/></name></Patient>",
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                        + "<Patient xmlns=\"http://hl7.org/fhir\"><name><text value=\"&b;\"/></name></Patient>"
            })
    void refusesXmlThatRefersElsewhere(String xml) {
        var answer = Http.send(
                "POST",
                REGISTRY.fhirBase() + "/Patient",
                BodyPublishers.ofString(xml),
                "Content-Type",
                "application/fhir+xml");

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("root:");
        isAnOutcome(answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "abc", "1.5", "99999999999999999999", "2147483647", ""})
    void copesWithAnOddCount(String count) {
        var answer = Http.get(REGISTRY.fhirBase() + "/Patient?_count=" + count);

        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 499);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ");
        assertThat(answer.body()).hasSizeLessThan(1_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /fhir/Patient?name=%C0%AF",
                "GET /fhir/Patient?name=%FF%FE",
                "GET /fhir/Patient?name=%00",
                "GET /fhir/Patient?name=a%0d%0aSet-Cookie:x",
                "GET /fhir/Patient?name=%zz",
                "GET /fhir/Patient?name=<script>",
                "GET /fhir/Patient?name=\u00e9",
                "GET /fhir/%2e%2e/actuator",
                "GET /fhir/..%2factuator/env",
                "GET /fhir//Patient",
                "GET /fhir/Patient/%00",
                "GET /fhir/Patient;jsessionid=1",
                "GET fhir",
                "GET http://[",
                "NONSENSE /fhir"
            })
    void refusesAnAddressThatCannotBeOne(String head) {
        refusesQuietly(Http.raw(REGISTRY.baseUrl(), head));
    }

    @Test
    void refusesAnAddressOfSixtyKilobytes() {
        refusesQuietly(Http.raw(REGISTRY.baseUrl(), "GET /fhir/Patient?name=" + "x".repeat(60_000)));
    }

    @Test
    void tellsNothingAboutWhatItRunsOn() {
        var answer = Http.get(REGISTRY.fhirBase() + "/metadata");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map().keySet())
                .extracting(name -> name.toLowerCase(Locale.ROOT))
                .doesNotContain("x-powered-by", "server");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Nothing", "/Patient/1/Nothing", "/Patient/nobody", "/a/b/c/d", "/.well-known/nothing"})
    void answersAnUnknownPathWithAnOutcome(String path) {
        var answer = Http.get(REGISTRY.fhirBase() + path);

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        isAnOutcome(answer.body());
    }

    private static void refuses(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        isAnOutcome(answer.body());
    }

    private static void isAnOutcome(String body) {
        assertThat(body)
                .matches("(?s)(\\{\"resourceType\":\"|<)OperationOutcome.*")
                .doesNotContain("\tat ", "Exception:");
    }

    private static void refusesQuietly(String answer) {
        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d.*");
        assertThat(answer.toLowerCase(Locale.ROOT))
                .doesNotContain("<html", "tomcat", "exception", "\tat ", "set-cookie");
    }

    private static String patientNamed(String name) {
        return "{\"resourceType\":\"Patient\",\"name\":[{\"text\":\"" + name + "\"}]}";
    }
}
