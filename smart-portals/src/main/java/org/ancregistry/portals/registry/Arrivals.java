package org.ancregistry.portals.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.portals.web.PortalSettings;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;

/** Mothers who were checked in at a clinic. */
public final class Arrivals {

    private static final String CONTACT_TYPE = "https://ancregistry.org/fhir/CodeSystem/anc-contact-type";
    private static final String CHECK_IN = "clinic-check-in";
    private static final Set<EncounterStatus> NOBODY_CAME =
            EnumSet.of(EncounterStatus.ENTEREDINERROR, EncounterStatus.CANCELLED);

    private final Registry registry;
    private final PortalSettings settings;
    private final Clock clock;

    Arrivals(Registry registry, PortalSettings settings, Clock clock) {
        this.registry = registry;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Who was checked in at that unit today or yesterday and can be opened still, the newest first.
     *
     * @param unit {@code Organization/…}
     */
    public List<Arrival> at(HttpServletRequest request, String unit) {
        var yesterday =
                LocalDate.ofInstant(clock.instant(), settings.timeZone()).minusDays(1);
        var found = registry.ask(
                request,
                client -> client.search()
                        .forResource(Encounter.class)
                        .where(Encounter.SERVICE_PROVIDER.hasId(unit))
                        .and(Encounter.TYPE.exactly().systemAndCode(CONTACT_TYPE, CHECK_IN))
                        .and(Encounter.DATE.afterOrEquals().day(yesterday.toString()))
                        .include(Encounter.INCLUDE_PATIENT)
                        .sort()
                        .descending("date")
                        .count(Referrals.MOST)
                        .returnBundle(Bundle.class)
                        .execute());
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Encounter.class::isInstance)
                .map(Encounter.class::cast)
                .filter(contact -> !NOBODY_CAME.contains(contact.getStatus()))
                .flatMap(contact -> arrival(contact, found).stream())
                .toList();
    }

    private static Optional<Arrival> arrival(Encounter contact, Bundle found) {
        return Referrals.woman(contact.getSubject(), found)
                .map(patient -> new Arrival(
                        patient.getIdElement().getIdPart(),
                        Mothers.names(patient),
                        Referrals.phn(patient),
                        contact.getPeriod().getStart().toInstant()));
    }

    /**
     * A mother who was checked in.
     *
     * @param patient id of her Patient
     */
    public record Arrival(String patient, List<Mother.Name> names, Optional<Phn> phn, Instant at) {

        public Arrival {
            names = List.copyOf(names);
        }

        /** Names nobody and nothing told. */
        @Override
        public String toString() {
            return "Arrival[" + patient + "]";
        }
    }
}
