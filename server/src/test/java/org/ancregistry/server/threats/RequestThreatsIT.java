package org.ancregistry.server.threats;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.server.access.Api;
import org.ancregistry.server.access.Village;
import org.ancregistry.server.testing.Http;
import org.ancregistry.server.testing.RunningRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that are meant to stop the server, to make it call somebody, or to make it tell: rows, sent by
 * callers who are signed in. After each the server answers a midwife as before, and nobody outside was called.
 */
class RequestThreatsIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Village VILLAGE = new Village(RunningRegistry.onPostgres());
    private static final Api API = new Api(VILLAGE.registry);
    private static final Caller BACKEND = VILLAGE.system();
    private static final Caller MIDWIFE = VILLAGE.midwife(VILLAGE.phm1);
    private static final AtomicInteger CALLS = new AtomicInteger();

    private static HttpServer outside;

    @BeforeAll
    static void somebodyListensOutside() throws IOException {
        outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outside.createContext("/", exchange -> {
            CALLS.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        outside.start();
    }

    @AfterAll
    static void nobodyListensAnyMore() {
        outside.stop(0);
    }

    private static String outside() {
        return "http://localhost:" + outside.getAddress().getPort();
    }

    @AfterEach
    void theServerIsWellAndCalledNobody() {
        assertThat(API.get(MIDWIFE, VILLAGE.nimali.patient()).status()).isEqualTo(200);
        assertThat(CALLS).hasValue(0);
    }

    private static HttpResponse<String> post(String path, BodyPublisher body, String... headers) {
        var all = Stream.concat(
                        Stream.of("Authorization", "Bearer " + VILLAGE.registry.token(BACKEND)), Stream.of(headers))
                .toArray(String[]::new);
        return Http.send("POST", VILLAGE.registry.fhirBase() + path, body, all);
    }

    private static void refuses(Supplier<HttpResponse<String>> send) {
        var sent = Instant.now();
        var answer = send.get();
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(Duration.between(sent, Instant.now())).isLessThan(SOON);
        assertThat(answer.body())
                .hasSizeLessThan(20_000)
                .doesNotContain("root:", "\tat ", "Exception", "org.hibernate", "HAPI-");
    }

    static Stream<String> documents() {
        return Stream.of(
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + "OUTSIDE" + "/e\">]>",
                "<!DOCTYPE x SYSTEM \"OUTSIDE/x.dtd\" [<!ENTITY e \"e\">]>",
                "<!DOCTYPE x [<!ENTITY % p SYSTEM \"OUTSIDE/p\"> %p; <!ENTITY e \"e\">]>",
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY e \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void r01ReadsNoEntityOfAnXmlDocument(String doctype) {
        var xml = doctype.replace("OUTSIDE", outside())
                + "<Observation xmlns=\"http://hl7.org/fhir\"><status value=\"&e;\"/></Observation>";
        refuses(() -> post("/Observation", BodyPublishers.ofString(xml), "Content-Type", "application/fhir+xml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_count=1&co%01de=x", "_count=1&code=%00"})
    void aFormWithAControlCharacterIsRefused(String form) {
        refuses(() -> post(
                "/Observation/_search",
                BodyPublishers.ofString(form),
                "Content-Type",
                "application/x-www-form-urlencoded"));
        assertThat(API.postForm(BACKEND, "Observation/_search", "_count=1").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%3Cb=1&a%26lt;b=2", "%22=1&%26quot;=2", "a%27b=1"})
    void namesThatWouldBecomeTheSameAreRefused(String parameters) {
        refuses(() -> Http.send(
                "GET",
                VILLAGE.registry.fhirBase() + "/Observation?" + parameters,
                BodyPublishers.noBody(),
                "Authorization",
                "Bearer " + VILLAGE.registry.token(BACKEND)));
        refuses(() -> post(
                "/Observation/_search",
                BodyPublishers.ofString(parameters),
                "Content-Type",
                "application/x-www-form-urlencoded"));
    }

    static Stream<String> deep() {
        return Stream.of(
                "[".repeat(200_000),
                "{\"a\":".repeat(200_000),
                "{\"resourceType\":\"Observation\",\"extension\":[" + "{\"extension\":[".repeat(5_000),
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":["
                        + "{\"resource\":{\"resourceType\":\"Bundle\",\"entry\":[".repeat(2_000));
    }

    @ParameterizedTest
    @MethodSource("deep")
    void r03StopsReadingWhatIsTooDeep(String json) {
        refuses(() -> post("/Observation", BodyPublishers.ofString(json), "Content-Type", "application/fhir+json"));
        refuses(() -> post("", BodyPublishers.ofString(json), "Content-Type", "application/fhir+json"));
    }

    /** A number of a few characters that fills the memory when it is written out. */
    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "-9.9E+99999999"})
    void r04KeepsNumbersToWhatCanBeMeasured(String number) {
        var json = """
                {"resourceType":"Observation",'language':'"',"status":"final","subject":{"reference":"%s"},
                 "code":{"coding":[{"system":"http://loinc.org","code":"29463-7"}]},
                 "valueQuantity":{"value":%s,"system":"http://unitsofmeasure.org","code":"kg","unit":"kg"}}""".formatted(VILLAGE.nimali.patient(), number);
        var strict = json.replace("'language':'\"',", "");
        for (var body : new String[] {json, strict, strict.replace(number, '"' + number + '"')}) {
            refuses(() -> post("/Observation", BodyPublishers.ofString(body), "Content-Type", "application/fhir+json"));
        }
        for (var encoding : new String[] {"UTF-16", "UTF-16LE", "IBM037"}) {
            refuses(() -> post(
                    "/Observation",
                    BodyPublishers.ofByteArray(strict.getBytes(Charset.forName(encoding))),
                    "Content-Type",
                    "application/fhir+json; charset=" + encoding));
        }
        var xml = """
                <Observation xmlns="http://hl7.org/fhir"><status value="final"/><code><text value="x"/></code>
                <subject><reference value="%s"/></subject><valueQuantity><value value="%s"/></valueQuantity></Observation>""".formatted(VILLAGE.nimali.patient(), number);
        refuses(() -> post("/Observation", BodyPublishers.ofString(xml), "Content-Type", "application/fhir+xml"));
        var visit = """
                {"resourceType":"Parameters","parameter":[{"name":"request-id","valueString":"12e34567"},
                 {"name":"weight","valueDecimal":%s}]}""".formatted(number);
        for (var caller : new Caller[] {MIDWIFE, VILLAGE.herself(VILLAGE.nimali)}) {
            var answer = API.post(caller, VILLAGE.nimali.patient() + "/$record-anc-visit", visit);
            assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        }
    }

    @Test
    void r05StopsReadingWhatIsTooLongOrPacked() throws IOException {
        var forty = new byte[40 * 1024 * 1024];
        refuses(() -> post("/Observation", BodyPublishers.ofByteArray(forty), "Content-Type", "application/fhir+json"));
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(forty);
        }
        refuses(() -> post(
                "/Observation",
                BodyPublishers.ofByteArray(packed.toByteArray()),
                "Content-Type",
                "application/fhir+json",
                "Content-Encoding",
                "gzip"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000", "99999999999999999999", "-1", "0", "1e9", "NaN", "%F0%9F%A4%B0"})
    void r07GivesNoEndlessPages(String count) {
        var answer = API.get(BACKEND, "Organization?_count=" + count);
        assertThat(answer.status()).as(answer.body()).isBetween(200, 499);
        assertThat(answer.body()).hasSizeLessThan(2_000_000);
        assertThat(answer.body().split("\"fullUrl\"")).hasSizeLessThanOrEqualTo(1_001);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient?name=" + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
                "Patient?name=%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25a",
                "Patient?birthdate=ge0000-00-00T00:00:00.00000000000000000000000000000000000000000000000001Z",
                "Observation?value-quantity=1e999999999",
                "Observation?value-quantity=gt1e-999999999%7Chttp://unitsofmeasure.org%7Ckg",
                "Observation?component-value-quantity=1E%2B999999999",
                "Observation?code-value-quantity=29463-7$1e999999999",
                "Encounter?length=9.9e99999999",
                "Condition?onset-age=1e99999999",
                "Observation?code=" + "a%7Cb,a%7Cb,a%7Cb,a%7Cb,a%7Cb,a%7Cb,a%7Cb,a%7Cb,a%7Cb,a%7Cb,a%7Cb,a%7Cb",
                "Observation?_sort=code,-code,date,-date,status,-status,code,-code,date,-date,status,-status"
            })
    void r09AnswersSlowWordsSoon(String search) {
        var sent = Instant.now();
        var answer = API.get(BACKEND, search);
        assertThat(answer.status()).as(answer.body()).isBetween(200, 499);
        assertThat(Duration.between(sent, Instant.now())).isLessThan(SOON);
        assertThat(answer.body()).doesNotContain("\tat ", "Exception");
    }

    @Test
    void r10OffersNoLanguageToAskIn() {
        var aliases = Stream.iterate(0, i -> i < 300, i -> i + 1)
                .map(i -> "a" + i + ":id")
                .toList();
        refuses(() -> post(
                "/$graphql",
                BodyPublishers.ofString("{\"query\":\"{" + String.join(" ", aliases) + "}\"}"),
                "Content-Type",
                "application/json"));
        refuses(() -> Http.send(
                "GET",
                VILLAGE.registry.fhirBase() + "/Patient?_filter=" + "name%20eq%20a%20or%20".repeat(150)
                        + "name%20eq%20b",
                BodyPublishers.noBody(),
                "Authorization",
                "Bearer " + VILLAGE.registry.token(BACKEND)));
    }

    @Test
    void r11StopsReadingALongAddress() {
        var answer = Http.raw(VILLAGE.registry.baseUrl(), "GET /fhir/Patient?name=" + "x".repeat(60_000));
        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d.*").doesNotContain("Exception", "<html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a%0d%0aSet-Cookie:%20x=1", "a%0aLocation:%20http://elsewhere.example", "%C0%AF", "%FF%FE", "%00"
            })
    void r13WritesNothingOfAnAddressIntoTheHeaders(String value) {
        var answer = API.get(BACKEND, "Organization?name=" + value);
        assertThat(answer.status()).as(answer.body()).isBetween(200, 499);
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.body()).doesNotContain("\tat ", "Exception", "invalid byte sequence");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/h2-console",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/mappings",
                "/actuator/health",
                "/swagger-ui/index.html",
                "/v3/api-docs",
                "/fhir/swagger-ui/",
                "/fhir/api-docs",
                "/tester",
                "/graphiql",
                "/error",
                "/WEB-INF/web.xml",
                "/.git/config",
                "/.env"
            })
    void r20ShowsNothingOfTheMachineToThoseWhoAreSignedInEither(String path) {
        var answer = Http.send(
                "GET",
                VILLAGE.registry.baseUrl() + path,
                BodyPublishers.noBody(),
                "Authorization",
                "Bearer " + VILLAGE.registry.token(VILLAGE.administrator()));
        assertThat(answer.statusCode()).as(path).isBetween(300, 599);
        assertThat(answer.body())
                .as(path)
                .doesNotContain("Swagger UI", "H2 Console", "GraphiQL", "\"openapi\"", "spring.", "\"status\":\"UP\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PROPFIND", "DEBUG"})
    void r30EchoesNothing(String method) {
        var answer = Http.raw(VILLAGE.registry.baseUrl(), method + " /fhir/" + VILLAGE.nimali.patient());
        assertThat(answer).matches("(?s)HTTP/1.1 (4\\d\\d|501).*").doesNotContain("Host: localhost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /Subscription {'resourceType':'Subscription','status':'requested','reason':'x','criteria':'Patient?',"
                        + "'channel':{'type':'rest-hook','endpoint':'OUTSIDE/hook'}}",
                "POST /Observation {'resourceType':'Observation','meta':{'profile':['OUTSIDE/profile']},'status':'final',"
                        + "'code':{'coding':[{'system':'OUTSIDE/codes','code':'1'}]},'subject':{'reference':'OUTSIDE/Patient/1'}}",
                "POST /Observation {'resourceType':'Observation','status':'final','code':{'text':'x'},"
                        + "'subject':{'reference':'http://169.254.169.254/latest/meta-data'}}",
                "POST /ImplementationGuide/$install {'resourceType':'Parameters','parameter':[{'name':'npmContent',"
                        + "'valueUrl':'OUTSIDE/package.tgz'}]}",
                "POST /ValueSet/$expand {'resourceType':'Parameters','parameter':[{'name':'url','valueUri':'OUTSIDE/vs'}]}",
                "POST /$import {'resourceType':'Parameters','parameter':[{'name':'input','part':[{'name':'url',"
                        + "'valueUri':'OUTSIDE/data.ndjson'}]}]}",
                "POST /Patient/$validate {'resourceType':'Parameters','parameter':[{'name':'profile',"
                        + "'valueUri':'OUTSIDE/profile'}]}"
            })
    void r33CallsNobodyWhateverAddressIsNamed(String request) {
        var words = request.split(" ", 3);
        var body = words[2].replace('\'', '"').replace("OUTSIDE", outside());
        refuses(() -> post(words[1], BodyPublishers.ofString(body), "Content-Type", "application/fhir+json"));
    }
}
