package org.ancregistry.operations;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Organization;

/** Looks up when clinics are held and who is expected there. */
public interface Clinics {

    /** The facility ({@code Organization/…}), if there is such a one: it says itself on which days it holds its clinic. */
    Optional<Organization> facility(String facility);

    /** How many appointments at that facility stand, by day, both days included; days without one are left out. */
    Map<LocalDate, Integer> booked(String facility, LocalDate from, LocalDate to);
}
