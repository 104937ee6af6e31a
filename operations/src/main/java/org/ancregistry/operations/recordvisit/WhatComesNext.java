package org.ancregistry.operations.recordvisit;

import java.util.List;
import java.util.TimeZone;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.fhir.VisitResources;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a contact arranges: where she is sent and when she is expected again.
 *
 * @param follows makes the resources of that contact
 */
record WhatComesNext(RecordVisit asked, VisitResources follows) {

    @Nullable
    ServiceRequest referral(List<Resource> to) {
        var sent = asked.referral();
        if (sent == null) {
            return null;
        }
        var referral = follows.referral(sent.to(), sent.urgent(), sent.reason(), sent.transport());
        to.add(referral);
        to.add(follows.feedback(referral));
        return referral;
    }

    /** At the writer's own facility, where no other place is named. */
    @Nullable
    Appointment appointment(Caller caller, TimeZone zone, List<Resource> to) {
        var next = asked.next();
        if (next == null) {
            return null;
        }
        var place = next.place() == null ? Given.present(caller.facility(), "place") : next.place();
        var appointment = follows.appointment(next.start(), place, zone);
        to.add(appointment);
        return appointment;
    }
}
