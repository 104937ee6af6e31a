package org.ancregistry.operations.summary;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/**
 * A section of the patient summary, with the LOINC codes of the International Patient Summary 2.0.0; examination, which
 * that has not, with the one that C-CDA has. The first four have as entries what is a fact about her; what she answered
 * beside, a no above all, is told in their words alone.
 */
enum SummarySection {
    MEDICINES("10160-0", "Medicines", "MedicationStatement"),
    ALLERGIES("48765-2", "Allergies", "AllergyIntolerance"),
    PROBLEMS("11450-4", "Problems", "Condition"),
    IMMUNIZATIONS("11369-6", "Immunizations", "Immunization"),
    PREGNANCY("10162-6", "Pregnancy and earlier pregnancies", SummarySection.OBSERVATION),
    VITAL_SIGNS("8716-3", "Vital signs", SummarySection.OBSERVATION),
    EXAMINATION("29545-1", "Examination and other findings", SummarySection.OBSERVATION),
    RESULTS("30954-2", "Results of tests", SummarySection.OBSERVATION),
    SOCIAL("29762-2", "Social history", SummarySection.OBSERVATION),
    PLAN("18776-5", "Appointments, orders and referrals", "Appointment", "CarePlan", "ServiceRequest");

    private static final String OBSERVATION = "Observation";

    private final String loinc;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is.
    private final Set<String> entries;

    SummarySection(String loinc, String title, String... entries) {
        this.loinc = loinc;
        this.title = title;
        this.entries = Set.of(entries);
    }

    /** Where the document tells of a resource; nowhere of those that only others name. */
    static Optional<SummarySection> of(Resource resource) {
        return resource instanceof Observation finding
                ? Optional.of(FindingSections.of(finding))
                : Arrays.stream(values())
                        .filter(section -> section.hasEntry(resource))
                        .findFirst();
    }

    String loinc() {
        return loinc;
    }

    String title() {
        return title;
    }

    /** Whether the summary has it even when there is nothing in it: the reader must see that nothing is known. */
    boolean isAlwaysThere() {
        return this == MEDICINES || this == ALLERGIES || this == PROBLEMS;
    }

    /** Whether a resource that it tells of is an entry as well; otherwise it is in its words alone. */
    boolean hasEntry(Resource resource) {
        return entries.contains(resource.fhirType());
    }

    /** The types of resources that it tells of. */
    Set<String> types() {
        var types = new TreeSet<>(entries);
        if (this != PLAN) {
            types.add(OBSERVATION);
        }
        return types;
    }
}
