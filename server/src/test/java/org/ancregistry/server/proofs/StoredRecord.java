package org.ancregistry.server.proofs;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;

/** Everything that the registry keeps about one woman, read from the store itself and past every interceptor. */
final class StoredRecord {

    private static final List<String> TYPES = List.of(
            "EpisodeOfCare",
            "Encounter",
            "Observation",
            "Condition",
            "MedicationStatement",
            "AllergyIntolerance",
            "Immunization",
            "Appointment",
            "ServiceRequest",
            "CarePlan",
            "RiskAssessment",
            "DetectedIssue",
            "Consent",
            "Provenance",
            "Task");

    private final List<Resource> resources = new ArrayList<>();

    private StoredRecord(DaoRegistry daos, String patient) {
        var asSystem = new SystemRequestDetails();
        resources.add(daos.getResourceDao(Patient.class).read(new IdType(patient), asSystem));
        for (var type : TYPES) {
            var hers = new SearchParameterMap().setLoadSynchronous(true);
            hers.add("patient", new ReferenceParam(patient));
            daos.getResourceDao(type).search(hers, asSystem).getAllResources().stream()
                    .map(Resource.class::cast)
                    .forEach(resources::add);
        }
        requireAllThatProvenanceNames();
    }

    /** A resource that a search does not find would be looked at by no proof. */
    private void requireAllThatProvenanceNames() {
        var found = resources.stream().map(StoredRecord::reference).collect(Collectors.toSet());
        for (var provenance : all(Provenance.class)) {
            for (var target : provenance.getTarget()) {
                var named = new IdType(target.getReference()).toUnqualifiedVersionless();
                if (!found.contains(named.getValue())) {
                    throw new AssertionError(named.getValue() + " was written and is not found.");
                }
            }
        }
    }

    private static String reference(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    static StoredRecord of(RunningRegistry registry, String patient) {
        return new StoredRecord(registry.bean(DaoRegistry.class), patient);
    }

    List<Resource> all() {
        return resources;
    }

    <R extends Resource> List<R> all(Class<R> type) {
        return resources.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The resources that say something with that code first: as their question, their answer or the thing itself. */
    List<Resource> saying(Coding code) {
        return resources.stream()
                .filter(resource -> concepts(resource)
                        .map(CodeableConcept::getCodingFirstRep)
                        .anyMatch(said -> code.getSystem().equals(said.getSystem())
                                && code.getCode().equals(said.getCode())))
                .toList();
    }

    private static Stream<CodeableConcept> concepts(Resource resource) {
        var question = resource.getNamedProperty("code");
        var medication = resource.getNamedProperty("medication[x]");
        var vaccine = resource.getNamedProperty("vaccineCode");
        var said = Stream.of(question, medication, vaccine)
                .filter(property -> property != null)
                .flatMap(property -> property.getValues().stream())
                .filter(CodeableConcept.class::isInstance)
                .map(CodeableConcept.class::cast);
        return resource instanceof Observation observation && observation.getValue() instanceof CodeableConcept answer
                ? Stream.concat(said, Stream.of(answer))
                : said;
    }
}
