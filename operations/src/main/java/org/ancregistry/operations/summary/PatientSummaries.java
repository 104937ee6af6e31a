package org.ancregistry.operations.summary;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.ancregistry.domain.clinical.SystemUris;
import org.ancregistry.operations.Callers;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Puts what the caller may read of a record together as a document for a stranger: an International Patient Summary. */
public final class PatientSummaries {

    private static final String PATIENT_SUMMARY = "60591-5";

    private final Summaries summaries;
    private final Shown shown;
    private final Clock clock;

    public PatientSummaries(Summaries summaries, Shown shown, Clock clock) {
        this.summaries = summaries;
        this.shown = shown;
        this.clock = clock;
    }

    Bundle of(RequestDetails request, String patient) {
        var known = summaries.known(Callers.of(request), patient).standing();
        var readable = shown.among(request, known.resources()).stream()
                .filter(resource -> !FindingSections.isPrivate(resource))
                .toList();
        var composition = composition(known, readable, patient);
        var document = new Bundle().setType(BundleType.DOCUMENT).setTimestamp(Date.from(clock.instant()));
        document.getIdentifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + UUID.randomUUID());
        add(document, request, composition);
        inDocument(readable).forEach(resource -> add(document, request, resource));
        return document;
    }

    private static void add(Bundle document, RequestDetails request, Resource resource) {
        var id = resource.getIdElement().getIdPart();
        document.addEntry()
                .setFullUrl(request.getFhirServerBase() + "/" + resource.fhirType() + "/" + id)
                .setResource(resource);
    }

    /** The Patient first, then what the sections name, and the people and places. */
    private static List<Resource> inDocument(List<Resource> readable) {
        return readable.stream()
                .filter(resource -> resource instanceof Patient
                        || isNamed(resource)
                        || SummarySection.of(resource)
                                .filter(section -> section.hasEntry(resource))
                                .isPresent())
                .toList();
    }

    private static boolean isNamed(Resource resource) {
        return List.of("Practitioner", "Organization", "Encounter", "EpisodeOfCare")
                .contains(resource.fhirType());
    }

    private Composition composition(Known known, List<Resource> readable, String patient) {
        var composition = new Composition()
                .setStatus(CompositionStatus.FINAL)
                .setType(coded(PATIENT_SUMMARY, "Patient summary Document"))
                .setSubject(new Reference(patient))
                .setDate(Date.from(clock.instant()))
                .setTitle("Summary of antenatal care");
        composition.setId(new IdType("Composition", "summary-" + new IdType(patient).getIdPart()));
        composition.addAuthor(author(readable, patient));
        new SummarySections(known, readable, clock.getZone()).all().forEach(composition::addSection);
        return composition;
    }

    /** Who cares for her pregnancy; a record without one speaks for itself. */
    private static Reference author(List<Resource> readable, String patient) {
        return readable.stream()
                .filter(EpisodeOfCare.class::isInstance)
                .map(EpisodeOfCare.class::cast)
                .map(EpisodeOfCare::getManagingOrganization)
                .filter(Reference::hasReference)
                .findFirst()
                .map(unit -> new Reference(unit.getReference()))
                .orElseGet(() -> new Reference(patient));
    }

    static CodeableConcept coded(String loinc, String words) {
        var concept = new CodeableConcept().setText(words);
        concept.addCoding().setSystem(SystemUris.LOINC).setCode(loinc);
        return concept;
    }
}
