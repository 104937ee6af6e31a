package org.ancregistry.server.proofs;

import static org.ancregistry.server.testing.TestTokens.caller;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.UUID;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.server.testing.TestPointsOfIssue;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * The area of one medical officer, with two midwives' areas, a field clinic that issues PHNs, a hospital clinic, and the
 * people who work there; an administrator sends all of it as one bundle.
 */
final class Gampaha {

    private static final String OWN = "https://ancregistry.org/fhir/";
    private static final String POINT_OF_ISSUE = OWN + "id/point-of-issue";

    /** The four characters with which the numbers of the field clinic begin. */
    final String pointOfIssue = TestPointsOfIssue.another();

    private final Bundle units = new Bundle().setType(BundleType.TRANSACTION);
    final String mohArea = unit("moh-area", "Gampaha", null);
    final String firstArea = unit("phm-area", "Gampaha PHM area 1", mohArea);
    final String secondArea = unit("phm-area", "Gampaha PHM area 2", mohArea);
    final String fieldClinic = unit("clinic", "Temple Road field clinic", mohArea);
    final String hospital = unit("hospital", "Gampaha base hospital", null);
    private final String kumari = worker("Kumari Fernando", Role.MIDWIFE, fieldClinic, firstArea);
    private final String sunethra = worker("Sunethra Silva", Role.MIDWIFE, fieldClinic, secondArea);
    private final String nizam = worker("Nizam Farook", Role.DOCTOR, hospital, null);
    private final Bundle stored;

    private Gampaha(Desk desk) {
        var administrator = caller("Practitioner/administrator", Role.ADMINISTRATOR, null);
        var answer = desk.must(administrator, "", units);
        this.stored = FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, answer.body());
    }

    static Gampaha at(Desk desk) {
        return new Gampaha(desk);
    }

    /** The midwife of the first area. */
    Caller kumari() {
        return caller(stored(kumari), Role.MIDWIFE, stored(fieldClinic), stored(firstArea));
    }

    /** The midwife of the second area. */
    Caller sunethra() {
        return caller(stored(sunethra), Role.MIDWIFE, stored(fieldClinic), stored(secondArea));
    }

    /** The doctor at the hospital clinic. */
    Caller nizam() {
        return caller(stored(nizam), Role.DOCTOR, stored(hospital));
    }

    /** The administrator who set all of it up. */
    Caller administrator() {
        return caller("Practitioner/administrator", Role.ADMINISTRATOR, null);
    }

    /** {@code Type/id} of what was sent under that temporary name. */
    String stored(String urn) {
        for (var i = 0; i < units.getEntry().size(); i++) {
            if (units.getEntry().get(i).getFullUrl().equals(urn)) {
                return new IdType(stored.getEntry().get(i).getResponse().getLocation())
                        .toUnqualifiedVersionless()
                        .getValue();
            }
        }
        throw new IllegalArgumentException(urn);
    }

    /** All that the bundle made, as {@code Type/id}. */
    List<String> references() {
        return units.getEntry().stream()
                .map(entry -> stored(entry.getFullUrl()))
                .toList();
    }

    private String unit(String kind, String name, String partOf) {
        var unit = new Organization().setActive(true).setName(name);
        unit.getMeta().addProfile(OWN + "StructureDefinition/anc-unit");
        unit.addType(code("anc-area-kind", kind));
        if (kind.equals("clinic")) {
            unit.addIdentifier().setSystem(POINT_OF_ISSUE).setValue(pointOfIssue);
        }
        if (partOf != null) {
            unit.setPartOf(new Reference(partOf));
        }
        return add(unit);
    }

    private String worker(String name, Role role, String facility, String area) {
        var worker = new Practitioner().setActive(true);
        worker.getMeta().addProfile(OWN + "StructureDefinition/anc-practitioner");
        worker.addName().setText(name);
        var person = add(worker);
        var work = new PractitionerRole()
                .setActive(true)
                .setPractitioner(new Reference(person))
                .setOrganization(new Reference(facility))
                .addCode(code("anc-role", role.code()));
        work.getMeta().addProfile(OWN + "StructureDefinition/anc-practitioner-role");
        if (area != null) {
            work.addExtension(OWN + "StructureDefinition/anc-area", new Reference(area));
        }
        add(work);
        return person;
    }

    private static CodeableConcept code(String system, String code) {
        return new CodeableConcept(new Coding(OWN + "CodeSystem/" + system, code, null));
    }

    private String add(Resource resource) {
        var urn = "urn:uuid:" + UUID.randomUUID();
        units.addEntry()
                .setFullUrl(urn)
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl(resource.fhirType());
        return urn;
    }
}
