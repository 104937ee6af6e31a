package org.ancregistry.interceptors.access;

import java.util.List;
import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;

/**
 * What those who look after a woman are shown of the trail: who looked at her record. That she asked a privacy officer
 * who somebody is stays between the two, so nothing that a privacy officer does is shown, and of what a woman does only
 * that she read her own record: what else she asks for may be who looked, or the answer.
 */
public final class LooksForStaff {

    /** The operations with which a woman reads her record and asks for nothing. */
    public static final List<String> OWN_VIEWS = List.of("$anc-summary", "$summary");

    /** All that such a search may say. */
    static final Set<String> ASKED_WITH = Set.of("patient", "_include", "_count", "_offset", "_format", "_pretty");

    private static final Set<Role> LOOKING_AFTER = Set.of(Role.MIDWIFE, Role.DOCTOR, Role.CLINIC_NURSE);

    private static final String WHOSE_RECORD = "1";

    private LooksForStaff() {}

    /** Whether this is how somebody in that role reads the trail. */
    public static boolean areFor(Role role) {
        return LOOKING_AFTER.contains(role);
    }

    /** Whose record it was, whomever else the event names. */
    static Set<String> whose(AuditEvent look) {
        return Owners.among(look.getEntity().stream()
                .filter(LooksForStaff::isWhoseRecord)
                .map(AuditEventEntityComponent::getWhat)
                .toList());
    }

    private static boolean isWhoseRecord(AuditEventEntityComponent entity) {
        return WHOSE_RECORD.equals(entity.getRole().getCode());
    }

    static boolean mayShow(AuditEvent look) {
        return look.getAgent().stream()
                .filter(AuditEventAgentComponent::getRequestor)
                .allMatch(person -> mayShow(person, look));
    }

    private static boolean mayShow(AuditEventAgentComponent person, AuditEvent look) {
        if (is(person, Role.PRIVACY_OFFICER)) {
            return false;
        }
        return !is(person, Role.MOTHER)
                || (whose(look).equals(Set.of(String.valueOf(person.getWho().getReference()))) && isOwnView(look));
    }

    private static boolean is(AuditEventAgentComponent person, Role role) {
        return person.getRole().stream()
                .flatMap(concept -> concept.getCoding().stream())
                .anyMatch(coding -> role.code().equals(coding.getCode()));
    }

    private static boolean isOwnView(AuditEvent look) {
        return look.getSubtype().stream().anyMatch(subtype -> OWN_VIEWS.contains(subtype.getCode()));
    }

    /**
     * Who, when, what kind of act and why stay. What else was touched may be the question that she asked, or another
     * woman; and from which machine somebody looked is for nobody but her and the privacy officer.
     */
    static void cutDown(AuditEvent look) {
        look.getEntity().removeIf(entity -> !isWhoseRecord(entity));
        look.getAgent().forEach(LooksForStaff::forgetMachine);
        // The audit profiles ask for the parts that are gone.
        look.getMeta().getProfile().clear();
    }

    private static void forgetMachine(AuditEventAgentComponent agent) {
        agent.setNetwork(null);
        if (!agent.getRequestor() && !agent.getWho().hasReference()) {
            agent.setWho(null);
        }
    }
}
