package org.ancregistry.operations.fhir;

import java.math.BigDecimal;
import java.util.Set;
import org.ancregistry.domain.clinical.Code;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.domain.clinical.SystemUris;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** One thing that was asked, seen or measured, and its answer. A no is an answer like any other. */
final class Observations {

    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";

    private static final String ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

    /** FHIR's own vital signs profiles hold for every Observation with one of these LOINC codes. */
    private static final Set<String> VITAL_SIGNS =
            Set.of("85354-9", "29463-7", "8302-2", "39156-5", "8310-5", "8867-4", "2708-6", "59408-5", "9279-1");

    private final ContactContext context;

    Observations(ContactContext context) {
        this.context = context;
    }

    Observation of(DictionaryField field, Type value) {
        return begun("anc-observation", Coded.question(field)).setValue(value);
    }

    Observation yesNo(DictionaryField field, boolean yes) {
        return of(field, new BooleanType(yes));
    }

    /** A danger sign that she has, as the answer to WHO's one question. */
    Observation dangerSign(DictionaryField sign, String question) {
        return begun("anc-observation", Coded.questionOf(sign, question)).setValue(Coded.question(sign));
    }

    /** One of the two may be missing where another system took it: the profile then wants that said. */
    Observation bloodPressure(
            String systolicField,
            @Nullable BigDecimal systolic,
            String diastolicField,
            @Nullable BigDecimal diastolic) {
        var panel = new CodeableConcept();
        panel.addCoding().setSystem(SystemUris.LOINC).setCode("85354-9");
        var pressure = begun("anc-blood-pressure", panel);
        reading(pressure, component(systolicField, "8480-6"), systolic);
        reading(pressure, component(diastolicField, "8462-4"), diastolic);
        return pressure;
    }

    private static void reading(Observation pressure, CodeableConcept what, @Nullable BigDecimal value) {
        var part = pressure.addComponent().setCode(what);
        if (value == null) {
            part.getDataAbsentReason().addCoding().setSystem(ABSENT).setCode("unknown");
        } else {
            part.setValue(mmHg(value));
        }
    }

    private static CodeableConcept component(String field, String loinc) {
        var primary = Dictionary.anc().require(field).primary();
        return new CodeableConcept()
                .addCoding(Coded.coding(new Code(SystemUris.LOINC, loinc)))
                .addCoding(Coded.coding(primary));
    }

    private static Quantity mmHg(BigDecimal value) {
        return quantity(value, "mm[Hg]");
    }

    static Quantity quantity(BigDecimal value, String unit) {
        return new Quantity()
                .setValue(value)
                .setUnit(unit)
                .setSystem(SystemUris.UCUM)
                .setCode(unit);
    }

    private Observation begun(String profile, CodeableConcept code) {
        var observation = Canon.begun(new Observation(), profile)
                .setStatus(ObservationStatus.FINAL)
                .setCode(code)
                .setSubject(context.subject())
                .setEncounter(context.contact())
                .setEffective(context.dateTime())
                .addPerformer(context.by());
        if (code.getCoding().stream().anyMatch(coding -> VITAL_SIGNS.contains(coding.getCode()))) {
            observation.addCategory().addCoding().setSystem(CATEGORY).setCode("vital-signs");
        }
        return observation;
    }
}
