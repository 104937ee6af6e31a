package org.ancregistry.operations.merge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ancregistry.operations.fhir.DeskPapers;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityComponent;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The Provenance of a merge names every resource in the version that the merge made: what is put back by it is exact. */
final class MergePapers {

    private static final String LIFECYCLE = "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle";

    private MergePapers() {}

    /**
     * A merge. The record that was given up is nobody's care any more: it is named as what was removed, so that those who
     * care for her can read this.
     *
     * @param written each with the version that it has now
     */
    static Provenance merged(DeskPapers papers, Patient source, List<? extends Resource> written, String why) {
        var provenance = of(papers, "merge", written, why);
        provenance.addEntity().setRole(ProvenanceEntityRole.REMOVAL).setWhat(version(source));
        return provenance;
    }

    /** A merge that is taken back. */
    static Provenance parted(DeskPapers papers, List<? extends Resource> written, String why) {
        return of(papers, "unmerge", written, why);
    }

    private static Provenance of(DeskPapers papers, String activity, List<? extends Resource> written, String why) {
        var provenance = papers.provenance(List.of(), "UPDATE").addReason(new CodeableConcept().setText(why));
        provenance.getActivity().addCoding().setSystem(LIFECYCLE).setCode(activity);
        written.forEach(resource -> provenance.addTarget(version(resource)));
        return provenance;
    }

    private static Reference version(Resource resource) {
        return new Reference(resource.fhirType() + "/" + resource.getIdElement().getIdPart() + "/_history/"
                + resource.getMeta().getVersionId());
    }

    /** The version of each resource that the merge made. */
    static Map<String, Long> versions(Provenance provenance) {
        var versions = new LinkedHashMap<String, Long>();
        Stream.concat(
                        provenance.getTarget().stream(),
                        provenance.getEntity().stream().map(ProvenanceEntityComponent::getWhat))
                .map(Reference::getReferenceElement)
                .forEach(id -> versions.put(id.getResourceType() + "/" + id.getIdPart(), id.getVersionIdPartAsLong()));
        return versions;
    }
}
