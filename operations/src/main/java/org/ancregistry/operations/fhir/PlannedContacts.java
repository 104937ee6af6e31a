package org.ancregistry.operations.fhir;

import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;

/** A contact that is planned, as an activity of a CarePlan. */
public final class PlannedContacts {

    private PlannedContacts() {}

    /** Whether she is still to come: it was neither held nor called off. */
    public static boolean isOpen(CarePlanActivityDetailComponent contact) {
        var status = contact.getStatus();
        return status == CarePlanActivityStatus.NOTSTARTED || status == CarePlanActivityStatus.SCHEDULED;
    }
}
