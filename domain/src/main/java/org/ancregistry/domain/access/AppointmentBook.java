package org.ancregistry.domain.access;

import java.time.Instant;
import java.util.List;

/**
 * When a woman is expected, for the calendar that she let ask for it by itself. It says nothing of why and where: whoever
 * has the calendar's address may read it.
 */
@FunctionalInterface
public interface AppointmentBook {

    /**
     * One appointment.
     *
     * @param id of the FHIR Appointment
     * @param calledOff whether it does not take place
     * @param version of the FHIR Appointment
     */
    record Entry(String id, Instant start, boolean calledOff, String version) {}

    /** The appointments of {@code Patient/…} from a moment on, the earliest first; at most a hundred. */
    List<Entry> since(String patient, Instant from);
}
