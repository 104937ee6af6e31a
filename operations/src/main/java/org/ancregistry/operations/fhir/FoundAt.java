package org.ancregistry.operations.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/**
 * When something was found. A day that is written without a time is that day wherever the computer stands; a month or a
 * year counts as its first day.
 *
 * @param written as the finding has it
 * @param stored when the registry took it in, empty for what is not stored
 */
public record FoundAt(BaseDateTimeType written, Optional<Instant> stored) {

    /** Empty where it does not say, and for resources that find nothing. */
    public static Optional<FoundAt> of(Resource finding) {
        var stored = finding.getMeta().getLastUpdatedElement();
        return written(finding)
                .or(() -> finding instanceof Condition ? Optional.of(stored) : Optional.empty())
                .filter(FoundAt::isSaid)
                .map(moment -> new FoundAt(
                        moment, Optional.ofNullable(stored.getValue()).map(date -> date.toInstant())));
    }

    /** An illness that does not say when it was written down was known by the time it was stored. */
    private static Optional<BaseDateTimeType> written(Resource finding) {
        if (finding instanceof Observation observation) {
            return observation.getEffective() instanceof BaseDateTimeType at ? Optional.of(at) : Optional.empty();
        }
        if (finding instanceof Condition illness) {
            return Optional.<BaseDateTimeType>of(illness.getRecordedDateElement())
                    .filter(FoundAt::isSaid);
        }
        return finding instanceof Immunization given ? recorded(given) : Optional.empty();
    }

    private static Optional<BaseDateTimeType> recorded(Immunization given) {
        return Optional.<BaseDateTimeType>of(given.getRecordedElement())
                .filter(FoundAt::isSaid)
                .or(() -> given.getOccurrence() instanceof BaseDateTimeType at ? Optional.of(at) : Optional.empty());
    }

    private static boolean isSaid(BaseDateTimeType moment) {
        return moment.getValue() != null;
    }

    /** The day where the registry is. */
    public LocalDate day(ZoneId zone) {
        return hasTime()
                ? written.getValue().toInstant().atZone(zone).toLocalDate()
                : RecordedAnswer.day(written).orElseThrow();
    }

    /** By which findings follow each other: a day without a time counts as when it was stored on that day, or as its end. */
    Instant moment(ZoneId zone) {
        if (hasTime()) {
            return written.getValue().toInstant();
        }
        var day = day(zone);
        return stored.filter(at -> at.atZone(zone).toLocalDate().equals(day))
                .orElseGet(() -> day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private boolean hasTime() {
        return written.getPrecision().compareTo(TemporalPrecisionEnum.DAY) > 0;
    }
}
