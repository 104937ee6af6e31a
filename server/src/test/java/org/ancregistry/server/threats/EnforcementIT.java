package org.ancregistry.server.threats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.server.access.Api;
import org.ancregistry.server.access.Village;
import org.ancregistry.server.testing.RunningRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every way to ask about a woman goes through the one decision. Each request is sent about a woman in the caller's care
 * first and succeeds; about another it is refused, in the same words as about one who does not exist.
 */
class EnforcementIT {

    private static final Village VILLAGE = new Village(RunningRegistry.onH2());
    private static final Api API = new Api(VILLAGE.registry);

    private final Caller midwife = VILLAGE.midwife(VILLAGE.phm1);
    private final Caller herself = VILLAGE.herself(VILLAGE.nimali);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient/{id}",
                "Patient/{id}/_history",
                "Patient/{id}/_history/1",
                "Patient/{id}/$anc-summary",
                "Patient?_id={id}",
                "Observation?patient={id}",
                "Observation?patient=Patient/{id}",
                "Observation?subject=Patient/{id}",
                "Observation?subject:Patient={id}",
                "Observation?patient={id}&_sort=-date&_count=1&_offset=0",
                "Condition?patient={id}&_summary=count",
                "Encounter?patient={id}&_include=Encounter:patient",
                "EpisodeOfCare?patient={id}&_include=EpisodeOfCare:patient",
                "ServiceRequest?patient={id}&_include=ServiceRequest:patient",
                "Task?patient={id}",
                "Consent?patient={id}",
                "Provenance?patient={id}",
                "RiskAssessment?patient={id}",
                "Appointment?patient={id}",
                "AuditEvent?patient={id}",
                "AuditEvent?patient={id}&_include=AuditEvent:agent",
            })
    void asksAboutWomenInCareOnly(String request) {
        assertThat(ask(midwife, request, VILLAGE.nimali.id()).status()).isEqualTo(200);
        var foreign = ask(midwife, request, VILLAGE.fathima.id());
        assertThat(foreign.status()).as(foreign.body()).isIn(403, 404);
        assertThat(foreign.body()).isEqualTo(ask(midwife, request, "999999").body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient/{id}",
                "Patient/{id}/_history",
                "Patient/{id}/$anc-summary",
                "Patient?_id={id}",
                "Observation?patient={id}",
                "Appointment?patient={id}",
                "AuditEvent?patient={id}",
                "AuditEvent?patient={id}&_include=AuditEvent:agent",
            })
    void aMotherAsksAboutHerselfOnly(String request) {
        assertThat(ask(herself, request, VILLAGE.nimali.id()).status()).isEqualTo(200);
        var foreign = ask(herself, request, VILLAGE.fathima.id());
        assertThat(foreign.status()).as(foreign.body()).isIn(403, 404);
        assertThat(foreign.body()).isEqualTo(ask(herself, request, "999999").body());
    }

    private static Api.Answer ask(Caller caller, String request, String id) {
        return API.get(caller, request.replace("{id}", id));
    }

    @ParameterizedTest
    @CsvSource({
        "_has:Provenance:target:agent=1, Observation",
        "subject:Patient.name=x, Observation",
        "_revinclude=*, Patient",
        "_revinclude:iterate=Observation:patient, Patient",
        "_include=*, Observation",
        "_include:iterate=Group:member, Observation",
        "_filter=name eq x, Patient",
        "_list=1, Patient",
        "_query=x, Patient",
        "_text=x, Patient",
        "_contained=true, Observation",
        "_security=R, Observation",
        "_tag=x, Observation",
        "_profile=x, Observation",
    })
    void noJoinAndNoLabelIsAskedFor(String parameter, String type) {
        var own = type.equals("Patient") ? "_id" : "patient";
        var search = type + "?" + own + "=" + VILLAGE.nimali.id();
        for (var caller : List.of(midwife, herself, VILLAGE.doctor(VILLAGE.clinic))) {
            var joined = API.get(caller, search + "&" + parameter.replace(" ", "%20"));
            assertThat(joined.status()).as(caller.role().code()).isIn(400, 403);
            assertThat(joined.body()).doesNotContain(VILLAGE.nimali.weight());
        }
        assertThat(API.get(midwife, search).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient/{id}/Observation",
                "Patient/{id}/$graphql?query=x",
                "$graphql?query=x",
                "Patient/{id}/$meta",
                "Patient/{id}/$validate",
                "Patient/$validate",
                "Binary/1",
                "Subscription",
                "Group",
                "Bundle",
                "Composition?patient={id}",
                "DocumentReference?patient={id}",
                "QuestionnaireResponse?patient={id}",
            })
    void whatNobodyNeedsIsOff(String request) {
        for (var caller : List.of(midwife, herself, VILLAGE.administrator())) {
            var answer = ask(caller, request, VILLAGE.nimali.id());
            assertThat(answer.status())
                    .as(caller.role().code() + " " + answer.body())
                    .isIn(400, 403, 404);
            assertThat(answer.body()).doesNotContain(VILLAGE.nimali.phn());
        }
    }

    @Test
    void aPageLinkIsJudgedForWhoeverFollowsIt() {
        var mother = VILLAGE.mother(VILLAGE.phm1);
        VILLAGE.weight(mother.patient());
        var first = API.get(midwife, "Observation?patient=" + mother.id() + "&_count=1");
        var next = first.body().replaceAll("(?s).*\"relation\":\"next\",\"url\":\"([^\"]+)\".*", "$1");
        var path = next.substring(VILLAGE.registry.fhirBase().length() + 1);
        assertThat(API.get(midwife, path).status()).isEqualTo(200);
        assertThat(API.get(VILLAGE.midwife(VILLAGE.phm2), path).refusal()).isEqualTo("403 forbidden");
        assertThat(API.get(herself, path).refusal()).isEqualTo("403 forbidden");
    }

    @Test
    void narrativeWithAScriptIsNotStored() {
        var unit = """
            {"resourceType":"Organization","active":true,"name":"Clinic","type":[{"coding":[{"code":"clinic",
             "system":"https://ancregistry.org/fhir/CodeSystem/anc-area-kind"}]}],
             "text":{"status":"generated","div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\">%s</div>"}}\
            """;
        var administrator = VILLAGE.administrator();
        assertThat(API.post(administrator, "Organization", unit.formatted("A <b>clinic</b>"))
                        .status())
                .isEqualTo(201);
        for (var evil : List.of(
                "<script>alert(1)</script>",
                "<img src='x' onerror='alert(1)'/>",
                "<a href='javascript:alert(1)'>x</a>",
                "<iframe src='https://example.org'/>",
                "<b onclick='alert(1)'>x</b>")) {
            var answer = API.post(administrator, "Organization", unit.formatted(evil));
            assertThat(answer.status()).as(evil + " " + answer.body()).isIn(400, 422);
        }
    }
}
