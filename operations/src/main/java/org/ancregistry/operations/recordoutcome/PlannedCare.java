package org.ancregistry.operations.recordoutcome;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/** Looks up what is planned for a woman, which an end of the pregnancy calls off. */
public interface PlannedCare {

    /** Her booked appointments, contact schedules, open referrals, tests without a result, and the open tasks that follow from them. */
    List<Resource> open(String patient);

    /** What was called off at that contact ({@code Encounter/…}), as it stands now. */
    List<Resource> calledOffAt(String contact);
}
