package org.ancregistry.operations.recordvisit;

import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.EmergencyAccess;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Refusal;

/** An emergency is for reading and for one contact, which the doctor may still put right; it is not a way to take over. */
final class EmergencyContacts {

    private final Reach reach;
    private final EmergencyAccess emergencies;

    EmergencyContacts(Reach reach, EmergencyAccess emergencies) {
        this.reach = reach;
        this.emergencies = emergencies;
    }

    /**
     * Whether the caller reaches her in an emergency alone, before anything is written that could change it. Nobody then
     * corrects what others wrote, and nobody makes more of an emergency by referring her to herself.
     */
    boolean isEmergency(Caller caller, RecordVisit asked) {
        if (!reach.isEmergency(caller, asked.patient())) {
            return false;
        }
        var correction = asked.correction();
        var othersContact =
                correction != null && !emergencies.hasContact(caller.id(), asked.patient(), correction.contact());
        var referral = asked.referral();
        if (othersContact || (referral != null && referral.to().equals(caller.facility()))) {
            throw tooMuch();
        }
        return true;
    }

    /** Takes the emergency's one contact, in the transaction that writes it. */
    void note(Caller caller, RecordVisit asked, String contact) {
        if (asked.correction() == null && !emergencies.takeContact(caller.id(), asked.patient(), contact)) {
            throw tooMuch();
        }
    }

    private static Refusal tooMuch() {
        return Problem.FORBIDDEN.because(
                "In an emergency you write one contact, and correct no other's. Have her referred"
                        + " or checked in for more.");
    }
}
