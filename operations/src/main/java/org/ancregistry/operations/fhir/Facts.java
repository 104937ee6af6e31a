package org.ancregistry.operations.fhir;

import java.util.regex.Pattern;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.domain.clinical.FieldKind;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Illnesses, medicines, allergies and vaccines that somebody said yes to. */
final class Facts {

    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
    private static final Pattern TETANUS_DOSE = Pattern.compile("tt([1-5])_date");

    private final ContactContext context;

    Facts(ContactContext context) {
        this.context = context;
    }

    Condition illness(DictionaryField field) {
        var condition = Canon.begun(new Condition(), "anc-history-condition")
                .setClinicalStatus(status("condition-clinical", "active"))
                .setVerificationStatus(status("condition-ver-status", "unconfirmed"))
                .setCode(Coded.question(field))
                .setSubject(context.subject())
                .setEncounter(context.contact())
                .setRecordedDateElement(context.dateTime())
                .setRecorder(context.by())
                .setAsserter(context.subject());
        condition.addCategory(status("condition-category", "problem-list-item"));
        return condition;
    }

    MedicationStatement medicine(DictionaryField field, @Nullable Quantity dose) {
        var statement = medicine(Coded.question(field));
        if (dose != null) {
            statement.addDosage().addDoseAndRate().setDose(dose);
        }
        return statement;
    }

    MedicationStatement medicine(CodeableConcept what) {
        return Canon.begun(new MedicationStatement(), "anc-medication-statement")
                .setStatus(MedicationStatementStatus.ACTIVE)
                .setMedication(what)
                .setSubject(context.subject())
                .setContext(context.contact())
                .setEffective(context.dateTime())
                .setDateAsserted(context.at())
                .setInformationSource(context.by());
    }

    /** An allergy or a medicine that was chosen from the list or written down. */
    Resource named(DictionaryField field, CodeableConcept what) {
        return field.kind() == FieldKind.ALLERGY ? allergy(what) : medicine(what);
    }

    private AllergyIntolerance allergy(CodeableConcept to) {
        return Canon.begun(new AllergyIntolerance(), "anc-allergy")
                .setClinicalStatus(status("allergyintolerance-clinical", "active"))
                .setVerificationStatus(status("allergyintolerance-verification", "unconfirmed"))
                .setCode(to)
                .setPatient(context.subject())
                .setEncounter(context.contact())
                .setRecordedDate(context.at())
                .setRecorder(context.by());
    }

    /** A vaccine given on that day, or at this contact when no day was told. */
    Immunization vaccine(DictionaryField field, @Nullable DateTimeType day) {
        var immunization = Canon.begun(new Immunization(), "anc-immunization")
                .setStatus(ImmunizationStatus.COMPLETED)
                .setVaccineCode(Coded.question(field))
                .setPatient(context.subject())
                .setEncounter(context.contact())
                .setOccurrence(day == null ? context.dateTime() : day)
                .setRecordedElement(context.dateTime());
        var dose = TETANUS_DOSE.matcher(field.name());
        if (dose.matches()) {
            immunization.addProtocolApplied().setDoseNumber(positive(dose.group(1)));
        }
        return immunization;
    }

    private static PositiveIntType positive(String number) {
        return new PositiveIntType(number);
    }

    private static CodeableConcept status(String system, String code) {
        var concept = new CodeableConcept();
        concept.addCoding().setSystem(TERMINOLOGY + system).setCode(code);
        return concept;
    }
}
