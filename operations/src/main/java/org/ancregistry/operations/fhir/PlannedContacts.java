package org.ancregistry.operations.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.DateTimeType;

/** A contact that is planned, as an activity of a CarePlan. */
public final class PlannedContacts {

    private PlannedContacts() {}

    /** Whether she is still to come: it was neither held nor called off. */
    public static boolean isOpen(CarePlanActivityDetailComponent contact) {
        var status = contact.getStatus();
        return status == CarePlanActivityStatus.NOTSTARTED || status == CarePlanActivityStatus.SCHEDULED;
    }

    /** When somebody wrote down that she did not come on its days; nothing once it was given others. */
    public static Optional<DateTimeType> missed(CarePlanActivityDetailComponent contact) {
        return Missed.of(contact).stream()
                .filter(missed -> contact.hasScheduledPeriod()
                        && missed.getExtensionByUrl(Missed.FROM) != null
                        && contact.getScheduledPeriod()
                                .equalsDeep(
                                        missed.getExtensionByUrl(Missed.FROM).getValue()))
                .map(Missed::at)
                .flatMap(Optional::stream)
                .reduce((earlier, later) -> later);
    }
}
