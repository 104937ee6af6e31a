package org.ancregistry.interceptors.access;

import java.util.List;
import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/**
 * The Tasks with which a mother asks for herself. She reads these and no others. That she does not know who looked at her
 * record is between her and the privacy officer: whoever looked may well be one of those who look after her.
 */
public final class MothersQuestions {

    private static final String KINDS = "https://ancregistry.org/fhir/CodeSystem/anc-task";
    private static final String ANOTHER_DAY = "another-day";
    private static final String WHO_LOOKED = "who-looked";
    private static final String REVIEW_EMERGENCY = "review-emergency";

    /** What a privacy officer searches Tasks for, one at a time: what mothers ask, and what was opened in emergencies. */
    private static final Set<List<String>> FOR_PRIVACY_OFFICER =
            Set.of(List.of(KINDS + "|" + WHO_LOOKED), List.of(KINDS + "|" + REVIEW_EMERGENCY));

    private MothersQuestions() {}

    /** Whether Tasks with these codes and no others are a privacy officer's to search for. */
    static boolean areForPrivacyOfficer(List<String> codes) {
        return FOR_PRIVACY_OFFICER.contains(codes);
    }

    /** Whether somebody in that role may see the resource, as far as it is such a Task or another one. */
    static boolean isFor(Role role, Resource resource) {
        if (!(resource instanceof Task task)) {
            return true;
        }
        return switch (role) {
            case MOTHER -> asks(task, WHO_LOOKED) || asks(task, ANOTHER_DAY);
            case PRIVACY_OFFICER -> asks(task, WHO_LOOKED) || asks(task, REVIEW_EMERGENCY);
            default -> !asks(task, WHO_LOOKED);
        };
    }

    /** Whether it is written by operations alone, so that nobody asks or answers in another's name. */
    public static boolean isOne(Task task) {
        return Set.of(ANOTHER_DAY, WHO_LOOKED).stream().anyMatch(kind -> asks(task, kind));
    }

    private static boolean asks(Task task, String kind) {
        return task.getCode().hasCoding(KINDS, kind);
    }
}
