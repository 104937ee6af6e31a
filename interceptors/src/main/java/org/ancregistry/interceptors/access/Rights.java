package org.ancregistry.interceptors.access;

import static org.ancregistry.interceptors.access.Types.DEFINITIONS;
import static org.ancregistry.interceptors.access.Types.DIRECTORY;
import static org.ancregistry.interceptors.access.Types.RECORD;
import static org.ancregistry.interceptors.access.Types.all;
import static org.ancregistry.interceptors.access.Types.without;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ancregistry.domain.access.Role;

/**
 * What a role may do at all, whoever it is about. Everything that is not in this table is refused.
 *
 * <p>Staff write a mother's record by operations only, so none of them may write its resources one by one; and mothers
 * are registered by {@code $register-anc} only, so nobody may write a Patient.
 *
 * @param read types that may be read by id, and may leave the server in any answer
 * @param search types that may be searched for
 * @param write types that may be created and updated directly, alone or in a transaction
 * @param lists for types that may be listed for a whole unit, the search parameter that names the unit
 */
record Rights(Set<String> read, Set<String> search, Set<String> write, Map<String, String> lists) {

    private static final Rights RECORDS = new Rights(
            all(List.of(RECORD, DIRECTORY, DEFINITIONS)),
            all(List.of(RECORD, DIRECTORY, DEFINITIONS)),
            Set.of(),
            Map.of(
                    "EpisodeOfCare", "organization",
                    "Encounter", "service-provider",
                    "ServiceRequest", "performer",
                    "Task", "owner"));

    /** And who looked at one woman's record, searched for and never read by id; {@link LooksForStaff} says what of it. */
    private static final Rights CARE =
            new Rights(RECORDS.read, all(List.of(RECORDS.search, Set.of("AuditEvent"))), Set.of(), RECORDS.lists);

    /** Whom of the staff a supervisor may write about is decided where the server sees what was there before. */
    private static final Rights SUPERVISION =
            new Rights(RECORDS.read, RECORDS.search, Set.of("Practitioner", "PractitionerRole"), RECORDS.lists);

    /** Of the Tasks those with which she asks herself; {@link MothersQuestions} says which. */
    private static final Rights MOTHER = new Rights(
            all(List.of(RECORD, DIRECTORY, DEFINITIONS, Set.of("AuditEvent"))),
            all(List.of(RECORD, Set.of("Organization", "Location", "AuditEvent"), DEFINITIONS)),
            Set.of(),
            Map.of());

    private static final Rights ADMINISTRATION =
            new Rights(all(List.of(DIRECTORY, DEFINITIONS)), all(List.of(DIRECTORY, DEFINITIONS)), DIRECTORY, Map.of());

    /** Of the Tasks what mothers ask and what was opened in emergencies; {@link MothersQuestions} says which. */
    private static final Rights PRIVACY = new Rights(
            all(List.of(DIRECTORY, DEFINITIONS, Set.of("AuditEvent", "Task"))),
            all(List.of(DIRECTORY, DEFINITIONS, Set.of("AuditEvent", "Task"))),
            Set.of(),
            Map.of());

    private static final Rights SYSTEM = new Rights(
            all(List.of(RECORD, DIRECTORY, DEFINITIONS)),
            all(List.of(RECORD, DIRECTORY, DEFINITIONS)),
            all(List.of(without(RECORD, "Patient", "Consent", "Provenance"), DIRECTORY)),
            Map.of());

    static Rights of(Role role) {
        return switch (role) {
            case MIDWIFE, DOCTOR, CLINIC_NURSE -> CARE;
            case SUPERVISOR -> SUPERVISION;
            case MOTHER -> MOTHER;
            case ADMINISTRATOR -> ADMINISTRATION;
            case PRIVACY_OFFICER -> PRIVACY;
            case SYSTEM -> SYSTEM;
        };
    }
}
