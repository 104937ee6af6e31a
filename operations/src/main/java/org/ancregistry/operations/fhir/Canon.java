package org.ancregistry.operations.fhir;

import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The guide's names: profiles, extensions and code systems under one base. */
public final class Canon {

    private static final String BASE = "https://ancregistry.org/fhir";

    private Canon() {}

    public static String extension(String id) {
        return BASE + "/StructureDefinition/" + id;
    }

    public static String codeSystem(String id) {
        return BASE + "/CodeSystem/" + id;
    }

    /** A code of one of the guide's own code systems. */
    public static CodeableConcept concept(String codeSystem, String code) {
        var concept = new CodeableConcept();
        concept.addCoding().setSystem(codeSystem(codeSystem)).setCode(code);
        return concept;
    }

    /** Marks a resource as made by a profile and gives it an id until storage gives it its own. */
    public static <R extends Resource> R begun(R resource, String profile) {
        resource.setId("urn:uuid:" + UUID.randomUUID());
        resource.getMeta().addProfile(BASE + "/StructureDefinition/" + profile);
        return resource;
    }

    /** The text by which other resources of the same act refer to this one. */
    public static String referenceTo(Resource resource) {
        var id = resource.getIdElement();
        return id.getValue().startsWith("urn:") ? id.getValue() : resource.fhirType() + "/" + id.getIdPart();
    }

    /** Whether a reference leads to that patient ({@code Patient/…}), whatever server and version it names. */
    public static boolean isOf(String patient, Reference reference) {
        return patient.equals("Patient/" + new IdType(reference.getReference()).getIdPart());
    }
}
