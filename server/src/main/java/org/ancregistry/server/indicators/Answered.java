package org.ancregistry.server.indicators;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.Code;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.domain.clinical.FieldKind;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * What one resource answers, as far as an indicator asks for it.
 *
 * @param contact {@code Encounter/…} at which it was found
 */
record Answered(String patient, String contact, String field, String value, LocalDate on) {

    private static final String YES = "yes";
    private static final String ILLNESS = "illness";
    private static final Set<String> DENIED = Set.of("entered-in-error", "refuted");
    private static final Set<MedicationStatementStatus> TAKEN =
            Set.of(MedicationStatementStatus.ACTIVE, MedicationStatementStatus.COMPLETED);
    private static final Set<ObservationStatus> TRUE =
            Set.of(ObservationStatus.FINAL, ObservationStatus.AMENDED, ObservationStatus.CORRECTED);

    private static final Map<Code, DictionaryField> ASKED_FOR = Stream.of(
                    "edd",
                    "education",
                    "bmi",
                    "syphilis",
                    "hiv",
                    "counselling_danger",
                    "systolic",
                    "fhr",
                    "fhr_present",
                    "ultrasound_done",
                    "ultrasound_date",
                    "gravida",
                    "rubella",
                    "tt1_date",
                    "tt2_date",
                    "tt3_date",
                    "tt4_date",
                    "tt5_date",
                    "ttcv_history",
                    "blood_group",
                    "rh",
                    "close_reason",
                    "delivery_date",
                    "miscarriage_date",
                    "death_date",
                    "delivery_place",
                    "delivery_mode",
                    "iron",
                    "folic_acid")
            .map(Dictionary.anc()::require)
            .collect(Collectors.toUnmodifiableMap(DictionaryField::primary, Function.identity()));

    private static final Set<Code> PAST = Dictionary.anc().fields().stream()
            .filter(field -> field.kind() == FieldKind.CONDITION)
            .filter(field -> Set.of("Obstetric history", "Outcome").contains(field.group()))
            .map(DictionaryField::primary)
            .collect(Collectors.toUnmodifiableSet());

    /** Whether resources of that type can say anything. */
    static boolean mayBeIn(IBaseResource resource) {
        return resource instanceof Observation
                || resource instanceof MedicationStatement
                || resource instanceof Immunization
                || resource instanceof Condition;
    }

    /** {@code Patient/…} whom such a resource is about. */
    static @Nullable String patient(IBaseResource resource) {
        if (resource instanceof Observation one) {
            return reference("Patient", one.getSubject());
        } else if (resource instanceof MedicationStatement one) {
            return reference("Patient", one.getSubject());
        } else if (resource instanceof Immunization one) {
            return reference("Patient", one.getPatient());
        }
        return resource instanceof Condition one ? reference("Patient", one.getSubject()) : null;
    }

    /** What it says as it stands; nothing when it was struck out. */
    static List<Answered> in(IBaseResource resource, ZoneId zone) {
        if (resource instanceof Observation one && TRUE.contains(one.getStatus())) {
            return observed(one, day(one.getEffective(), zone));
        } else if (resource instanceof MedicationStatement one && TAKEN.contains(one.getStatus())) {
            return said(
                    one.getSubject(),
                    one.getContext(),
                    field(one.getMedication()).map(DictionaryField::name),
                    YES,
                    day(one.getEffective(), zone));
        } else if (resource instanceof Immunization one && one.getStatus() == ImmunizationStatus.COMPLETED) {
            return said(
                    one.getPatient(),
                    one.getEncounter(),
                    field(one.getVaccineCode()).map(DictionaryField::name),
                    YES,
                    day(one.getOccurrence(), zone));
        }
        return resource instanceof Condition one && !isDenied(one) && !isPast(one)
                ? said(
                        one.getSubject(),
                        one.getEncounter(),
                        Optional.of(ILLNESS),
                        YES,
                        day(one.getRecordedDateElement(), zone))
                : List.of();
    }

    private static List<Answered> observed(Observation one, @Nullable LocalDate on) {
        var parts = one.getComponent().stream()
                .flatMap(part -> answered(one, field(part.getCode()), part.getValue(), on).stream());
        return Stream.concat(parts, answered(one, field(one.getCode()), one.getValue(), on).stream())
                .toList();
    }

    private static List<Answered> answered(
            Observation one, Optional<DictionaryField> field, @Nullable Type answer, @Nullable LocalDate on) {
        var value = field.map(asked -> AnswerValue.of(asked, answer)).orElse(null);
        return value == null
                ? List.of()
                : said(one.getSubject(), one.getEncounter(), field.map(DictionaryField::name), value, on);
    }

    private static List<Answered> said(
            Reference patient, Reference contact, Optional<String> field, String value, @Nullable LocalDate on) {
        var woman = reference("Patient", patient);
        var encounter = reference("Encounter", contact);
        return woman == null || encounter == null || on == null || field.isEmpty()
                ? List.of()
                : List.of(new Answered(woman, encounter, field.get(), value, on));
    }

    private static Optional<DictionaryField> field(@Nullable Type question) {
        return question instanceof CodeableConcept concept
                ? concept.getCoding().stream()
                        .filter(coding -> coding.hasSystem() && coding.hasCode())
                        .map(coding -> ASKED_FOR.get(new Code(coding.getSystem(), coding.getCode())))
                        .filter(Objects::nonNull)
                        .findFirst()
                : Optional.empty();
    }

    /** What happened in an earlier pregnancy, or at the birth, is no illness in this one. */
    private static boolean isPast(Condition illness) {
        return illness.getCode().getCoding().stream()
                .filter(coding -> coding.hasSystem() && coding.hasCode())
                .anyMatch(coding -> PAST.contains(new Code(coding.getSystem(), coding.getCode())));
    }

    private static boolean isDenied(Condition illness) {
        return illness.getVerificationStatus().getCoding().stream()
                .anyMatch(coding -> DENIED.contains(String.valueOf(coding.getCode())));
    }

    static @Nullable String reference(String type, Reference reference) {
        var id = reference.getReferenceElement();
        return type.equals(id.getResourceType()) && id.hasIdPart() ? type + "/" + id.getIdPart() : null;
    }

    /** A date without a time is that day everywhere; a moment is a day in {@code zone}; a month or a year is no day. */
    static @Nullable LocalDate day(@Nullable Type when, ZoneId zone) {
        if (!(when instanceof BaseDateTimeType moment)) {
            return null;
        }
        return moment.hasTime() && moment.getValue() != null
                ? moment.getValue().toInstant().atZone(zone).toLocalDate()
                : AnswerValue.day(moment);
    }
}
