package org.ancregistry.server.bench;

import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;

/** A laboratory's finding, as its system writes it. */
final class Finding {

    private static final String WHO_ANC = "http://smart.who.int/anc";
    private static final String PROFILE = "https://ancregistry.org/fhir/StructureDefinition/anc-observation";

    private Finding() {}

    /** A haemoglobin, with gaps for {@code @patient@} and {@code @contact@}. */
    static Template template() {
        var finding = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setSubject(new Reference("@patient@"))
                .setEncounter(new Reference("@contact@"))
                .setEffective(DateTimeType.now())
                .setValue(Registration.quantity(11, "g/dL"));
        finding.getMeta().addProfile(PROFILE);
        finding.getCode().addCoding().setSystem(WHO_ANC).setCode("ANC.B9.DE186");
        finding.addPerformer(new Reference(District.MIDWIFE));
        return new Template(Visitor.FHIR.newJsonParser().encodeResourceToString(finding));
    }
}
