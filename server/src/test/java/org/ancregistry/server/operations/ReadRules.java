package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.server.stored.StoredReads;
import org.ancregistry.server.testing.Http;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read and found is written as it is stored, and reads as if HAPI had read and written it. */
abstract class ReadRules {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    /** Different in each answer, or by its length. */
    private static final Set<String> ITS_OWN =
            Set.of("date", "x-request-id", "content-length", "transfer-encoding", "x-correlation-id");

    private final Clinic clinic = new Clinic(registry());

    abstract RunningRegistry registry();

    @Test
    void aReadOfEachKindOfRecordHasTheTextAndTheHeadersThatHapiGives() {
        var kinds = recordOf(clinic.aVisitedMother()).stream()
                .collect(Collectors.toMap(Resource::fhirType, ReadRules::reference, (first, second) -> first));
        assertThat(kinds).hasSizeGreaterThan(6).containsKeys("Patient", "EpisodeOfCare", "Observation", "Encounter");
        assertThat(kinds.values()).allSatisfy(this::isReadAsHapiReads);
    }

    /** Else the other tests would hold HAPI against itself. */
    @Test
    void readsAreNotHapis() {
        assertThat(registry().bean(RestfulServer.class).getResourceBindings())
                .filteredOn(binding -> Set.of("Patient", "Observation").contains(binding.getResourceName()))
                .hasSize(2)
                .allSatisfy(binding -> assertThat(binding.getMethodBindings().stream()
                                .filter(method -> method.getRestOperationType() == RestOperationTypeEnum.READ)
                                .findFirst()
                                .orElseThrow()
                                .getProvider())
                        .isInstanceOf(StoredReads.OfOneType.class));
    }

    private void isReadAsHapiReads(String reference) {
        var stored = get(clinic.midwife, reference, "");
        var hapis = get(clinic.midwife, reference, "?_pretty=true");
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
        assertThat(stored.body()).isEqualTo(FHIR.newJsonParser().encodeResourceToString(parsed(hapis)));
        assertThat(headers(stored)).isEqualTo(headers(hapis)).containsKeys("etag", "last-modified", "content-location");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Observation?patient=%s&_count=5",
                "Observation?patient=%s&_count=5&_offset=5&_sort=_id",
                "Observation?patient=%s&code=http://loinc.org%%7Cnone",
                "EpisodeOfCare?patient=%s&_include=EpisodeOfCare:patient",
                "Patient?_id=%s"
            })
    void aSearchHasTheTextThatHapiGives(String search) {
        var patient = clinic.aVisitedMother();
        var asked = search.formatted(patient.substring("Patient/".length()));
        var stored = get(clinic.midwife, asked, "");
        var hapis = get(clinic.midwife, asked, "&_pretty=true");
        assertThat(stored.body()).isEqualTo(FHIR.newJsonParser().encodeResourceToString(parsed(stored)));
        assertThat(entries(stored)).isEqualTo(entries(hapis));
        assertThat(headers(stored).keySet()).isEqualTo(headers(hapis).keySet());
    }

    /** HAPI finds the same when a list of two numbers is asked for, of which nobody has the second. */
    @Test
    void aNumberFindsWhomHapiFinds() {
        var patient = (Patient) parsed(get(clinic.midwife, clinic.aVisitedMother(), ""));
        var phn = patient.getIdentifierFirstRep();
        var number = URLEncoder.encode(phn.getSystem() + "|" + phn.getValue(), StandardCharsets.UTF_8);
        var stored = get(clinic.midwife, "Patient?identifier=" + number, "");
        var hapis = get(clinic.midwife, "Patient?identifier=" + number + "," + number + "0", "");
        assertThat(entries(stored)).hasSize(1).isEqualTo(entries(hapis));
        assertThat(stored.body()).isEqualTo(FHIR.newJsonParser().encodeResourceToString(parsed(stored)));
        for (var more : List.of("&_sort=_lastUpdated", "&_lastUpdated=ge2020", "&_count=1", "&_total=none")) {
            assertThat(entries(get(clinic.midwife, "Patient?identifier=" + number, more)))
                    .as(more)
                    .isEqualTo(entries(stored));
        }
        assertThat(entries(get(clinic.midwife, "Patient?identifier=" + number, "&_lastUpdated=le2020")))
                .isEmpty();
        assertThat(entries(get(clinic.midwife, "Patient?identifier=" + number + "0", "")))
                .isEmpty();
        assertThat(entries(get(new Clinic(registry()).midwife, "Patient?identifier=" + number, "")))
                .as("another midwife")
                .isEmpty();
    }

    /** A later version must never be shown with the text of an earlier one. */
    @Test
    void aReadAfterAChangeShowsTheChange() {
        var patient = clinic.aVisitedMother();
        var before = parsed(get(clinic.midwife, patient, ""));
        clinic.ask(
                clinic.midwife,
                "$record-anc-visit",
                patient,
                clinic.visit(Clinic.id(), pregnancy(patient).getMeta().getVersionId()));
        var pregnancy = pregnancy(patient);
        var read = parsed(get(clinic.midwife, reference(pregnancy), ""));
        assertThat(read.getMeta().getVersionId()).isEqualTo(pregnancy.getMeta().getVersionId());
        assertThat(before.getIdElement().getIdPart()).isEqualTo(patient.substring("Patient/".length()));
    }

    /** "Not modified" would say that it exists. */
    @Test
    void whoeverMayNotReadItIsNotToldThatItIsUnchanged() {
        var observation = recordOf(clinic.aVisitedMother()).stream()
                .filter(Observation.class::isInstance)
                .map(ReadRules::reference)
                .findFirst()
                .orElseThrow();
        assertThat(ifChanged(clinic.midwife, observation).statusCode()).isEqualTo(304);
        var elsewhere = new Clinic(registry()).midwife;
        var stranger = ifChanged(elsewhere, observation);
        var nothing = ifChanged(elsewhere, "Observation/there-is-none");
        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(stranger.body()).isEqualTo(nothing.body()).contains("no such record");
    }

    private HttpResponse<String> ifChanged(Caller caller, String reference) {
        return Http.send(
                "GET",
                registry().fhirBase() + "/" + reference,
                BodyPublishers.noBody(),
                "Authorization",
                "Bearer " + registry().token(caller),
                "If-None-Match",
                "W/\"1\"");
    }

    private Resource pregnancy(String patient) {
        return recordOf(patient).stream()
                .filter(resource -> resource.fhirType().equals("EpisodeOfCare"))
                .findFirst()
                .orElseThrow();
    }

    private List<Resource> recordOf(String patient) {
        return entriesOf((Bundle) parsed(get(clinic.midwife, patient + "/$anc-summary", "")));
    }

    private static List<Resource> entriesOf(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .toList();
    }

    private static List<String> entries(HttpResponse<String> answer) {
        return ((Bundle) parsed(answer))
                .getEntry().stream()
                        .map(entry -> entry.getFullUrl()
                                + entry.getSearch().getMode()
                                + FHIR.newJsonParser().encodeResourceToString(entry.getResource()))
                        .toList();
    }

    private static String reference(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    private static Resource parsed(HttpResponse<String> answer) {
        IBaseResource parsed = FHIR.newJsonParser().parseResource(answer.body());
        return (Resource) parsed;
    }

    private static Map<String, List<String>> headers(HttpResponse<String> answer) {
        return answer.headers().map().entrySet().stream()
                .filter(header -> !ITS_OWN.contains(header.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private HttpResponse<String> get(Caller caller, String path, String more) {
        return Http.send(
                "GET",
                registry().fhirBase() + "/" + path + more,
                BodyPublishers.noBody(),
                "Authorization",
                "Bearer " + registry().token(caller));
    }
}
