package org.ancregistry.portals.record;

import java.time.LocalDate;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.jspecify.annotations.Nullable;

/**
 * A vaccine that she was given, or of which somebody wrote that she was not.
 *
 * @param text as the record writes it
 * @param on the day it was given or was not, where a whole day is known
 * @param given whether she was given it
 */
public record Vaccine(
        @Nullable String key, String text, @Nullable LocalDate on, boolean given) implements Named {

    static Vaccine of(Immunization vaccine, Findings findings) {
        return new Vaccine(
                Findings.field(vaccine.getVaccineCode())
                        .map(field -> "finding." + field.name())
                        .orElse(null),
                Words.of(vaccine.getVaccineCode()),
                vaccine.hasOccurrenceDateTimeType() ? findings.day(vaccine.getOccurrenceDateTimeType()) : null,
                vaccine.getStatus() != ImmunizationStatus.NOTDONE);
    }

    /** Names nobody and nothing told: records must be safe to log. */
    @Override
    public String toString() {
        return "Vaccine";
    }
}
