package org.ancregistry.interceptors.access;

import static org.ancregistry.domain.access.Role.ADMINISTRATOR;
import static org.ancregistry.domain.access.Role.CLINIC_NURSE;
import static org.ancregistry.domain.access.Role.DOCTOR;
import static org.ancregistry.domain.access.Role.MIDWIFE;
import static org.ancregistry.domain.access.Role.MOTHER;
import static org.ancregistry.domain.access.Role.PRIVACY_OFFICER;
import static org.ancregistry.domain.access.Role.SUPERVISOR;
import static org.ancregistry.domain.access.Role.SYSTEM;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.ancregistry.interceptors.InboundBundle;
import org.ancregistry.interceptors.access.Scopes.Letter;
import org.jspecify.annotations.Nullable;

/**
 * An operation that may be called, by whom, and with which scope. One that is not in the table is refused.
 *
 * @param operation its name with the dollar sign
 * @param type the resource type and
 * @param letter the interaction that a scope must allow
 */
record Act(String operation, String type, Letter letter, Set<Role> roles) {

    /** Also what a registered importer does that posts its Bundle to the FHIR base. */
    static final Act IMPORT = new Act("$import-anc-bundle", "Patient", Letter.CREATE, Set.of(SYSTEM));

    /** What another registry does that announces its numbers; each of them is made or changed, so it needs both letters. */
    private static final Act FEED = new Act("identity feed", "Patient", Letter.UPDATE, Set.of(SYSTEM));

    private static final List<Act> ALL = List.of(
            IMPORT,
            new Act("$issue-phn", "Patient", Letter.UPDATE, Set.of(MIDWIFE, SUPERVISOR, ADMINISTRATOR, SYSTEM)),
            new Act("$match-phn", "Patient", Letter.SEARCH, Set.of(MIDWIFE, SUPERVISOR, SYSTEM)),
            new Act("$match", "Patient", Letter.SEARCH, Set.of(MIDWIFE, SUPERVISOR, SYSTEM)),
            new Act("$register-anc", "Patient", Letter.CREATE, Set.of(MIDWIFE, SUPERVISOR)),
            new Act("$record-anc-visit", "Encounter", Letter.CREATE, Set.of(MIDWIFE, SUPERVISOR, DOCTOR, CLINIC_NURSE)),
            new Act("$record-outcome", "Encounter", Letter.CREATE, Set.of(MIDWIFE, SUPERVISOR, DOCTOR)),
            new Act("$answer-referral", "ServiceRequest", Letter.UPDATE, Set.of(DOCTOR)),
            new Act("$order-tests", "ServiceRequest", Letter.CREATE, Set.of(DOCTOR, MIDWIFE)),
            new Act("$acknowledge-results", "ServiceRequest", Letter.UPDATE, Set.of(DOCTOR, MIDWIFE)),
            new Act("$grade-risk", "RiskAssessment", Letter.UPDATE, Set.of(MIDWIFE, SUPERVISOR, DOCTOR, CLINIC_NURSE)),
            new Act("$move-contact", "CarePlan", Letter.UPDATE, Set.of(MIDWIFE, SUPERVISOR, DOCTOR)),
            new Act("$arrange-appointment", "Appointment", Letter.UPDATE, Set.of(MIDWIFE, SUPERVISOR, DOCTOR)),
            new Act(
                    "$assess-risk",
                    "RiskAssessment",
                    Letter.READ,
                    Set.of(MIDWIFE, SUPERVISOR, DOCTOR, CLINIC_NURSE, SYSTEM)),
            new Act(
                    "$anc-summary",
                    "Patient",
                    Letter.READ,
                    Set.of(MIDWIFE, SUPERVISOR, DOCTOR, CLINIC_NURSE, MOTHER, SYSTEM)),
            new Act(
                    "$summary",
                    "Patient",
                    Letter.READ,
                    Set.of(MIDWIFE, SUPERVISOR, DOCTOR, CLINIC_NURSE, MOTHER, SYSTEM)),
            new Act("$evaluate-measure", "MeasureReport", Letter.READ, Set.of(MIDWIFE, SUPERVISOR, SYSTEM)),
            new Act("$anc-work-list", "Patient", Letter.SEARCH, Set.of(MIDWIFE, SUPERVISOR)),
            new Act("$clinic-days", "Appointment", Letter.SEARCH, Set.of(MIDWIFE, SUPERVISOR, DOCTOR, CLINIC_NURSE)),
            new Act("$check-in", "Encounter", Letter.CREATE, Set.of(DOCTOR, CLINIC_NURSE)),
            new Act("$find-woman", "Patient", Letter.SEARCH, Set.of(DOCTOR)),
            new Act("$decide-match", "Task", Letter.UPDATE, Set.of(SUPERVISOR)),
            new Act("$review-emergency", "Task", Letter.UPDATE, Set.of(SUPERVISOR, PRIVACY_OFFICER)),
            new Act("$ask-clinic", "Task", Letter.CREATE, Set.of(MOTHER)),
            new Act("$answer-mother", "Task", Letter.UPDATE, Set.of(MIDWIFE, SUPERVISOR, DOCTOR, PRIVACY_OFFICER)),
            new Act("$merge", "Patient", Letter.UPDATE, Set.of(SUPERVISOR)),
            new Act("$unmerge", "Patient", Letter.UPDATE, Set.of(SUPERVISOR)),
            new Act("$ihe-pix", "Patient", Letter.SEARCH, Set.of(SYSTEM)),
            new Act("$likely-duplicates", "Patient", Letter.SEARCH, Set.of(SUPERVISOR)),
            new Act("$not-duplicates", "Patient", Letter.UPDATE, Set.of(SUPERVISOR)),
            new Act("$verify-identity", "Patient", Letter.UPDATE, Set.of(MIDWIFE, SUPERVISOR)),
            new Act("$update-contact", "Patient", Letter.UPDATE, Set.of(MIDWIFE, SUPERVISOR)),
            new Act("$hand-over", "EpisodeOfCare", Letter.UPDATE, Set.of(MIDWIFE, SUPERVISOR)),
            new Act("$answer-consent", "Consent", Letter.CREATE, Set.of(MOTHER)),
            new Act("$whose-phn", "Patient", Letter.SEARCH, Set.of(DOCTOR)),
            new Act("$break-glass", "Patient", Letter.READ, Set.of(DOCTOR)),
            new Act("$export", "Patient", Letter.READ, Set.of(SYSTEM)),
            new Act("$everything", "Patient", Letter.READ, Set.of(SYSTEM)));

    /** What a Bundle amounts to that is read and not stored. */
    static Act of(InboundBundle bundle) {
        return switch (bundle) {
            case IMPORT -> IMPORT;
            case IDENTITY_FEED -> FEED;
        };
    }

    static Optional<Act> named(String operation) {
        return ALL.stream().filter(act -> act.operation.equals(operation)).findFirst();
    }

    /** The type of resource that it is asked of: a woman, but for work left to do and for counting. */
    String on() {
        return switch (operation) {
            case "$decide-match", "$review-emergency", "$answer-mother" -> "Task";
            case "$evaluate-measure" -> "Measure";
            case "$clinic-days" -> "Organization";
            default -> "Patient";
        };
    }

    /** Whether it may be asked of that type, or of the server itself where there is none. */
    boolean isAskedOf(@Nullable String asked) {
        return on().equals(asked) || (asked == null && operation.equals("$export"));
    }

    boolean isOpenTo(Role role, Scopes scopes) {
        return roles.contains(role) && scopes.allow(type, letter);
    }
}
