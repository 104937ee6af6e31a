package org.ancregistry.operations.importanc;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.ancregistry.domain.inbound.ImportFinding.Kind;
import org.ancregistry.domain.inbound.Zoneless;
import org.ancregistry.operations.ContactMoment;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateTimeType;

/** Reads the moments of a Bundle in the installation's zone, and refuses what lies in the future. */
final class SentMoments {

    private final Findings findings;
    private final Clock clock;

    /** @param clock in the installation's zone */
    SentMoments(Findings findings, Clock clock) {
        this.findings = findings;
        this.clock = clock;
    }

    /** The moment; empty when there is none, or none that can be read, which is then among the findings. */
    Optional<DateTimeType> read(int entry, String element, BaseDateTimeType sent) {
        if (!sent.hasValue()) {
            return Optional.empty();
        }
        var read = Zoneless.read(sent.getValueAsString(), clock.getZone());
        if (read.isEmpty()) {
            findings.add(entry, Kind.TIME_IMPOSSIBLE, element, "This is no whole day and no moment.");
            return Optional.empty();
        }
        if (read.get().zoneAdded()) {
            findings.add(entry, Kind.TIME_ZONE_ADDED, element, "Without a zone: read in " + clock.getZone() + ".");
        }
        var moment = new DateTimeType(read.get().text());
        if (ContactMoment.day(moment, clock).isAfter(LocalDate.now(clock))) {
            findings.add(entry, Kind.TIME_IMPOSSIBLE, element, "This lies in the future.");
            return Optional.empty();
        }
        return Optional.of(moment);
    }
}
