package org.ancregistry.server.threats;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.server.access.Api;
import org.ancregistry.server.access.Village;
import org.ancregistry.server.testing.Http;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How somebody might try to get at another woman's record: rows C-01 to C-77. Nimali, and the midwife of her area, are the
 * thieves, and Fathima is whom they want; beside each attempt stands the same for what is theirs.
 */
class RecordThreatsIT {

    private static final Village VILLAGE = new Village(RunningRegistry.onPostgres());
    private static final Api API = new Api(VILLAGE.registry);
    private static final Village.Mother OWN = VILLAGE.nimali;
    private static final Village.Mother OTHER = VILLAGE.fathima;
    private static final Caller NIMALI = VILLAGE.herself(OWN);
    private static final Caller MIDWIFE = VILLAGE.midwife(VILLAGE.phm1);
    private static final List<Caller> THIEVES = List.of(NIMALI, MIDWIFE);

    /** What is hers, by the names that the rows use: {@code {patient}}, {@code {id}} and so on. */
    private static String of(Village.Mother woman, String path) {
        return encoded(path.replace("{patient}", woman.patient())
                .replace("{id}", woman.id())
                .replace("{phn}", woman.phn())
                .replace("{weight}", woman.weight())
                .replace("{weight-id}", woman.weight().substring("Observation/".length()))
                .replace("{condition}", woman.condition())
                .replace("{pregnancy}", woman.pregnancy()));
    }

    private static String encoded(String path) {
        return path.replace("|", "%7C").replace(" ", "%20").replace("{", "%7B").replace("}", "%7D");
    }

    /** {@code {own}} and {@code {other}} are the two women's ids. */
    private static String mixed(String path) {
        return encoded(path.replace("{own}", OWN.id()).replace("{other}", OTHER.id()));
    }

    private static void assertNothingOfHers(String path, Api.Answer answer) {
        assertThat(answer.status()).as(path + " " + answer.body()).isBetween(200, 499);
        assertThat(answer.body())
                .as(path)
                .doesNotContain("\"value\":\"" + OTHER.phn())
                .doesNotContain("\"reference\":\"" + OTHER.patient() + "\"")
                .doesNotContain("fullUrl\":\"" + VILLAGE.registry.fhirBase() + "/" + OTHER.patient())
                .doesNotContain("fullUrl\":\"" + VILLAGE.registry.fhirBase() + "/" + OTHER.weight());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{patient}",
                "{weight}",
                "{condition}",
                "{pregnancy}",
                "{patient}/_history/1",
                "{weight}/_history/1",
                "{patient}/_history",
                "{weight}/_history",
                "Patient?_id={id}",
                "Patient?identifier=https://fhir.health.gov.lk/id/phn|{phn}",
                "Observation?patient={id}",
                "Observation?subject={patient}",
                "Condition?patient={id}",
                "EpisodeOfCare?patient={id}",
                "{patient}/$anc-summary"
            })
    void c01GivesOnesOwnAndNothingOfOthers(String path) {
        for (var thief : THIEVES) {
            var own = API.get(thief, of(OWN, path));
            assertThat(own.status())
                    .as(thief.role() + " own " + path + own.body())
                    .isEqualTo(200);
            var others = API.get(thief, of(OTHER, path));
            assertNothingOfHers(path, others);
            assertThat(others.body()).doesNotContain("\"total\":1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient?_id={own},{other}",
                "Patient?_id={own}&_id={other}",
                "Patient?_id:not={own}",
                "Patient?_id={own}&_type=Patient,Observation",
                "Observation?patient={own},{other}",
                "Observation?patient={own}&patient={other}",
                "Observation?patient={own}&subject=Patient/{other}",
                "Observation?subject=Patient/{own},Patient/{other}",
                "Observation?patient:not={own}",
                "Observation?patient=Patient/{own},http://localhost/fhir/Patient/{other}",
                "Observation",
                "Observation?_summary=count",
                "Observation?_count=1000000",
                "Condition?code=O13",
                "Patient?name=Somebody",
                "Patient?link=Patient/{other}",
                "Patient?_list=1",
                "Patient/{other}/Observation",
                "Patient/{own}/../{other}",
                "Patient/{own}/..%2F{other}",
                "Patient/{own}%2F..%2F{other}",
                "./Patient/{other}",
                "Patient//{other}",
                "Patient;a=b/{other}",
                "Patient/{other}?_format=html",
                "Patient/{other}?_elements=identifier",
                "?_type=Patient&_id={other}"
            })
    void c06GivesNothingOfOthersWhateverStandsBesideTheOwn(String path) {
        for (var thief : THIEVES) {
            var answer = API.get(thief, mixed(path));
            assertNothingOfHers(path, answer);
            assertThat(answer.body()).as(path).doesNotContain(OTHER.phn());
        }
        assertThat(API.get(NIMALI, "Observation").body()).contains(OWN.weight());
    }

    @Test
    void c10JudgesAFormLikeAnAddress() {
        for (var thief : THIEVES) {
            assertNothingOfHers("form", API.postForm(thief, "Observation/_search", "patient=" + OTHER.id()));
            assertNothingOfHers(
                    "both", API.postForm(thief, "Observation/_search?patient=" + OWN.id(), "patient=" + OTHER.id()));
            assertThat(API.postForm(thief, "Observation/_search", "patient=" + OWN.id())
                            .body())
                    .contains(OWN.weight());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
    void c14TakesTheMethodFromTheRequestOnly(String header) {
        for (var method : List.of("DELETE", "PUT", "GET")) {
            var answer = API.send(NIMALI, "POST", OTHER.patient(), "{\"resourceType\":\"Patient\"}", header, method);
            assertThat(answer.status()).as(method + answer.body()).isBetween(400, 499);
            assertNothingOfHers(header, answer);
        }
        assertThat(API.get(VILLAGE.herself(OTHER), OTHER.patient()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Observation?patient={own}&_include=*",
                "Observation?patient={own}&_include=Observation:performer&_revinclude=Observation:performer",
                "Observation?patient={own}&_include=Observation:performer&_revinclude:iterate=Observation:performer",
                "Patient?_id={own}&_revinclude=*",
                "Patient?_id={own}&_revinclude=Observation:patient&_include:iterate=Observation:performer",
                "Patient?_id={own}&_revinclude=Group:member&_include:iterate=Group:member",
                "EpisodeOfCare?patient={own}&_include=EpisodeOfCare:organization&_revinclude:iterate=EpisodeOfCare:organization",
                "Organization?_id=1&_revinclude=EpisodeOfCare:organization",
                "Practitioner?_id=1&_revinclude=Observation:performer"
            })
    void c15ReachesNobodyThroughWhatTwoRecordsShare(String path) {
        for (var thief : THIEVES) {
            var answer = API.get(thief, mixed(path));
            assertNothingOfHers(path, answer);
            assertThat(answer.body()).as(path).doesNotContain(OTHER.weight());
        }
        assertThat(API.get(MIDWIFE, mixed("EpisodeOfCare?patient={own}&_include=EpisodeOfCare:patient"))
                        .body())
                .as("her own, included")
                .contains(OWN.phn());
    }

    /** Searches that would tell by their answer whether something is so: {@code {guess}} is right once and wrong once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient?identifier=https://fhir.health.gov.lk/id/phn|{guess}",
                "Patient?_has:Observation:patient:_id={guess}",
                "Observation?subject:Patient.identifier={guess}",
                "Observation?patient.identifier={guess}",
                "Patient?_filter=identifier eq {guess}",
                "Observation?_id={guess}",
                "Patient/{guess}",
                "Observation?patient={guess}&code=29463-7"
            })
    void c21AnswersATrueGuessLikeAFalseOne(String search) {
        var right = search.startsWith("Patient?_has") || search.startsWith("Observation?_id")
                ? OTHER.weight().substring("Observation/".length())
                : search.contains("dentifier") ? OTHER.phn() : OTHER.id();
        var wrong = search.contains("dentifier") ? "T00000000000" : "999999999";
        for (var thief : THIEVES) {
            var yes = API.get(thief, encoded(search.replace("{guess}", right)));
            var no = API.get(thief, encoded(search.replace("{guess}", wrong)));
            assertThat(plain(yes.body(), right)).as(search).isEqualTo(plain(no.body(), wrong));
            assertThat(yes.status()).as(search).isEqualTo(no.status());
        }
    }

    private static final Pattern PASSING =
            Pattern.compile("\"id\":\"[^\"]*\"|\"lastUpdated\":\"[^\"]*\"|\"value\":\"[0-9a-f-]{36}\"|_offset=\\d+");

    private static String plain(String body, String guess) {
        return PASSING.matcher(body).replaceAll("").replace(guess, "{guess}");
    }

    @Test
    void c41DoesNotTellByAConditionWhetherSomebodyIsThere() {
        for (var thief : THIEVES) {
            var yes = API.send(
                    thief,
                    "POST",
                    "Patient",
                    "{\"resourceType\":\"Patient\"}",
                    "If-None-Exist",
                    condition(OTHER.phn()));
            var no = API.send(
                    thief,
                    "POST",
                    "Patient",
                    "{\"resourceType\":\"Patient\"}",
                    "If-None-Exist",
                    condition("T00000000000"));
            assertThat(yes.refusal()).isEqualTo(no.refusal()).startsWith("403");
        }
    }

    private static String condition(String phn) {
        return "identifier=" + Village.PHN_SYSTEM + "|" + phn;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{patient}/$everything",
                "{patient}/$summary",
                "{patient}/$graphql?query={id}",
                "$graphql?query={id}",
                "$export",
                "Patient/$export",
                "Observation/$lastn?patient={id}",
                "{patient}/$diff?from=1",
                "{patient}/$meta"
            })
    void c25OffersNoOtherWayToAWholeRecord(String path) {
        for (var thief : THIEVES) {
            var answer = API.get(thief, of(OTHER, path));
            assertThat(answer.status()).as(path + answer.body()).isBetween(400, 499);
            assertNothingOfHers(path, answer);
            assertThat(API.get(thief, of(OWN, "{patient}/$anc-summary")).status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PUT {patient}",
                "PATCH {patient}",
                "DELETE {patient}",
                "DELETE Patient?_id={id}",
                "PUT Patient?_id={id}",
                "POST Observation",
                "PUT {weight}",
                "DELETE {weight}"
            })
    void c30ChangesNothingOfAnybody(String write) {
        var before = version(OTHER);
        var method = write.substring(0, write.indexOf(' '));
        for (var thief : THIEVES) {
            var path = of(OTHER, write.substring(write.indexOf(' ') + 1));
            var answer = API.send(thief, method, path, moved());
            assertThat(answer.status()).as(write + answer.body()).isBetween(400, 499);
            var entry =
                    "{\"resource\":%s,\"request\":{\"method\":\"%s\",\"url\":\"%s\"}}".formatted(moved(), method, path);
            for (var type : List.of("transaction", "batch")) {
                var bundle = "{\"resourceType\":\"Bundle\",\"type\":\"%s\",\"entry\":[%s]}".formatted(type, entry);
                assertThat(API.post(thief, "", bundle).status())
                        .as(type + " " + write)
                        .isBetween(400, 499);
            }
        }
        assertThat(version(OTHER)).isEqualTo(before);
        assertThat(API.get(VILLAGE.herself(OTHER), OTHER.weight()).status()).isEqualTo(200);
    }

    /** One's own finding as if it were hers. */
    private static String moved() {
        return """
                {"resourceType":"Observation","id":"%s","status":"final","subject":{"reference":"%s"},
                 "code":{"coding":[{"system":"http://loinc.org","code":"29463-7"}]}}""".formatted(OWN.weight().substring("Observation/".length()), OTHER.patient());
    }

    private static String version(Village.Mother woman) {
        return VILLAGE.read(Patient.class, woman.patient()).getMeta().getVersionId();
    }

    @Test
    void c42ShowsNoPaperOfAnother() {
        var consent = new Consent().setStatus(Consent.ConsentState.ACTIVE);
        consent.setPatient(new Reference(OTHER.patient()));
        var kept = VILLAGE.save(consent);
        var provenance = VILLAGE.save(new Provenance().addTarget(new Reference(OTHER.patient())));
        for (var thief : THIEVES) {
            for (var path : List.of(kept, provenance, "Binary/1", "DocumentReference?patient=" + OTHER.id())) {
                var answer = API.get(thief, path);
                assertThat(answer.status()).as(path + answer.body()).isBetween(400, 499);
            }
            assertNothingOfHers("trail", API.get(thief, "AuditEvent?patient=" + OTHER.id()));
        }
        assertThat(API.get(VILLAGE.herself(OTHER), kept).status()).as("her own").isEqualTo(200);
    }

    @Test
    void c47AnotherPersonsPageLinkIsWorthNothing() {
        VILLAGE.weight(OTHER.patient());
        var herself = VILLAGE.herself(OTHER);
        var first = API.get(herself, "Observation?_count=1").body();
        var next = URI.create(first.replaceAll("(?s).*\"relation\":\"next\",\"url\":\"([^\"]+)\".*", "$1"));
        var path = next.toString().substring(VILLAGE.registry.fhirBase().length() + 1);
        assertThat(API.get(herself, path).body()).as("her own page").contains("\"Observation\"");
        for (var thief : THIEVES) {
            assertNothingOfHers(path, API.get(thief, path));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient/$match-phn",
                "Patient/$issue-phn",
                "Patient/$register-anc",
                "Patient/$match",
                "$get-resource-counts",
                "Patient/1/$expunge",
                "$reindex",
                "Patient/1/$meta-add",
                "$import"
            })
    void c64DoesNothingForAMotherThatIsTheStaffs(String operation) {
        var body = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"request-id\",\"valueString\":\"%s\"}]}"
                .formatted(UUID.randomUUID());
        var answer = API.post(NIMALI, operation, body);
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.status()).isNotEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Patient",
                "/{patient}",
                "/{weight}",
                "/Observation?patient={id}",
                "/Patient/$match-phn",
                "/_history",
                "/Patient?_x=/.well-known/smart-configuration",
                "/{patient}?x=/metadata",
                "/{patient}/.well-known/smart-configuration",
                "/metadata/../{patient}",
                "/StructureDefinition/../{patient}",
                "/AuditEvent"
            })
    void c77AsksEverybodyToSignInFirst(String path) {
        var answer = Http.get(VILLAGE.registry.fhirBase() + of(OWN, path));
        assertThat(answer.statusCode()).as(path + answer.body()).isIn(400, 401, 404);
        assertThat(answer.body()).doesNotContain(OWN.phn());
        assertThat(Http.get(VILLAGE.registry.fhirBase() + "/metadata").statusCode())
                .isEqualTo(200);
    }
}
