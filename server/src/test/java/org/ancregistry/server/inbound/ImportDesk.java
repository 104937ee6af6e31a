package org.ancregistry.server.inbound;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.access.Role;
import org.ancregistry.ig.GuideValidator;
import org.ancregistry.operations.summary.WholeRecord;
import org.ancregistry.server.access.Api;
import org.ancregistry.server.access.Api.Answer;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** The sync agent at the door of a running registry, and what is behind it afterwards. */
record ImportDesk(RunningRegistry registry, Api api) {

    static final String FINDINGS = "https://ancregistry.org/fhir/CodeSystem/anc-import-finding";
    static final String AREA = "Organization/import-area";

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final List<String> WRITTEN = List.of(
            "Patient",
            "EpisodeOfCare",
            "Encounter",
            "Observation",
            "Condition",
            "MedicationStatement",
            "Immunization",
            "CarePlan",
            "RiskAssessment",
            "DetectedIssue",
            "Provenance",
            "Task");

    static ImportDesk at(RunningRegistry registry) {
        var desk = new ImportDesk(registry, new Api(registry));
        desk.place("import-area", "phm-area");
        desk.place("import-clinic", "clinic");
        return desk;
    }

    private void place(String id, String kind) {
        var place = new Organization().setActive(true).setName(id);
        place.setId("Organization/" + id);
        place.addType()
                .addCoding()
                .setSystem("https://ancregistry.org/fhir/CodeSystem/anc-area-kind")
                .setCode(kind);
        registry.bean(DaoRegistry.class).getResourceDao(Organization.class).update(place, new SystemRequestDetails());
    }

    static Caller agent(String client, String... scopes) {
        return new Caller(
                client,
                Role.SYSTEM,
                null,
                Set.of(),
                Set.of(scopes),
                client,
                Purpose.OPERATIONS,
                "t-" + UUID.randomUUID());
    }

    static Caller agent() {
        return agent("dhis2-sync", "system/*.cruds");
    }

    Answer toTheBase(String json) {
        return api.post(agent(), "", json);
    }

    Bundle taken(String json) {
        return taken(toTheBase(json));
    }

    static Bundle taken(Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return FHIR.newJsonParser().parseResource(Bundle.class, answer.body());
    }

    static OperationOutcome outcome(Answer answer) {
        return FHIR.newJsonParser().parseResource(OperationOutcome.class, answer.body());
    }

    static BundleEntryResponseComponent response(Bundle answer, int entry) {
        return answer.getEntry().get(entry).getResponse();
    }

    /** What is said of an entry, as codes. */
    static List<String> said(Bundle answer, int entry) {
        return response(answer, entry).getOutcome() instanceof OperationOutcome outcome
                ? outcome.getIssue().stream()
                        .map(issue -> issue.getDetails().getCodingFirstRep().getCode())
                        .toList()
                : List.of();
    }

    /** {@code Patient/12} that an answer names. */
    static String patient(Bundle answer) {
        return response(answer, AgentBundle.MOTHER).getLocation().replaceAll("/_history/.*", "");
    }

    List<Resource> record(String patient) {
        return registry.bean(WholeRecord.class).of(patient, WRITTEN, 1000);
    }

    <R extends Resource> List<R> record(String patient, Class<R> type) {
        return record(patient).stream().filter(type::isInstance).map(type::cast).toList();
    }

    String asJson(String patient) {
        var text = new StringBuilder();
        record(patient).forEach(resource -> text.append(FHIR.newJsonParser().encodeResourceToString(resource)));
        return text.toString();
    }

    List<String> problems(String patient) {
        var validator = registry.bean(GuideValidator.class);
        return record(patient).stream()
                .flatMap(resource ->
                        validator.problems(resource).stream().map(problem -> resource.fhirType() + " " + problem))
                .distinct()
                .toList();
    }

    List<Patient> registeredAs(String registrationNumber) {
        return registry.bean(DaoRegistry.class)
                .getResourceDao(Patient.class)
                .searchForResources(
                        SearchParameterMap.newSynchronous()
                                .add("identifier", new TokenParam("urn:dhis2:anc:regno", registrationNumber)),
                        new SystemRequestDetails());
    }
}
